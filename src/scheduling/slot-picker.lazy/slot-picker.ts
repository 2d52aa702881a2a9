/**
 * The calendar of available times and everything it needs, loaded when a form first draws a slot
 * field.
 */
import { html, nothing } from 'lit/html.js';
import { telHref } from '../../element/index.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';
import { alongRow } from './arrow-keys.js';
import { ChosenSlot } from './chosen-slot.js';
import { chipCount, dayStrip } from './day-strip.js';
import { DaySorter, type DaysView } from './days.js';
import { monthGrid } from './month-grid.js';
import type { SlotController } from './slot-controller.js';
import { SlotPart } from './slot-part.js';
import type { ClockOwner, SlotTimeFormat } from './slot-time-format.js';
import { timeList, type TimeButton } from './time-list.js';

export { SlotController, type SlotHost } from './slot-controller.js';

/** Minimum width of the month grid, in em. */
const monthWidth = 34;

/**
 * Shows the available times: the first one, then the days, then the times of the selected day.
 * Narrow widgets show a strip of days, wide ones a month.
 */
export class SlotPicker extends SlotPart {
  #isWide = false;
  #chips = chipCount;
  /** The day in the tab order, if moved by keyboard */
  #cursor?: number | undefined;
  #focusCursor = false;
  /** The time that had the focus before this update */
  #focusedId?: string | undefined;
  /** The controller that was notified of this picker */
  #told?: SlotController | undefined;
  readonly #sorter = new DaySorter();
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  override connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#tellShown();
  }

  override disconnectedCallback() {
    const told = this.#told;
    super.disconnectedCallback();
    if (told) told.isPickerShown = false;
    this.#sizes.disconnect();
    document.removeEventListener('visibilitychange', this.#onVisible);
    // An element that is only moved is connected again by then.
    queueMicrotask(() => {
      if (!this.isConnected) told?.onPickerGone();
    });
    this.#told = undefined;
  }

  /**
   * Called to focus the field. The element itself is not focusable: a negative `tabindex` would
   * remove its content from the tab order.
   */
  override focus(options?: FocusOptions) {
    (this.find('.earliest') ?? this.find('button'))?.focus(options);
  }

  /** Notifies the controller, which may be set after the element is connected. */
  #tellShown() {
    const { slots } = this;
    if (!slots || slots === this.#told || !this.isConnected) return;
    this.#told = slots;
    void slots.onPickerShown();
  }

  readonly #onVisible = () => {
    if (document.visibilityState === 'visible') this.slots?.availability.refresh();
  };

  #measure() {
    const { clientWidth } = this;
    // The element is hidden: keep the current layout.
    if (clientWidth === 0) return;
    const isWide = clientWidth >= monthWidth * parseFloat(getComputedStyle(this).fontSize);
    if (isWide === this.#isWide) return;
    this.#isWide = isWide;
    this.requestUpdate();
  }

  protected override willUpdate() {
    super.willUpdate();
    this.#tellShown();
    this.#focusedId = (this.focused as TimeButton | null)?.slotId;
  }

  protected override updated() {
    // A reloaded list may have another time at the position of the focus.
    const focusedId = (this.focused as TimeButton | null)?.slotId;
    if (this.#focusedId !== undefined && focusedId !== this.#focusedId)
      this.findAll<TimeButton>('.time')
        .find(({ slotId }) => slotId === this.#focusedId)
        ?.focus();
    if (!this.#focusCursor) return;
    this.#focusCursor = false;
    this.find(`[data-day="${this.#cursor}"]`)?.focus();
  }

  protected override render() {
    const slots = this.slots!;
    const { availability, booking, mode, words } = slots;
    const { t } = words;
    if (mode !== 'times')
      return html`<button type="button" class="quiet" @click=${() => slots.setMode('times')}>
        ${t('times')}
      </button>`;
    if (availability.state === 'broken') return this.#drawBroken(slots);
    if (availability.state !== 'ready') return this.#drawLoading(slots);
    const all = booking.slots;
    if (all.length === 0) return html`${this.#drawEmpty(slots)} ${this.#drawChosen(slots)}`;
    const format = slots.format(all);
    const view = this.#view(slots, format);
    return html`
      ${this.#drawClock(slots, format, all[0])} ${this.#drawEarliest(slots, format, all[0])}
      <div class="when">
        ${
          this.#isWide
            ? monthGrid(view, (day) => this.#moveTo(day))
            : dayStrip(view, this.#chips, (after) => this.#showMoreDays(view, after))
        }
        ${timeList(
          view,
          this.#headingLevel,
          (slot) => this.#choose(slots, format, slot),
          (event) => this.#onTimeKey(event),
        )}
      </div>
      <p class="others">
        ${t('others')}${' '}
        <button type="button" class="quiet" @click=${() => slots.setMode('request')}>
          ${t('request')}
        </button>
      </p>
      ${this.#drawChosen(slots)}
    `;
  }

  #view(slots: SlotController, format: SlotTimeFormat): DaysView {
    const days = this.#sorter.sort(slots, format);
    const shown = slots.day !== undefined && days.times.has(slots.day) ? slots.day : days.order[0];
    return {
      format,
      words: slots.words,
      days,
      shown,
      cursor: this.#cursor,
      slots,
      show: (day) => {
        slots.day = day;
        this.#moveTo(day);
      },
      focusDay: (day) => {
        this.#focusCursor = true;
        this.#moveTo(day);
      },
    };
  }

  #drawChosen(slots: SlotController) {
    return html`<clinic-slot-choice .slots=${slots}></clinic-slot-choice>`;
  }

  #drawLoading({ availability, words }: SlotController) {
    const isLate = availability.state === 'late';
    return html`<p role="status" class="hint">${words.t(isLate ? 'late' : 'loading')}</p>
      <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></div>
      ${isLate ? this.#drawCall() : nothing}`;
  }

  #drawBroken({ availability, words }: SlotController) {
    const retry = () => {
      availability.reload();
      this.requestUpdate();
    };
    return html`<p role="status">${words.t('broken')}</p>
      <p class="ways">
        <button type="button" class="way" @click=${retry}>${words.t('retry')}</button>
        ${this.#drawCall()}
      </p>`;
  }

  #drawEmpty(slots: SlotController) {
    const { t } = slots.words;
    const { settings, clinic, deliver } = slots.host;
    const canWait = settings.sandbox || deliver || settings.endpoint || clinic?.endpoints?.waitlist;
    return html`<p role="status"><strong>${t('empty')}</strong> ${t('empty.ways')}</p>
      <p class="ways">
        ${
          canWait
            ? html`<button type="button" class="way" @click=${() => slots.setMode('waitlist')}>
                ${t('waitlist')}
              </button>`
            : nothing
        }
        <button type="button" class="way" @click=${() => slots.setMode('request')}>
          ${t('request')}
        </button>
        ${this.#drawCall()}
      </p>`;
  }

  #drawCall() {
    const { host, words } = this.slots!;
    const { phone } = host.settings;
    return phone
      ? html`<a class="way" href=${telHref(phone)}>${words.t('call', { phone })}</a>`
      : nothing;
  }

  /** The time zone of the times, always shown to prevent visits at the wrong hour. */
  #drawClock(slots: SlotController, format: SlotTimeFormat, { from }: AvailableSlot) {
    const { t, say } = slots.words;
    const zone = format.zone.label(from, format.locale);
    const label = zone ? ` (${zone})` : '';
    if (!format.hasChoice) return html`<p class="hint">${t('zone.clinic')}${label}</p>`;
    const button = (clock: ClockOwner) =>
      html`<button
        type="button"
        class="chip"
        aria-pressed=${slots.clock === clock ? 'true' : 'false'}
        @click=${() => this.#switchClock(slots, clock)}
      >
        ${say(`zone.${clock}.short`)}
      </button>`;
    return html`<div class="clock">
      <p class="hint" role="status">${say(`zone.${format.owner}`)}${label}</p>
      <div role="group" aria-label=${t('zone.switch')}>${button('yours')} ${button('clinic')}</div>
    </div>`;
  }

  #switchClock(slots: SlotController, clock: ClockOwner) {
    slots.clock = clock;
    slots.day = this.#cursor = undefined;
    this.requestUpdate();
  }

  #drawEarliest(slots: SlotController, format: SlotTimeFormat, first: AvailableSlot) {
    return html`<button
      type="button"
      class="earliest"
      @click=${() => this.#choose(slots, format, first)}
    >
      <span>${slots.words.t('earliest', { time: format.moment(first, 'short') })}</span>
      ${
        format.otherZone
          ? html`<small>${format.moment(first, 'short', format.otherZone)}</small>`
          : nothing
      }
    </button>`;
  }

  #choose(slots: SlotController, format: SlotTimeFormat, slot: AvailableSlot) {
    slots.day = format.zone.day(slot.from);
    this.#cursor = undefined;
    slots.booking.choose(slot);
    // The chosen time and its countdown may be below a long list.
    const choice = this.find('clinic-slot-choice') as ChosenSlot;
    void choice.updateComplete.then(() => choice.focus());
  }

  #moveTo(day: number) {
    this.#cursor = day;
    this.requestUpdate();
  }

  #showMoreDays({ days, slots }: DaysView, after: number) {
    this.#chips = after + chipCount;
    if (days.order.length < this.#chips) slots.availability.loadMore();
    this.#cursor = days.order[after];
    this.#focusCursor = this.#cursor !== undefined;
    this.requestUpdate();
  }

  /** In a form on one page, the times are below the heading of a section. */
  get #headingLevel(): number {
    const { headingLevel, layout, fields } = this.slots!.host.settings;
    return headingLevel + (layout === 'page' && !fields ? 2 : 1);
  }

  #onTimeKey(event: KeyboardEvent) {
    const from = event.target as HTMLElement;
    const to = alongRow(event, this, this.findAll('.time'), from);
    if (!to) return;
    event.preventDefault();
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }
}

if (!customElements.get('clinic-slot-choice'))
  customElements.define('clinic-slot-choice', ChosenSlot);
if (!customElements.get('clinic-slot-picker'))
  customElements.define('clinic-slot-picker', SlotPicker);

import { html, nothing } from 'lit/html.js';
import { telHref } from '../../config/index.js';
import type { LocalText } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import type { FreeSlot } from '../feeds/available-slots.js';
import { slotTimer, type SlotState } from '../slot-field.js';
import { ClosedPart } from './closed-part.js';
import { Face } from './slot-time-format.js';
import { named } from '../availability.js';
import { Keeper } from '../slot-booking.js';
import { SlotChoice } from './chosen-slot.js';
import {
  firstOf,
  inWords,
  monthOf,
  monthsOn,
  oneDay,
  weekday,
  weekStart,
} from '../../time/zone.js';

/** Wide enough for a month, in em. */
const wide = 34;
/** Days in the strip at first, and more at each press. */
const chips = 6;

/** A button for a time; which one is no attribute of it. */
type Time = HTMLElement & { slotId?: string };

/** The days on which there is something, each with its times, and what must be said to tell them apart. */
interface Days {
  of: ReadonlyMap<number, readonly FreeSlot[]>;
  order: readonly number[];
  differ: (typeof named)[number][];
}

/** Parts of a day, by the hour they begin with. */
const parts = [
  ['night', 0],
  ['morning', 5],
  ['afternoon', 12],
  ['evening', 17],
] as const;

/**
 * Free times to choose from: the earliest one first, then days, then the times of a day. A narrow place has a strip of days, a wide one a month.
 */
export class SlotPicker extends ClosedPart {
  static override properties = { field: { attribute: false } };

  /** What the form says about its field, anew at each drawing */
  declare field?: SlotState;
  #wide = false;
  #chips = chips;
  /** The day that Tab leads to */
  #cursor?: number | undefined;
  #focusDay = false;
  /** The time that had the focus before this drawing */
  #held?: string | undefined;
  #days?: Days;
  #daysOf: unknown[] = [];
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  protected override get keeper(): Keeper | undefined {
    const { widget } = this;
    return this.field && widget && Keeper.of(widget, this.field);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
    document.addEventListener('visibilitychange', this.#seen);
    this.#arrive();
  }

  override disconnectedCallback() {
    const keeper = this.#met;
    super.disconnectedCallback();
    this.#sizes.disconnect();
    document.removeEventListener('visibilitychange', this.#seen);
    // What is only moved stands elsewhere by then.
    queueMicrotask(() => {
      if (!this.isConnected) keeper?.left();
    });
    this.#met = undefined;
  }

  /** Where a visitor is led who must choose a time. The element itself takes no focus: with a negative tabindex it would keep Tab out. */
  override focus(options?: FocusOptions) {
    (this.find('.earliest') ?? this.find('button'))?.focus(options);
  }

  #met?: Keeper | undefined;

  /** The field may be known only after the element stands in the page. */
  #arrive() {
    const { keeper } = this;
    if (!keeper || keeper === this.#met || !this.isConnected) return;
    this.#met = keeper;
    void keeper.returned();
    this.listen(keeper);
  }

  readonly #seen = () => {
    if (document.visibilityState === 'visible') this.keeper?.feed.freshen();
  };

  #measure() {
    const { clientWidth } = this;
    // Nothing is seen of it: whatever was decided stays.
    if (clientWidth === 0) return;
    const isWide = clientWidth >= wide * parseFloat(getComputedStyle(this).fontSize);
    if (isWide === this.#wide) return;
    this.#wide = isWide;
    this.requestUpdate();
  }

  protected override willUpdate() {
    this.#arrive();
    this.#held = (this.focused as Time | null)?.slotId;
    if (this.field) this.keeper?.drawn(this.field);
  }

  protected override updated() {
    // A list that has come anew may put another time under the focus.
    if (this.#held !== undefined && (this.focused as Time | null)?.slotId !== this.#held)
      this.all<Time>('.time')
        .find(({ slotId }) => slotId === this.#held)
        ?.focus();
    if (this.#focusDay) {
      this.#focusDay = false;
      this.find(`[data-day="${this.#cursor}"]`)?.focus();
    }
  }

  // — what is shown —

  protected override render(keeper: Keeper) {
    const { t } = this.words;
    const way = this.field!.answers.text(`${this.field!.name}.way`);
    if (way === 'request' || way === 'waitlist')
      return html`<button type="button" class="quiet" @click=${() => keeper.go('')}>
        ${t('times')}
      </button>`;
    const { feed } = keeper;
    const { slots } = keeper;
    if (feed.state === 'broken') return this.#trouble(keeper);
    if (feed.state !== 'ready') return this.#waiting(keeper);
    if (slots.length === 0) return html`${this.#empty(keeper)} ${slotTimer()}`;
    const face = new Face(keeper, slots, this.words);
    const days = this.#sorted(keeper, slots, face);
    const day = keeper.day !== undefined && days.of.has(keeper.day) ? keeper.day : days.order[0];
    return html`
      ${this.#clock(keeper, face, slots[0])} ${this.#earliest(keeper, face, slots[0])}
      <div class="when">
        ${this.#wide ? this.#month(keeper, face, days, day) : this.#strip(keeper, face, days, day)}
        ${this.#times(keeper, face, days, day)}
      </div>
      <p class="others">
        ${t('others')}${' '}
        <button type="button" class="quiet" @click=${() => this.#go(keeper, 'request')}>
          ${t('request')}
        </button>
      </p>
      ${slotTimer()}
    `;
  }

  #waiting({ feed }: Keeper) {
    const { t } = this.words;
    return html`<p role="status" class="hint">${t(feed.state === 'late' ? 'late' : 'loading')}</p>
      <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></div>
      ${feed.state === 'late' ? this.#call() : nothing}`;
  }

  #trouble(keeper: Keeper) {
    const { t } = this.words;
    return html`<p role="status">${t('broken')}</p>
      <p class="ways">
        <button type="button" class="way" @click=${() => this.#retry(keeper)}>${t('retry')}</button>
        ${this.#call()}
      </p>`;
  }

  #retry({ feed }: Keeper) {
    feed.again();
    this.requestUpdate();
  }

  #empty(keeper: Keeper) {
    const { t } = this.words;
    const { settings, clinic, deliver } = this.widget!;
    const { sandbox, endpoint } = settings;
    return html`<p role="status"><strong>${t('empty')}</strong> ${t('empty.ways')}</p>
      <p class="ways">
        ${
          sandbox || deliver || endpoint || clinic?.endpoints?.waitlist
            ? html`<button type="button" class="way" @click=${() => this.#go(keeper, 'waitlist')}>
                ${t('waitlist')}
              </button>`
            : nothing
        }
        <button type="button" class="way" @click=${() => this.#go(keeper, 'request')}>
          ${t('request')}
        </button>
        ${this.#call()}
      </p>`;
  }

  #call() {
    const phone = this.widget?.settings.phone;
    return phone
      ? html`<a class="way" href=${telHref(phone)}>${this.words.t('call', { phone })}</a>`
      : nothing;
  }

  #go(keeper: Keeper, way: 'request' | 'waitlist') {
    keeper.go(way);
    // Not composed: it stops at the root of the widget.
    this.dispatchEvent(new CustomEvent('slot-way', { detail: way, bubbles: true }));
  }

  /** Whose clock the times are told by; always said, so that nobody comes at the wrong hour. */
  #clock(keeper: Keeper, face: Face, { from }: FreeSlot) {
    const { t } = this.words;
    const zone = face.zone.label(from, face.locale);
    const label = zone ? ` (${zone})` : '';
    if (!face.choice) return html`<p class="hint">${t('zone.clinic')}${label}</p>`;
    const button = (clock: 'yours' | 'clinic') =>
      html`<button
        type="button"
        class="chip"
        aria-pressed=${keeper.clock === clock ? 'true' : 'false'}
        @click=${() => this.#turn(keeper, clock)}
      >
        ${t(`zone.${clock}.short`)}
      </button>`;
    return html`<div class="clock">
      <p class="hint" role="status">${t(`zone.${face.whose}`)}${label}</p>
      <div role="group" aria-label=${t('zone.switch')}>${button('yours')} ${button('clinic')}</div>
    </div>`;
  }

  #turn(keeper: Keeper, clock: 'yours' | 'clinic') {
    keeper.clock = clock;
    keeper.day = this.#cursor = undefined;
    this.requestUpdate();
  }

  #earliest(keeper: Keeper, face: Face, first: FreeSlot) {
    const { t } = this.words;
    return html`<button
      type="button"
      class="earliest"
      @click=${() => this.#choose(keeper, face, first)}
    >
      <span>${t('earliest', { time: face.moment(first, 'short') })}</span>
      ${face.other ? html`<small>${face.moment(first, 'short', face.other)}</small>` : nothing}
    </button>`;
  }

  #choose(keeper: Keeper, face: Face, slot: FreeSlot) {
    keeper.day = face.zone.day(slot.from);
    this.#cursor = undefined;
    keeper.choose(slot);
    // What was chosen, and how long it is kept, stands below a list that may be long.
    const choice = this.find('clinic-slot-choice') as SlotChoice;
    void choice.updateComplete.then(() => choice.focus());
  }

  // — days —

  /** Ten thousand times are sorted once, not at every drawing. */
  #sorted(keeper: Keeper, slots: readonly FreeSlot[], face: Face): Days {
    const of = [
      keeper.feed.slots,
      JSON.stringify(keeper.feed.wanted),
      keeper.chosen?.id,
      face.whose,
      face.zone.name,
    ];
    if (this.#days && of.every((part, at) => part === this.#daysOf[at])) return this.#days;
    this.#daysOf = of;
    const all = new Map<number, FreeSlot[]>();
    const differ = named.filter((name) => {
      const key = (slot: FreeSlot) => this.#nameOf(name, slot);
      const one = key(slots[0]);
      return slots.some((slot) => key(slot) !== one);
    });
    for (const slot of slots) {
      const day = face.zone.day(slot.from);
      const times = all.get(day);
      if (times) times.push(slot);
      else all.set(day, [slot]);
    }
    const order = [...all.keys()].sort((one, other) => one - other);
    return (this.#days = { of: all, order, differ });
  }

  #nameOf(name: (typeof named)[number], slot: FreeSlot): string {
    const { clinic } = this.field!;
    const list: readonly { id: string; name: LocalText }[] | undefined = clinic?.[`${name}s`];
    const known = list?.find(({ id }) => id === slot[name]);
    if (known) return this.words.local(known.name);
    return (name === 'location' ? slot.place : name === 'clinician' ? slot.who : '') ?? '';
  }

  #count(count: number): string {
    const { say } = this.words;
    return say(count === 0 ? 'count.none' : count === 1 ? 'count.one' : 'count.other', { count });
  }

  #show(keeper: Keeper, day: number) {
    keeper.day = this.#cursor = day;
    this.requestUpdate();
  }

  #strip(keeper: Keeper, face: Face, days: Days, shown: number) {
    const { t } = this.words;
    const at = days.order.indexOf(shown);
    const most = Math.max(this.#chips, at + 1);
    const some = days.order.slice(0, most);
    const cursor = this.#cursor !== undefined && some.includes(this.#cursor) ? this.#cursor : shown;
    const go = (event: KeyboardEvent) => {
      const to = this.#along(event, some, cursor);
      if (to !== undefined) this.#move(event, to);
    };
    return html`<div class="days">
      <div class="strip" role="group" aria-label=${t('days')} @keydown=${go}>
        ${some.map((day) => {
          const words = (options: Intl.DateTimeFormatOptions) =>
            inWords(day * oneDay, face.locale, options);
          return html`<button
            type="button"
            class="chip day"
            data-day=${day}
            tabindex=${day === cursor ? 0 : -1}
            aria-pressed=${day === shown ? 'true' : 'false'}
            @click=${() => this.#show(keeper, day)}
          >
            <span>${words({ weekday: 'short' })}</span>
            <b>${words({ month: 'short', day: 'numeric' })}</b>
            <small>${this.#count(days.of.get(day)!.length)}</small>
          </button>`;
        })}
      </div>
      <button
        type="button"
        class="quiet"
        aria-disabled=${days.order.length > most || keeper.feed.more ? nothing : 'true'}
        @click=${() => this.#more(keeper, days, most)}
      >
        ${t('days.more')}
      </button>
    </div>`;
  }

  #more(keeper: Keeper, days: Days, shown: number) {
    this.#chips = shown + chips;
    if (days.order.length < this.#chips) keeper.feed.further();
    this.#cursor = days.order[shown];
    this.#focusDay = this.#cursor !== undefined;
    this.requestUpdate();
  }

  /** Days or weeks that an arrow key means, in the direction of reading. */
  #step({ key }: KeyboardEvent, week = 1): number {
    const ltr = getComputedStyle(this).direction === 'ltr' ? 1 : -1;
    return (
      { ArrowLeft: -ltr, ArrowRight: ltr, ArrowUp: -week, ArrowDown: week }[key as 'ArrowUp'] ?? 0
    );
  }

  /** Where such a key leads from one of a row; nowhere from its ends. */
  #along<One>(event: KeyboardEvent, row: readonly One[], from: One): One | undefined {
    const { key } = event;
    const at = row.indexOf(from);
    const to = row.at(
      key === 'Home' ? 0 : key === 'End' ? -1 : Math.max(at + this.#step(event), 0),
    );
    return at < 0 || to === from ? undefined : to;
  }

  #move(event: KeyboardEvent, day: number) {
    event.preventDefault();
    this.#cursor = day;
    this.#focusDay = true;
    this.requestUpdate();
  }

  /** A month after the pattern of the ARIA Authoring Practices: https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/ */
  #month(keeper: Keeper, face: Face, days: Days, shown: number) {
    const { t } = this.words;
    const { locale } = face;
    const today = face.zone.day(Date.now());
    const cursor = this.#cursor ?? shown;
    const month = monthOf(cursor);
    const first = firstOf(month);
    const begin = first - ((weekday(first) - weekStart(locale) + 7) % 7);
    const weeks = Math.ceil((firstOf(month + 1) - begin) / 7);
    const last = Math.max(days.order.at(-1)!, face.zone.day(keeper.feed.until));
    const title = inWords(first * oneDay, locale, { month: 'long', year: 'numeric' });
    const to = (day: number) => Math.min(Math.max(day, today), last);
    const turn = (by: number) => {
      this.#cursor = to(monthsOn(cursor, by));
      if (monthOf(last) <= month + by) keeper.feed.further();
      this.requestUpdate();
    };
    const go = (event: KeyboardEvent) => {
      const step = this.#step(event, 7);
      const inWeek = (weekday(cursor) - weekStart(locale) + 7) % 7;
      const target = step
        ? cursor + step
        : {
            Home: cursor - inWeek,
            End: cursor - inWeek + 6,
            PageUp: monthsOn(cursor, -1),
            PageDown: monthsOn(cursor, 1),
          }[event.key];
      if (target === undefined) return;
      if (target > last) keeper.feed.further();
      this.#move(event, to(target));
    };
    const cell = (day: number) => {
      if (monthOf(day) !== month) return html`<td></td>`;
      const count = days.of.get(day)?.length ?? 0;
      return html`<td role="gridcell" aria-selected=${day === shown ? 'true' : 'false'}>
        <button
          type="button"
          class="cell"
          data-day=${day}
          tabindex=${day === cursor ? 0 : -1}
          aria-disabled=${count === 0 ? 'true' : nothing}
          aria-label="${face.day(day)}, ${this.#count(count)}"
          @click=${() => count > 0 && this.#show(keeper, day)}
        >
          ${inWords(day * oneDay, locale, { day: 'numeric' })}
        </button>
      </td>`;
    };
    const week = Array.from({ length: 7 }, (_, at) => at);
    return html`<div class="days">
      <div class="months">
        <button
          type="button"
          class="chip turn"
          aria-label=${t('month.before')}
          aria-disabled=${month <= monthOf(today) ? 'true' : nothing}
          @click=${() => month > monthOf(today) && turn(-1)}
        >
          ${arrow}
        </button>
        <p id="month" aria-live="polite">${title}</p>
        <button
          type="button"
          class="chip turn after"
          aria-label=${t('month.after')}
          aria-disabled=${month >= monthOf(last) ? 'true' : nothing}
          @click=${() => month < monthOf(last) && turn(1)}
        >
          ${arrow}
        </button>
      </div>
      <table role="grid" aria-labelledby="month" @keydown=${go}>
        <thead>
          <tr>
            ${week.map((at) => {
              const words = (style: 'short' | 'long') =>
                inWords((begin + at) * oneDay, locale, { weekday: style });
              return html`<th scope="col" abbr=${words('long')}>${words('short')}</th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: weeks },
            (_, row) =>
              html`<tr>
                ${week.map((at) => cell(begin + row * 7 + at))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  // — times —

  #times(keeper: Keeper, face: Face, days: Days, day: number) {
    const { say } = this.words;
    const { headingLevel, layout, fields } = this.widget!.settings;
    // On one page the times stand under the heading of a part.
    const level = headingLevel + (layout === 'page' && !fields ? 2 : 1);
    const seen = new Set<string>();
    const times = (days.of.get(day) ?? []).flatMap((slot) => {
      const clock = face.time(slot);
      const more = days.differ.map((name) => this.#nameOf(name, slot)).filter((name) => name);
      const key = [slot.from, slot.to, ...more].join('|');
      // By video two rooms are the same to a visitor.
      if (seen.has(key) && slot.id !== keeper.chosen?.id) return [];
      seen.add(key);
      return [{ slot, clock, more, hour: face.zone.hour(slot.from) }];
    });
    const chosen = times.find(({ slot }) => slot.id === keeper.chosen?.id) ?? times[0];
    const groups = parts.map(([name, from], at) => ({
      name,
      times: times.filter(({ hour }) => hour >= from && hour < (parts[at + 1]?.[1] ?? 24)),
    }));
    return html`<div class="times" @keydown=${(event: KeyboardEvent) => this.#walk(event)}>
      ${heading(Math.min(level, 6), face.day(day))}
      ${groups
        .filter(({ times }) => times.length > 0)
        .map(
          ({ name, times }) =>
            html`<div role="group" aria-labelledby=${name}>
              <div class="part" id=${name}>${heading(Math.min(level + 1, 6), say(name))}</div>
              <div class="grid ${days.differ.length > 0 ? 'long' : ''}">
                ${times.map(
                  ({ slot, clock, more }) =>
                    html`<button
                      type="button"
                      class="chip time"
                      .slotId=${slot.id}
                      tabindex=${slot === chosen.slot ? 0 : -1}
                      aria-pressed=${slot.id === keeper.chosen?.id ? 'true' : 'false'}
                      aria-label=${[`${face.day(day)}, ${clock}`, ...more].join(', ')}
                      @click=${() => this.#choose(keeper, face, slot)}
                    >
                      <b>${clock}</b>
                      ${more.length > 0 ? html`<small>${more.join(' · ')}</small>` : nothing}
                    </button>`,
                )}
              </div>
            </div>`,
        )}
    </div>`;
  }

  /** All times of a day are one stop of Tab; the arrow keys lead from one to the next. */
  #walk(event: KeyboardEvent) {
    const from = event.target as HTMLElement;
    const to = this.#along(event, this.all('.time'), from);
    if (!to) return;
    event.preventDefault();
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }
}

const arrow = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
  <path d="M10 3 5 8l5 5" fill="none" stroke="currentColor" stroke-width="2" />
</svg>`;

if (!customElements.get('clinic-slot-choice'))
  customElements.define('clinic-slot-choice', SlotChoice);
if (!customElements.get('clinic-slot-picker'))
  customElements.define('clinic-slot-picker', SlotPicker);

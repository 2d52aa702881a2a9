import { html, nothing } from 'lit/html.js';
import { plural } from '../../i18n/index.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';
import type { Announcement } from '../slot-booking.js';
import { SlotPart } from './slot-part.js';
import type { SlotTimeFormat, SlotWords } from './slot-time-format.js';

/** `4:59` */
const countdown = (milliseconds: number) => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** The text for a screen reader. */
function announcementText(announcement: Announcement, minutes: number, words: SlotWords): string {
  const { t } = words;
  // Older clinic files have separate keys for these, without plural forms.
  switch (announcement) {
    case 'held':
      return plural(
        words,
        'said.held',
        minutes,
        { minutes },
        { one: 'said.held', other: 'said.held' },
      );
    case 'extended':
    case 'last-minute': {
      const former = { one: 'said.minute', other: 'said.extended' };
      return plural(
        words,
        'said.extended',
        announcement === 'extended' ? minutes : 1,
        { minutes },
        former,
      );
    }
    case 'unheld':
      return t('said.free');
    case 'expired':
      return t('said.expired');
    case 'external':
      return t('said.elsewhere');
  }
}

/**
 * The chosen time, the countdown of its hold, and what to do when the hold has ended. Shown below
 * the picker and on the steps after it. The time is shown in read-only controls, because session
 * recorders capture text.
 */
export class ChosenSlot extends SlotPart {
  protected override readonly ticks = true;
  #externalBooking?: typeof import('./external-booking.lazy.js').externalBooking;

  /** Moves the focus here when the button that had it is removed. */
  override focus(options?: FocusOptions) {
    this.find('textarea')?.focus(options);
  }

  protected override updated() {
    const { slots } = this;
    const alert = slots?.booking.isTakenNew && this.find('.taken');
    if (!alert) return;
    slots.booking.isTakenNew = false;
    alert.focus({ preventScroll: true });
    alert.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const { booking, words } = this.slots!;
    const { announcement, chosen } = booking;
    const format = this.slots!.format(booking.slots);
    const minutes = Math.max(1, Math.round((booking.endsAt - Date.now()) / 60_000));
    return html`
      <p class="unseen" aria-live="polite">
        ${announcement ? announcementText(announcement, minutes, words) : nothing}
      </p>
      ${booking.state === 'taken' ? this.#drawTaken(format) : nothing}
      ${chosen ? this.#drawChoice(chosen, format) : nothing}
    `;
  }

  #drawChoice(chosen: AvailableSlot, format: SlotTimeFormat) {
    const { t } = this.slots!.words;
    const { otherZone } = format;
    return html`<div class="choice">
      ${this.#drawMoment(t('chosen'), format.moment(chosen, 'long'))}
      ${
        otherZone
          ? this.#drawMoment(
              t(format.owner === 'clinic' ? 'chosen.yours' : 'chosen.clinic'),
              format.moment(chosen, 'long', otherZone),
            )
          : nothing
      }
      ${this.#drawState(chosen)}
    </div>`;
  }

  /**
   * The time in a read-only control: it can be read, copied and printed, but is not text of the
   * page.
   */
  #drawMoment(label: string, moment: string) {
    return html`<label class="moment"
      ><span>${label}</span
      ><textarea
        readonly
        rows="2"
        tabindex="-1"
        .value=${moment}
        @keydown=${this.#onKey}
      ></textarea>
    </label>`;
  }

  /**
   * Enter submits, as in any text box. On later steps there is no form around this element, except
   * perhaps the page's own.
   */
  readonly #onKey = (event: KeyboardEvent) => {
    const { host } = this.getRootNode() as ShadowRoot;
    if (event.key !== 'Enter' || !(host instanceof SlotPart)) return;
    event.preventDefault();
    host.closest('form')?.querySelector<HTMLElement>('[type="submit"]')?.click();
  };

  #drawState(chosen: AvailableSlot) {
    const { booking, words } = this.slots!;
    const { t } = words;
    // It may already be booked: the state of the hold means nothing.
    if (booking.isUnsure) return nothing;
    const again = html`<button type="button" class="quiet" @click=${() => booking.holdAgain()}>
      ${t('again')}
    </button>`;
    switch (booking.state) {
      case 'holding':
        return html`<p class="hint">${t('holding')}</p>`;
      case 'held':
        return html`<p class="held">
            <span role="timer">${t('held', { left: countdown(booking.endsAt - Date.now()) })}</span>
          </p>
          ${
            booking.isExtended
              ? nothing
              : html`<button type="button" class="quiet" @click=${() => void booking.extend()}>
                  ${t('extend')}
                </button>`
          }`;
      case 'expired':
        return html`<p class="expired">${t('expired')}</p>
          ${again}`;
      case 'external':
        return this.#drawExternal(chosen);
      default:
        return html`<p class="hint">${t('free')}</p>
          ${booking.gaveBack ? again : nothing}`;
    }
  }

  #drawExternal(chosen: AvailableSlot) {
    const { words } = this.slots!;
    if (this.#externalBooking) return this.#externalBooking(chosen, words);
    void import('./external-booking.lazy.js')
      .then(({ externalBooking }) => {
        this.#externalBooking = externalBooking;
        this.requestUpdate();
      })
      .catch(() => {});
    return html`<p>${words.t('said.elsewhere')}</p>`;
  }

  #drawTaken(format: SlotTimeFormat) {
    const { booking, words } = this.slots!;
    const { t } = words;
    return html`<div class="taken" role="alert" tabindex="-1">
      <p>${t('taken')}</p>
      ${
        booking.nearest.length > 0
          ? html`<p>${t('nearest')}</p>
              <ul>
                ${booking.nearest.map(
                  (slot) =>
                    html`<li>
                      <button type="button" class="way" @click=${() => booking.choose(slot)}>
                        ${format.moment(slot, 'short')}
                      </button>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
    </div>`;
  }
}

import { html, nothing } from 'lit/html.js';
import type { FreeSlot } from '../feeds/available-slots.js';
import { ClosedPart } from './closed-part.js';
import { Face } from './slot-time-format.js';
import { Keeper } from '../slot-booking.js';

/** `4:59` */
const clock = (milliseconds: number) => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/**
 * The time a visitor has chosen, how long it is kept for them, and what to do when it no longer is. It stands under the picker, and on the
 * steps after it. The time itself stands in read-only controls: as text, a session recorder would read it.
 */
export class SlotChoice extends ClosedPart {
  #ways?: typeof import('./external-booking.lazy.js').elsewhere;

  protected override get keeper(): Keeper | undefined {
    const { widget } = this;
    return widget && Keeper.of(widget);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.listen(this.keeper, true);
  }

  /** Where whoever has pressed a button finds themselves when that is gone. */
  override focus(options?: FocusOptions) {
    this.find('textarea')?.focus(options);
  }

  protected override updated() {
    const { keeper } = this;
    const alert = keeper?.alert && this.find('.taken');
    if (!alert) return;
    keeper.alert = false;
    alert.focus({ preventScroll: true });
    alert.scrollIntoView({ block: 'nearest' });
  }

  protected override render(keeper: Keeper) {
    const { t } = this.words;
    const face = new Face(keeper, keeper.slots, this.words);
    const minutes = Math.max(1, Math.round((keeper.ends - Date.now()) / 60_000));
    return html`
      <p class="unseen" aria-live="polite">
        ${keeper.said ? this.words.say(keeper.said, { minutes }) : nothing}
      </p>
      ${keeper.phase === 'taken' ? this.#taken(keeper, face) : nothing}
      ${
        keeper.chosen
          ? html`<div class="choice">
              ${this.#moment(t('chosen'), face.moment(keeper.chosen, 'long'))}
              ${
                face.other
                  ? this.#moment(
                      t(face.whose === 'clinic' ? 'chosen.yours' : 'chosen.clinic'),
                      face.moment(keeper.chosen, 'long', face.other),
                    )
                  : nothing
              }
              ${this.#state(keeper, keeper.chosen)}
            </div>`
          : nothing
      }
    `;
  }

  /** A line that is read, copied and printed like any, and is no text of the page. */
  #moment(label: string, moment: string) {
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

  /** Enter leads on, as in any line of a form. Under the steps that follow there is no form around it but perhaps the page's own. */
  readonly #onKey = (event: KeyboardEvent) => {
    const { host } = this.getRootNode() as ShadowRoot;
    if (event.key !== 'Enter' || !(host instanceof ClosedPart)) return;
    event.preventDefault();
    host.closest('form')?.querySelector<HTMLElement>('[type="submit"]')?.click();
  };

  #state(keeper: Keeper, slot: FreeSlot) {
    const { t } = this.words;
    // It may be booked by now: whether it is still held says nothing.
    if (keeper.unsure) return nothing;
    const again = html`<button type="button" class="quiet" @click=${() => keeper.again()}>
      ${t('again')}
    </button>`;
    switch (keeper.phase) {
      case 'holding':
        return html`<p class="hint">${t('holding')}</p>`;
      case 'held':
        return html`<p class="held">
            <span role="timer">${t('held', { left: clock(keeper.ends - Date.now()) })}</span>
          </p>
          ${
            keeper.extended
              ? nothing
              : html`<button type="button" class="quiet" @click=${() => void keeper.extend()}>
                  ${t('extend')}
                </button>`
          }`;
      case 'expired':
        return html`<p class="expired">${t('expired')}</p>
          ${again}`;
      case 'elsewhere':
        return this.#elsewhere(slot);
      default:
        return html`<p class="hint">${t('free')}</p>
          ${keeper.gaveBack ? again : nothing}`;
    }
  }

  #elsewhere(slot: FreeSlot) {
    if (this.#ways) return this.#ways(slot, this.words.locale);
    void import('./external-booking.lazy.js')
      .then(({ elsewhere }) => {
        this.#ways = elsewhere;
        this.requestUpdate();
      })
      .catch(() => {});
    return html`<p>${this.words.t('said.elsewhere')}</p>`;
  }

  #taken(keeper: Keeper, face: Face) {
    const { t } = this.words;
    return html`<div class="taken" role="alert" tabindex="-1">
      <p>${t('taken')}</p>
      ${
        keeper.nearest.length > 0
          ? html`<p>${t('nearest')}</p>
              <ul>
                ${keeper.nearest.map(
                  (slot) =>
                    html`<li>
                      <button type="button" class="way" @click=${() => keeper.choose(slot)}>
                        ${face.moment(slot, 'short')}
                      </button>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
    </div>`;
  }
}

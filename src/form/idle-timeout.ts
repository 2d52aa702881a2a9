/** Clears abandoned answers, to protect them from the next user of a shared device. */
import { html, nothing } from 'lit/html.js';
import type { AnyMessages } from '../i18n/index.js';

const minute = 60_000;

/**
 * Times in ms after which the visitor is warned and the answers are cleared.
 * https://www.w3.org/TR/WCAG22/#timing-adjustable
 */
const limits = { warned: 13 * minute, over: 15 * minute };

/**
 * `warned`: the visitor is asked whether they are still there; `over`: the answers were cleared.
 */
type IdleState = 'active' | 'warned' | 'over';

/**
 * Measures the time since the last input. Timers stop while a device sleeps, so the elapsed time is
 * read from the clock.
 */
export class IdleTimeout {
  state: IdleState = 'active';
  #since = 0;
  #timer?: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called when the state changes */
  constructor(private readonly changed: () => void) {}

  /** Called on input, or when the visitor confirms that they are still there. */
  activity() {
    const before = this.state;
    this.#since = Date.now();
    this.state = 'active';
    this.#wait(limits.warned);
    if (before !== 'active') this.changed();
  }

  /** Called when there are no answers left to clear. */
  stop() {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#check);
    this.state = 'active';
  }

  #wait(time: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#check, time);
    document.addEventListener('visibilitychange', this.#check);
  }

  readonly #check = () => {
    const idle = Date.now() - this.#since;
    if (idle < limits.warned) return this.#wait(limits.warned - idle);
    const before = this.state;
    if (idle < limits.over) {
      this.state = 'warned';
      this.#wait(limits.over - idle);
    } else {
      this.stop();
      this.state = 'over';
    }
    if (this.state !== before) this.changed();
  };

  /**
   * The warning with a button to keep the answers (WCAG 2.2.1), or the notice that they were
   * cleared; nothing while the visitor is active.
   */
  view({ say }: AnyMessages): unknown {
    if (this.state === 'active') return nothing;
    const stay = () => this.activity();
    return html`<div part="status" class="still" role="alert">
      <p>${say(`idle.${this.state}`)}</p>
      ${
        this.state === 'warned'
          ? html`<button type="button" class="quiet" @click=${stay}>${say('idle.stay')}</button>`
          : nothing
      }
    </div>`;
  }
}

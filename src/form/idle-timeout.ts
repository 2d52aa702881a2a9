/** Clears a form that was left alone, so that whoever comes to a shared device later finds nothing in it. */
import { html, nothing } from 'lit/html.js';
import type { AnyMessages } from '../i18n/index.js';

const minute = 60_000;

/** When a visitor is asked whether they are still there, and when their answers are cleared. https://www.w3.org/TR/WCAG22/#timing-adjustable */
const limits = { warned: 13 * minute, over: 15 * minute };

/** `warned`: someone should say that they are still there; `over`: no one did. */
type IdleState = 'active' | 'warned' | 'over';

/**
 * Measures how long nothing has been entered. A device that sleeps stops its timers, so the clock decides and the timers only look at it.
 */
export class IdleTimeout {
  state: IdleState = 'active';
  #since = 0;
  #timer?: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called when the state changes */
  constructor(private readonly changed: () => void) {}

  /** Something was entered, or someone says that they are there. */
  activity() {
    const before = this.state;
    this.#since = Date.now();
    this.state = 'active';
    this.#wait(limits.warned);
    if (before !== 'active') this.changed();
  }

  /** Nothing is left that could be cleared. */
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

  /** Says what becomes of the answers, with a button to keep them (WCAG 2.2.1); nothing while someone is active. */
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

const minute = 60_000;

/** When a visitor is asked whether they are still there, and when what they entered is cleared. https://www.w3.org/TR/WCAG22/#timing-adjustable */
const limits = { warned: 13 * minute, over: 15 * minute };

/** `warned`: somebody should say that they are still there; `over`: nobody did. */
export type Stillness = 'awake' | 'warned' | 'over';

/**
 * How long nothing has been entered: whoever comes to a shared device later must not find what the last one has left.
 * A device that sleeps stops its timers, so the clock decides and the timers only look at it.
 */
export class Idle {
  is: Stillness = 'awake';
  #since = 0;
  #timer?: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: () => void) {}

  /** Something was entered, or somebody says that they are there. */
  stir() {
    const before = this.is;
    this.#since = Date.now();
    this.is = 'awake';
    this.#wait(limits.warned);
    if (before !== 'awake') this.changed();
  }

  stop() {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
    this.is = 'awake';
  }

  #wait(time: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, time);
    document.addEventListener('visibilitychange', this.#look);
  }

  readonly #look = () => {
    const still = Date.now() - this.#since;
    if (still < limits.warned) return this.#wait(limits.warned - still);
    const before = this.is;
    if (still < limits.over) {
      this.is = 'warned';
      this.#wait(limits.over - still);
    } else {
      this.stop();
      this.is = 'over';
    }
    if (this.is !== before) this.changed();
  };
}

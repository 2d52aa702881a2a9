import type { FaqHost } from '../faq-host.js';
import { questionOf, readRemembered } from './remembered-answers.js';

/**
 * Distinguishes a toggle by the visitor, which fires an event of the widget, from one by the widget
 * or by the page's markup.
 */
export class OpenState {
  /** Whether each answer was open when it was added or last recorded. */
  readonly #recorded = new WeakMap<Element, boolean>();
  #remembered?: string[];

  /** Opens or closes an answer without counting it as a toggle by the visitor. */
  set(details: HTMLDetailsElement, open: boolean): void {
    details.open = open;
    this.#record(details);
  }

  /** Records whether an answer is open. Returns whether that has changed. */
  #record(details: HTMLDetailsElement): boolean {
    const { open } = details;
    const changed = this.#recorded.get(details) !== open;
    this.#recorded.set(details, open);
    return changed;
  }

  /**
   * Records a toggle. Returns whether it has changed the recorded state. An answer that was added
   * open is not prepared yet: WebKit fires its `toggle` before the observer of new answers runs.
   */
  toggled(details: HTMLDetailsElement): boolean {
    return this.#recorded.has(details) && this.#record(details);
  }

  /**
   * Groups the answers if only one can be open, and reopens those that the visitor had left open.
   */
  prepare(host: FaqHost): void {
    const { answers, instance } = host;
    const { oneOpen, remember } = host.settings;
    for (const details of answers) {
      if (oneOpen) details.name = instance;
      // A different name is the page's own group.
      else if (details.name === instance) details.name = '';
      if (this.#recorded.has(details)) continue;
      this.#record(details);
      // A copy of the page made during a search would stay hidden.
      details.removeAttribute('slot');
      if (
        remember &&
        (this.#remembered ??= readRemembered(host)).includes(questionOf(details)) &&
        !(oneOpen && answers.some(({ open }) => open))
      )
        this.set(details, true);
    }
  }
}

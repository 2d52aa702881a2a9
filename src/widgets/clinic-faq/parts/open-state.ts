import type { FaqHost } from '../faq-host.js';
import { questionOf, readRemembered } from './remembered-answers.js';

/** Tells a toggle by the visitor, which is an event of the widget, from one by the widget itself or by the page's markup. */
export class OpenState {
  /** Whether each answer was open when it came, or when its last change was recorded. */
  readonly #recorded = new WeakMap<Element, boolean>();
  #remembered?: string[];

  /** Opens or closes an answer by the widget's own doing. */
  set(details: HTMLDetailsElement, open: boolean): void {
    details.open = open;
    this.#record(details);
  }

  /** Records whether an answer is open; true if that has changed. */
  #record(details: HTMLDetailsElement): boolean {
    const { open } = details;
    const changed = this.#recorded.get(details) !== open;
    this.#recorded.set(details, open);
    return changed;
  }

  /**
   * Records a toggle; true if it has changed what is recorded. An answer that has just come open is not prepared yet: WebKit tells of its
   * opening before the observer of new answers runs.
   */
  toggled(details: HTMLDetailsElement): boolean {
    return this.#recorded.has(details) && this.#record(details);
  }

  /** Groups the answers where only one may be open, and opens new ones that the visitor had left open. */
  prepare(host: FaqHost): void {
    const { answers, instance } = host;
    const { oneOpen, remember } = host.settings;
    for (const details of answers) {
      if (oneOpen) details.name = instance;
      // Another name is a group of the page's own.
      else if (details.name === instance) details.name = '';
      if (this.#recorded.has(details)) continue;
      this.#record(details);
      // A copy of a page, taken during a search, would stay hidden.
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

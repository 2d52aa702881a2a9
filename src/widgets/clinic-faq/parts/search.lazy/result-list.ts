import type { FaqHost } from '../../faq-host.js';

/** Results shown at first, and at each scroll to their end, so that a key press costs the same in a list of thousands. */
const batch = 16;

export const sameAnswers = (one: HTMLDetailsElement[], other: HTMLDetailsElement[]): boolean =>
  one.length === other.length && one.every((details, index) => details === other[index]);

/**
 * Shows the answers that were found in place of all. They stay where they are in the page: their `slot` attribute assigns them to a slot
 * of the widget, which styles and scripts of the page have no use for.
 */
export class ResultList {
  /** The slot of all answers, set aside during a search. */
  readonly #allSlot: HTMLSlotElement;
  readonly #resultSlot = document.createElement('slot');
  /**
   * Holds what was a result of an earlier query of this search, unseen. Back in the slot of all while that is set aside, Chromium would
   * not show it again.
   */
  readonly #formerSlot = document.createElement('slot');
  readonly #former = new Set<HTMLDetailsElement>();
  /** Stands after the last result shown: more are added when it comes into view. */
  readonly #end = document.createElement('div');
  readonly #endInView = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)!.isIntersecting) this.#showFirst(this.#shown.size + batch);
    },
    // CSS px: before the end is seen, so that nobody takes it for the last result.
    { rootMargin: '800px' },
  );
  readonly #onShown: (shown: Iterable<HTMLDetailsElement>) => void;
  #results: HTMLDetailsElement[] = [];
  #shown = new Set<HTMLDetailsElement>();

  /** @param onShown called with the results that are shown, whenever these change */
  constructor(
    host: FaqHost,
    allSlot: HTMLSlotElement,
    onShown: (shown: Iterable<HTMLDetailsElement>) => void,
  ) {
    this.#allSlot = allSlot;
    this.#onShown = onShown;
    this.#resultSlot.name = 'clinic-faq-found';
    this.#formerSlot.name = 'clinic-faq-left';
    this.#resultSlot.hidden = this.#formerSlot.hidden = true;
    allSlot.before(this.#resultSlot, this.#end, this.#formerSlot);
    // Someone who moves by keyboard may reach the end without scrolling.
    host.addEventListener('focusin', ({ target }) => {
      if (this.#results[this.#shown.size - 1]?.contains(target as Node))
        this.#showFirst(this.#shown.size + batch);
    });
  }

  show(results: HTMLDetailsElement[]): void {
    // Where a letter changes nothing, as many stay as were shown.
    const count = sameAnswers(results, this.#results) ? this.#shown.size : 0;
    this.#results = results;
    this.#allSlot.toggleAttribute('data-set-aside', true);
    this.#resultSlot.hidden = this.#end.hidden = results.length === 0;
    this.#showFirst(Math.max(count, batch));
  }

  /** Ends the search: all answers are back in their slot. */
  showAll(): void {
    this.#results = [];
    this.#resultSlot.hidden = this.#end.hidden = true;
    this.#allSlot.removeAttribute('data-set-aside');
    this.#allSlot.hidden = false;
    // Forces a style update: answers must come back to a slot that is shown already.
    void getComputedStyle(this.#allSlot).contentVisibility;
    for (const details of [...this.#shown, ...this.#former]) details.removeAttribute('slot');
    this.#former.clear();
    this.#showFirst(0);
  }

  /** Hides a slot that is set aside: answers added to it during a search are laid out only when all are shown again. */
  answersChanged(): void {
    if (this.#allSlot.hasAttribute('data-set-aside')) this.#allSlot.hidden = true;
  }

  /** Touches only the answers that come or go. */
  #showFirst(count: number) {
    const next = new Set(this.#results.slice(0, count));
    for (const details of this.#shown)
      if (!next.has(details) && details.slot) {
        details.slot = this.#formerSlot.name;
        this.#former.add(details);
      }
    for (const details of next) if (!this.#shown.has(details)) details.slot = this.#resultSlot.name;
    this.#shown = next;
    // Observed anew, an end that stays in view is reported again.
    this.#endInView.unobserve(this.#end);
    if (next.size < this.#results.length) this.#endInView.observe(this.#end);
    this.#onShown(next);
  }
}

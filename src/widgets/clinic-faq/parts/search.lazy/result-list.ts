import type { FaqHost } from '../../faq-host.js';

/**
 * Number of results shown at first and added at each scroll to the end, to keep a key press fast in
 * a list of thousands.
 */
const batch = 16;

export const sameAnswers = (one: HTMLDetailsElement[], other: HTMLDetailsElement[]): boolean =>
  one.length === other.length && one.every((details, index) => details === other[index]);

/**
 * Shows the answers found instead of all. The answers are not moved in the page: their `slot`
 * attribute assigns them to a slot of the widget.
 */
export class ResultList {
  /** The slot of all answers, hidden during a search. */
  readonly #allSlot: HTMLSlotElement;
  readonly #resultSlot = document.createElement('slot');
  /**
   * Holds the results of an earlier query, hidden. If they returned to the hidden slot of all
   * answers, Chromium would not show them again.
   */
  readonly #formerSlot = document.createElement('slot');
  readonly #former = new Set<HTMLDetailsElement>();
  /** Follows the last result shown: more are added when it comes into view. */
  readonly #end = document.createElement('div');
  readonly #endInView = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)!.isIntersecting) this.#showFirst(this.#shown.size + batch);
    },
    // CSS px below the viewport, so that more results load before the end is visible.
    { rootMargin: '800px' },
  );
  readonly #onShown: (shown: Iterable<HTMLDetailsElement>) => void;
  #results: HTMLDetailsElement[] = [];
  #shown = new Set<HTMLDetailsElement>();

  /** @param onShown called with the results shown whenever they change */
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
    // Keyboard users can reach the end without scrolling.
    host.addEventListener('focusin', ({ target }) => {
      if (this.#results[this.#shown.size - 1]?.contains(target as Node))
        this.#showFirst(this.#shown.size + batch);
    });
  }

  show(results: HTMLDetailsElement[]): void {
    // If the results are unchanged, keep the number shown.
    const count = sameAnswers(results, this.#results) ? this.#shown.size : 0;
    this.#results = results;
    this.#allSlot.toggleAttribute('data-set-aside', true);
    this.#resultSlot.hidden = this.#end.hidden = results.length === 0;
    this.#showFirst(Math.max(count, batch));
  }

  /** Ends the search: all answers return to their slot. */
  showAll(): void {
    this.#results = [];
    this.#resultSlot.hidden = this.#end.hidden = true;
    this.#allSlot.removeAttribute('data-set-aside');
    this.#allSlot.hidden = false;
    // Forces a style update: the slot must be visible before answers return to it.
    void getComputedStyle(this.#allSlot).contentVisibility;
    for (const details of [...this.#shown, ...this.#former]) details.removeAttribute('slot');
    this.#former.clear();
    this.#showFirst(0);
  }

  /** Answers added during a search are laid out only when all are shown again. */
  answersChanged(): void {
    if (this.#allSlot.hasAttribute('data-set-aside')) this.#allSlot.hidden = true;
  }

  /** Updates only the answers that change. */
  #showFirst(count: number) {
    const next = new Set(this.#results.slice(0, count));
    for (const details of this.#shown)
      if (!next.has(details) && details.slot) {
        details.slot = this.#formerSlot.name;
        this.#former.add(details);
      }
    for (const details of next) if (!this.#shown.has(details)) details.slot = this.#resultSlot.name;
    this.#shown = next;
    // Observing it again reports an end that is still in view.
    this.#endInView.unobserve(this.#end);
    if (next.size < this.#results.length) this.#endInView.observe(this.#end);
    this.#onShown(next);
  }
}

import type { FaqHost } from '../../faq-host.js';
import { textNodesIn } from './answer-text.js';
import { findWords } from './normalize.js';

/**
 * The ranges found by all searches of the page, as a CSS custom highlight. It changes no nodes or
 * text, which may belong to a framework. Undefined in browsers without support.
 */
const highlight =
  'highlights' in CSS && typeof Highlight === 'function'
    ? (CSS.highlights.get('clinic-faq') ?? new Highlight())
    : undefined;

/**
 * Runs after the next frame is painted, so that a typed letter is shown before the work it causes.
 */
export const afterNextPaint = (run: () => void) => requestAnimationFrame(() => setTimeout(run));

/** Highlights the words of a search in the visible answers. */
export class Highlights {
  readonly #host: FaqHost;
  #answers: Iterable<HTMLDetailsElement> = [];
  #words: readonly string[] = [];
  #ranges: AbstractRange[] = [];
  #scheduled = false;

  constructor(host: FaqHost) {
    this.#host = host;
    if (highlight) CSS.highlights.set('clinic-faq', highlight);
  }

  /** @param words normalized */
  set(answers: Iterable<HTMLDetailsElement>, words: readonly string[]): void {
    this.#answers = answers;
    this.#words = words;
    this.update();
  }

  /** Runs once per frame, even if many answers open together. */
  update(): void {
    if (!highlight || this.#scheduled) return;
    this.#scheduled = true;
    afterNextPaint(() => {
      this.#scheduled = false;
      this.clear();
      if (this.#host.isConnected) this.#draw(highlight);
    });
  }

  clear(): void {
    for (const range of this.#ranges) highlight?.delete(range);
    this.#ranges = [];
  }

  #draw(highlight: Highlight) {
    for (const details of this.#answers) {
      // Closed answers get their ranges when they are opened.
      const visible = details.open ? details : details.querySelector('summary');
      if (!visible) continue;
      for (const node of textNodesIn(visible))
        for (const [startOffset, endOffset] of findWords(node.data, this.#words)) {
          const range = new StaticRange({
            startContainer: node,
            startOffset,
            endContainer: node,
            endOffset,
          });
          this.#ranges.push(range);
          highlight.add(range);
        }
    }
  }
}

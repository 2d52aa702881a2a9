import type { FaqHost } from '../../faq-host.js';
import { textNodesIn } from './answer-text.js';
import { findWords } from './normalize.js';

/**
 * The ranges that all searches of the page have found, as a CSS custom highlight: painted without a change to nodes or text, which may be
 * a framework's. Undefined in browsers without it.
 */
const highlight =
  'highlights' in CSS && typeof Highlight === 'function'
    ? (CSS.highlights.get('clinic-faq') ?? new Highlight())
    : undefined;

/** Runs once the next frame has been painted, so that a letter shows before any work that it causes. */
export const afterNextPaint = (run: () => void) => requestAnimationFrame(() => setTimeout(run));

/** Highlights the words of a search in the answers that are shown. */
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

  /** Once per frame, however many answers open together. */
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
      // What is closed needs no ranges: they are made when it opens.
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

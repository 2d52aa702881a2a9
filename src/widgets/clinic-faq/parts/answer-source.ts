import { reportConfigError } from '../../../config/index.js';
import type { FaqHost } from '../faq-host.js';

/** Where the answers come from: the children of the tag, in whatever markup an editor made of them, or a JSON file (`src`). */
export class AnswerSource {
  readonly #host: FaqHost;
  /** Turns other markup into `<details>`; undefined until it was needed and fetched. */
  #convert?: (host: FaqHost) => void;
  /** Once the tag had content, or nothing behind it, what follows it in the page is not its content. */
  #hasContent = false;
  /** The `src` that was asked for last. */
  #requested?: string;
  #failed = false;

  constructor(host: FaqHost) {
    this.#host = host;
  }

  /** A `src` that was given to this very widget wins over its children; one for the whole page does not. */
  get ownAddress(): unknown {
    const { properties, attributes } = this.#host.layers;
    return properties?.src ?? attributes?.src;
  }

  /**
   * Whether the children can be shown as they are: `<details>` can. Other markup is converted first, by a part of its own, and only once
   * the parser has finished with it.
   */
  get ready(): boolean {
    const host = this.#host;
    const inParagraph = host.matches('p > *');
    if (document.readyState === 'loading' || (this.ownAddress && !this.#failed && !inParagraph))
      return true;
    const children = [...host.children];
    const plain = children.length
      ? children.every((child) => child.localName === 'details')
      : this.#hasContent ||
        host.textContent?.trim() ||
        !(inParagraph || host.matches(':has(~ details)'));
    if (plain) return (this.#hasContent = true);
    if (!this.#convert) void this.#fetchConverter();
    this.#convert?.(host);
    return !!this.#convert || children.some((child) => child.localName === 'details');
  }

  async #fetchConverter() {
    const part = await import('./sources.lazy.js').catch(() => undefined);
    this.#convert = part?.convertToDetails ?? (() => {});
    this.#host.requestUpdate();
  }

  /** Fetches the JSON file, once for each `src`, and shows its entries in place of the children. Where it can't be used, they stay. */
  async load(): Promise<void> {
    const host = this.#host;
    const { src } = host.settings;
    if (!src || src === this.#requested || (!this.ownAddress && host.answers[0])) return;
    this.#requested = src;
    try {
      const address = new URL(src, location.href).href;
      const [{ drawEntries }, faq] = await Promise.all([
        import('./entries.lazy/entries.js'),
        import('../../../transport/lookup.js').then(({ lookup }) => lookup<unknown>(address)),
      ]);
      // The file is asked for while the widget still waits for its words.
      if (!host.isShown)
        await new Promise((ready) => host.addEventListener('clinic-ready', ready, { once: true }));
      await drawEntries(host, faq, () => src === this.#requested);
    } catch (error) {
      this.#failed = true;
      host.requestUpdate();
      reportConfigError(
        `<${host.localName}> src: ${src} could not be used (${(error as Error).message}); the fallback inside the tag is used instead`,
      );
    }
  }
}

import { reportConfigError } from '../../../config/index.js';
import type { FaqHost } from '../faq-host.js';

/** The source of the answers: the children of the tag, in any markup, or a JSON file (`src`). */
export class AnswerSource {
  readonly #host: FaqHost;
  /** Converts other markup to `<details>`; undefined until it is loaded. */
  #convert?: (host: FaqHost) => void;
  /**
   * Once the tag had content, or was found to have none after it, what follows it in the page is
   * not its content.
   */
  #hasContent = false;
  /** The `src` that was last requested. */
  #requested?: string;
  #failed = false;

  constructor(host: FaqHost) {
    this.#host = host;
  }

  /** A `src` on this widget takes precedence over its children; a page-wide one does not. */
  get ownAddress(): unknown {
    const { properties, attributes } = this.#host.layers;
    return properties?.src ?? attributes?.src;
  }

  /**
   * Whether the children can be shown as they are, which `<details>` can. Other markup is converted
   * first by a lazily loaded module, after the parser has finished.
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

  /**
   * Fetches the JSON file, once per `src`, and replaces the children with its entries. If it can't
   * be used, the children stay.
   */
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
      // The file is requested while the widget still waits for its messages.
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

import { reportConfigError } from '../../config/index.js';
import { ClinicElement, define, type Stage } from '../../element/index.js';
import { shield } from '../../form/event-shield.js';
import { Messages } from '../../i18n/index.js';
import { baseStyles } from '../../theme/index.js';
// The page's own fetch, taken now: the part that sends comes later.
import '../../transport/native.js';
import { adoptInto, pageStyles, styles } from './clinic-faq.styles.js';
import { en } from './messages/en.js';
import type { Reading } from './parts/reading.lazy/reading.js';
import { questionOf, remembered } from './remembered.js';
import type { Search } from './parts/search.lazy/search.js';
import { Tools } from './parts/reading.lazy/toolbar.js';

/**
 * Questions and answers as native `<details>`, readable without a script, from the children of the tag or from JSON. They are searched,
 * linked to and printed; an answer may lead to another widget.
 * @summary Answers that are found, linked, read aloud and printed
 * @tag clinic-faq
 * @slot - The answers: `<details><summary>Question</summary>…</details>`, a `dl`, or headings with text under them
 * @csspart tools - The row with the search and the button that opens all answers
 * @csspart label - The label of the search
 * @csspart search - The search box, also a `control`
 * @csspart status - How many questions were found
 * @csspart toggle-all - Opens or closes all answers
 * @csspart none - What stands in place of the questions when none was found
 * @fires {CustomEvent<ClinicEvents['clinic-faq-toggle']>} clinic-faq-toggle - An answer was opened or closed: `entry`, `open`
 * @fires {CustomEvent<ClinicEvents['clinic-faq-search']>} clinic-faq-search - A search came to rest: `results`, a count, never the words
 * @fires {CustomEvent<ClinicEvents['clinic-faq-feedback']>} clinic-faq-feedback - "Was this helpful?" was answered: `entry`, `helpful`
 */
export class ClinicFaq extends ClinicElement {
  static override styles = [...baseStyles, styles];

  static override properties = {
    src: {},
    oneOpen: { attribute: 'one-open', type: Boolean },
    remember: { type: Boolean },
    feedback: { type: Boolean },
    endpoint: {},
  };

  /** Address of the questions and answers as JSON; without it, the children are the source */
  declare src?: string;
  /** At most one answer is open at a time */
  declare oneOpen?: boolean;
  /** Keeps which answers are open for the visit, in sessionStorage */
  declare remember?: boolean;
  /** `false` leaves "Was this helpful?" out; without an endpoint it is left out anyway */
  declare feedback?: boolean;
  /** Where "Was this helpful?" goes: https, same origin or loopback */
  declare endpoint?: string;
  readonly #words = new Messages(this, { en, es: () => import('./messages/es.lazy.js') });
  readonly #slot = document.createElement('slot');
  readonly #renew = () => this.requestUpdate();
  readonly #children = new MutationObserver(this.#renew);
  /** How each answer stands as far as anybody was told, or need not be told because it was our doing or has come that way. */
  readonly #known = new WeakMap<Element, boolean>();
  #tools?: Tools;
  #reading?: Reading | undefined;
  #search?: Search | undefined;
  #gather?: ((host: ClinicFaq) => void) | undefined;
  /** Once it had something inside, or nothing behind it, what stands behind it is not its own. */
  #own = false;
  #loaded?: string;
  #failed = false;
  #shown = false;
  #remembered?: string[];

  constructor() {
    super();
    // `toggle` does not bubble, but it can be caught on its way down.
    this.addEventListener('toggle', this.#onToggle, true);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('pointerover', () => void this.#read(), { once: true });
    // By then the parser is through with what stands inside.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', this.#renew, { once: true });
    shield(this, () => void this.#find());
  }

  /** The answers that stand inside. @internal */
  get answers(): HTMLDetailsElement[] {
    return [...this.children].filter((child) => child instanceof HTMLDetailsElement);
  }

  override connectedCallback() {
    super.connectedCallback();
    adoptInto(this, pageStyles);
    this.#children.observe(this, { childList: true });
  }

  /** Opens or closes an answer without telling anybody. @internal */
  setOpen(details: HTMLDetailsElement, open: boolean): void {
    this.#known.set(details, open);
    details.open = open;
  }

  /** Shows all questions again, where a search has hidden some. @internal */
  endSearch(): void {
    this.#search?.clear();
  }

  protected override get stage(): Stage {
    return this.#words.pending || !this.#legible ? 'wait' : 'show';
  }

  protected override draw(root: ShadowRoot, stage: Stage) {
    if (!this.#slot.isConnected) root.append(this.#slot);
    this.#shown = stage === 'show';
    if (this.#shown || (stage === 'wait' && this.#ownSource)) void this.#load();
    if (!this.#shown) return;
    const { heading, headingLevel } = this.settings;
    let title = root.querySelector<HTMLElement>('[part="heading"]');
    if (title?.localName !== `h${headingLevel}` || !heading) {
      title?.remove();
      title = document.createElement(`h${headingLevel as 2}`);
      title.tabIndex = -1;
      title.part.add('heading');
      if (heading) root.prepend(title);
    }
    // It stays the same node, because the focus may be on it.
    title.textContent = heading!;
    this.#prepare();
    this.#drawTools();
    this.#search?.refresh();
    setTimeout(() => void this.#read(), location.hash ? 0 : 500);
  }

  #prepare() {
    const { answers, instance } = this;
    const { oneOpen, remember } = this.settings;
    for (const details of answers) {
      if (oneOpen) details.name = instance;
      // Others are the page's own.
      else if (details.name === instance) details.name = '';
      if (this.#known.has(details)) continue;
      this.#known.set(details, details.open);
      // What a copied page has kept of a search would hide it.
      details.removeAttribute('slot');
      if (
        remember &&
        (this.#remembered ??= remembered(this)).includes(questionOf(details)) &&
        !(oneOpen && answers.some(({ open }) => open))
      )
        this.setOpen(details, true);
    }
  }

  /**
   * Whether what stands inside can be shown as it is: `<details>` can. What editors and their programs make of it takes a part of its
   * own, and is not touched before the parser is through with it.
   */
  get #legible(): boolean {
    const inline = this.matches('p > *');
    if (document.readyState === 'loading' || (this.#ownSource && !this.#failed && !inline))
      return true;
    const children = [...this.children];
    const plain = children.length
      ? children.every((child) => child.localName === 'details')
      : this.#own || !this.bare || !(inline || this.matches(':has(~ details)'));
    if (plain) return (this.#own = true);
    if (!this.#gather) void this.#fetchGather();
    this.#gather?.(this);
    return !!this.#gather || children.some((child) => child.localName === 'details');
  }

  async #fetchGather() {
    const part = await import('./parts/sources.lazy.js').catch(() => undefined);
    this.#gather = part?.gather ?? (() => {});
    this.requestUpdate();
  }

  #drawTools() {
    const { answers } = this;
    // One question need not be looked for.
    if (!this.#tools && answers.length > 1) {
      const { input, toggleAll } = (this.#tools = new Tools(this.#slot));
      input.addEventListener('focus', () => void this.#find());
      toggleAll.addEventListener(
        'click',
        () => void this.#read().then((reading) => reading?.toggleAll()),
      );
    }
    const allOpen = answers.every(({ open }) => open);
    this.#tools?.draw(this.#words, allOpen, !!this.settings.oneOpen);
  }

  /** An address that was given to this very widget wins over its children; one for the whole page does not. */
  get #ownSource() {
    const { properties, attributes } = this.layers;
    return properties?.src ?? attributes?.src;
  }

  async #load() {
    const { src } = this.settings;
    if (!src || src === this.#loaded || (!this.#ownSource && this.answers[0])) return;
    this.#loaded = src;
    try {
      const address = new URL(src, location.href).href;
      const [{ drawEntries }, faq] = await Promise.all([
        import('./parts/entries.lazy.js'),
        import('../../transport/lookup.js').then(({ lookup }) => lookup<unknown>(address)),
      ]);
      // Drawn with words, but asked for before they are there.
      if (!this.#shown)
        await new Promise((shown) => this.addEventListener('clinic-ready', shown, { once: true }));
      await drawEntries(this, faq, this.#words, () => src === this.#loaded);
    } catch (error) {
      this.#failed = true;
      this.requestUpdate();
      reportConfigError(
        `<${this.localName}> src: ${src} cannot be used (${(error as Error).message}); what is inside the tag stays`,
      );
    }
  }

  /** What is not needed before somebody reads, and never where the widget may not be. */
  async #read(): Promise<Reading | undefined> {
    if (!this.#shown) return undefined;
    const part = await import('./parts/reading.lazy/reading.js').catch(() => undefined);
    return (this.#reading ??= part && new part.Reading(this, this.#words));
  }

  async #find(): Promise<unknown> {
    if (!this.#search) {
      const part = await import('./parts/search.lazy/search.js').catch(() => undefined);
      // Where it could not be fetched it is not offered: all questions are there.
      if (!part) return (this.#tools!.search.hidden = true);
      this.#search ??= new part.Search(this, this.#tools!, this.#slot, this.#words);
    }
    return this.#search.read();
  }

  readonly #onToggle = ({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement) || target.parentElement !== this) return;
    const { open } = target;
    if (!this.#shown || this.#known.get(target) === open) return;
    this.#known.set(target, open);
    this.#drawTools();
    void this.#read().then((reading) => this.isConnected && reading?.toggled(target, open));
  };

  readonly #onClick = ({ target }: Event) => {
    if (this.#shown && this.#reading) this.#reading.clicked(target as Element);
    else void this.#read().then((reading) => reading?.clicked(target as Element));
  };
}
define('clinic-faq', ClinicFaq);

declare global {
  interface HTMLElementTagNameMap {
    'clinic-faq': ClinicFaq;
  }
}

import type { PropertyValues } from '@lit/reactive-element';
import { ClinicElement, complain, define, type Stage } from '../../config/index.js';
import { shield } from '../../form/shield.js';
import { Messages } from '../../i18n/index.js';
import { baseStyles } from '../../theme/index.js';
// The page's own fetch, taken now: the part that sends comes later.
import '../../transport/native.js';
import { adoptInto, pageStyles, styles } from './clinic-faq.styles.js';
import { en } from './messages/en.js';
import type { Reading } from './reading.js';
import { questionOf, remembered } from './remembered.js';
import type { Search } from './search.js';
import { Tools } from './tools.js';

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
  readonly #words = new Messages(this, { en, es: () => import('./messages/es.js') });
  readonly #slot = document.createElement('slot');
  readonly #children = new MutationObserver(() => this.requestUpdate());
  /** Answers that were opened or closed by us, of which nobody is told. */
  readonly #quiet = new WeakSet<Element>();
  #tools?: Tools;
  #reading?: Reading;
  #search?: Search;
  #gather?: ((host: HTMLElement) => void) | undefined;
  #loaded?: string;
  #failed = false;
  #shown = false;
  #remembered?: string[];

  constructor() {
    super();
    // `toggle` does not bubble, but it can be caught on its way down.
    this.addEventListener('toggle', this.#onToggle, { capture: true });
    this.addEventListener('click', this.#onClick);
    for (const near of ['pointerover', 'focusin'])
      this.addEventListener(near, () => void this.#read(), { once: true });
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
    // By then the parser is through with what stands inside.
    document.addEventListener('DOMContentLoaded', this.#parsed);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#children.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#parsed);
  }

  /** Opens or closes an answer without telling anybody. @internal */
  setOpen(details: HTMLDetailsElement, open: boolean): void {
    if (details.open === open) return;
    this.#quiet.add(details);
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
    if (!this.#shown) return;
    const { heading, headingLevel } = this.settings;
    root.querySelector('[part="heading"]')?.remove();
    if (heading) {
      const title = document.createElement(`h${headingLevel as 2}`);
      title.textContent = heading;
      title.tabIndex = -1;
      title.part.add('heading');
      root.prepend(title);
    }
    this.#drawTools();
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    if (!this.#shown) return;
    void this.#load();
    const { answers } = this;
    const { oneOpen, remember } = this.settings;
    if (oneOpen || answers[0]?.name)
      for (const details of answers) details.name = oneOpen ? this.instance : '';
    if (remember) {
      this.#remembered ??= remembered(this);
      for (const details of answers)
        if (this.#remembered.includes(questionOf(details))) this.setOpen(details, true);
    }
    this.#search?.refresh();
    setTimeout(() => void this.#read(), location.hash ? 0 : 500);
  }

  /**
   * Whether what stands inside can be shown as it is: `<details>` can. What editors and their programs make of it takes a part of its
   * own, and is not touched before the parser is through with it.
   */
  get #legible(): boolean {
    if (document.readyState === 'loading' || (this.#ownSource && !this.#failed)) return true;
    const children = [...this.children];
    const plain = children.length
      ? children.every((child) => child.localName === 'details')
      : !this.bare || !this.matches('p > *, :has(~ details)');
    if (plain) return true;
    if (!this.#gather) void this.#fetchGather();
    this.#gather?.(this);
    return !!this.#gather || children.some((child) => child.localName === 'details');
  }

  async #fetchGather() {
    const part = await import('./sources.js').catch(() => undefined);
    this.#gather = part?.gather ?? (() => {});
    this.requestUpdate();
  }

  #drawTools() {
    // One question need not be looked for.
    if (!this.#tools && this.querySelector(':scope > details ~ details')) {
      const { input, toggleAll } = (this.#tools = new Tools(this.#slot));
      input.addEventListener('focus', () => void this.#find());
      toggleAll.addEventListener('click', () => void this.#toggleAll());
    }
    this.#tools?.draw(this.#words, this.#allOpen, !!this.settings.oneOpen);
  }

  get #allOpen() {
    return !this.querySelector(':scope > details:not([open])');
  }

  async #toggleAll() {
    (await this.#read())?.toggleAll(!this.#allOpen);
    this.#drawTools();
  }

  /** An address that was given to this very widget wins over its children; one for the whole page does not. */
  get #ownSource() {
    const { properties, attributes } = this.layers;
    return properties?.src ?? attributes?.src;
  }

  async #load() {
    const { src } = this.settings;
    if (!src || src === this.#loaded || (!this.#ownSource && this.answers.length > 0)) return;
    this.#loaded = src;
    const address = new URL(src, location.href).href;
    try {
      const [{ drawEntries }, faq] = await Promise.all([
        import('./entries.js'),
        import('../../transport/lookup.js').then(({ lookup }) => lookup<unknown>(address)),
      ]);
      await drawEntries(this, faq, this.#words);
    } catch (error) {
      this.#failed = true;
      this.requestUpdate();
      complain(
        `<${this.localName}> src: ${address} cannot be used (${(error as Error).message}); what is inside the tag stays`,
      );
    }
  }

  /** What is not needed before somebody reads. */
  async #read(): Promise<Reading | undefined> {
    const part = await import('./reading.js').catch(() => undefined);
    return (this.#reading ??= part && new part.Reading(this, this.#words));
  }

  async #find() {
    const part = await import('./search.js').catch(() => undefined);
    this.#search ??= part && new part.Search(this, this.#tools!, this.#slot, this.#words);
    if (this.#search) this.#search.read();
    else this.#tools!.withoutSearch();
  }

  readonly #parsed = () => this.requestUpdate();

  readonly #onToggle = ({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement) || target.parentElement !== this) return;
    this.#drawTools();
    if (this.#quiet.delete(target)) return;
    const { id, open } = target;
    if (id) this.emit('clinic-faq-toggle', { entry: id, open });
    void this.#read().then((reading) => {
      if (!this.isConnected) return;
      reading?.toggled(target, open);
      // One without an id of its own has its name only now.
      if (!id) this.emit('clinic-faq-toggle', { entry: target.id, open });
    });
  };

  readonly #onClick = ({ target }: Event) => {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('[data-clinic-open]') : null;
    const { clinicOpen, service } = button?.dataset ?? {};
    if (clinicOpen) this.emit('clinic-open', { target: clinicOpen, ...(service && { service }) });
  };
}
define('clinic-faq', ClinicFaq);

declare global {
  interface HTMLElementTagNameMap {
    'clinic-faq': ClinicFaq;
  }
}

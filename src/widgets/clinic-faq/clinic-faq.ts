import { ClinicElement, define, type Stage } from '../../element/index.js';
import { shield } from '../../form/event-shield.js';
import { Messages } from '../../i18n/index.js';
import { baseStyles } from '../../theme/index.js';
// Captures the original `fetch` before other scripts can replace it; the module that sends is
// loaded later.
import '../../transport/native.js';
import { adoptAround, answerStyles } from './answers.styles.js';
import { styles } from './clinic-faq.styles.js';
import type { FaqHost } from './faq-host.js';
import { en } from './messages/en.js';
import { AnswerSource } from './parts/answer-source.js';
import { createPart } from './parts/create-part.js';
import { OpenState } from './parts/open-state.js';
import type { ReadingController } from './parts/reading.lazy/reading.js';
import type { SearchController } from './parts/search.lazy/search.js';
import { Toolbar } from './parts/toolbar.js';

/**
 * Questions and answers as native `<details>`, readable without JavaScript, from the children of the
 * tag or from JSON. Visitors can search them, link to an answer and print all; an answer can open
 * another widget.
 * @summary Questions and answers that visitors can search, link to and print
 * @tag clinic-faq
 * @slot - The answers: `<details><summary>Question</summary>…</details>`, a `dl`, or headings with text under them
 * @csspart tools - The row with the search and the button that opens all answers
 * @csspart label - The label of the search
 * @csspart search - The search box, also a `control`
 * @csspart status - The number of questions found
 * @csspart toggle-all - Opens or closes all answers
 * @csspart none - Shown in place of the questions when none was found
 * @fires {CustomEvent<ClinicEvents['clinic-faq-toggle']>} clinic-faq-toggle - An answer was opened or closed: `entry`, `open`
 * @fires {CustomEvent<ClinicEvents['clinic-faq-search']>} clinic-faq-search - The visitor has stopped typing: `results`, the number of questions found, never the query
 * @fires {CustomEvent<ClinicEvents['clinic-faq-feedback']>} clinic-faq-feedback - "Was this helpful?" was answered: `entry`, `helpful`
 */
export class ClinicFaq extends ClinicElement implements FaqHost {
  static override styles = [...baseStyles, styles];

  static override properties = {
    src: {},
    oneOpen: { attribute: 'one-open', type: Boolean },
    remember: { type: Boolean },
    feedback: { type: Boolean },
    endpoint: {},
  };

  /** URL of the questions and answers as JSON. Default: the children of the tag */
  declare src?: string;
  /** Whether at most one answer is open at a time */
  declare oneOpen?: boolean;
  /** Whether to remember open answers in sessionStorage */
  declare remember?: boolean;
  /** `false` leaves out "Was this helpful?". Without an endpoint it is always left out */
  declare feedback?: boolean;
  /** URL that "Was this helpful?" is sent to: https, same origin or loopback */
  declare endpoint?: string;

  readonly #words = new Messages(this, { en, es: () => import('./messages/es.lazy.js') });
  readonly #source = new AnswerSource(this);
  readonly #openState = new OpenState();
  readonly #slot = document.createElement('slot');
  readonly #childObserver = new MutationObserver(() => this.requestUpdate());
  #toolbar?: Toolbar;
  #reading?: ReadingController | undefined;
  #search?: SearchController | undefined;

  /** Whether the widget is shown. @internal */
  isShown = false;

  constructor() {
    super();
    // `toggle` does not bubble, so it is listened for in the capture phase.
    this.addEventListener('toggle', this.#onToggle, true);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('pointerover', () => void this.#loadReading(), { once: true });
    // The children are complete when the parser has finished.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
    shield(this, () => void this.#runSearch());
  }

  /** The answers that are children of the tag. @internal */
  get answers(): HTMLDetailsElement[] {
    return [...this.children].filter((child) => child instanceof HTMLDetailsElement);
  }

  /** Opens or closes an answer without an event. @internal */
  setOpen(details: HTMLDetailsElement, open: boolean): void {
    this.#openState.set(details, open);
  }

  /** Empties the search box and shows all questions again. @internal */
  endSearch(): void {
    this.#search?.clear();
  }

  override connectedCallback() {
    super.connectedCallback();
    adoptAround(this, answerStyles);
    this.#childObserver.observe(this, { childList: true });
  }

  protected override get stage(): Stage {
    return this.#words.pending || !this.#source.ready ? 'wait' : 'show';
  }

  protected override draw(root: ShadowRoot, stage: Stage) {
    if (!this.#slot.isConnected) root.append(this.#slot);
    this.isShown = stage === 'show';
    if (this.isShown || (stage === 'wait' && this.#source.ownAddress)) void this.#source.load();
    if (!this.isShown) return;
    this.#drawHeading(root);
    this.#openState.prepare(this);
    this.#drawToolbar();
    this.#search?.refresh();
    // A link to an answer is followed at once; otherwise load after the first paint.
    setTimeout(() => void this.#loadReading(), location.hash ? 0 : 500);
  }

  #drawHeading(root: ShadowRoot) {
    const { heading, headingLevel } = this.settings;
    let element = root.querySelector<HTMLElement>('[part="heading"]');
    if (element?.localName !== `h${headingLevel}` || !heading) {
      element?.remove();
      element = createPart(`h${headingLevel as 2}`, 'heading', { tabIndex: -1 });
      if (heading) root.prepend(element);
    }
    // The element is reused if possible, because it may have the focus.
    element.textContent = heading!;
  }

  /** No toolbar for a single question: there is nothing to search. */
  #drawToolbar() {
    const { answers } = this;
    if (!this.#toolbar && answers.length > 1) {
      const { input, toggleAll } = (this.#toolbar = new Toolbar(this.#slot));
      input.addEventListener('focus', () => void this.#runSearch());
      toggleAll.addEventListener(
        'click',
        () => void this.#loadReading().then((reading) => reading?.toggleAll()),
      );
    }
    const allOpen = answers.every(({ open }) => open);
    this.#toolbar?.draw(this.#words, allOpen, !!this.settings.oneOpen);
  }

  /** Loads what a visitor needs to read the answers, unless the widget is hidden. */
  async #loadReading(): Promise<ReadingController | undefined> {
    if (!this.isShown) return undefined;
    const part = await import('./parts/reading.lazy/reading.js').catch(() => undefined);
    return (this.#reading ??= part && new part.ReadingController(this));
  }

  /** Runs the search; loads its module first if needed. */
  async #runSearch(): Promise<unknown> {
    if (!this.#search) {
      const part = await import('./parts/search.lazy/search.js').catch(() => undefined);
      // If the search could not be loaded, its box is hidden and all questions stay.
      if (!part) return (this.#toolbar!.search.hidden = true);
      this.#search ??= new part.SearchController(this, this.#toolbar!, this.#slot);
    }
    return this.#search.update();
  }

  readonly #onToggle = ({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement) || target.parentElement !== this) return;
    if (!this.isShown || !this.#openState.toggled(target)) return;
    const { open } = target;
    this.#drawToolbar();
    void this.#loadReading().then((reading) => this.isConnected && reading?.toggled(target, open));
  };

  readonly #onClick = ({ target }: Event) => {
    if (this.isShown && this.#reading) this.#reading.clicked(target as Element);
    else void this.#loadReading().then((reading) => reading?.clicked(target as Element));
  };
}
define('clinic-faq', ClinicFaq);

declare global {
  interface HTMLElementTagNameMap {
    'clinic-faq': ClinicFaq;
  }
}

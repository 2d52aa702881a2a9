import type { PropertyValues } from '@lit/reactive-element';
import { ClinicElement, complain, define, type Stage } from '../../config/index.js';
import type { Faq, FaqAction, FaqEntry } from '../../contract/faq.js';
import { Messages } from '../../i18n/index.js';
import { baseStyles } from '../../theme/index.js';
import { pageStyles, styles } from './clinic-faq.styles.js';
import { markdown } from './markdown.js';
import { en } from './messages/en.js';

/**
 * Questions and answers as native `<details>`, readable without a script, from the children of the tag or from JSON. An answer may
 * lead to another widget.
 * @summary Answers that are found, linked, read aloud and printed
 * @tag clinic-faq
 * @slot - The answers: `<details><summary>Question</summary>…</details>`
 * @fires {CustomEvent<ClinicEvents['clinic-faq-toggle']>} clinic-faq-toggle - An answer was opened or closed: `entry`, `open`
 */
export class ClinicFaq extends ClinicElement {
  static override styles = [...baseStyles, styles];

  static override properties = {
    src: {},
    oneOpen: { attribute: 'one-open', type: Boolean },
  };

  /** Address of the questions and answers as JSON; without it, the children are the source */
  declare src?: string;
  /** At most one answer is open at a time */
  declare oneOpen?: boolean;

  readonly #words = new Messages(this, { en, es: () => import('./messages/es.js') });
  readonly #slot = document.createElement('slot');
  #loaded?: string;

  constructor() {
    super();
    // `toggle` does not bubble, but it can be caught on its way down.
    this.addEventListener('toggle', this.#onToggle, { capture: true });
    this.addEventListener('click', this.#onClick);
  }

  override connectedCallback() {
    super.connectedCallback();
    const root = this.getRootNode();
    const sheet = pageStyles.styleSheet;
    if (
      (root instanceof Document || root instanceof ShadowRoot) &&
      sheet &&
      !root.adoptedStyleSheets.includes(sheet)
    ) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }

  protected override get stage(): Stage {
    return this.#words.pending ? 'wait' : 'show';
  }

  protected override draw(root: ShadowRoot) {
    const { heading, headingLevel } = this.settings;
    const title = heading ? document.createElement(`h${headingLevel as 2}`) : undefined;
    if (title) {
      title.textContent = heading!;
      title.tabIndex = -1;
      title.part.add('heading');
    }
    root.querySelector('[part="heading"]')?.remove();
    if (!this.#slot.isConnected) root.append(this.#slot);
    if (title) this.#slot.before(title);
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    void this.#load();
    for (const details of this.#answers) details.name = this.settings.oneOpen ? this.instance : '';
  }

  get #answers(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>(':scope > details')];
  }

  async #load() {
    const { src } = this.settings;
    if (
      !src ||
      src === this.#loaded ||
      (!this.hasAttribute('src') && !this.dataset['src'] && this.#answers.length > 0)
    )
      return;
    this.#loaded = src;
    const address = new URL(src, location.href).href;
    try {
      const { lookup } = await import('../../transport/lookup.js');
      const faq = await lookup<Partial<Faq> | null>(address);
      const entries = Array.isArray(faq?.entries) ? faq.entries.filter(isEntry) : undefined;
      if (!entries) throw new Error('it must hold { "entries": [ … ] }');
      this.replaceChildren(...entries.map((entry) => this.#draw(entry)));
      this.requestUpdate();
    } catch (error) {
      complain(
        `<${this.localName}> src: ${address} cannot be used (${(error as Error).message}); what is inside the tag stays`,
      );
    }
  }

  #draw({ id, question, answer, actions }: FaqEntry): HTMLDetailsElement {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    details.id = id;
    summary.append(question);
    details.append(summary, ...markdown(answer));
    for (const action of (Array.isArray(actions) ? actions : []).filter(isAction)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset['clinicOpen'] = action.open;
      if (action.service) button.dataset['service'] = action.service;
      button.append(action.text);
      const row = document.createElement('p');
      row.append(button);
      details.append(row);
    }
    return details;
  }

  readonly #onToggle = (event: Event) => {
    const details = event.target;
    if (!(details instanceof HTMLDetailsElement) || details.parentElement !== this) return;
    const entry = details.id || `${this.instance}-${this.#answers.indexOf(details) + 1}`;
    this.emit('clinic-faq-toggle', { entry, open: details.open });
  };

  readonly #onClick = (event: Event) => {
    const button =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-clinic-open]')
        : null;
    const { clinicOpen: target, service } = button?.dataset ?? {};
    if (target) this.emit('clinic-open', { target, ...(service && { service }) });
  };
}
define('clinic-faq', ClinicFaq);

const isEntry = (entry: FaqEntry | null): entry is FaqEntry =>
  typeof entry?.id === 'string' &&
  typeof entry.question === 'string' &&
  typeof entry.answer === 'string';

const isAction = (action: FaqAction | null): action is FaqAction =>
  typeof action?.text === 'string' && typeof action.open === 'string';

declare global {
  interface HTMLElementTagNameMap {
    'clinic-faq': ClinicFaq;
  }
}

/**
 * Shows emergency lines beside a free text that suggests a crisis, and knows the lines of other
 * regions. Loaded when a visitor first uses the form.
 */
import { html, nothing } from 'lit/html.js';
import { telHref, type ClinicElement } from '../../../../element/index.js';
import { Messages } from '../../../../i18n/index.js';
import { soundsLikeCrisis } from './crisis-phrases.js';
import { en, es } from './messages.js';
import { contactsIn, type Contact } from './regions.js';

/** One way to get help: a number to call or text, or a page to open. */
export interface EmergencyLine {
  text: string;
  href: string;
}

/** Debounce in ms, so that "I want to die" on the way to "I want to diet" does not count. */
const pause = 400;

const textIn = (answer: unknown): string[] =>
  typeof answer === 'string'
    ? [answer]
    : typeof answer === 'object' && answer !== null
      ? Object.values(answer).flatMap(textIn)
      : [];

const hrefOf = ({ by, number }: Contact) =>
  by === 'text' ? telHref(number).replace('tel:', 'sms:') : telHref(number);

/**
 * Checks free text for crisis phrases, in the browser only, and opens the emergency lines after the
 * field. Nothing is sent, stored, blocked or reported to the page, and the focus does not move.
 */
export class CrisisSignpost {
  readonly #host: ClinicElement;
  readonly #words: Messages<typeof en>;
  readonly #answer: (field: string) => unknown;
  readonly #fields: readonly string[];
  readonly #lines: () => unknown;
  /** Fields with a crisis phrase; `hidden`: the visitor has closed the signpost */
  readonly #open = new Map<string, 'open' | 'hidden'>();
  #waiting?: ReturnType<typeof setTimeout>;

  /**
   * @param fields names of the free-text fields
   * @param answer returns the value of a field
   * @param lines template of the clinic's emergency lines
   */
  constructor(
    host: ClinicElement,
    fields: readonly string[],
    answer: (field: string) => unknown,
    lines: () => unknown,
  ) {
    this.#host = host;
    this.#fields = fields;
    this.#answer = answer;
    this.#lines = lines;
    this.#words = new Messages(host, { en, es });
  }

  /** The lines of a region; undefined if none are known. */
  lines(region: string): EmergencyLine[] | undefined {
    const { t, find } = this.#words;
    const ownName = find(`care.line.${region.trim().toUpperCase()}`);
    return contactsIn(region)?.map((contact) => {
      const { by, number, name = '' } = contact;
      const text =
        by === 'emergency'
          ? t('care.emergency', { number })
          : by === 'text'
            ? t('care.text-to', { number })
            : name
              ? t('care.call', { number, name: ownName ?? name })
              : t('care.call.bare', { number });
      return { text, href: hrefOf(contact) };
    });
  }

  /** Called on input: checks the text after a pause. */
  entered() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#look(), pause);
  }

  #isCrisis = (field: string) => textIn(this.#answer(field)).some(soundsLikeCrisis);

  #look() {
    for (const field of this.#fields) {
      const sounds = this.#isCrisis(field);
      const known = this.#open.get(field);
      if (sounds && !known) this.#set(field, 'open');
      if (!sounds && known === 'hidden') this.#set(field);
    }
  }

  /**
   * It stays open when the phrase is deleted, because that visitor may need it most. An empty field
   * means another visitor.
   */
  #isOpen(field: string): boolean {
    if (this.#open.has(field) && textIn(this.#answer(field)).length === 0) this.#open.delete(field);
    return this.#open.get(field) === 'open';
  }

  /** Closes the signpost until a different text suggests a crisis. */
  #hide(field: string) {
    this.#set(field, this.#isCrisis(field) ? 'hidden' : undefined);
  }

  #set(field: string, state?: 'open' | 'hidden') {
    if (state) this.#open.set(field, state);
    else this.#open.delete(field);
    this.#host.requestUpdate();
  }

  /**
   * The signpost of a field. The live region must exist before its text is added, or screen readers
   * would not announce it.
   */
  after(field: string): unknown {
    if (!this.#fields.includes(field)) return nothing;
    const { t, locale, dir } = this.#words;
    const open = this.#isOpen(field);
    return html`<div class=${open ? 'emergency' : 'unseen'} lang=${locale} dir=${dir ?? nothing}>
      <div role="status">
        ${
          open
            ? html`<p>${t('care.title')}</p>
                ${t('care.text')}`
            : nothing
        }
      </div>
      ${
        open
          ? html`${this.#lines()}
              <div class="hint">${t('care.kept')}</div>
              <button type="button" class="quiet" @click=${() => this.#hide(field)}>
                ${t('care.close')}
              </button>`
          : nothing
      }
    </div>`;
  }
}

import { html, nothing } from 'lit/html.js';
import { telHref, type ClinicElement } from '../../../../config/index.js';
import { Messages } from '../../../../i18n/index.js';
import type { Line } from '../../emergency.js';
import { soundsLikeDanger } from './crisis-phrases.js';
import { en } from './messages/en.js';
import { waysIn, type Way } from './regions.js';

/** How long after the last key the words are looked at, in milliseconds: not at "I want to die" on the way to "I want to diet". */
const pause = 400;

const textIn = (answer: unknown): string[] =>
  typeof answer === 'string'
    ? [answer]
    : typeof answer === 'object' && answer !== null
      ? Object.values(answer).flatMap(textIn)
      : [];

const hrefOf = ({ by, number }: Way) =>
  by === 'text' ? telHref(number).replace('tel:', 'sms:') : telHref(number);

/**
 * Looks, in the browser alone, whether what somebody writes sounds like danger, and opens the emergency lines beside the field. Nothing is
 * sent, kept, blocked or told to the page for it, and the focus stays where it is.
 */
export class Care {
  readonly #host: ClinicElement;
  readonly #words: Messages<typeof en>;
  readonly #answer: (field: string) => unknown;
  readonly #fields: readonly string[];
  readonly #lines: () => unknown;
  /** Fields whose words sound so; `hidden`: the visitor has put the signpost away */
  readonly #open = new Map<string, 'open' | 'hidden'>();
  #waiting?: ReturnType<typeof setTimeout>;

  /**
   * @param fields where free text is written
   * @param answer what a field holds now
   * @param lines draws the clinic's emergency lines
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
    this.#words = new Messages(host, { en, es: () => import('./messages/es.lazy.js') });
  }

  /** The lines of a region; undefined where we know of none. */
  lines(region: string): Line[] | undefined {
    const { t } = this.#words;
    return waysIn(region)?.map((way) => {
      const { by, number, name } = way;
      const text =
        by === 'emergency'
          ? t('care.emergency', { number })
          : by === 'text'
            ? t('care.text-to', { number })
            : name
              ? t('care.call', { number, name })
              : t('care.call.bare', { number });
      return { text, href: hrefOf(way) };
    });
  }

  /** Something was entered: look at it as soon as the visitor pauses. */
  entered() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#look(), pause);
  }

  #danger = (field: string) => textIn(this.#answer(field)).some(soundsLikeDanger);

  #look() {
    for (const field of this.#fields) {
      const heard = this.#danger(field);
      const known = this.#open.get(field);
      if (heard && !known) this.#set(field, 'open');
      if (!heard && known === 'hidden') this.#set(field);
    }
  }

  /** It stays when some of the words are taken back: whoever does that may need it most. An empty field is another visitor's. */
  #isOpen(field: string): boolean {
    if (this.#open.has(field) && textIn(this.#answer(field)).length === 0) this.#open.delete(field);
    return this.#open.get(field) === 'open';
  }

  /** Put away until other words sound so. */
  #hide(field: string) {
    this.#set(field, this.#danger(field) ? 'hidden' : undefined);
  }

  #set(field: string, state?: 'open' | 'hidden') {
    if (state) this.#open.set(field, state);
    else this.#open.delete(field);
    this.#host.requestUpdate();
  }

  /** The signpost of a field. The empty live region is there before it speaks, or it would not be heard. */
  beside(field: string): unknown {
    if (!this.#fields.includes(field)) return nothing;
    const { t, locale } = this.#words;
    const open = this.#isOpen(field);
    return html`<div class=${open ? 'emergency' : 'unseen'} lang=${locale}>
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

/** The search of an FAQ: fetched when somebody first comes into its box. */
import type { ReactiveController } from '@lit/reactive-element';
import type { Dictionary, Messages } from '../../../../i18n/index.js';
import type { ClinicFaq } from '../../clinic-faq.js';
import { fold, places } from './normalize.js';
import { later } from '../../messages/parts.en.js';
import { styles } from './search.styles.js';
import { meanings, pairsOf } from './synonyms.js';
import type { Tools } from '../reading.lazy/toolbar.js';
import { waysOn } from '../answer-footer.lazy/contact-options.js';

/** So many are shown at once; more come as they are scrolled to, so that a key costs the same in a list of thousands. */
const atOnce = 16;

/** Milliseconds without a key after which a search has come to rest. */
const rest = 800;

/** Marks of all searches on the page: they paint, and change neither nodes nor text. Not in every browser yet. */
const marks =
  'highlights' in CSS && typeof Highlight === 'function'
    ? (CSS.highlights.get('clinic-faq') ?? new Highlight())
    : undefined;

/** After the next picture: the letter is to be seen first. */
const soon = (act: () => void) => requestAnimationFrame(() => setTimeout(act));

/** What stands in an answer and is not part of it. */
const beside = '[data-clinic-reviewed], [data-clinic-open]';

function textsIn(element: Element): Text[] {
  const found: Text[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (!text.parentElement!.closest(beside)) found.push(text);
  }
  return found;
}

/** What is looked through. */
const textOf = (details: HTMLDetailsElement): string =>
  fold(
    (details.querySelector(beside)
      ? textsIn(details)
          .map(({ data }) => data)
          .join(' ')
      : details.textContent) + ` ${details.dataset['keywords'] ?? ''}`,
  );

export class Search implements ReactiveController {
  readonly #host: ClinicFaq;
  readonly #tools: Tools;
  readonly #all: HTMLSlotElement;
  readonly #words: Messages<Dictionary>;
  readonly #found = document.createElement('slot');
  readonly #left = document.createElement('slot');
  readonly #more = document.createElement('div');
  readonly #none = document.createElement('div');
  readonly #texts = new WeakMap<HTMLDetailsElement, string>();
  readonly #sight = new IntersectionObserver(
    (seen) => {
      if (seen.at(-1)!.isIntersecting) this.#show(this.#shown.size + atOnce);
    },
    // Before the end of what is shown is in sight, so that nobody takes it for the end of what is found.
    { rootMargin: '800px' },
  );
  #answers: HTMLDetailsElement[] = [];
  #results: HTMLDetailsElement[] = [];
  #shown = new Set<HTMLDetailsElement>();
  /** Those that were shown before. They do not go back among all while those are put by: Chromium would not show them again. */
  readonly #parted = new Set<HTMLDetailsElement>();
  #marked: AbstractRange[] = [];
  #marking = false;
  #meanings: string[][] = [];
  #query = '';
  #resting = 0;

  constructor(host: ClinicFaq, tools: Tools, all: HTMLSlotElement, words: Messages<Dictionary>) {
    this.#host = host;
    this.#tools = tools;
    this.#all = all;
    this.#words = words;
    words.add(later);
    host.adopt(styles);
    if (marks) CSS.highlights.set('clinic-faq', marks);
    // Which of them are found is said by a name of ours, which styles and scripts of the page have no use for.
    this.#found.name = 'clinic-faq-found';
    this.#left.name = 'clinic-faq-left';
    this.#found.hidden = this.#left.hidden = this.#none.hidden = true;
    this.#none.part.add('none');
    all.before(this.#found, this.#more, this.#none, this.#left);
    tools.input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && tools.input.value) {
        event.preventDefault();
        event.stopPropagation();
        this.clear();
      }
      if (event.key === 'Enter') this.#tell();
    });
    tools.input.addEventListener('blur', () => this.#tell());
    host.addEventListener('toggle', () => this.#mark(), { capture: true });
    // A keyboard may be quicker than what is in sight.
    host.addEventListener('focusin', ({ target }) => {
      if (this.#results[this.#shown.size - 1]?.contains(target as Node))
        this.#show(this.#shown.size + atOnce);
    });
    this.#gather();
    host.addController(this);
  }

  hostConnected() {
    this.#mark();
  }

  hostDisconnected() {
    clearTimeout(this.#resting);
    this.#unmark();
  }

  clear(): void {
    this.#tools.input.value = '';
    this.#look();
  }

  /** The answers have changed: what was found may be another. Or the language. */
  refresh(): void {
    const now = this.#host.answers;
    if (now.length === this.#answers.length && now.every((d, at) => d === this.#answers[at])) {
      if (this.#query) this.#say();
      return;
    }
    this.#gather();
    this.#query = '';
    // What has come among those that are put by is taken up only with all of them.
    if (this.#all.hasAttribute('data-put-by')) this.#all.hidden = true;
    this.#look();
  }

  /** Somebody has typed. */
  read(): void {
    soon(() => this.#look());
  }

  /** Looks for what stands in the box. */
  #look() {
    const query = this.#tools.input.value.trim();
    if (query === this.#query) return;
    this.#query = query;
    clearTimeout(this.#resting);
    if (!query) return this.#end();
    this.#meanings = meanings(query, pairsOf(this.#host.clinic?.synonyms));
    const before = this.#results;
    this.#results = this.#answers.filter((details) => {
      const text = this.#texts.get(details)!;
      return this.#meanings.some((words) => words.every((word) => text.includes(word)));
    });
    const none = this.#results.length === 0;
    this.#all.toggleAttribute('data-put-by', true);
    this.#found.hidden = this.#more.hidden = none;
    this.#none.hidden = !none;
    // As many as before stay where nothing else is found.
    const same =
      before.length === this.#results.length && before.every((d, at) => d === this.#results[at]);
    this.#show(same ? Math.max(this.#shown.size, atOnce) : atOnce);
    this.#say();
    this.#resting = window.setTimeout(() => this.#tell(), rest);
  }

  #end() {
    this.#results = [];
    this.#found.hidden = this.#none.hidden = this.#more.hidden = true;
    this.#all.removeAttribute('data-put-by');
    this.#all.hidden = false;
    // Now, so that the others come back to where all are shown again.
    void getComputedStyle(this.#all).contentVisibility;
    for (const details of [...this.#shown, ...this.#parted]) details.removeAttribute('slot');
    this.#parted.clear();
    this.#show(0);
    this.#tools.status.textContent = '';
  }

  #gather() {
    this.#answers = this.#host.answers;
    for (const details of this.#answers)
      if (!this.#texts.has(details)) this.#texts.set(details, textOf(details));
  }

  /** Shows the first so many of what was found. Only those that come or go are touched. */
  #show(count: number) {
    const next = new Set(this.#results.slice(0, count));
    for (const details of this.#shown)
      if (!next.has(details) && details.slot) {
        details.slot = this.#left.name;
        this.#parted.add(details);
      }
    for (const details of next) if (!this.#shown.has(details)) details.slot = this.#found.name;
    this.#shown = next;
    // An end that stays in sight is seen anew.
    this.#sight.unobserve(this.#more);
    if (next.size < this.#results.length) this.#sight.observe(this.#more);
    this.#mark();
  }

  /** Once, however many answers open together. */
  #mark() {
    if (!marks || this.#marking) return;
    this.#marking = true;
    soon(() => {
      this.#marking = false;
      this.#unmark();
      if (this.#host.isConnected) this.#markNow(marks);
    });
  }

  #markNow(marks: Highlight) {
    const words = [...new Set(this.#meanings.flat())];
    for (const details of this.#shown) {
      // A closed answer shows no marks: they are made when it opens.
      const shown = details.open ? details : details.querySelector('summary');
      if (!shown) continue;
      for (const text of textsIn(shown))
        for (const [startOffset, endOffset] of places(text.data, words)) {
          const range = new StaticRange({
            startContainer: text,
            startOffset,
            endContainer: text,
            endOffset,
          });
          this.#marked.push(range);
          marks.add(range);
        }
    }
  }

  #unmark() {
    for (const range of this.#marked) marks?.delete(range);
    this.#marked = [];
  }

  /** How many were found, and how to go on where none was. */
  #say() {
    const { length } = this.#results;
    const { status } = this.#tools;
    const key = length === 0 ? 'none' : length === 1 ? 'one' : 'many';
    const said = this.#words.say(`search.${key}`, { count: length });
    if (status.textContent !== said) status.textContent = said;
    if (length === 0) this.#sayNone();
  }

  #sayNone() {
    const line = (text: string) => {
      const made = document.createElement('p');
      made.textContent = text;
      return made;
    };
    const ways = waysOn(this.#host, this.#words);
    const row = document.createElement('div');
    row.part.add('ways');
    row.append(...ways);
    this.#none.replaceChildren(
      line(this.#words.say('search.next')),
      ...(ways.length ? [line(this.#words.say('search.ask')), row] : []),
    );
  }

  #tell() {
    if (!this.#resting) return;
    clearTimeout(this.#resting);
    this.#resting = 0;
    if (this.#query) this.#host.emit('clinic-faq-search', { results: this.#results.length });
  }
}

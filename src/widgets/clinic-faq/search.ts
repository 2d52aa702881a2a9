/** The search of an FAQ: fetched when somebody first comes into its box. */
import type { ReactiveController } from '@lit/reactive-element';
import type { Dictionary, Messages } from '../../i18n/index.js';
import type { ClinicFaq } from './clinic-faq.js';
import { fold, places } from './fold.js';
import { later } from './messages/later.js';
import { styles } from './search.styles.js';
import { meanings, pairsOf } from './synonyms.js';
import type { Tools } from './tools.js';
import { waysOn } from './ways.js';

/** So many are shown at once; more come as they are scrolled to, so that a key costs the same in a list of thousands. */
const atOnce = 30;

/** Milliseconds without a key after which a search has come to rest. */
const rest = 800;

/** Marks of all searches on the page: they paint, and change neither nodes nor text. Not in every browser yet. */
const marks =
  'highlights' in CSS && typeof Highlight === 'function'
    ? (CSS.highlights.get('clinic-faq') ?? new Highlight())
    : undefined;

export class Search implements ReactiveController {
  readonly #host: ClinicFaq;
  readonly #tools: Tools;
  readonly #all: HTMLSlotElement;
  readonly #words: Messages<Dictionary>;
  readonly #found = document.createElement('slot');
  readonly #more = document.createElement('div');
  readonly #none = document.createElement('div');
  #index?: { details: HTMLDetailsElement; text: string }[] | undefined;
  #results: HTMLDetailsElement[] = [];
  #shown = new Set<HTMLDetailsElement>();
  #marked: AbstractRange[] = [];
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
    this.#found.hidden = this.#none.hidden = true;
    this.#none.part.add('none');
    all.before(this.#found, this.#more, this.#none);
    new IntersectionObserver(([last]) => {
      if (last.isIntersecting) this.#show(this.#shown.size + atOnce);
    }).observe(this.#more);
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
    this.read();
  }

  /** The answers have changed: what was found may be another. */
  refresh(): void {
    const now = this.#host.answers;
    if (now.length === this.#index?.length && now.every((d, at) => d === this.#index![at].details))
      return;
    this.#index = undefined;
    this.#query = '';
    this.read();
  }

  /** Looks for what stands in the box. */
  read(): void {
    const query = this.#tools.input.value.trim();
    if (query === this.#query) return;
    this.#query = query;
    clearTimeout(this.#resting);
    if (!query) return this.#end();
    this.#meanings = meanings(query, pairsOf(this.#host.clinic?.synonyms));
    this.#results = this.#gather()
      .filter(({ text }) =>
        this.#meanings.some((words) => words.every((word) => text.includes(word))),
      )
      .map(({ details }) => details);
    const { length } = this.#results;
    this.#all.hidden = true;
    this.#found.hidden = this.#more.hidden = length === 0;
    this.#show(atOnce);
    this.#tools.status.textContent = this.#words.say(
      length === 0 ? 'search.none' : length === 1 ? 'search.one' : 'search.many',
      { count: length },
    );
    this.#none.hidden = length > 0;
    if (length === 0) this.#sayNone();
    this.#resting = window.setTimeout(() => this.#tell(), rest);
  }

  #end() {
    this.#results = [];
    this.#show(0);
    this.#found.hidden = this.#none.hidden = true;
    this.#all.hidden = false;
    this.#tools.status.textContent = '';
  }

  #gather() {
    return (this.#index ??= this.#host.answers.map((details) => ({
      details,
      text: fold(`${details.textContent} ${details.dataset['keywords'] ?? ''}`),
    })));
  }

  /** Shows the first so many of what was found. Only those that come or go are touched. */
  #show(count: number) {
    const next = new Set(this.#results.slice(0, count));
    for (const details of this.#shown) if (!next.has(details)) details.removeAttribute('slot');
    for (const details of next) if (!this.#shown.has(details)) details.slot = this.#found.name;
    this.#shown = next;
    this.#mark();
  }

  #mark() {
    this.#unmark();
    if (!marks) return;
    const words = [...new Set(this.#meanings.flat())];
    for (const details of this.#shown) {
      // A closed answer shows no marks: they are made when it opens.
      const shown = details.open ? details : details.querySelector('summary')!;
      const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const [from, to] of places(text.nodeValue!, words)) {
          const range = new StaticRange({
            startContainer: text,
            startOffset: from,
            endContainer: text,
            endOffset: to,
          });
          this.#marked.push(range);
          marks.add(range);
        }
      }
    }
  }

  #unmark() {
    for (const range of this.#marked) marks?.delete(range);
    this.#marked = [];
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

/** The search of an FAQ, loaded when its box is first focused or typed in. */
import type { ReactiveController } from '@lit/reactive-element';
import type { FaqHost } from '../../faq-host.js';
import { createContactRow } from '../contact-options/contact-options.js';
import { createPart } from '../create-part.js';
import { plural } from '../../../../i18n/index.js';
import { partWords } from '../part-words.js';
import type { Toolbar } from '../toolbar.js';
import { searchTextOf } from './answer-text.js';
import { afterNextPaint, Highlights } from './highlights.js';
import { en, es } from './messages.js';
import { ResultList, sameAnswers } from './result-list.js';
import { styles } from './search.styles.js';
import { expandQuery, readSynonyms } from './synonyms.js';

const wordsFor = partWords({ en, es });

/** Pause in ms after which a search counts as finished and `clinic-faq-search` is fired. */
const pause = 800;

export class SearchController implements ReactiveController {
  readonly #host: FaqHost;
  readonly #toolbar: Toolbar;
  readonly #list: ResultList;
  readonly #highlights: Highlights;
  readonly #noMatches = createPart('div', 'none', { hidden: true });
  readonly #texts = new WeakMap<HTMLDetailsElement, string>();
  #answers: HTMLDetailsElement[] = [];
  #results: HTMLDetailsElement[] = [];
  #query = '';
  /** Alternatives of the query by synonyms, as lists of words. */
  #meanings: string[][] = [];
  #pauseTimer = 0;

  constructor(host: FaqHost, toolbar: Toolbar, allSlot: HTMLSlotElement) {
    this.#host = host;
    this.#toolbar = toolbar;
    host.adopt(styles);
    allSlot.before(this.#noMatches);
    this.#highlights = new Highlights(host);
    this.#list = new ResultList(host, allSlot, (shown) =>
      this.#highlights.set(shown, [...new Set(this.#meanings.flat())]),
    );
    host.addEventListener('toggle', () => this.#highlights.update(), true);
    toolbar.input.addEventListener('keydown', (event) => this.#onKeydown(event));
    toolbar.input.addEventListener('blur', () => this.#finish());
    this.#readAnswers();
    host.addController(this);
  }

  hostConnected() {
    this.#highlights.update();
  }

  hostDisconnected() {
    clearTimeout(this.#pauseTimer);
    this.#highlights.clear();
  }

  /** Clears the box and shows all questions. */
  clear(): void {
    this.#toolbar.input.value = '';
    this.#search();
  }

  /** Called on input. */
  update(): void {
    afterNextPaint(() => this.#search());
  }

  /** Called when the answers or the language may have changed. */
  refresh(): void {
    if (sameAnswers(this.#answers, this.#host.answers)) {
      if (this.#query) this.#announce();
      return;
    }
    this.#readAnswers();
    this.#query = '';
    this.#list.answersChanged();
    this.#search();
  }

  #onKeydown(event: KeyboardEvent) {
    if (event.key === 'Escape' && this.#toolbar.input.value) {
      event.preventDefault();
      event.stopPropagation();
      this.clear();
    }
    if (event.key === 'Enter') this.#finish();
  }

  #readAnswers() {
    this.#answers = this.#host.answers;
    for (const details of this.#answers)
      if (!this.#texts.has(details)) this.#texts.set(details, searchTextOf(details));
  }

  /** Runs the search if the query has changed. */
  #search() {
    const query = this.#toolbar.input.value.trim();
    if (query === this.#query) return;
    this.#query = query;
    clearTimeout(this.#pauseTimer);
    if (!query) return this.#end();
    this.#meanings = expandQuery(query, readSynonyms(this.#host.clinic?.synonyms));
    this.#results = this.#answers.filter((details) => {
      const text = this.#texts.get(details)!;
      return this.#meanings.some((words) => words.every((word) => text.includes(word)));
    });
    this.#noMatches.hidden = this.#results.length > 0;
    this.#list.show(this.#results);
    this.#announce();
    this.#pauseTimer = window.setTimeout(() => this.#finish(), pause);
  }

  #end() {
    this.#results = [];
    this.#noMatches.hidden = true;
    this.#list.showAll();
    this.#toolbar.status.textContent = '';
  }

  /** Announces the number of results, or what to do if there are none. */
  #announce() {
    const words = wordsFor(this.#host);
    const { t } = words;
    const { length } = this.#results;
    const { status } = this.#toolbar;
    const text =
      length === 0
        ? t('search.none')
        : plural(words, 'search', length, {}, { other: 'search.many' });
    if (status.textContent !== text) status.textContent = text;
    if (length > 0) return;
    const line = (textContent: string) =>
      Object.assign(document.createElement('p'), { textContent });
    const contactRow = createContactRow(this.#host);
    this.#noMatches.replaceChildren(
      line(t('search.next')),
      ...(contactRow ? [line(t('search.ask')), contactRow] : []),
    );
  }

  /** Fires the event of a search, once. */
  #finish() {
    if (!this.#pauseTimer) return;
    clearTimeout(this.#pauseTimer);
    this.#pauseTimer = 0;
    if (this.#query) this.#host.emit('clinic-faq-search', { results: this.#results.length });
  }
}

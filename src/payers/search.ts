import type { Payer } from '../contract/index.js';
import { lettersOf, near, type Word } from './typos.js';
import { states, wordsOf } from './normalize.js';

/**
 * A word and the insurers whose names contain it: four times the insurer's index, plus the position
 * of the word.
 */
interface Term extends Word {
  at: number[];
}

/** Position of a word in an insurer's names. */
const inAlias = 1;
const later = 2;

/** Score of a match by position; a whole word scores more than a prefix. */
const worth = [8, 5, 6, 4];
const whole = 4;
const inState = 3;

/** Common abbreviations, found even if the list does not contain them. */
const short: [RegExp, string][] = [
  [/bluecross|blueshield/, 'bcbs'],
  [/unitedhealthcare/, 'uhc'],
];

/** With fewer results, the search also tries joining and splitting words. */
const enough = 5;

export interface Found {
  payers: Payer[];
  /** Number of results beyond those returned */
  total: number;
}

const stateAt = new Map<string, number>();
for (const [at, [code, name]] of states.entries()) {
  stateAt.set(code, at);
  stateAt.set(wordsOf(name).join(''), at);
}
const stateWords = states.map(([, name]) => wordsOf(name));

const pause = (): Promise<unknown> =>
  (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.() ??
  new Promise((resolve) => setTimeout(resolve));

/** Entries indexed by their first two letters, for a word that may have only one. */
function* beginning<Kept>(all: ReadonlyMap<string, Kept>, word: string): Generator<Kept> {
  const kept = all.get(word.slice(0, 2));
  if (word.length > 1) {
    if (kept) yield kept;
  } else for (const [start, kept] of all) if (start.startsWith(word)) yield kept;
}

/** Longest time in ms that indexing blocks the main thread: less than half a frame. */
const stretch = 6;

/**
 * Searches the clinic's insurers by name, former name, abbreviation, partial name, state, and with
 * typos. Every word must match; the score depends on where.
 */
export class PayerIndex {
  readonly payers: readonly Payer[];
  readonly #byId: ReadonlyMap<string, Payer>;
  /**
   * Whole names without spaces, by their first two letters: twice the insurer's index, plus one for
   * an alias.
   */
  readonly #names = new Map<string, { texts: string[]; at: number[] }>();
  readonly #terms = new Map<string, Term>();
  readonly #byStart = new Map<string, Term[]>();
  /** Two bit sets, because a number holds only 32 states */
  readonly #statesLow: Uint32Array;
  readonly #statesHigh: Uint32Array;
  /** Number of words in the name */
  readonly #length: Uint8Array;
  readonly #best: Uint8Array;
  readonly #hits: Uint8Array;
  readonly #sums: Uint16Array;
  readonly #score: Float32Array;

  private constructor(payers: readonly Payer[]) {
    const { length } = (this.payers = payers);
    this.#byId = new Map(payers.map((payer) => [payer.id, payer]));
    this.#statesLow = new Uint32Array(length);
    this.#statesHigh = new Uint32Array(length);
    this.#length = new Uint8Array(length);
    this.#best = new Uint8Array(length);
    this.#hits = new Uint8Array(length);
    this.#sums = new Uint16Array(length);
    this.#score = new Float32Array(length);
  }

  /** Indexes a list of any size without blocking input. The list is not trusted. */
  static async build(payers: readonly Payer[]): Promise<PayerIndex> {
    const index = new PayerIndex(payers);
    let start = performance.now();
    for (let at = 0; at < payers.length; at++) {
      index.#add(at);
      if (at % 32 === 0 && performance.now() - start > stretch) {
        await pause();
        start = performance.now();
      }
    }
    return index;
  }

  #add(at: number) {
    const { name, aliases, states: where, id } = this.payers[at];
    this.#learn(at, name, 0);
    if (Array.isArray(aliases))
      for (const alias of aliases as unknown[])
        if (typeof alias === 'string') this.#learn(at, alias, inAlias);
    // Some cards show the payer id for claims.
    this.#name(wordsOf(id).join(''), at * 2 + 1);
    if (Array.isArray(where))
      for (const state of where as unknown[])
        if (typeof state === 'string') this.#standsIn(at, wordsOf(state).join(''));
  }

  #learn(at: number, text: string, kind: number) {
    const words = wordsOf(text);
    if (kind === 0) this.#length[at] = Math.min(words.length, 255);
    const name = words.join('');
    this.#name(name, at * 2 + kind);
    for (const [place, word] of words.entries()) {
      this.#term(word, at, kind + (place > 0 ? later : 0));
      // `Indiana` and `IN`, but not every `in`.
      if (word.length > 2 || text.includes(word.toUpperCase())) this.#standsIn(at, word);
      if (place > 0) this.#standsIn(at, words[place - 1] + word);
    }
    for (const [pattern, word] of short) if (pattern.test(name)) this.#term(word, at, kind + later);
  }

  #standsIn(at: number, name: string) {
    const state = stateAt.get(name);
    if (state === undefined) return;
    if (state < 32) this.#statesLow[at] |= 1 << state;
    else this.#statesHigh[at] |= 1 << (state - 32);
  }

  #name(text: string, at: number) {
    if (text === '') return;
    const start = text.slice(0, 2);
    let names = this.#names.get(start);
    if (!names) this.#names.set(start, (names = { texts: [], at: [] }));
    names.texts.push(text);
    names.at.push(at);
  }

  #term(text: string, at: number, kind: number) {
    let term = this.#terms.get(text);
    if (!term) {
      this.#terms.set(text, (term = { text, letters: lettersOf(text), at: [] }));
      const start = text.slice(0, 2);
      const terms = this.#byStart.get(start);
      if (terms) terms.push(term);
      else this.#byStart.set(start, [term]);
    }
    // Names are indexed before aliases, so an existing entry scores more.
    if (term.at.length === 0 || term.at[term.at.length - 1] >> 2 !== at)
      term.at.push(at * 4 + kind);
  }

  of(id: string): Payer | undefined {
    return this.#byId.get(id);
  }

  /** The insurer with exactly this name or alias; undefined if several have it. */
  named(text: string): Payer | undefined {
    const wanted = wordsOf(text).join('');
    const { texts, at } = this.#names.get(wanted.slice(0, 2)) ?? { texts: [], at: [] };
    const byName = new Set<number>();
    const byAlias = new Set<number>();
    for (const [place, known] of texts.entries()) {
      if (known === wanted) (at[place] % 2 ? byAlias : byName).add(at[place] >> 1);
    }
    const all = byName.size > 0 ? byName : byAlias;
    return all.size === 1 ? this.payers[[...all][0]] : undefined;
  }

  /** The best `most` insurers for a query; for an empty query, the first of the list. */
  search(text: string, most: number): Found {
    // More words than any name has do not help, and pasted pages must not be searched.
    const asked = wordsOf(text.slice(0, 200)).slice(0, 10);
    if (asked.length === 0) {
      return { payers: this.payers.slice(0, most), total: this.payers.length };
    }
    const scores = this.#score.fill(0);
    this.#byName(asked.join(''));
    this.#byWords(asked, 40);
    if (this.#few) {
      const regrouped = this.#regroup(asked);
      if (regrouped) this.#byWords(regrouped, 30);
      if (this.#none) this.#byWords(regrouped ?? asked, 10, true);
      if (this.#none) this.#bySome(asked);
    }
    return this.#top(scores, most);
  }

  get #none(): boolean {
    return this.#score.every((score) => score === 0);
  }

  /** Whether there are so few results that words may be joined or split differently in the list. */
  get #few(): boolean {
    let count = 0;
    for (const score of this.#score) if (score > 0 && ++count >= enough) return false;
    return true;
  }

  /** Matches names equal to the query or starting with it. */
  #byName(wanted: string) {
    for (const { texts, at } of beginning(this.#names, wanted)) {
      for (let place = 0; place < texts.length; place++) {
        const known = texts[place];
        if (!known.startsWith(wanted)) continue;
        const kind = at[place] % 2;
        const same = known.length === wanted.length;
        this.#raise(
          at[place] >> 1,
          same ? 500 - kind * 50 : 60 + (20 * wanted.length) / known.length - kind * 10,
        );
      }
    }
  }

  #raise(at: number, score: number) {
    if (score > this.#score[at]) this.#score[at] = score;
  }

  /** Matches insurers that contain every word. */
  #byWords(asked: string[], base: number, typos = false) {
    const hits = this.#hits.fill(0);
    const sums = this.#sums.fill(0);
    for (const [turn, word] of asked.entries()) {
      const best = this.#hit(word, typos);
      for (let at = 0; at < best.length; at++) {
        if (best[at] === 0 || hits[at] !== turn) continue;
        hits[at]++;
        sums[at] += best[at];
      }
    }
    for (let at = 0; at < hits.length; at++) {
      if (hits[at] < asked.length) continue;
      const covered = Math.min(1, asked.length / (this.#length[at] || 1));
      this.#raise(
        at,
        base + (8 * sums[at]) / (12 * asked.length) + 10 * covered + (base === 40 ? 10 : 0),
      );
    }
  }

  /**
   * If not every word matches, prefers insurers with the most rare words: cards name plans that no
   * list contains.
   */
  #bySome(asked: string[]) {
    const weights = new Float32Array(this.payers.length);
    let all = 0;
    for (const word of asked) {
      const best = this.#hit(word, word.length > 4);
      let count = 0;
      for (const hit of best) if (hit > 0) count++;
      if (count === 0) continue;
      const weight = Math.log2(1 + this.payers.length / count);
      all += weight;
      for (let at = 0; at < best.length; at++)
        if (best[at] > 0) weights[at] += weight * (0.7 + best[at] / 40);
    }
    for (let at = 0; at < weights.length; at++)
      if (weights[at] > 0.45 * all) this.#raise(at, (10 * weights[at]) / all / 2);
  }

  /** The score of one word for every insurer. */
  #hit(word: string, typos: boolean): Uint8Array {
    const best = this.#best.fill(0);
    const take = ({ at }: Term, more: number, most = 255) => {
      for (const place of at) {
        const value = Math.min(worth[place & 3] + more, most);
        if (value > best[place >> 2]) best[place >> 2] = value;
      }
    };
    for (const terms of beginning(this.#byStart, word)) {
      for (const term of terms)
        if (term.text.startsWith(word)) take(term, term.text.length === word.length ? whole : 0);
    }
    let low = 0;
    let high = 0;
    for (const [at, [code]] of states.entries()) {
      const meant =
        code === word || (word.length > 2 && stateWords[at].some((part) => part.startsWith(word)));
      if (!meant) continue;
      if (at < 32) low |= 1 << at;
      else high |= 1 << (at - 32);
    }
    if (low || high) {
      for (let at = 0; at < best.length; at++)
        if (
          best[at] < inState + whole &&
          (this.#statesLow[at] & low || this.#statesHigh[at] & high)
        )
          best[at] = inState + whole;
    }
    if (typos) for (const term of near(word, this.#terms.values())) take(term, 0, 2);
    return best;
  }

  /**
   * Joins or splits words: `united health care` for `unitedhealthcare`, `bcbsfl` for `bcbs` and
   * `fl`.
   */
  #regroup(asked: string[]): string[] | undefined {
    const known = (word: string) => this.#terms.has(word) || (word.length > 1 && stateAt.has(word));
    const out: string[] = [];
    for (let at = 0; at < asked.length; at++) {
      const joined = [3, 2].find(
        (count) =>
          at + count <= asked.length && this.#terms.has(asked.slice(at, at + count).join('')),
      );
      if (joined) {
        out.push(asked.slice(at, at + joined).join(''));
        at += joined - 1;
        continue;
      }
      const word = asked[at];
      const cut = this.#terms.has(word)
        ? undefined
        : [...word].findIndex(
            (_, place) => place > 1 && known(word.slice(0, place)) && known(word.slice(place)),
          );
      if (cut !== undefined && cut > 0) out.push(word.slice(0, cut), word.slice(cut));
      else out.push(word);
    }
    return out.length === asked.length ? undefined : out;
  }

  /** The best results in order. Ties go to the shorter name, then to list order. */
  #top(scores: Float32Array, most: number): Found {
    const best: { at: number; score: number }[] = [];
    let total = 0;
    for (let at = 0; at < scores.length; at++) {
      if (scores[at] <= 0) continue;
      total++;
      const score = scores[at] - this.payers[at].name.length / 1000;
      if (best.length === most && score <= best[most - 1].score) continue;
      let place = best.length;
      while (place > 0 && best[place - 1].score < score) place--;
      best.splice(place, 0, { at, score });
      if (best.length > most) best.pop();
    }
    return { payers: best.map(({ at }) => this.payers[at]), total };
  }
}

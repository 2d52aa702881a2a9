import { fold } from './normalize.js';

/** Letters from which on the beginning of a synonym counts: a visitor is still typing. */
const telling = 4;

const phrase = (text: string) => ` ${text} `;

/** Pairs of the clinic file, read both ways. */
export const pairsOf = (synonyms: Record<string, string> | undefined): [string, string][] =>
  Object.entries(synonyms ?? {})
    .filter(([, value]) => typeof value === 'string')
    .map(([key, value]) => [fold(key).trim(), fold(value).trim()] as [string, string])
    .filter(([one, other]) => one && other)
    .flatMap(([one, other]) => [
      [one, other] as [string, string],
      [other, one] as [string, string],
    ]);

/**
 * What is looked for instead of a query besides the query itself: `magnet therapy cost` → `tms cost`.
 * @returns lists of folded words; an entry with all words of one of them is found
 */
export function meanings(query: string, synonyms: readonly [string, string][]): string[][] {
  const typed = fold(query).split(/\s+/).filter(Boolean);
  // A question mark at the end is no part of a word.
  const words = typed.map((word) => word.replace(/^\p{P}+|\p{P}+$/gu, '')).filter(Boolean);
  const said = (words.length ? words : typed).join(' ');
  const meant = new Set([said]);
  for (const [one, other] of synonyms) {
    if (phrase(said).includes(phrase(one)))
      meant.add(phrase(said).replace(phrase(one), phrase(other)).trim());
    else
      for (let from = 0; from >= 0; from = said.indexOf(' ', from + 1)) {
        const end = said.slice(from).trim();
        if (end.length >= telling && one.startsWith(end))
          meant.add(`${said.slice(0, from)} ${other}`.trim());
      }
  }
  return [...meant].map((text) => text.split(' '));
}

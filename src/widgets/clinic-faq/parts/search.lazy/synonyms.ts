import { normalize } from './normalize.js';

/** Number of letters from which a prefix of a synonym matches it while the visitor is typing. */
const minLength = 4;

/** With spaces around it, a phrase matches whole words only. */
const spaced = (text: string) => ` ${text} `;

/**
 * The synonyms of the clinic file as normalized pairs, in both directions. Values other than text
 * are left out.
 */
export const readSynonyms = (synonyms: Record<string, string> | undefined): [string, string][] =>
  Object.entries(synonyms ?? {})
    .filter(([, value]) => typeof value === 'string')
    .map(([key, value]) => [normalize(key).trim(), normalize(value).trim()] as [string, string])
    .filter(([one, other]) => one && other)
    .flatMap(([one, other]) => [
      [one, other] as [string, string],
      [other, one] as [string, string],
    ]);

/**
 * A query and its alternatives by synonyms: `magnet therapy cost` → `tms cost`.
 *
 * @returns lists of normalized words; an answer matches if it contains all words of one list
 */
export function expandQuery(query: string, synonyms: readonly [string, string][]): string[][] {
  const typed = normalize(query).split(/\s+/).filter(Boolean);
  // A question mark at the end is not part of a word.
  const words = typed.map((word) => word.replace(/^\p{P}+|\p{P}+$/gu, '')).filter(Boolean);
  const phrase = (words.length ? words : typed).join(' ');
  const phrases = new Set([phrase]);
  for (const [one, other] of synonyms) {
    if (spaced(phrase).includes(spaced(one)))
      phrases.add(spaced(phrase).replace(spaced(one), spaced(other)).trim());
    else
      for (let start = 0; start >= 0; start = phrase.indexOf(' ', start + 1)) {
        const ending = phrase.slice(start).trim();
        if (ending.length >= minLength && one.startsWith(ending))
          phrases.add(`${phrase.slice(0, start)} ${other}`.trim());
      }
  }
  return [...phrases].map((text) => text.split(' '));
}

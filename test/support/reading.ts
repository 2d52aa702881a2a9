/** Syllables of an English word, by its groups of vowels: within a syllable or so of a dictionary, which is enough for a mean. */
const syllablesEn = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const silent = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end[0]);
  return Math.max(1, silent.match(/[aeiouy]{1,2}/g)?.length ?? 1);
};

const syllablesEs = (word: string): number =>
  Math.max(1, word.toLowerCase().match(/[aeoáéíóú][iuy]?|[iuü]/g)?.length ?? 1);

function count(text: string, syllables: (word: string) => number) {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence));
  const words = text.match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return { perSentence: words.length / sentences.length, perWord: sounds / words.length };
}

/** The school grade that an English text asks for: Flesch and Kincaid, 1975. */
export function gradeOf(text: string): number {
  const { perSentence, perWord } = count(text, syllablesEn);
  return 0.39 * perSentence + 11.8 * perWord - 15.59;
}

/** How easy a Spanish text is, 0 to 100: Szigriszt-Pazos. From 55 on it is "normal" on the INFLESZ scale, about eighth grade. */
export function easeOf(text: string): number {
  const { perSentence, perWord } = count(text, syllablesEs);
  return 206.835 - 62.3 * perWord - perSentence;
}

/** The sentences of a dictionary, without what stands in their gaps. */
const said = (words: Record<string, string>) =>
  Object.values(words)
    .filter((words) => / /.test(words) && !words.includes('{source}'))
    .map((words) => words.replace(/[.:?]?$/, '.').replaceAll(/\{\w+\}/g, 'you'));

/** The scale is made for sentences, not for two words. */
const sentences = (words: Record<string, string>) =>
  said(words).filter((words) => words.split(' ').length > 4);

/** Grade of a dictionary as a whole, and its hardest sentence. */
export const gradesOf = (words: Record<string, string>) => ({
  whole: gradeOf(said(words).join(' ')),
  hardest: Math.max(...sentences(words).map(gradeOf)),
});

/** The same for Spanish: the lower, the harder. */
export const easesOf = (words: Record<string, string>) => ({
  whole: easeOf(said(words).join(' ')),
  hardest: Math.min(...sentences(words).map(easeOf)),
});

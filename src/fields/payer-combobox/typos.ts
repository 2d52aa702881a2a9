/** Which letters a word has, a bit each: most words are told apart by this alone. */
const letters = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};

const count = (bits: number): number => {
  let left = bits;
  let ones = 0;
  for (; left; left &= left - 1) ones++;
  return ones;
};

/** How many slips a word may hold: none in a short one, which is another word then. */
const allowed = ({ length }: string) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * How many letters were left out, added, changed or swapped between what was written and the beginning of a word (Damerau and
 * Levenshtein, swapped neighbours only), as far as `most` goes.
 */
export function slips(written: string, word: string, most: number): number {
  // Somebody may still be writing: the word may go on, so every cell of the last row counts.
  const width = Math.min(word.length, written.length + most);
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= written.length; row++) {
    const here = [row];
    for (let column = 1; column <= width; column++) {
      const same = written[row - 1] === word[column - 1];
      let least = Math.min(
        above[column] + 1,
        here[column - 1] + 1,
        above[column - 1] + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        written[row - 1] === word[column - 2] &&
        written[row - 2] === word[column - 1]
      )
        least = Math.min(least, before[column - 2] + 1);
      here.push(least);
    }
    if (Math.min(...here) > most) return most + 1;
    before = above;
    above = here;
  }
  return Math.min(...above.slice(Math.max(0, written.length - most)));
}

/** The terms that may have been meant by a misspelt word. */
export function* near<Term extends { text: string }>(
  word: string,
  terms: Iterable<Term>,
): Generator<Term> {
  const most = allowed(word);
  if (most === 0) return;
  const written = letters(word);
  for (const term of terms) {
    if (term.text.length < word.length - most || term.text.startsWith(word)) continue;
    if (count(written & ~letters(term.text)) > most) continue;
    if (slips(word, term.text, most) <= most) yield term;
  }
}

export interface Word {
  text: string;
  /** Bit set of its letters: a quick check that rules out most words */
  letters: number;
}

export const lettersOf = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};

const count = (bits: number): number => {
  let ones = 0;
  for (let left = bits; left; left &= left - 1) ones++;
  return ones;
};

/** Number of typos allowed in a word: none in a short one, which would match other words. */
const allowed = ({ length }: string) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Maximum word length: the width of the three rows below. */
const longest = 64;
let above = new Uint8Array(longest);
let before = new Uint8Array(longest);
let here = new Uint8Array(longest);

/**
 * The edit distance between a typed word and a prefix of another (Damerau–Levenshtein, with swaps
 * of neighbors only). Any number above `most` if it is larger than that.
 */
export function slips(written: string, word: string, most: number): number {
  // The word may be incomplete, so every cell of the last row counts.
  const width = Math.min(word.length, written.length + most, longest - 1);
  for (let column = 0; column <= width; column++) above[column] = column;
  for (let row = 1; row <= written.length; row++) {
    const letter = written.charCodeAt(row - 1);
    let least = (here[0] = row);
    for (let column = 1; column <= width; column++) {
      const other = word.charCodeAt(column - 1);
      let cell = above[column - 1] + (letter === other ? 0 : 1);
      if (above[column] + 1 < cell) cell = above[column] + 1;
      if (here[column - 1] + 1 < cell) cell = here[column - 1] + 1;
      const swapped =
        row > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        written.charCodeAt(row - 2) === other;
      if (swapped && before[column - 2] + 1 < cell) cell = before[column - 2] + 1;
      here[column] = cell;
      if (cell < least) least = cell;
    }
    if (least > most) return least;
    [before, above, here] = [above, here, before];
  }
  let least = most + 1;
  for (let column = 0; column <= width; column++) if (above[column] < least) least = above[column];
  return least;
}

/**
 * The words that a misspelled word may mean. The first letter is assumed correct, swapped with the
 * second, or missing.
 */
export function near<Known extends Word>(written: string, words: Iterable<Known>): Known[] {
  const most = allowed(written);
  if (most === 0 || written.length >= longest) return [];
  const letters = lettersOf(written);
  const [first, second] = written;
  const found: Known[] = [];
  for (const word of words) {
    const { text } = word;
    if (text.length < written.length - most) continue;
    if (text[0] !== first && text[1] !== first && text[0] !== second) continue;
    if (count(letters & ~word.letters) > most) continue;
    if (slips(written, text, most) <= most) found.push(word);
  }
  return found;
}

const plain = /^[ -~\s]*$/;

/**
 * As it is compared: small letters without accents and what cannot be seen, quotes and dashes as a keyboard has them. Editors curl every
 * apostrophe, and nobody types a soft hyphen.
 */
export const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .replace(/[‘’‛ʼ′]/g, "'")
        .replace(/[“”„‟″]/g, '"')
        .replace(/[‐-―−]/g, '-')
        .toLowerCase();

/**
 * Where words stand in a text, as offsets of the text itself.
 * @param words folded
 */
export function places(text: string, words: readonly string[]): [number, number][] {
  let folded = text.toLowerCase();
  let at: number[] | undefined;
  if (!plain.test(text)) {
    // An accent or a ligature makes the folded text longer or shorter than the one that is shown.
    at = [];
    folded = '';
    let offset = 0;
    for (const letter of text) {
      const small = fold(letter);
      for (let more = small.length; more > 0; more--) at.push(offset);
      folded += small;
      offset += letter.length;
    }
    at.push(offset);
  }
  const found: [number, number][] = [];
  for (const word of words)
    for (
      let from = folded.indexOf(word);
      from >= 0;
      from = folded.indexOf(word, from + word.length)
    )
      found.push([at?.[from] ?? from, at?.[from + word.length] ?? from + word.length]);
  return found;
}

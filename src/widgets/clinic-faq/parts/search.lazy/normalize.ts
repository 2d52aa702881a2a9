const ascii = /^[ -~\s]*$/;

/**
 * Normalizes text for comparison: lowercase, without accents and invisible characters, with
 * straight quotes and plain dashes. Editors insert typographic apostrophes and soft hyphens that
 * nobody types.
 */
export const normalize = (text: string): string =>
  ascii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .replace(/[‘’‛ʼ′]/g, "'")
        .replace(/[“”„‟″]/g, '"')
        .replace(/[‐-―−]/g, '-')
        .toLowerCase();

/**
 * Finds the occurrences of words in a text.
 *
 * @param words normalized
 * @returns start and end of each, as offsets in the original text
 */
export function findWords(text: string, words: readonly string[]): [number, number][] {
  let normalized = text.toLowerCase();
  /** For each character of the normalized text, its offset in the original. */
  let offsets: number[] | undefined;
  if (!ascii.test(text)) {
    // Accents and ligatures give the normalized text a different length.
    offsets = [];
    normalized = '';
    let offset = 0;
    for (const character of text) {
      const part = normalize(character);
      for (let count = part.length; count > 0; count--) offsets.push(offset);
      normalized += part;
      offset += character.length;
    }
    offsets.push(offset);
  }
  const found: [number, number][] = [];
  for (const word of words)
    for (
      let start = normalized.indexOf(word);
      start >= 0;
      start = normalized.indexOf(word, start + word.length)
    ) {
      const end = start + word.length;
      found.push([offsets?.[start] ?? start, offsets?.[end] ?? end]);
    }
  return found;
}

const ascii = /^[ -~\s]*$/;

/**
 * Text as it is compared: lowercase, without accents and invisible characters, with the quotes and dashes of a keyboard. Editors curl
 * every apostrophe, and nobody types a soft hyphen.
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
 * Where words occur in a text.
 * @param words normalized
 * @returns start and end of each, as offsets in the text as it is shown
 */
export function findWords(text: string, words: readonly string[]): [number, number][] {
  let normalized = text.toLowerCase();
  /** For each character of the normalized text, its offset in the text. */
  let offsets: number[] | undefined;
  if (!ascii.test(text)) {
    // Accents and ligatures make the normalized text longer or shorter than the one that is shown.
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

const idle = new Set(['the', 'of', 'and', 'inc', 'llc']);

/**
 * What somebody has written, as words to compare: without case, accents, signs, and the small words nobody is sure of.
 * `Blue Cross & Blue Shield of Florida, Inc.` → `blue cross blue shield florida`.
 */
export const wordsOf = (text: string): string[] => {
  // Most names are ASCII, and taking letters apart is what costs most of an index of 20,000 insurers.
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  const all = plain
    .toLowerCase()
    .replace(/['’.]/g, '')
    // Written as one word and as two, by the plans themselves.
    .replace(/\bblue(?=cross|shield)/g, 'blue ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = all.filter((word) => !idle.has(word));
  return telling.length > 0 ? telling : all;
};

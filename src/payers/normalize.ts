const idle = new Set(['the', 'of', 'and', 'inc', 'llc']);

/**
 * Splits text into normalized words: without case, accents, punctuation and common small words.
 * `Blue Cross & Blue Shield of Florida, Inc.` → `blue cross blue shield florida`.
 */
export const wordsOf = (text: string): string[] => {
  // Most names are ASCII, and Unicode normalization takes most of the time to index 20,000
  // insurers.
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  const all = plain
    .toLowerCase()
    .replace(/['’.]/g, '')
    // The plans themselves write it as one word and as two.
    .replace(/\bblue(?=cross|shield)/g, 'blue ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = all.filter((word) => !idle.has(word));
  return telling.length > 0 ? telling : all;
};

/**
 * Codes and names of the states and territories (USPS Publication 28), because people type either.
 */
export const states: readonly (readonly [code: string, name: string])[] = (
  'al alabama,ak alaska,az arizona,ar arkansas,ca california,co colorado,ct connecticut,de delaware,' +
  'dc district of columbia,fl florida,ga georgia,hi hawaii,id idaho,il illinois,in indiana,ia iowa,ks kansas,' +
  'ky kentucky,la louisiana,me maine,md maryland,ma massachusetts,mi michigan,mn minnesota,ms mississippi,' +
  'mo missouri,mt montana,ne nebraska,nv nevada,nh new hampshire,nj new jersey,nm new mexico,ny new york,' +
  'nc north carolina,nd north dakota,oh ohio,ok oklahoma,or oregon,pa pennsylvania,pr puerto rico,' +
  'ri rhode island,sc south carolina,sd south dakota,tn tennessee,tx texas,ut utah,vt vermont,va virginia,' +
  'vi virgin islands,wa washington,wv west virginia,wi wisconsin,wy wyoming,gu guam'
)
  .split(',')
  .map((state) => [state.slice(0, 2), state.slice(3)] as const);

/** A text with its source map: an index map says on which line each part begins. */
export interface Text {
  code: string;
  map: { version: 3; sections: object[] };
}

/** Puts texts behind one another, and their source maps with them. */
export function join(...parts: (string | { code: string; map: unknown })[]): Text {
  let code = '';
  const sections: object[] = [];
  for (const part of parts) {
    if (typeof part === 'string') code += part;
    else {
      code += '\n';
      if (part.map)
        sections.push({ offset: { line: code.split('\n').length - 1, column: 0 }, map: part.map });
      code += part.code + '\n';
    }
  }
  return { code, map: { version: 3, sections } };
}

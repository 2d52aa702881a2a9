/** Code with its source map: an index map with the start line of each part. */
export interface Text {
  code: string;
  map: { version: 3; sections: object[] };
}

/** Concatenates code and source maps. */
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

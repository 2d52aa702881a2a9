/**
 * `JSON.stringify` for plain data, without its way over `toJSON`: Prototype 1.6 puts one on every array, and a list would
 * arrive as a string.
 */
export const stringify = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((item) => stringify(item)).join()}]`
    : typeof value === 'object' && value
      ? `{${Object.entries(value)
          .filter(([, item]) => item !== undefined)
          .map(([key, item]) => `${JSON.stringify(key)}:${stringify(item)}`)
          .join()}}`
      : (JSON.stringify(value) ?? 'null');

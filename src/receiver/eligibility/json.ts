// Ways through JSON that strangers have written: nothing in it is taken for granted.

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path, where a stranger's JSON may hold anything. */
export const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      (isRecord(inner) || Array.isArray(inner)) && Object.hasOwn(inner, key)
        ? (inner as Json)[key as string]
        : undefined,
    value,
  );
export const textAt = (value: unknown, ...path: (string | number)[]): string | undefined => {
  const found = at(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
};
export const listAt = (value: unknown, ...path: (string | number)[]): unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};
export const textsAt = (value: unknown, ...path: (string | number)[]): string[] =>
  listAt(value, ...path).filter((text): text is string => typeof text === 'string');

/** What a table says of a stranger's word, which may be `constructor`. */
export const own = <T>(table: Record<string, T>, key = ''): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

// Reads JSON from other systems, without assuming anything about its shape.

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined if there is none. */
export const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      (isRecord(inner) || Array.isArray(inner)) && Object.hasOwn(inner, key)
        ? (inner as Json)[key as string]
        : undefined,
    value,
  );
/** The trimmed text at a path; undefined if it is empty or not a string. */
export const textAt = (value: unknown, ...path: (string | number)[]): string | undefined => {
  const item = at(value, ...path);
  return typeof item === 'string' && item.trim() !== '' ? item.trim() : undefined;
};
/** The list at a path; empty if there is none. */
export const listAt = (value: unknown, ...path: (string | number)[]): unknown[] => {
  const item = at(value, ...path);
  return Array.isArray(item) ? item : [];
};
/** The texts of the list at a path. */
export const textsAt = (value: unknown, ...path: (string | number)[]): string[] =>
  listAt(value, ...path).filter((text): text is string => typeof text === 'string');

/** The entry of a table for an untrusted key, which may be `constructor`. */
export const own = <T>(table: Record<string, T>, key = ''): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

import type { Submission } from '../../contract/index.js';

type Plain = string | number | boolean;

/** Field names of a flat format, each with its value or values. */
export type FlatFields = Map<string, Plain | Plain[]>;

/** A receiver's own field names and constants. */
export interface Mapping {
  /** Data path, or `consent.<id>`, to the receiver's field name */
  names?: Record<string, string>;
  /** Constant fields; they override ours */
  extra?: Record<string, string>;
}

/**
 * Converts a submission to named values: the keys of the envelope, data by dotted path,
 * `consent.<id>` and `consent.<id>.text`. Two paths with the same name become a list.
 */
export function flatten(submission: Submission, { names = {}, extra = {} }: Mapping): FlatFields {
  const fields: FlatFields = new Map();

  const add = (path: string, value: Plain | Plain[]) => {
    const name = Object.hasOwn(names, path) ? names[path] : path;
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : [before, value].flat());
  };
  const walk = (path: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (typeof value !== 'object') return add(path, value as Plain);
    if (Array.isArray(value) && !value.some((item) => typeof item === 'object'))
      return add(path, value as Plain[]);
    for (const [key, item] of Object.entries(value)) walk(path ? `${path}.${key}` : key, item);
  };

  const { data, consents, ...envelope } = submission;
  walk('', envelope);
  walk('', data);
  for (const { id, granted, text } of consents) {
    add(`consent.${id}`, granted);
    add(`consent.${id}.text`, text);
  }
  for (const [name, value] of Object.entries(extra)) fields.set(name, value);
  return fields;
}

/** Name–value pairs; a list repeats its name. */
export const pairs = (fields: FlatFields): [name: string, value: string][] =>
  [...fields].flatMap(([name, value]) =>
    [value].flat().map((item): [string, string] => [name, String(item)]),
  );

/**
 * Reports mistakes in the clinic file to the console. Loaded after the clinic file, when the
 * browser is idle.
 */
import { Clinic } from '../contract/clinic.js';
import { z } from '../contract/z.js';
import { reportConfigError } from './report-config-error.js';

/** Levenshtein distance: the number of letters to change to turn one word into the other. */
function distance(one: string, other: string): number {
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[other.length];
}

const findNearest = (word: string, names: string[]) =>
  names
    .map((name) => ({ name, steps: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps)[0];

interface Def {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  valueType?: Schema;
}
interface Schema {
  _zod: { def: Def };
}

/** The keys that the clinic file's schema allows at `path`. */
function namesAt(path: PropertyKey[]): string[] {
  let schema: Schema | undefined = Clinic;
  const unwrap = (): Def | undefined => {
    while (schema?._zod.def.innerType) schema = schema._zod.def.innerType;
    return schema?._zod.def;
  };
  for (const key of path) {
    const def = unwrap();
    schema = def?.shape?.[String(key)] ?? def?.element ?? def?.valueType;
  }
  return Object.keys(unwrap()?.shape ?? {});
}

const formatPath = (path: PropertyKey[]) =>
  path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at ? '.' : ''}${String(key)}`))
    .join('');

/**
 * Logs one console line per mistake in a clinic file: its path, what is wrong, and how to fix it.
 */
export function reportProblems(json: unknown, address: string): void {
  const result = z.safeParse(Clinic, json);
  for (const issue of result.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const near = findNearest(key, namesAt(issue.path));
        const hint = near && near.steps <= 3 ? `; did you mean "${near.name}"?` : '';
        reportConfigError(
          `${address}: ${formatPath([...issue.path, key])} is not a key of the clinic file${hint}`,
        );
      }
    } else {
      reportConfigError(`${address}: ${formatPath(issue.path)} ${describe(issue)}`);
    }
  }
}

const describe = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return 'has the wrong format; write it like 09:00-17:00';
    case 'invalid_union':
      return 'must be text, or one text per language: { "en": "…", "es": "…" }';
    default:
      return 'is not valid; see docs/configure.md';
  }
};

/**
 * Names mistakes in the clinic file in the console. Loaded once the file is there and the page is idle.
 */
import { Clinic } from '../contract/clinic.js';
import { z } from '../contract/z.js';
import { reportConfigError } from './report-config-error.js';

/** How many letters must change to make one word of the other (Levenshtein). */
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

const nearest = (word: string, names: string[]) =>
  names
    .map((name) => ({ name, far: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0];

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

/** The names a clinic file may use at `path`. */
function namesAt(path: PropertyKey[]): string[] {
  let schema: Schema | undefined = Clinic;
  const bare = (): Def | undefined => {
    while (schema?._zod.def.innerType) schema = schema._zod.def.innerType;
    return schema?._zod.def;
  };
  for (const key of path) {
    const def = bare();
    schema = def?.shape?.[String(key)] ?? def?.element ?? def?.valueType;
  }
  return Object.keys(bare()?.shape ?? {});
}

const written = (path: PropertyKey[]) =>
  path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at ? '.' : ''}${String(key)}`))
    .join('');

/** One console line per mistake of a clinic file: its path, what stands there, and the fix. */
export function nameProblems(json: unknown, address: string): void {
  const result = z.safeParse(Clinic, json);
  for (const issue of result.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const near = nearest(key, namesAt(issue.path));
        const hint = near && near.far <= 3 ? `; did you mean "${near.name}"?` : '';
        reportConfigError(
          `${address}: ${written([...issue.path, key])} is not a key of the clinic file${hint}`,
        );
      }
    } else {
      reportConfigError(`${address}: ${written(issue.path)} ${problem(issue)}`);
    }
  }
}

const problem = (issue: z.core.$ZodIssue): string => {
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

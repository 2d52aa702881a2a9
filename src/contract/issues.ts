import { z } from './z.js';

/**
 * Why a value was refused. Codes travel on the wire (RFC 9457 `issues`); words for them live in `messages/` only.
 *
 * `required` nothing there · `type` another JSON type · `format` not written the way it must be · `too-long` · `too-few` ·
 * `too-many` · `not-allowed` not one of the choices · `unknown-key` the contract has no such key · `unreadable` NUL or half
 * a character (a lone surrogate) · `future` a date that has not come yet · `past` a date that has gone by · `link` a web address
 * where a name belongs.
 *
 * From an insurer only: `not-recognized` it does not know this number · `not-found` nobody is found with these details · `mismatch` it has
 * this person otherwise on file.
 */
export type IssueCode =
  | 'required'
  | 'type'
  | 'format'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'not-allowed'
  | 'unknown-key'
  | 'unreadable'
  | 'future'
  | 'past'
  | 'link'
  | 'not-recognized'
  | 'not-found'
  | 'mismatch';

/** One refused value. `path` starts at the submission: `["data", "email"]`. `message` is a receiver's own words, shown as text. */
export interface Issue {
  path: (string | number)[];
  code: string;
  message?: string;
}

type RawIssue = z.core.$ZodIssue;

const at = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );

const codeOf = (issue: RawIssue, input: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return at(input, issue.path) === undefined ? 'required' : 'type';
    case 'invalid_value':
    case 'invalid_union':
      return at(input, issue.path) === undefined ? 'required' : 'not-allowed';
    case 'too_small':
      return 'too-few';
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'too-many';
    case 'unrecognized_keys':
      return 'unknown-key';
    case 'custom':
      return (issue.params?.['code'] as string | undefined) ?? 'format';
    default:
      return 'format';
  }
};

/**
 * What a schema refuses in `input`, as issues that never quote the value.
 * @param under where `input` stands in the submission, put before each path
 */
export function issuesOf(
  schema: z.ZodMiniType,
  input: unknown,
  under: (string | number)[] = [],
): Issue[] {
  const result = z.safeParse(schema, input);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const code = codeOf(issue, input);
    const path = [...under, ...(issue.path as (string | number)[])];
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...path, key], code }))
      : { path, code };
  });
}

import { z } from './z.js';

/**
 * The reason a value was rejected, as sent in `issues` (RFC 9457). The texts for visitors are in
 * the widgets' messages.
 *
 * - `required`: the value is missing
 * - `type`: wrong JSON type
 * - `format`: wrong format
 * - `too-long`, `too-few`, `too-many`: wrong length or count
 * - `not-allowed`: not one of the options
 * - `unknown-key`: the contract has no such key
 * - `unreadable`: contains NUL or half a character (a lone surrogate)
 * - `future`: a date in the future
 * - `past`: a date in the past
 * - `link`: a web address in place of a name
 *
 * From an insurer only:
 *
 * - `not-recognized`: the insurer does not know this number
 * - `not-found`: no member matches these details
 * - `mismatch`: the insurer has different details of this member
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

/**
 * One rejected value. `path` starts at the submission: `["data", "email"]`. `message` is the
 * receiver's own text, shown as plain text.
 */
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
 * The issues that a schema finds in `input`. They never contain the value.
 *
 * @param under path of `input` in the submission, prepended to each path
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

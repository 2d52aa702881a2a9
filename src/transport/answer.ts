import type { FailureReason, Issue, Receipt, ReceiptStatus } from '../contract/index.js';
import { isObject, getOwn, type Body } from './body.js';

/** The result of an attempt to send. */
export type Outcome =
  /** Stored, as confirmed by the endpoint */
  | { kind: 'accepted'; receipt: Receipt }
  /**
   * Answers must change: each issue has a path. Without issues, `code` is the reason (`slot-taken`,
   * `id-reused`)
   */
  | {
      kind: 'rejected';
      issues: Issue[];
      message?: string;
      code?: string;
      httpStatus: number;
      /** With `slot-taken`: the nearest available times, not validated */
      slots?: unknown[];
    }
  /** Not confirmed. The same submission can be sent again */
  | { kind: 'failed'; reason: FailureReason; httpStatus?: number; message?: string };

const firstText = (value: unknown, keys: string[]): string | undefined =>
  keys
    .map((key) => getOwn(value, key))
    .find((text): text is string => typeof text === 'string' && text !== '');

/** How services report a failure with status 200: Contact Form 7 and JSend. */
const refusals =
  /^(validation_failed|mail_failed|acceptance_missing|spam|aborted|error|fail(ed|ure)?)$/;

const filled = (value: unknown): boolean =>
  typeof value === 'object' && value ? Object.keys(value).length > 0 : !!value;

/** Whether the body of a 2xx response reports a failure. */
const refuses = (body: unknown): boolean =>
  isObject(body)
    ? ['ok', 'success', 'is_valid'].some((key) => getOwn(body, key) === false) ||
      refusals.test(firstText(body, ['status']) ?? '') ||
      getOwn(body, 'result') === 'error' ||
      filled(getOwn(body, 'errors')) ||
      filled(getOwn(body, 'error'))
    : // WordPress answers 0 or -1 if no handler exists.
      body === false || (typeof body === 'number' && body < 1);

/** Converts a receiver's field name to our path. */
function pathOf(name: string, names: Record<string, string>): (string | number)[] {
  const mapped = Object.entries(names).find(([, theirs]) => theirs === name)?.[0] ?? name;
  const path = mapped
    .replaceAll(']', '')
    .split(/[.[]/)
    .filter((key) => key !== '')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  if (path[0] === 'consent') return ['consents', ...path.slice(1, 2)];
  return path[0] === 'data' ? path : ['data', ...path];
}

/** A message, or several joined. Not recursive, because a response may nest thousands of lists. */
const words = (value: unknown): string | undefined =>
  [value]
    .flat()
    .map((item) =>
      typeof item === 'string' ? item : firstText(item, ['message', 'msg', 'detail']),
    )
    .filter((text) => text)
    .join(' ') || undefined;

const issue = (path: Issue['path'], from: unknown, message = words(from)): Issue => ({
  path,
  code: firstText(from, ['code']) ?? 'format',
  ...(message && { message }),
});

const isPath = (path: unknown): path is Issue['path'] =>
  Array.isArray(path) && path.every((key) => /string|number/.test(typeof key));

/** Issues from `[{ field, message }]` and similar lists, or from `{ field: messages }`. */
function issuesIn(found: unknown, names: Record<string, string>): Issue[] {
  if (!Array.isArray(found))
    return Object.entries(isObject(found) ? found : {}).flatMap(([name, value]) =>
      words(value) ? issue(pathOf(name, names), value) : [],
    );
  return found.flatMap((item: unknown) => {
    const path = getOwn(item, 'path');
    const name = firstText(item, ['field', 'name', 'path', 'param']);
    if (isPath(path)) return issue(path, item);
    return name === undefined ? [] : issue(pathOf(name, names), item);
  });
}

/**
 * The issues in a rejection, in the formats of common services. Messages are plain text and must be
 * shown as text.
 *
 * @param names the receiver's field names, as in `encode`: issues are converted back to our own
 */
export function issuesFromBody(body: unknown, names: Record<string, string> = {}): Issue[] {
  for (const found of [
    getOwn(body, 'issues'),
    getOwn(body, 'errors'),
    getOwn(body, 'invalid_fields'),
    getOwn(body, 'validation_messages'),
    // WordPress REST
    getOwn(getOwn(body, 'data'), 'params'),
    // Django REST framework: the body is the map. Only lists count, because `message` is not a
    // field.
    isObject(body)
      ? Object.fromEntries(Object.entries(body).filter(([, value]) => Array.isArray(value)))
      : undefined,
  ]) {
    const issues = issuesIn(found, names);
    if (issues.length) return issues;
  }
  return [];
}

const statuses: Record<ReceiptStatus, 1> = {
  received: 1,
  confirmed: 1,
  pending: 1,
  subscribed: 1,
  'check-inbox': 1,
};

/** The receipt in the response of an endpoint that has accepted a submission. */
function receiptOf(body: unknown): Receipt {
  const reference = getOwn(body, 'reference');
  const status = getOwn(body, 'status');
  const message = firstText(body, ['message']);
  const coverage = getOwn(body, 'coverage');
  return {
    reference: /string|number/.test(typeof reference) ? String(reference) : '',
    status:
      typeof status === 'string' && Object.hasOwn(statuses, status)
        ? (status as ReceiptStatus)
        : 'received',
    ...(message && { message }),
    ...(Array.isArray(getOwn(coverage, 'benefits')) && {
      coverage: coverage as Receipt['coverage'],
    }),
  };
}

/**
 * The outcome of a response. Only a 2xx with JSON or an empty body that reports no failure counts
 * as accepted.
 */
export function outcomeOf(httpStatus: number, body: Body, names?: Record<string, string>): Outcome {
  const success = httpStatus > 199 && httpStatus < 300;
  const value = body.is === 'json' ? body.value : undefined;
  if (success && (body.is === 'empty' || (body.is === 'json' && !refuses(value))))
    return { kind: 'accepted', receipt: receiptOf(value) };

  const issues = issuesFromBody(value, names);
  const code = firstText(value, ['code']);
  const message = firstText(value, ['detail', 'message', 'msg', 'error']);
  const slots = getOwn(value, 'slots');
  const details = { httpStatus, ...(message && { message }) };
  if (issues.length || (code && code !== 'in-flight' && /409|422/.test(String(httpStatus))))
    return {
      kind: 'rejected',
      issues,
      ...details,
      ...(code && { code }),
      ...(Array.isArray(slots) && { slots: slots as unknown[] }),
    };
  return {
    kind: 'failed',
    reason:
      httpStatus > 499
        ? 'server'
        : code === 'in-flight' || (httpStatus < 400 && body.is !== 'json')
          ? 'unconfirmed'
          : 'refused',
    ...details,
  };
}

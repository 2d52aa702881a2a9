import type { FailureReason, Issue, Receipt, ReceiptStatus } from '../contract/index.js';
import { isObject, getOwn, type Body } from './body.js';

/** What an attempt to send came to. */
export type Outcome =
  /** Stored, and the endpoint said so */
  | { kind: 'accepted'; receipt: Receipt }
  /** The answers must change: each issue by its path; or, without issues, `code` says why (`slot-taken`, `id-reused`) */
  | {
      kind: 'rejected';
      issues: Issue[];
      message?: string;
      code?: string;
      httpStatus: number;
      /** With `slot-taken`: the nearest times left, not checked */
      slots?: unknown[];
    }
  /** Nobody may say it was sent. The same submission can be tried again */
  | { kind: 'failed'; reason: FailureReason; httpStatus?: number; message?: string };

const firstText = (value: unknown, keys: string[]): string | undefined =>
  keys
    .map((key) => getOwn(value, key))
    .find((text): text is string => typeof text === 'string' && text !== '');

/** Words by which services refuse with a 200: Contact Form 7 and JSend. */
const refusals =
  /^(validation_failed|mail_failed|acceptance_missing|spam|aborted|error|fail(ed|ure)?)$/;

const filled = (value: unknown): boolean =>
  typeof value === 'object' && value ? Object.keys(value).length > 0 : !!value;

/** Whether a 2xx says otherwise. */
const refuses = (body: unknown): boolean =>
  isObject(body)
    ? ['ok', 'success', 'is_valid'].some((key) => getOwn(body, key) === false) ||
      refusals.test(firstText(body, ['status']) ?? '') ||
      getOwn(body, 'result') === 'error' ||
      filled(getOwn(body, 'errors')) ||
      filled(getOwn(body, 'error'))
    : // WordPress answers 0 or -1 where nobody handled the request.
      body === false || (typeof body === 'number' && body < 1);

/** A receiver's name for a field as the path we know it by. */
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

/** A message, or several as one. Not deeper: an answer may nest ten thousand lists. */
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

/** `[{ field, message }]` and its relatives, or `{ field: messages }`. */
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
 * The issues in a refusal, in the shapes that services commonly answer with. Messages are text and must be shown as text.
 * @param names the receiver's field names, as in `encode`: an issue comes back under our own
 */
export function issuesFromBody(body: unknown, names: Record<string, string> = {}): Issue[] {
  for (const found of [
    getOwn(body, 'issues'),
    getOwn(body, 'errors'),
    getOwn(body, 'invalid_fields'),
    getOwn(body, 'validation_messages'),
    // WordPress REST
    getOwn(getOwn(body, 'data'), 'params'),
    // Django REST framework: the body is the map. Only lists count, `message` is not a field.
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

/** A receipt from whatever an endpoint that accepted has said. */
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

/** What an answer means. Only a 2xx that is JSON or empty, and does not say otherwise, is a yes. */
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

import type { Issue, Problem } from '../contract/index.js';

/** Every error response of the receiver: its code, HTTP status and title. */
const refusals = {
  'not-json': [400, 'The request body could not be read'],
  unauthorized: [401, 'A valid staff token is required'],
  'origin-not-allowed': [403, 'This website is not allowed to use this receiver'],
  'not-found': [404, 'Not found'],
  'slot-taken': [409, 'This time was just taken'],
  'in-flight': [409, 'This submission is still being processed'],
  'too-large': [413, 'The request body is too large'],
  'unsupported-type': [415, 'Send JSON, or a form with UTF-8 text'],
  invalid: [422, 'Some answers are not valid'],
  'id-reused': [422, 'Different content was already stored under this ID'],
  'consent-required': [422, 'A required consent is missing'],
  'too-many': [429, 'Too many submissions'],
  internal: [500, 'Something went wrong on the server'],
  unavailable: [503, 'Nothing can be stored right now'],
} as const satisfies Record<string, [number, string]>;

export type RefusalCode = keyof typeof refusals;

/**
 * Maximum number of issues in a response. They are for people; a crafted body could cause
 * thousands.
 */
const maxIssues = 50;

interface Details {
  issues?: Issue[];
  /** More members of the problem document, such as the available `slots` */
  more?: Record<string, unknown>;
  /** Seconds until another attempt is useful */
  retryAfter?: number;
}

/**
 * An error that is sent as RFC 9457 `application/problem+json`. It never contains submitted values.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly #details: Details;

  constructor(
    readonly code: RefusalCode,
    details: Details = {},
  ) {
    super(code);
    this.#details = details;
  }

  toResponse(): Response {
    const [status, title] = refusals[this.code];
    const { issues, more, retryAfter } = this.#details;
    const problem: Problem = {
      title,
      status,
      code: this.code,
      ...(issues ? { issues: issues.slice(0, maxIssues) } : {}),
      ...more,
    };
    const headers = new Headers({ 'Content-Type': 'application/problem+json' });
    if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
    if (this.code === 'unauthorized') headers.set('WWW-Authenticate', 'Bearer');
    return new Response(JSON.stringify(problem), { status, headers });
  }
}

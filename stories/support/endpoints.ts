import type { Coverage } from '../../src/contract/index.js';

/** Endpoints as the `fetch` property of a widget: stories send no requests. */
export type Endpoint = typeof fetch;

/** On another origin, so that stories also cover cross-origin behavior. */
export const endpoint = 'https://clinic.example/api/submissions';

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Endpoint =>
  async () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });

/** Accepts any submission, with a receipt. */
export const accepts = (status: string, reference = 'ALD-4821') => json(201, { reference, status });

/** Accepts a check, with the insurer's answer. */
export const answers = (coverage: Coverage) =>
  json(201, { reference: 'ALD-4821', status: 'received', coverage });

/** Rejects fields: path within the data, and issue code. */
export const refuses = (issues: Record<string, string>) =>
  json(422, {
    code: 'invalid',
    issues: Object.entries(issues).map(([field, code]) => ({
      path: ['data', ...field.split('.')],
      code,
    })),
  });

/** Rejects the whole submission with a message. */
export const refusesAll = json(422, {
  code: 'closed',
  detail: 'Sign-up opens again on Monday.',
});

/** Rejects the submission without a reason. */
export const forbids = json(403, {});

/** Fails and asks not to be retried. */
export const breaks = json(500, { 'should-retry': false });

/** Is overloaded and asks for a later retry. */
export const isBusy = json(503, {}, { 'retry-after': '30' });

/** Never responds. */
export const isSilent: Endpoint = () => new Promise(() => {});

/** Cannot be reached. */
export const isUnreachable: Endpoint = async () => {
  throw new TypeError('unreachable');
};

/** A captive portal, which answers everything with success. */
export const isCaptive: Endpoint = async () =>
  new Response('<!doctype html><title>Sign in</title>', {
    headers: { 'content-type': 'text/html' },
  });

/** Blocked by the page's Content-Security-Policy, which the browser reports in an event. */
export const isBlocked: Endpoint = async () => {
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      blockedURI: new URL(endpoint).origin,
      disposition: 'enforce',
      effectiveDirective: 'connect-src',
      violatedDirective: 'connect-src',
      originalPolicy: "connect-src 'self'",
      documentURI: location.href,
      statusCode: 200,
    }),
  );
  throw new TypeError('blocked');
};

import type { Coverage } from '../../src/contract/index.js';

/** Endpoints that exist only as the `fetch` property of a widget: nothing ever leaves the page. */
export type Endpoint = typeof fetch;

/** Another origin, so that what matters only across origins is in the stories too. */
export const endpoint = 'https://clinic.example/api/submissions';

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Endpoint =>
  async () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });

/** Takes what comes, with a receipt. */
export const accepts = (status: string, reference = 'ALD-4821') => json(201, { reference, status });

/** Takes a check, with the insurer's answer. */
export const answers = (coverage: Coverage) =>
  json(201, { reference: 'ALD-4821', status: 'received', coverage });

/** Refuses fields: path within the data, and the code that says why. */
export const refuses = (issues: Record<string, string>) =>
  json(422, {
    code: 'invalid',
    issues: Object.entries(issues).map(([field, code]) => ({
      path: ['data', ...field.split('.')],
      code,
    })),
  });

/** Refuses the whole for a reason of its own. */
export const refusesAll = json(422, {
  code: 'closed',
  detail: 'Sign-up opens again on Monday.',
});

/** Will not take it, and does not say why. */
export const forbids = json(403, {});

/** Breaks, and asks not to be tried again. */
export const breaks = json(500, { 'should-retry': false });

/** Too busy, come back later. */
export const isBusy = json(503, {}, { 'retry-after': '30' });

/** Never answers. */
export const isSilent: Endpoint = () => new Promise(() => {});

/** Cannot be reached. */
export const isUnreachable: Endpoint = async () => {
  throw new TypeError('unreachable');
};

/** A network's sign-in page, which answers everything with success. */
export const isCaptive: Endpoint = async () =>
  new Response('<!doctype html><title>Sign in</title>', {
    headers: { 'content-type': 'text/html' },
  });

/** Forbidden by the page's own Content-Security-Policy: the browser says so in an event. */
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

import { getField, type Body } from './body.js';

/** HTTP statuses that a retry can resolve; all others are final. */
const transientStatuses = [408, 425, 429, 500, 502, 503, 504];

/** Whether an answer asks for another attempt. An endpoint has the last word with `"should-retry": false`. */
export const retriable = (status: number, body: Body): boolean =>
  getField(body, 'should-retry') !== false &&
  (transientStatuses.includes(status) ||
    (status === 409 && getField(body, 'code') === 'in-flight'));

/** Full jitter, so that the clinic's visitors do not all come back in the same moment. `attempt` counts from 0. */
export const backoff = (attempt: number, random: () => number): number =>
  random() * Math.min(15_000, 300 * 2 ** attempt);

/**
 * Milliseconds that a `Retry-After` asks for: seconds or an HTTP date. At most 30 s, whatever the clocks say; what cannot be read is 0.
 * @param now the device's clock
 */
export function retryAfter(header: string | null, now = Date.now()): number {
  const value = header?.trim() ?? '';
  const wanted = /^\d+$/.test(value)
    ? Number(value) * 1000
    : /^[A-Z][a-z]+, .* GMT$/.test(value)
      ? Date.parse(value) - now
      : 0;
  return Math.min(30_000, Math.max(0, wanted || 0));
}

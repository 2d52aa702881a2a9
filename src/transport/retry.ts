import { getField, type Body } from './body.js';

/** HTTP statuses that a retry can resolve; all others are final. */
const transientStatuses = [408, 425, 429, 500, 502, 503, 504];

/** Whether to retry after a response. An endpoint can prevent it with `"should-retry": false`. */
export const retriable = (status: number, body: Body): boolean =>
  getField(body, 'should-retry') !== false &&
  (transientStatuses.includes(status) ||
    (status === 409 && getField(body, 'code') === 'in-flight'));

/** Delay before a retry in ms, with full jitter to spread the load. `attempt` counts from 0. */
export const backoff = (attempt: number, random: () => number): number =>
  random() * Math.min(15_000, 300 * 2 ** attempt);

/**
 * The delay requested by `Retry-After` (seconds or an HTTP date) in ms, at most 30 s; 0 if it is
 * invalid.
 *
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

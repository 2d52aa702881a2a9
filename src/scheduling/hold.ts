/** Holds a time while the visitor fills in the form, with the hold routes of a slots URL. */
import { getOwn, parseBody } from '../transport/body.js';
import { nativeFetch } from '../transport/native.js';
import { realClock, request, type Clock } from '../transport/request.js';

export type HoldAnswer =
  /** Held for `left` more ms */
  | { is: 'held'; hold: string; left: number }
  /** Already taken; the nearest times, not validated */
  | { is: 'taken'; slots: unknown }
  /** No holds here, or no answer: the time may still be available */
  | { is: 'none' };

export interface HoldOptions {
  fetch?: typeof fetch | undefined;
  clock?: Clock;
}

/** Timeout in ms and maximum size of a response in bytes. */
const timeout = 6000;
const size = 256_000;

/** Usual and longest plausible duration of a hold, in ms. */
const usual = 5 * 60_000;
const longest = 60 * 60_000;

/**
 * The remaining time in ms. The device's clock may be wrong by hours, so an implausible end is
 * replaced by the usual duration.
 */
const leftUntil = (until: unknown, now: number): number => {
  const left = typeof until === 'string' ? Date.parse(until) - now : NaN;
  return left > 0 && left <= longest ? left : usual;
};

const routeOf = (address: string, id: string, route: string): string => {
  const url = new URL(address, location.href);
  url.search = '';
  url.hash = '';
  return `${url.href.replace(/\/$/, '')}/${encodeURIComponent(id)}/${route}`;
};

/**
 * Requests a hold or, with `hold`, extends one.
 *
 * @param address the slots URL
 */
export async function hold(
  address: string,
  id: string,
  held?: string,
  { fetch = nativeFetch, clock = realClock }: HoldOptions = {},
): Promise<HoldAnswer> {
  if (!fetch) return { is: 'none' };
  const reply = await request(
    routeOf(address, id, 'hold'),
    {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        ...(held !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(held !== undefined && { body: JSON.stringify({ hold: held }) }),
      redirect: 'error',
      cache: 'no-store',
    },
    { fetch, timeout, size, clock },
  );
  if (typeof reply === 'string') return { is: 'none' };
  const body = parseBody(reply.text);
  const value = body.is === 'json' ? body.value : undefined;
  if (reply.status === 409) return { is: 'taken', slots: getOwn(value, 'slots') };
  const token = getOwn(value, 'hold');
  if (reply.status > 299 || typeof token !== 'string' || !token || token.length > 100)
    return { is: 'none' };
  return { is: 'held', hold: token, left: leftUntil(getOwn(value, 'until'), Date.now()) };
}

/**
 * Releases a held time. The request must also arrive while the page is unloaded, so it is sent as
 * plain text, which needs no CORS preflight, with `keepalive`. `sendBeacon` cannot omit cookies and
 * is used only if `fetch` has no `keepalive`.
 */
export async function release(
  address: string,
  id: string,
  held: string,
  { fetch = nativeFetch, clock = realClock }: HoldOptions = {},
): Promise<void> {
  const url = routeOf(address, id, 'release');
  const body = JSON.stringify({ hold: held });
  if (!('keepalive' in Request.prototype) && fetch === nativeFetch) {
    navigator.sendBeacon?.(url, new Blob([body], { type: 'text/plain' }));
    return;
  }
  if (!fetch) return;
  // The next hold waits for the release, up to a timeout.
  await request(
    url,
    {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body,
      keepalive: true,
      redirect: 'error',
    },
    { fetch, timeout, size, clock },
  );
}

/** Keeping a time for somebody who is still writing: the hold routes of a slots address. */
import { getOwn, parseBody } from '../transport/body.js';
import { nativeFetch } from '../transport/native.js';
import { realClock, request, type Clock } from '../transport/request.js';

export type HoldAnswer =
  /** Kept; `left` milliseconds of it remain */
  | { is: 'held'; hold: string; left: number }
  /** Somebody was quicker; the nearest times, not checked */
  | { is: 'taken'; slots: unknown }
  /** Nobody keeps times here, or nobody answered: the time may still be booked */
  | { is: 'none' };

export interface HoldOptions {
  fetch?: typeof fetch | undefined;
  clock?: Clock;
}

/** Milliseconds that an answer may take, and bytes that are read of it. */
const timeout = 6000;
const size = 256_000;

/** Milliseconds: what a hold usually is, and what none is. */
const usual = 5 * 60_000;
const longest = 60 * 60_000;

/** The device's clock may be wrong by hours: an end that cannot be is taken for the usual one. */
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
 * Asks for a time to be kept, or with `hold` for a hold to last longer.
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
 * Gives a kept time back. It must arrive also while the page goes away: as plain text, which asks no leave of other origins, and kept alive;
 * `sendBeacon`, which cannot leave cookies at home, only where `fetch` has no such thing.
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
  // The next hold waits for it, but not for ever.
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

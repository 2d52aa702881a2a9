import type { FailureReason } from '../contract/index.js';
import { outcomeOf, type Outcome } from './answer.js';
import { parseBody } from './body.js';
import { nativeFetch } from './native.js';
import { realClock, request, type Clock } from './request.js';
import { backoff, retriable, retryAfter } from './retry.js';

/**
 * An encoded submission, made once by `encode`: the same bytes on every retry and on *Try again*.
 */
export interface Sealed {
  id: string;
  contentType: string;
  body: string | ArrayBuffer;
}

export interface SendOptions {
  /** As returned by `checkEndpoint` */
  endpoint: string;
  /** Replaces the browser's `fetch`, which was captured when the script loaded */
  fetch?: typeof fetch;
  /** Aborts sending; the promise then rejects with the signal's reason */
  signal?: AbortSignal;
  /**
   * False if a failed request may have arrived and the service does not know our ids (a simple
   * request to another origin without CORS). A retry after a network error or a timeout could then
   * store it twice. Retries after a response are still made.
   */
  retryNetwork?: boolean;
  /** Timeout of one attempt with its response, in ms. Default: 10,000 */
  attemptTimeout?: number;
  /** Timeout of all attempts and pauses, in ms. Default: 60,000 */
  totalTimeout?: number;
  /** The receiver's field names, as given to `encode` */
  names?: Record<string, string>;
  /** Called before each retry, counted from 1 */
  onRetry?(attempt: number): void;
  clock?: Clock;
  /** Random number from 0 to 1 */
  random?: () => number;
}

/** Maximum size of a response, in bytes. */
const answerSize = 256_000;

/** Time in ms after which a device without network is reported as offline. */
const offlineLimit = 10_000;

const failed = (reason: FailureReason): Outcome => ({ kind: 'failed', reason });
const offline = () => navigator.onLine === false;

/**
 * Sends a sealed submission until the endpoint accepts or rejects it, or the time is up. Never
 * returns `accepted` unless the endpoint has confirmed it.
 *
 * @returns the outcome; rejects only if `signal` aborts
 */
export async function send(sealed: Sealed, options: SendOptions): Promise<Outcome> {
  const {
    endpoint,
    fetch = nativeFetch,
    signal,
    retryNetwork = true,
    attemptTimeout = 10_000,
    totalTimeout = 60_000,
    names,
    onRetry,
    clock = realClock,
    random = Math.random,
  } = options;
  if (!fetch) return failed('blocked');

  const url = new URL(endpoint, location.href).href;
  const started = clock.now();
  const spent = () => clock.now() - started;
  const finished = new AbortController();
  let pauseSignal = new AbortController();
  const endPause = () => pauseSignal.abort();
  let blocked = false;
  let neverReached = true;

  signal?.addEventListener('abort', endPause, { signal: finished.signal });
  addEventListener('online', endPause, { signal: finished.signal });
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI, disposition, effectiveDirective }) => {
      blocked ||=
        disposition === 'enforce' &&
        effectiveDirective === 'connect-src' &&
        blockedURI !== '' &&
        url.startsWith(blockedURI);
    },
    { signal: finished.signal },
  );

  try {
    for (let attempt = 0; ; attempt++) {
      const reply = await request(
        url,
        {
          method: 'POST',
          body: sealed.body,
          headers: { Accept: 'application/json', 'Content-Type': sealed.contentType },
          redirect: 'error',
          cache: 'no-store',
        },
        {
          fetch,
          signal,
          timeout: Math.min(attemptTimeout, totalTimeout - spent()),
          size: answerSize,
          clock,
        },
      );

      let outcome: Outcome;
      let pause = backoff(attempt, random);
      const answer = typeof reply === 'object' && parseBody(reply.text);
      if (answer && !(answer.is === 'cut' && reply.status < 300)) {
        outcome = outcomeOf(reply.status, answer, names);
        if (!retriable(reply.status, answer)) return outcome;
        pause = Math.max(pause, retryAfter(reply.retryAfter));
        neverReached = false;
      } else {
        // The browser reports why `fetch` was blocked in an event, one task later.
        if (reply === 'network') await clock.wait(0, finished.signal);
        if (blocked) return failed('blocked');
        neverReached &&= reply === 'network';
        outcome = failed(
          reply === 'timeout' ? reply : neverReached && offline() ? 'offline' : 'unconfirmed',
        );
        if (!retryNetwork) return outcome;
      }

      const limit = offline() ? Math.min(offlineLimit, totalTimeout) : totalTimeout;
      if (spent() + pause >= limit) return outcome;
      onRetry?.(attempt + 1);
      pauseSignal = new AbortController();
      await clock.wait(pause, pauseSignal.signal);
    }
  } finally {
    finished.abort();
  }
}

import type { FailureReason } from '../contract/index.js';
import { outcomeOf, type Outcome } from './answer.js';
import { parseBody } from './body.js';
import { nativeFetch } from './native.js';
import { realClock, request, type Clock } from './request.js';
import { backoff, retriable, retryAfter } from './retry.js';

/** A submission as it travels: made once by `encode`, the same bytes on every retry and on *Try again*. */
export interface Sealed {
  id: string;
  contentType: string;
  body: string | ArrayBuffer;
}

export interface SendOptions {
  /** As `checkEndpoint` gave it */
  endpoint: string;
  /** Takes the place of the browser's own, taken when the script was loaded */
  fetch?: typeof fetch;
  /** Ends the sending; the promise then rejects with the signal's reason */
  signal?: AbortSignal;
  /**
   * false where a failed request may have been delivered and the service does not know our ids (a simple request to another
   * origin without CORS): a retry after a network error or a timeout could store it twice. Answers are still retried.
   */
  retryNetwork?: boolean;
  /** Milliseconds for one attempt, its answer included: 10 s */
  attemptTimeout?: number;
  /** Milliseconds for all attempts and the pauses between: 60 s */
  totalTimeout?: number;
  /** The receiver's field names, as given to `encode` */
  names?: Record<string, string>;
  /** Before each retry, counted from 1 */
  onRetry?(attempt: number): void;
  clock?: Clock;
  /** 0 to 1 */
  random?: () => number;
}

/** Bytes of an answer that are read at most. */
const answerSize = 256_000;

/** Milliseconds after which a device without network is told so. */
const offlineLimit = 10_000;

const failed = (reason: FailureReason): Outcome => ({ kind: 'failed', reason });
const offline = () => navigator.onLine === false;

/**
 * Sends a sealed submission until the endpoint has said yes or no, or the time is up. Never says accepted unless the endpoint did.
 * @returns the outcome; rejects only when `signal` aborts
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
        // The browser names the reason for a rejected fetch in an event, one task later.
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

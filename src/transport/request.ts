import { NativePromise } from './native.js';

/** The clock; replaced in tests. */
export interface Clock {
  /** Monotonic time in ms, independent of the device's clock setting */
  now(): number;
  /** Resolves after `ms`, or as soon as `signal` aborts */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
  now: () => performance.now(),
  wait: (ms, signal) =>
    new NativePromise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    }),
};

export interface Reply {
  status: number;
  /** undefined: larger than the limit */
  text: string | undefined;
  retryAfter: string | null;
}

export interface Limits {
  fetch: typeof fetch;
  signal?: AbortSignal;
  /** Timeout in ms for the request and its whole body */
  timeout: number;
  /** Maximum size of the body in bytes */
  size: number;
  clock: Clock;
}

/** Reads a body up to the limit, because a response may be endless. */
async function readText(response: Response, size: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let left = size; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    left -= value.byteLength;
    if (left < 0) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Sends one request and reads the whole response within the timeout, even if a page's own `fetch`
 * never settles and ignores its signal. No cookies and no referrer are sent.
 */
export async function request(
  url: string,
  init: RequestInit,
  { fetch, signal, timeout, size, clock }: Limits,
): Promise<Reply | 'network' | 'timeout'> {
  const stop = new AbortController();
  const { signal: over } = stop;
  const work = async (): Promise<Reply | 'network'> => {
    try {
      const response = await fetch(url, {
        credentials: 'omit',
        mode: 'cors',
        referrerPolicy: 'no-referrer',
        ...init,
        signal: over,
      });
      return {
        status: response.status,
        text: await readText(response, size),
        retryAfter: response.headers.get('retry-after'),
      };
    } catch {
      return 'network';
    }
  };
  const late = async (): Promise<'timeout'> => {
    await clock.wait(timeout, over);
    return 'timeout';
  };

  const abort = () => stop.abort();
  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort);
  const first = await NativePromise.race([work(), late()]);
  signal?.removeEventListener('abort', abort);
  abort();
  signal?.throwIfAborted();
  return first;
}

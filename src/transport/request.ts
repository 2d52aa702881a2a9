import { NativePromise } from './native.js';

/** Time, so that tests need not wait for it. */
export interface Clock {
  /** Milliseconds from any start; never jumps when the device's clock is set */
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
  /** undefined: longer than the limit */
  text: string | undefined;
  retryAfter: string | null;
}

export interface Limits {
  fetch: typeof fetch;
  signal?: AbortSignal;
  /** Milliseconds until the last byte of the body */
  timeout: number;
  /** Bytes of the body */
  size: number;
  clock: Clock;
}

/** An answer may be endless, by mistake or on purpose. */
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
 * One request and its whole answer, in time, whatever `fetch` does: a page's own may never settle and ignore its signal.
 * Cookies and the page's address stay here.
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

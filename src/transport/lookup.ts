import { parseBody } from './body.js';
import { NativePromise, nativeFetch } from './native.js';
import { realClock, request, type Clock } from './request.js';

/** `network` nothing came · `timeout` not in time · `status` not a 2xx · `format` not JSON, or more than 6 MB. */
export type LookupReason = 'network' | 'timeout' | 'status' | 'format';

export class LookupError extends Error {
  override name = 'LookupError';
  constructor(
    readonly url: string,
    readonly reason: LookupReason,
    readonly httpStatus?: number,
  ) {
    super(`${url}: ${reason}${httpStatus === undefined ? '' : ` (HTTP ${httpStatus})`}`);
  }
}

export interface LookupOptions {
  fetch?: typeof fetch;
  signal?: AbortSignal;
  /** Milliseconds: 8 s */
  timeout?: number;
  clock?: Clock;
}

/** Bytes: a national list of insurers fits, an endless answer does not. */
const largest = 6_000_000;

/** A page that is only being prerendered may never be seen: nothing is asked for it. */
const shown = async () => {
  const page = document as Document & { prerendering?: boolean };
  if (page.prerendering)
    await new NativePromise<void>((resolve) =>
      page.addEventListener('prerenderingchange', () => resolve(), { once: true }),
    );
};

/** Gets a text, or throws as `lookup` does. */
export async function lookupText(
  url: string,
  init: RequestInit,
  options: LookupOptions = {},
): Promise<{ status: number; text: string | undefined }> {
  const { fetch = nativeFetch, signal, timeout = 8000, clock = realClock } = options;
  await shown();
  if (!fetch) throw new LookupError(url, 'network');
  const reply = await request(url, init, { fetch, signal, timeout, size: largest, clock });
  if (typeof reply === 'string') throw new LookupError(url, reply);
  const { status } = reply;
  if (status < 200 || status > 299) throw new LookupError(url, 'status', status);
  return reply;
}

/**
 * Gets JSON: the clinic file, slots, payers, the FAQ. What comes is not checked.
 * @throws {LookupError} when it did not come; the signal's reason when `signal` aborts
 */
export async function lookup<T>(url: string, options: LookupOptions = {}): Promise<T> {
  const accept = { headers: { Accept: 'application/json' } };
  const { status, text } = await lookupText(url, accept, options);
  const body = parseBody(text);
  if (body.is !== 'json') throw new LookupError(url, 'format', status);
  return body.value as T;
}

import { parseBody } from './body.js';
import { NativePromise, nativeFetch } from './native.js';
import { realClock, request, type Clock } from './request.js';

/**
 * `network`: no response · `timeout`: not in time · `status`: not a 2xx · `format`: not JSON, or
 * larger than 6 MB.
 */
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
  /** In ms. Default: 8000 */
  timeout?: number;
  clock?: Clock;
}

/** Maximum size in bytes: enough for a national payer list, but not for an endless response. */
const largest = 6_000_000;

/** Waits until a prerendered page is shown: it may never be, and then nothing is requested. */
const shown = async () => {
  const page = document as Document & { prerendering?: boolean };
  if (page.prerendering)
    await new NativePromise<void>((resolve) =>
      page.addEventListener('prerenderingchange', () => resolve(), { once: true }),
    );
};

/** Gets a text. Throws like `lookup`. */
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
 * Gets JSON: the clinic file, slots, payers, the FAQ. The data is not validated.
 *
 * @throws {LookupError} if the request failed; the signal's reason if `signal` aborts
 */
export async function lookup<T>(url: string, options: LookupOptions = {}): Promise<T> {
  const accept = { headers: { Accept: 'application/json' } };
  const { status, text } = await lookupText(url, accept, options);
  const body = parseBody(text);
  if (body.is !== 'json') throw new LookupError(url, 'format', status);
  return body.value as T;
}

import { Buffer } from 'node:buffer';
import { NoAnswer } from './refused.js';

const maxBytes = 4 * 1024 * 1024;

/**
 * Requires https, because requests contain a key; only loopback may use http, for tests. @throws if
 * the URL is invalid: at start, not at the first request
 */
export function checkUrl(url: string): string {
  const { protocol, hostname, username } = new URL(url);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if ((protocol !== 'https:' && !(protocol === 'http:' && isLocal)) || username)
    throw new Error('The eligibility URL must start with https: and must not contain a username.');
  return url;
}

/**
 * Posts JSON and returns the parsed response. Follows no redirect, because the key is for one URL.
 * @throws NoAnswer with the HTTP status
 */
export async function postJson(
  url: string,
  body: unknown,
  {
    authorization,
    type = 'application/json',
    signal,
    fetch = globalThis.fetch,
  }: {
    authorization?: string | undefined;
    type?: string | undefined;
    signal: AbortSignal;
    fetch?: typeof globalThis.fetch | undefined;
  },
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal,
    headers: {
      'Content-Type': type,
      Accept: type,
      ...(authorization ? { Authorization: authorization } : {}),
    },
    body: JSON.stringify(body),
  });
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    length += value.byteLength;
    if (length > maxBytes) {
      void reader?.cancel().catch(() => undefined);
      throw new NoAnswer('too-large');
    }
    chunks.push(value);
  }
  const text = Buffer.concat(chunks, length).toString('utf8');
  if (!response.ok) throw new NoAnswer(`HTTP ${response.status}`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NoAnswer('not-json');
  }
}

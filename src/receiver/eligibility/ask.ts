import { Buffer } from 'node:buffer';
import { NoAnswer } from './refused.js';

const mostBytes = 4 * 1024 * 1024;

/** Keys go over https only; a stand-in on this computer may do without. @throws when the address cannot be used: at start, not at the first visitor */
export function checkUrl(url: string): string {
  const { protocol, hostname, username } = new URL(url);
  const here = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if ((protocol !== 'https:' && !(protocol === 'http:' && here)) || username)
    throw new Error(
      'The address to ask for eligibility must begin with https: and hold no user name.',
    );
  return url;
}

/** Posts JSON and reads JSON. Follows no redirect: the key is for one address. @throws NoAnswer with the HTTP status */
export async function ask(
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
    if (length > mostBytes) {
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

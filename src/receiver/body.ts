import { Buffer } from 'node:buffer';
import { Refusal } from './problems.js';

const KiB = 1024;
/**
 * Size limits in bytes: a whole text body, a whole multipart body, one photo. `files`: number of
 * photos.
 */
export const bodyLimits = {
  text: 64 * KiB,
  multipart: 10 * KiB * KiB,
  file: 4 * KiB * KiB,
  files: 4,
};

const utf8Decoder = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8. @throws Refusal for another encoding, which would change the text */
export function utf8(bytes: Uint8Array): string {
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    throw new Refusal('not-json');
  }
}

/** The bytes of a body. @throws Refusal as soon as it is longer than `limit` bytes */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw new Refusal('too-large');
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal('not-json');
    });
    if (done) return Buffer.concat(chunks, length);
    length += value.byteLength;
    if (length > limit) {
      // Not awaited: a body that never ends is never canceled.
      reader.cancel().catch(() => undefined);
      throw new Refusal('too-large');
    }
    chunks.push(value);
  }
}

/**
 * The declared media type of a body: `application/json`. @throws Refusal if it is compressed or its
 * text is not UTF-8
 */
export function mediaTypeOf(request: Request): string {
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '').split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset="?([^"]*)"?\s*$/i.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  const encoding = request.headers.get('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity' || (charset && !/^utf-?8$/i.test(charset))) {
    throw new Refusal('unsupported-type');
  }
  return type.trim().toLowerCase();
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('not-json');
  }
}

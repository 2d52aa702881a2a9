import { Buffer } from 'node:buffer';
import { Refusal } from './problems.js';

const KiB = 1024;
/** In bytes: the whole body by its kind, and one photo. Four photos at most. */
export const bodyLimits = {
  text: 64 * KiB,
  multipart: 10 * KiB * KiB,
  file: 4 * KiB * KiB,
  files: 4,
};

const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes as the text they are. A body in another encoding would be stored as something nobody typed. */
export function utf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new Refusal('not-json');
  }
}

/** The body, unless it is longer than `limit` bytes: then reading stops at once. */
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
      // Not waited for: a body that never ends would never be cancelled.
      reader.cancel().catch(() => undefined);
      throw new Refusal('too-large');
    }
    chunks.push(value);
  }
}

/** What a body says it is: `application/json`. Text in another encoding than UTF-8, or compressed, is refused. */
export function mediaTypeOf(request: Request): string {
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '').split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset="?([^"]*)"?\s*$/i.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  const packed = request.headers.get('Content-Encoding') ?? 'identity';
  if (packed !== 'identity' || (charset && !/^utf-?8$/i.test(charset))) {
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

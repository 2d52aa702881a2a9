import { Buffer } from 'node:buffer';
import { bodyLimits, utf8 } from './body.js';
import { imageType, matchesClaim, withoutMetadata } from './photos.js';
import { Refusal } from './problems.js';
import type { Card } from './store.js';

/** One part of a multipart body. A file is a part with a file name. */
interface Part {
  name: string;
  fileName?: string;
  /** The media type declared by the sender */
  contentType?: string;
  bytes: Buffer;
}

const parameter = (header: string, name: string) =>
  new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(header)?.slice(1).find(Boolean);

/**
 * Parses a `multipart/form-data` body (RFC 7578). `Request.formData()` would silently replace
 * invalid UTF-8 and change names.
 */
export function partsOf(contentType: string, body: Uint8Array): Part[] {
  const boundary = parameter(contentType, 'boundary');
  if (!boundary) throw new Refusal('not-json');
  const content = Buffer.concat([Buffer.from('\r\n'), body]);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = content.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    if (content.subarray(start, start + 2).toString('latin1') === '--') return parts;
    at = content.indexOf(delimiter, start);
    const part = content.subarray(start, at);
    const split = part.indexOf('\r\n\r\n');
    if (at < 0 || split < 0) break;
    const lines = utf8(part.subarray(0, split)).split('\r\n');
    const disposition = lines.find((line) => /^content-disposition:\s*form-data/i.test(line));
    const contentType = lines.find((line) => /^content-type:/i.test(line))?.slice(13);
    const name = disposition && parameter(disposition, 'name');
    if (!name) break;
    const fileName = parameter(disposition, 'filename');
    parts.push({
      name,
      bytes: part.subarray(split + 4),
      ...(fileName ? { fileName } : {}),
      ...(contentType ? { contentType } : {}),
    });
  }
  throw new Refusal('not-json');
}

/**
 * Parts as text fields and photos. All fields together have the limit of a JSON body; each photo
 * has its own limit.
 */
export function fieldsAndCards(parts: Part[]): { fields: [string, string][]; cards: Card[] } {
  const files = parts.filter((part) => part.fileName !== undefined && part.name !== 'submission');
  const texts = parts.filter((part) => !files.includes(part));
  const textLength = texts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (
    files.length > bodyLimits.files ||
    textLength > bodyLimits.text ||
    files.some(({ bytes }) => bytes.length > bodyLimits.file)
  ) {
    throw new Refusal('too-large');
  }
  const cards = files.map(({ name, fileName = '', contentType, bytes }, index) => {
    const mediaType = imageType(bytes);
    const isPhoto = name === 'cards' && mediaType && matchesClaim(mediaType, contentType);
    const photo = isPhoto ? withoutMetadata(bytes, mediaType) : undefined;
    if (!mediaType || !photo) {
      const code = name === 'cards' ? 'format' : 'unknown-key';
      throw new Refusal('invalid', { issues: [{ path: ['data', name, index], code }] });
    }
    const safeName = fileName.replace(/[^\w. -]/g, '_').slice(0, 100);
    return { name: safeName, mediaType, bytes: photo };
  });
  return { fields: texts.map(({ name, bytes }) => [name, utf8(bytes)]), cards };
}

import { Buffer } from 'node:buffer';

const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

const ascii = (bytes: Buffer, from: number, to: number) =>
  bytes.subarray(from, to).toString('latin1');

/** The kind of an image by its first bytes: what a file says of itself is its sender's word only. */
export function imageType(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 8) === 'ftyp' && heicBrands.includes(ascii(bytes, 8, 12)))
    return 'image/heic';
  return undefined;
}

/** Names that mean no kind at all, and other names of one kind. */
const claims: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/heif': 'image/heic',
};

/** Whether bytes are what their sender says. Nothing said, or nothing in particular, is no lie. */
export function isAsClaimed(actual: string, contentType: string | undefined): boolean {
  const claim = contentType?.split(';')[0]!.trim().toLowerCase() ?? '';
  if (claim === '' || claim === 'application/octet-stream') return true;
  return (Object.hasOwn(claims, claim) ? claims[claim] : claim) === actual;
}

/** Which way up a photo was taken (Exif tag 0x0112), 1 to 8; it is all that is kept of what a camera notes. */
function orientationIn(exif: Buffer): number {
  const tiff = exif.subarray(6);
  const little = ascii(tiff, 0, 2) === 'II';
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const first = u32(4);
  for (let index = 0; index < u16(first); index++) {
    const entry = first + 2 + index * 12;
    if (u16(entry) === 0x0112) return u16(entry + 8);
  }
  return 1;
}

/** An APP1 segment that says which way up, and nothing else. */
const orientationOnly = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\b', 'latin1'),
    Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);

/** Segments with a life of their own: Exif and XMP (1), Photoshop with IPTC (13), and comments. Colour profiles (2) stay. */
const isNote = (marker: number) =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);

function bareJpeg(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  for (;;) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined || marker < 0xc0 || marker === 0xd9)
      throw new RangeError();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw new RangeError();
    const segment = bytes.subarray(at, end);
    if (marker === 0xe1 && ascii(segment, 4, 10) === 'Exif\0\0')
      orientation = orientationIn(segment.subarray(4));
    if (!isNote(marker)) kept.push(segment);
    at = end;
    // From here on it is the picture.
    if (marker === 0xda) break;
  }
  if (orientation > 1 && orientation < 9) kept.splice(1, 0, orientationOnly(orientation));
  return Buffer.concat([...kept, bytes.subarray(at)]);
}

function barePng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; ;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new RangeError();
    const type = ascii(bytes, at + 4, at + 8);
    if (!['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].includes(type))
      kept.push(bytes.subarray(at, end));
    at = end;
    // What is behind the end is no picture.
    if (type === 'IEND') return Buffer.concat(kept);
  }
}

function bareWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let at = 12;
  while (at < bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > bytes.length) throw new RangeError();
    const chunk = Buffer.from(bytes.subarray(at, end));
    const type = ascii(chunk, 0, 4);
    // The flags of an extended file say that Exif (8) and XMP (4) follow.
    if (type === 'VP8X') chunk[8] = chunk[8] & ~0x0c;
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk);
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

const bare: Record<string, (bytes: Buffer) => Buffer> = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
};

/**
 * A photo without what a camera noted in it: the place (GPS), the time, the device. Widgets send none of it; others may. The picture itself
 * is not touched, and neither is a file whose parts cannot be told apart. HEIC is kept as it is: its notes cannot be taken out safely here.
 */
export function withoutNotes(bytes: Buffer, mediaType: string): Buffer {
  try {
    return bare[mediaType]?.(bytes) ?? bytes;
  } catch (error) {
    if (error instanceof RangeError) return bytes;
    throw error;
  }
}

import { Buffer } from 'node:buffer';

const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

const ascii = (bytes: Buffer, from: number, to: number) =>
  bytes.subarray(from, to).toString('latin1');

/**
 * Detects the media type of an image from its first bytes, because its name and `Content-Type` can
 * be wrong.
 */
export function imageType(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 8) === 'ftyp' && heicBrands.includes(ascii(bytes, 8, 12)))
    return 'image/heic';
  return undefined;
}

/** Other names of the same media type. */
const mediaTypeAliases: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/heif': 'image/heic',
};

/**
 * Whether the media type matches the declared one. No declaration, or `application/octet-stream`,
 * matches any.
 */
export function matchesClaim(actual: string, contentType: string | undefined): boolean {
  const claim = contentType?.split(';')[0]!.trim().toLowerCase() ?? '';
  if (claim === '' || claim === 'application/octet-stream') return true;
  return (Object.hasOwn(mediaTypeAliases, claim) ? mediaTypeAliases[claim] : claim) === actual;
}

/** The orientation of a photo (Exif tag 0x0112), 1 to 8: the only metadata that is kept. */
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

/** An APP1 segment with the orientation and nothing else. */
const orientationOnly = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\b', 'latin1'),
    Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);

/** Whether a JPEG segment is needed to show the image. The others are metadata: Exif and XMP (APP1), a second image (MPF in APP2), Photoshop with IPTC (APP13), comments. */
const isImageData = (marker: number, segment: Buffer): boolean =>
  (marker >= 0xc0 && marker <= 0xdf) ||
  (marker === 0xe0 && ascii(segment, 4, 9) === 'JFIF\0') ||
  (marker === 0xe2 && ascii(segment, 4, 16) === 'ICC_PROFILE\0') ||
  marker === 0xee;

function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let at = 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError();
    // Any number of FF bytes may precede a marker (ITU T.81, B.1.1.2).
    while (bytes.readUInt8(at + 1) === 0xff) at++;
    const marker = bytes.readUInt8(at + 1);
    // What follows the end marker is not part of the image: a motion photo's video, or a second
    // photo with its own metadata.
    if (marker === 0xd9) break;
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) throw new RangeError();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw new RangeError();
    const segment = bytes.subarray(at, end);
    if (marker === 0xe1 && ascii(segment, 4, 10) === 'Exif\0\0')
      orientation = readOrientation(segment);
    if (isImageData(marker, segment)) kept.push(segment);
    at = marker === 0xda ? endOfScan(bytes, end) : end;
    if (marker === 0xda) kept.push(bytes.subarray(end, at));
    // A truncated photo shows what has arrived.
    if (marker === 0xda && at === bytes.length) break;
  }
  const turned = orientation > 1 && orientation < 9 ? [orientationOnly(orientation)] : [];
  return Buffer.concat([bytes.subarray(0, 2), ...turned, ...kept, Buffer.from([0xff, 0xd9])]);
}

/** The orientation in an Exif segment; 1 if it cannot be read. */
function readOrientation(segment: Buffer): number {
  try {
    return orientationIn(segment.subarray(4));
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

/**
 * The end of a scan's image data: the first marker that is neither a stuffed FF nor a restart, or
 * the end of the file.
 */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** Ancillary PNG chunks that change how the image looks. Critical chunks begin with a capital letter and are always kept. */
const pngChunks = 'tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs'.split(' ');

function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; ;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new RangeError();
    const type = ascii(bytes, at + 4, at + 8);
    if (/^[A-Z]/.test(type) || pngChunks.includes(type)) kept.push(bytes.subarray(at, end));
    at = end;
    // Anything after IEND is not part of the image.
    if (type === 'IEND') return Buffer.concat(kept);
  }
}

const webpChunks = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];

function stripWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) throw new RangeError();
  let at = 12;
  while (at < whole) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > whole) throw new RangeError();
    const chunk = Buffer.from(bytes.subarray(at, end));
    const type = ascii(chunk, 0, 4);
    // The flags of an extended file declare Exif (8) and XMP (4).
    if (type === 'VP8X') chunk[8] = chunk[8] & ~0x0c;
    if (webpChunks.includes(type)) kept.push(chunk);
    at = end;
  }
  if (kept.length === 0) throw new RangeError();
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

/** Signatures of metadata, in any image format. */
const metadataMarks =
  /Exif|eXIf|EXIF|XMP|xmpmeta|ns\.adobe\.com|Photoshop|MPF\0|GPS|MotionPhoto|ftyp/;

const strippers: Record<string, (bytes: Buffer) => Buffer> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
};

/**
 * Removes the metadata of a photo: place (GPS), time, device. The widgets send none, but other
 * senders may. The image itself is unchanged. HEIC is kept as it is, because its metadata cannot be
 * removed safely here.
 *
 * @returns undefined for a file that cannot be parsed and seems to contain metadata: it must be
 * rejected
 */
export function withoutMetadata(bytes: Buffer, mediaType: string): Buffer | undefined {
  try {
    return Object.hasOwn(strippers, mediaType) ? strippers[mediaType](bytes) : bytes;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return metadataMarks.test(bytes.toString('latin1')) ? undefined : bytes;
  }
}

/** Why a file cannot be sent. The text for each code is in `messages.ts`. */
export type Unfit =
  'empty' | 'not-photo' | 'not-as-named' | 'too-large' | 'heic' | 'unreadable' | 'protected';

/** Thrown for a file that cannot be sent. */
export class UnfitFile extends Error {
  constructor(readonly code: Unfit) {
    super(code);
  }
}

/** A photo ready to be sent: the image without metadata. */
export interface Photo {
  /** JPEG */
  blob: Blob;
  width: number;
  height: number;
  /**
   * A small preview. A canvas, because a strict CSP allows no `blob:` URLs, and a URL could leak
   */
  preview: HTMLCanvasElement;
}

/** Longest side in pixels, enough to read the small print of a card. */
const side = 2000;
/** Maximum size of a sent photo, in bytes. */
const heaviest = 1_500_000;
/** Maximum size of a picked file, in bytes. A 50-megapixel photo has about 20 million. */
const openable = 50_000_000;
/**
 * Maximum number of pixels to decode, at four bytes each in memory. A tiny PNG can declare any
 * size.
 */
const decodable = 110_000_000;

type Kind = 'jpeg' | 'png' | 'webp' | 'heif';

/** File type names; `heif` covers HEIC and AVIF. */
const names: Record<Kind, RegExp> = {
  jpeg: /^image\/(jpe?g|pjpeg)$/,
  png: /^image\/(x-)?png$/,
  webp: /^image\/webp$/,
  heif: /^image\/(hei[cf]|avif)(-sequence)?$/,
};

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Detects the image format from the first bytes, because names and types can be wrong. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (text(bytes, 4, 8) === 'ftyp' && /^(he|avi|mif1|msf1)/.test(text(bytes, 8, 12))) return 'heif';
  return undefined;
}

/** The number of pixels an image declares; 0 if unknown. */
export function pixelsOf(kind: Kind, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const here = (at: number, length: number) => at >= 0 && at + length <= bytes.length;
  switch (kind) {
    case 'png':
      return here(16, 8) ? view.getUint32(16) * view.getUint32(20) : 0;
    case 'jpeg':
      for (let at = 2; here(at, 9) && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
        const marker = bytes[at + 1];
        // SOF0 to SOF15 contain the size; C4, C8 and CC are tables.
        if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
          return view.getUint16(at + 5) * view.getUint16(at + 7);
      }
      return 0;
    case 'webp': {
      if (!here(20, 10)) return 0;
      const form = text(bytes, 12, 16);
      const three = (at: number) => view.getUint16(at, true) + (bytes[at + 2] << 16);
      if (form === 'VP8X') return (three(24) + 1) * (three(27) + 1);
      if (form === 'VP8 ')
        return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
      const bits = view.getUint32(21, true);
      return ((bits & 0x3fff) + 1) * (((bits >> 14) & 0x3fff) + 1);
    }
    case 'heif': {
      // The image and its tiles each have an `ispe` box; the largest is the image.
      let most = 0;
      for (let at = 4; here(at, 16); at++)
        if (bytes[at] === 0x69 && text(bytes, at, at + 4) === 'ispe')
          most = Math.max(most, view.getUint32(at + 8) * view.getUint32(at + 12));
      return most;
    }
  }
}

/**
 * Converts a picked file to a photo that can be sent: decoded, rotated upright, resized and
 * re-encoded, which removes the location, time, owner and camera.
 *
 * @throws {UnfitFile}
 */
export async function photoOf(file: File): Promise<Photo> {
  if (file.size === 0) throw new UnfitFile('empty');
  if (file.size > openable) throw new UnfitFile('too-large');
  // A phone may revoke access to a picked file.
  const head = await file
    .slice(0, 1 << 20)
    .arrayBuffer()
    .catch(() => {
      throw new UnfitFile('unreadable');
    });
  const bytes = new Uint8Array(head);
  const kind = kindOf(bytes);
  if (!kind) throw new UnfitFile('not-photo');
  if (file.type && !names[kind].test(file.type.toLowerCase())) throw new UnfitFile('not-as-named');
  if (pixelsOf(kind, bytes) > decodable) throw new UnfitFile('too-large');

  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new UnfitFile(kind === 'heif' ? 'heic' : 'unreadable');
  });
  try {
    return await written(bitmap);
  } finally {
    bitmap.close();
  }
}

async function written(bitmap: ImageBitmap): Promise<Photo> {
  const preview = drawn(bitmap, 480);
  if (!honest()) throw new UnfitFile('protected');
  // Nearly all cards fit at the first setting; noisy images need the others.
  for (const [longest, quality] of [
    [side, 0.85],
    [side, 0.7],
    [side * 0.8, 0.6],
    [side * 0.6, 0.5],
  ] as const) {
    const canvas = drawn(bitmap, longest);
    const { width, height } = canvas;
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', quality),
    );
    // Safari keeps the memory of a canvas until its size is 0.
    canvas.width = canvas.height = 0;
    if (blob?.type !== 'image/jpeg') throw new UnfitFile('unreadable');
    if (blob.size <= heaviest) return { blob, width, height, preview };
  }
  throw new UnfitFile('too-large');
}

/** An image on a new canvas, at its own size or scaled down to `longest`. */
function drawn(image: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new UnfitFile('unreadable');
  // JPEG has no transparency and would turn it black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * Whether a canvas returns what was drawn. Some browsers add noise against fingerprinting, which
 * would make the photo unusable.
 */
function honest(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#3c78b4';
  context.fillRect(0, 0, 8, 8);
  const { data } = context.getImageData(0, 0, 8, 8);
  const drawn = [0x3c, 0x78, 0xb4, 0xff];
  return data.every((value, at) => Math.abs(value - drawn[at % 4]) < 8);
}

/** Draws the preview on a canvas in the page; the review page may draw the same photo again. */
export const paint =
  ({ preview }: Photo) =>
  (canvas: Element | undefined) => {
    if (!(canvas instanceof HTMLCanvasElement)) return;
    canvas.width = preview.width;
    canvas.height = preview.height;
    canvas.getContext('2d')?.drawImage(preview, 0, 0);
  };

/** Why a file cannot go along. The words for each are in `messages/`. */
export type Unfit =
  'empty' | 'not-photo' | 'not-as-named' | 'too-large' | 'heic' | 'unreadable' | 'protected';

/** A file that cannot go along. */
export class UnfitFile extends Error {
  constructor(readonly code: Unfit) {
    super(code);
  }
}

/** A photo as it goes along: an image and nothing else. */
export interface Photo {
  /** JPEG */
  blob: Blob;
  width: number;
  height: number;
  /** A small copy to look at. A canvas and not an address: a strict page allows no `blob:`, and no address can leak */
  preview: HTMLCanvasElement;
}

/** Pixels of the longer side; the small print of a card can be read at that. */
const side = 2000;
/** Bytes of a photo that goes along. */
const heaviest = 1_500_000;
/** Bytes of a file that is opened at all: a photo of 50 megapixels has about 20 million. */
const openable = 50_000_000;
/** Pixels that are decoded: four bytes each, in the memory of a phone. A few bytes of PNG may promise any number. */
const decodable = 110_000_000;

type Kind = 'jpeg' | 'png' | 'webp' | 'heif';

/** How files may call themselves; `heif` is the house of HEIC and AVIF. */
const names: Record<Kind, RegExp> = {
  jpeg: /^image\/(jpe?g|pjpeg)$/,
  png: /^image\/(x-)?png$/,
  webp: /^image\/webp$/,
  heif: /^image\/(hei[cf]|avif)(-sequence)?$/,
};

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** What an image is by its first bytes: names and types are only what somebody says of it. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (text(bytes, 4, 8) === 'ftyp' && /^(he|avi|mif1|msf1)/.test(text(bytes, 8, 12))) return 'heif';
  return undefined;
}

/** How many pixels an image says it has; 0 where it does not say so at its beginning. */
export function pixelsOf(kind: Kind, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const here = (at: number, length: number) => at >= 0 && at + length <= bytes.length;
  switch (kind) {
    case 'png':
      return here(16, 8) ? view.getUint32(16) * view.getUint32(20) : 0;
    case 'jpeg':
      for (let at = 2; here(at, 9) && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
        const marker = bytes[at + 1];
        // SOF0 to SOF15 hold the size; C4, C8 and CC are tables.
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
      // The whole and its tiles each have an `ispe` box; the whole is the largest.
      let most = 0;
      for (let at = 4; here(at, 16); at++)
        if (bytes[at] === 0x69 && text(bytes, at, at + 4) === 'ispe')
          most = Math.max(most, view.getUint32(at + 8) * view.getUint32(at + 12));
      return most;
    }
  }
}

/**
 * Makes of a picked file a photo that may leave the phone: decoded, turned upright, made smaller and written anew, so that no place,
 * no time, no owner and no camera is in it.
 * @throws {UnfitFile}
 */
export async function photoOf(file: File): Promise<Photo> {
  if (file.size === 0) throw new UnfitFile('empty');
  if (file.size > openable) throw new UnfitFile('too-large');
  // A phone may take the permission for a picked file back.
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
  // Hardly any card needs more than the first; a photo of gravel does.
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
    // Safari keeps the memory of a canvas until it is empty.
    canvas.width = canvas.height = 0;
    if (blob?.type !== 'image/jpeg') throw new UnfitFile('unreadable');
    if (blob.size <= heaviest) return { blob, width, height, preview };
  }
  throw new UnfitFile('too-large');
}

/** An image on a canvas of its own, as large as it is but no larger than `longest`. */
function drawn(image: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new UnfitFile('unreadable');
  // JPEG knows no transparency, and would make it black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Whether a canvas gives back what was drawn: some browsers, against fingerprints, answer with noise, and a clinic would get only that. */
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

/** Copies the preview to the canvas on the page; the check of all answers may draw the same photo a second time. */
export const paint =
  ({ preview }: Photo) =>
  (canvas: Element | undefined) => {
    if (!(canvas instanceof HTMLCanvasElement)) return;
    canvas.width = preview.width;
    canvas.height = preview.height;
    canvas.getContext('2d')?.drawImage(preview, 0, 0);
  };

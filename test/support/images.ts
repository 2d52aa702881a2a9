/** Pictures for tests, made on the spot. */

/** A picture of a size, with something on it that does not shrink to nothing: noise where `noisy`. */
export async function picture(
  width: number,
  height: number,
  { type = 'image/jpeg', noisy = false } = {},
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  // Upper left red, the rest blue: which way up it is can be read from the pixels.
  context.fillStyle = '#2040c0';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#d02020';
  context.fillRect(0, 0, width / 2, height / 2);
  if (noisy) {
    const noise = context.createImageData(width, height);
    for (let at = 0; at < noise.data.length; at += 65_536)
      crypto.getRandomValues(noise.data.subarray(at, Math.min(at + 65_536, noise.data.length)));
    for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
    context.putImageData(noise, 0, 0);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.9));
  canvas.width = canvas.height = 0;
  if (blob?.type !== type) throw new Error(`this engine writes no ${type}`);
  return blob;
}

/** What a phone writes into a photo: who made it, which way up it was held, and where on earth. */
export const place = { latitude: [40, 44, 54], longitude: [73, 59, 10], camera: 'Canary Camera 9' };

/** An EXIF block (TIFF 6.0 and EXIF 2.3, little endian) with orientation, camera, and a GPS directory. */
function exif(orientation: number): Uint8Array {
  const camera = new TextEncoder().encode(`${place.camera}\0`);
  const bytes = new Uint8Array(400);
  const view = new DataView(bytes.buffer);
  let end = 8;
  const directory = (entries: [tag: number, type: number, count: number, value: number][]) => {
    view.setUint16(end, entries.length, true);
    for (const [at, [tag, type, count, value]] of entries.entries()) {
      const place = end + 2 + at * 12;
      view.setUint16(place, tag, true);
      view.setUint16(place + 2, type, true);
      view.setUint32(place + 4, count, true);
      view.setUint32(place + 8, value, true);
    }
    end += 2 + entries.length * 12 + 4;
  };
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const [gpsAt, cameraAt, latitudeAt, longitudeAt] = [60, 200, 240, 270];
  directory([
    [0x010f, 2, camera.length, cameraAt],
    [0x0112, 3, 1, orientation],
    [0x8825, 4, 1, gpsAt],
  ]);
  end = gpsAt;
  directory([
    [1, 2, 2, 0x4e], // N
    [2, 5, 3, latitudeAt],
    [3, 2, 2, 0x57], // W
    [4, 5, 3, longitudeAt],
  ]);
  bytes.set(camera, cameraAt);
  for (const [at, numbers] of [
    [latitudeAt, place.latitude],
    [longitudeAt, place.longitude],
  ] as const)
    for (const [index, number] of numbers.entries()) {
      view.setUint32(at + index * 8, number, true);
      view.setUint32(at + index * 8 + 4, 1, true);
    }
  return bytes;
}

/** A photo as a phone takes it, with EXIF and the place where it was taken. */
export async function phonePhoto(width: number, height: number, orientation = 1): Promise<Blob> {
  const bytes = new Uint8Array(await (await picture(width, height)).arrayBuffer());
  const block = exif(orientation);
  const length = 2 + 6 + block.length;
  const head = [0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, 0x45, 0x78, 0x69, 0x66, 0, 0];
  return new Blob([new Uint8Array(head), block as BlobPart, bytes.subarray(2)], {
    type: 'image/jpeg',
  });
}

/** The markers of a JPEG's segments up to the picture itself, `e1` for EXIF. */
export function segmentsOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const found: string[] = [];
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + view.getUint16(at + 2))
    found.push(bytes[at + 1].toString(16));
  return found;
}

/** The GPS directory of a photo, where it has one: what a clinic, or whoever gets the photo next, could read. */
export function placeIn(bytes: Uint8Array): number[] | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  const start = text.indexOf('Exif\0\0');
  if (start < 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start + 6);
  const little = view.getUint16(0) === 0x4949;
  const entry = (directory: number, wanted: number) => {
    for (let at = 0; at < view.getUint16(directory, little); at++) {
      const place = directory + 2 + at * 12;
      if (view.getUint16(place, little) === wanted) return view.getUint32(place + 8, little);
    }
    return undefined;
  };
  const gps = entry(view.getUint32(4, little), 0x8825);
  const latitude = gps === undefined ? undefined : entry(gps, 2);
  return latitude === undefined
    ? undefined
    : [0, 8, 16].map((at) => view.getUint32(latitude + at, little));
}

import { describe, expect, test } from 'vitest';
import {
  at,
  insuranceCheck,
  newReceiver,
  origin,
  post,
  problemOf,
  request,
  staffList,
  staffToken,
  clinic,
  type Receive,
} from '../support/receiver.js';

const latin = (text: string) => Buffer.from(text, 'latin1');
const bytes = (...parts: (string | number[] | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : Buffer.from(part))));
const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 65_535)];

const segment = (marker: number, body: Buffer) =>
  bytes([0xff, marker, ...u16(body.length + 2)], body);
/** One Exif entry: which way up; and one that points to a place. */
const exif = (orientation: number) =>
  segment(
    0xe1,
    bytes(
      'Exif\0\0MM\0*',
      u32(8),
      u16(2),
      [...u16(0x0112), ...u16(3), ...u32(1), ...u16(orientation), 0, 0],
      [...u16(0x8825), ...u16(4), ...u32(1), ...u32(38)],
      u32(0),
      'GPS-CNRY',
    ),
  );
const picture = bytes(
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xc0, bytes([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
  segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
  // FF E1 within the picture is picture.
  [0x12, 0x34, 0xff, 0x00, 0xff, 0xd0, 0x56, 0xff, 0xd9],
);
const jpegWith = (...notes: Buffer[]) => bytes([0xff, 0xd8], ...notes, picture);
const jpeg = jpegWith();

const chunk = (type: string, body: string | Buffer) =>
  bytes(u32(body.length), type, Buffer.from(body), u32(7));
const pngWith = (...notes: Buffer[]) =>
  bytes(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', Buffer.alloc(13)),
    ...notes,
    chunk('IDAT', 'x'),
    chunk('IEND', ''),
  );
const riff = (...chunks: [string, Buffer][]) => {
  const body = Buffer.concat(
    chunks.map(([type, data]) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(data.length);
      return bytes(type, length, data, data.length % 2 ? [0] : []);
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length + 4);
  return bytes('RIFF', length, 'WEBP', body);
};
const vp8x = (flags: number) => ['VP8X', bytes([flags], Buffer.alloc(9))] as [string, Buffer];
const vp8 = ['VP8 ', Buffer.alloc(11, 3)] as [string, Buffer];
const heic = bytes(u32(24), 'ftypheic', 'rest of it');

const boundary = 'b';
const multipart = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
const photo = (content: Buffer, type?: string, name = 'front.jpg') =>
  bytes(
    `--${boundary}\r\nContent-Disposition: form-data; name="cards"; filename="${name}"\r\n`,
    type === undefined ? '' : `Content-Type: ${type}\r\n`,
    '\r\n',
    content,
    '\r\n',
  );
const bodyOf = (submission: object, ...photos: Buffer[]) =>
  bytes(
    `--${boundary}\r\nContent-Disposition: form-data; name="submission"\r\n\r\n`,
    Buffer.from(JSON.stringify(submission)),
    '\r\n',
    ...photos,
    `--${boundary}--\r\n`,
  );
const check = (count = 1) =>
  insuranceCheck({
    memberId: undefined,
    cards: Array.from({ length: count }, (_, index) => ({ side: 'front', part: `${index}.jpg` })),
  });
const send = (receive: Receive, ...photos: Buffer[]) =>
  post(receive, bodyOf(check(photos.length), ...photos), multipart);

const staff = { Authorization: `Bearer ${staffToken}` };
/** What is kept of one photo. */
const kept = async (content: Buffer, type?: string) => {
  const { receive } = await newReceiver();
  expect((await send(receive, photo(content, type))).status).toBe(201);
  const { submissions } = await staffList(receive);
  const [address] = (submissions[0] as unknown as { cards: string[] }).cards;
  const response = await receive(at(address, { headers: staff }));
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe('a photo', () => {
  test.each([
    ['JPEG', jpeg, 'image/jpeg'],
    ['JPEG by another name', jpeg, 'image/jpg'],
    ['PNG', pngWith(), 'image/png; charset=binary'],
    ['WebP', riff(vp8), 'image/webp'],
    ['HEIC', heic, 'image/heif'],
    ['one of no said kind', jpeg, undefined],
    ['one of no particular kind', jpeg, 'application/octet-stream'],
  ])('%s is taken', async (_name, content, type) => {
    expect((await kept(content, type)).bytes).toEqual(content);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ['SVG', latin(svg), 'image/svg+xml'],
    ['SVG that says it is a JPEG', latin(svg), 'image/jpeg'],
    ['HTML', latin('<!doctype html><script>alert(1)</script>'), 'text/html'],
    ['HTML that says it is a PNG', latin('<html>'), 'image/png'],
    ['nothing', Buffer.alloc(0), 'image/jpeg'],
    ['a PDF', latin('%PDF-1.7'), 'application/pdf'],
    ['a GIF', latin('GIF89a'), 'image/gif'],
    ['an AVIF', bytes(u32(24), 'ftypavif'), 'image/avif'],
    ['a PNG that says it is a JPEG', pngWith(), 'image/jpeg'],
    ['a JPEG that says it is a PNG', jpeg, 'image/png'],
    ['a JPEG that says it is HTML', jpeg, 'text/html'],
    ['a JPEG that says it is nothing known', jpeg, 'constructor'],
  ])('is refused where it is %s', async (_name, content, type) => {
    const { receive } = await newReceiver();
    const response = await send(receive, photo(jpeg), photo(content, type));
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({
      code: 'invalid',
      issues: [{ path: ['data', 'cards', 1], code: 'format' }],
    });
    expect((await staffList(receive)).submissions).toEqual([]);
  });

  test('is refused where it is too large, or one of too many', async () => {
    const { receive } = await newReceiver();
    const large = bytes(jpeg, Buffer.alloc(4 * 1024 * 1024));
    expect((await send(receive, photo(large))).status).toBe(413);
    const five = Array.from({ length: 5 }, () => photo(jpeg));
    expect((await post(receive, bodyOf(check(4), ...five), multipart)).status).toBe(413);
  });
});

describe('what a camera noted', () => {
  const clean = async (content: Buffer, type?: string) => {
    const { bytes: stored } = await kept(content, type);
    expect(stored.toString('latin1')).not.toContain('CNRY');
    return stored;
  };

  test('is not kept of a JPEG, but which way up it was taken', async () => {
    const xmp = segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0CNRY'));
    const iptc = segment(0xed, latin('Photoshop 3.0\0CNRY'));
    const comment = segment(0xfe, latin('CNRY'));
    const jfif = segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));
    const colours = segment(0xe2, latin('ICC_PROFILE\0'));
    expect(await clean(jpegWith(exif(1), xmp, iptc, comment))).toEqual(jpeg);
    expect(await clean(jpegWith(jfif, exif(1), colours))).toEqual(jpegWith(jfif, colours));
    const turned = await clean(jpegWith(exif(6)));
    expect(turned.subarray(-picture.length)).toEqual(picture);
    // It says 6, and says it to whoever reads Exif.
    expect(turned.subarray(2, 38)).toEqual(
      segment(
        0xe1,
        bytes('Exif\0\0MM\0*', u32(8), u16(1), [1, 18, 0, 3], u32(1), [0, 6, 0, 0], u32(0)),
      ),
    );
    // Our own is read again like any other.
    expect(await clean(turned)).toEqual(turned);
  });

  test('is not kept of a PNG, nor what is hidden behind its end', async () => {
    const notes = [chunk('eXIf', 'CNRY'), chunk('tEXt', 'a\0CNRY'), chunk('iTXt', 'CNRY')];
    expect(await clean(bytes(pngWith(...notes), '<script>CNRY'))).toEqual(pngWith());
  });

  test('is not kept of a WebP', async () => {
    const noted = riff(vp8x(0x1c), vp8, ['EXIF', latin('CNRY!')], ['XMP ', latin('CNRY')]);
    expect(await clean(noted)).toEqual(riff(vp8x(0x10), vp8));
  });

  test('is not kept behind the end of a JPEG: a film of the moment before, a second photo', async () => {
    const film = bytes(u32(24), 'ftypmp42 CNRY');
    const second = jpegWith(exif(6));
    for (const behind of [film, second, latin('CNRY'), Buffer.alloc(3)])
      expect(await clean(bytes(jpeg, behind))).toEqual(jpeg);
    // Where the second one stands is told in a note of its own.
    expect(await clean(jpegWith(segment(0xe2, latin('MPF\0 CNRY'))))).toEqual(jpeg);
    expect(await clean(jpegWith(segment(0xe0, latin('JFXX\0\x10CNRY'))))).toEqual(jpeg);
  });

  test('is not kept behind bytes that only fill, nor between the passes of a picture', async () => {
    const fill = [0xff, 0xff, 0xff];
    const noted = bytes([0xff, 0xd8], fill, exif(1), fill, segment(0xfe, latin('CNRY')), picture);
    expect(await clean(noted)).toEqual(jpeg);
    const [table, scan] = [
      segment(0xc4, Buffer.alloc(5)),
      segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    ];
    const body = picture.subarray(0, -2);
    const last = bytes(table, scan, [0x11, 0xff, 0x00, 0x22, 0xff, 0xd9]);
    const passes = bytes([0xff, 0xd8], body, exif(1), last);
    expect(await clean(passes)).toEqual(bytes([0xff, 0xd8], body, last));
  });

  test('is not kept of a JPEG whose notes are broken, or that was cut short', async () => {
    const broken = segment(0xe1, latin('Exif\0\0MM\0*\xff\xff\xff\xffCNRY'));
    expect(await clean(jpegWith(broken))).toEqual(jpeg);
    expect(await clean(jpegWith(exif(1)).subarray(0, -3))).toEqual(
      bytes(jpeg.subarray(0, -3), [0xff, 0xd9]),
    );
  });

  test('is not kept in chunks that a PNG or a WebP is not drawn by', async () => {
    const colours = chunk('gAMA', 'abcd');
    expect(await clean(pngWith(chunk('caNv', 'CNRY'), colours))).toEqual(pngWith(colours));
    expect(await clean(bytes(riff(vp8, ['NOTE', latin('CNRY')]), 'CNRY'))).toEqual(riff(vp8));
  });

  const odd: [string, Buffer, Buffer][] = [
    [
      'a JPEG without segments',
      bytes([0xff, 0xd8, 0xff], 'no segments'),
      bytes([0xff, 0xd8, 0xff], 'Exif\0\0 GPS-CNRY'),
    ],
    [
      'a JPEG whose segment is longer than the file',
      bytes([0xff, 0xd8, 0xff, 0xdb, 0xff, 0xff], 'short'),
      bytes([0xff, 0xd8], exif(1), [0xff, 0xdb, 0xff, 0xff], 'short'),
    ],
    [
      'a PNG that ends early',
      pngWith().subarray(0, 20),
      pngWith(chunk('eXIf', 'CNRY')).subarray(0, -8),
    ],
    [
      'a WebP that is shorter than it says',
      bytes(riff(vp8).subarray(0, 14), 'x'),
      riff(vp8x(8), vp8, ['EXIF', latin('CNRY')]).subarray(0, -2),
    ],
  ];
  test.each(odd)(
    'refuses %s, but where nothing in it looks like notes',
    async (_name, plain, noted) => {
      expect((await kept(plain)).bytes).toEqual(plain);
      const { receive } = await newReceiver();
      const response = await send(receive, photo(noted));
      expect(response.status).toBe(422);
      expect(await problemOf(response)).toMatchObject({
        issues: [{ path: ['data', 'cards', 0], code: 'format' }],
      });
      expect((await staffList(receive)).submissions).toEqual([]);
    },
  );
});

describe('staff read a photo', () => {
  const stored = async () => {
    const { receive } = await newReceiver();
    await send(receive, photo(jpeg), photo(pngWith(), 'image/png', '../../x".svg'));
    const { submissions } = await staffList(receive);
    return { receive, row: submissions[0] as unknown as { id: string; cards: string[] } };
  };

  test('as a file that no page shows, by the addresses of the list', async () => {
    const { receive, row } = await stored();
    expect(row.cards).toEqual([0, 1].map((n) => `/api/submissions/${row.id}/cards/${n}`));
    const response = await receive(at(row.cards[1], { headers: staff }));
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pngWith());
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="card-1.png"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });

  test('and nobody else', async () => {
    const { receive, row } = await stored();
    for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: staffToken }])
      expect((await receive(at(row.cards[0], { headers: headers as HeadersInit }))).status).toBe(
        401,
      );
    const closed = await newReceiver({ staffToken: undefined });
    expect((await closed.receive(at(row.cards[0], { headers: staff }))).status).toBe(404);
    // A page of another website may not read it, even one that may send.
    const page = { ...staff, Origin: origin };
    const response = await receive(at(row.cards[0], { headers: page }));
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('that is there', async () => {
    const { receive, row } = await stored();
    for (const path of [
      `/api/submissions/${row.id}/cards/2`,
      `/api/submissions/${row.id}/cards/-1`,
      `/api/submissions/${row.id}/cards/x`,
      `/api/submissions/${row.id}/cards/99999999999`,
      `/api/submissions/nobody/cards/0`,
    ])
      expect((await receive(at(path, { headers: staff }))).status).toBe(404);
  });
});

test('a file for a question travels like a photo', async () => {
  const questions = [{ id: 'referral', type: 'file' as const, label: 'Referral' }];
  const { receive } = await newReceiver({ clinic: { ...clinic, questions } });
  const named = request({ answers: { referral: ['0.jpg'] } });
  expect((await post(receive, bodyOf(named, photo(jpeg)), multipart)).status).toBe(201);
  const lost = await post(
    receive,
    bodyOf(request({ answers: { referral: ['0.jpg'] } })),
    multipart,
  );
  expect(await problemOf(lost)).toMatchObject({
    issues: [{ path: ['data', 'answers'], code: 'required' }],
  });
  const stray = await post(receive, bodyOf(request(), photo(jpeg)), multipart);
  expect(await problemOf(stray)).toMatchObject({
    issues: [{ path: ['data', 'cards'], code: 'not-allowed' }],
  });
});

test('the day an estimate is owed stands in the staff list, by the clinic’s own calendar', async () => {
  const { receive } = await newReceiver();
  await post(receive, insuranceCheck({ memberId: undefined, selfPay: true }));
  await post(receive, insuranceCheck());
  const { submissions } = await staffList(receive);
  const due = submissions.map((row) => (row as unknown as { estimateDue?: string }).estimateDue);
  expect(due[0]).toBeUndefined();
  expect(due[1]).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(Date.parse(due[1]!)).toBeGreaterThan(Date.parse(submissions[1].receivedAt) + 86_400_000);
});

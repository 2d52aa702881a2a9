import { describe, expect, test } from 'vitest';
import { examples, type Submission } from '../../src/contract/index.js';
import { encode } from '../../src/transport/index.js';
import {
  insuranceCheck,
  newReceiver,
  newsletter,
  newStore,
  post,
  problemOf,
  request,
  staffList,
} from '../support/receiver.js';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const boundary = 'a-boundary';
const multipart = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** A multipart body, made by hand so that it can be wrong. */
const body = (...parts: [head: string, content: string | Uint8Array][]) =>
  Buffer.concat([
    ...parts.flatMap(([head, content]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
const card = (content: Uint8Array, name = 'card.png') =>
  [`name="cards"; filename="${name}"`, content] as [string, Uint8Array];

const png = bytes([0x89], 'PNG\r\n', [0x1a], '\n', 'anything');
const photo = (size: number) => Buffer.concat([png, Buffer.alloc(size - png.length)]);
const withCards = (count: number) =>
  insuranceCheck({
    memberId: undefined,
    cards: Array.from({ length: count }, (_, index) => ({ side: 'front', part: `${index}` })),
  });
const whole = (submission: object) =>
  ['name="submission"', JSON.stringify(submission)] as [string, string];

describe.each(['form', 'multipart'] as const)('%s, as the widgets write it', (format) => {
  // Two examples are another thing in a form: without braces a key beside `data` cannot be told from one in it, and half a character
  // becomes U+FFFD before it is sent.
  const inForms = examples.filter(({ name }) => !/beside data|half a character/.test(name));
  const accepted = inForms.filter(({ status }) => status === 201);
  test.each(accepted.map((example) => [example.name, example.submission as Submission]))(
    '%s is the same submission as in JSON',
    async (_name, submission) => {
      const { receive } = await newReceiver();
      expect((await post(receive, submission)).status).toBe(201);
      const sealed = await encode(submission, { format });
      const sent = typeof sealed.body === 'string' ? sealed.body : new Uint8Array(sealed.body);
      const headers = { 'Content-Type': sealed.contentType };
      // 200: the same content under the same id.
      expect((await post(receive, sent, headers)).status).toBe(200);
    },
  );

  const refused = inForms.filter(({ status }) => status === 422);
  test.each(refused.map((example) => [example.name, example] as const))(
    '%s is refused',
    async (_name, { submission, code }) => {
      const { receive } = await newReceiver();
      const sealed = await encode(submission as Submission, { format });
      const sent = typeof sealed.body === 'string' ? sealed.body : new Uint8Array(sealed.body);
      const response = await post(receive, sent, { 'Content-Type': sealed.contentType });
      expect((await problemOf(response)).code).toBe(code);
    },
  );
});

describe('a form', () => {
  const fields = (data: Record<string, string | string[]>) => {
    const { id, type, version, sentAt, locale } = newsletter();
    const pairs = Object.entries({
      id,
      type,
      version: String(version),
      sentAt,
      locale,
      'consent.marketing-email': 'true',
      'consent.marketing-email.text': 'Yes',
      ...data,
    });
    return new URLSearchParams(
      pairs.flatMap(([name, value]) =>
        [value].flat().map((one) => [name, one] as [string, string]),
      ),
    ).toString();
  };
  const stored = async (data: Record<string, string | string[]>) => {
    const { receive } = await newReceiver();
    const response = await post(receive, fields(data), form);
    expect(response.status).toBe(201);
    return (await staffList(receive)).submissions[0].submission;
  };

  test('makes lists of what the contract has as a list, and leaves words alone', async () => {
    const one = await stored({ email: 'a@example.org', givenName: 'true', topics: 'news' });
    expect(one.data).toEqual({ email: 'a@example.org', givenName: 'true', topics: ['news'] });
    const two = await stored({ email: 'a@example.org', topics: ['news', 'events'] });
    expect(two.data['topics']).toEqual(['news', 'events']);
  });

  test('reads nested keys, yes and no, and leaves out what was left empty', async () => {
    const appointment = await stored({
      ...{ type: 'appointment', 'consent.privacy': 'true', 'consent.privacy.text': 'Yes' },
      ...{ forWhom: 'other', givenName: 'Ana & José', familyName: 'Li', phone: '555 010 0123' },
      ...{
        'guardian.givenName': 'G',
        'guardian.familyName': 'L',
        'guardian.phone': '555 010 0124',
      },
      ...{ 'guardian.relationship': 'mother', newPatient: 'false', reason: '', email: '' },
      ...{ 'preferences.0.day': '2026-12-01', 'preferences.0.time': 'any' },
      ...{ 'answers.heard': ['a', 'b'], 'answers.first': 'true', 'access.needs': 'lift' },
      'utm.source': 'mail',
    });
    expect(appointment.data).toEqual({
      forWhom: 'other',
      givenName: 'Ana & José',
      familyName: 'Li',
      phone: '555 010 0123',
      guardian: { givenName: 'G', familyName: 'L', phone: '555 010 0124', relationship: 'mother' },
      newPatient: false,
      preferences: [{ day: '2026-12-01', time: 'any' }],
      answers: { heard: ['a', 'b'], first: true },
      access: { needs: ['lift'] },
    });
    expect(appointment).toMatchObject({ utm: { source: 'mail' } });
  });

  test.each([
    ['a broken escape', 'email=%E2%82'],
    ['a lone percent', 'email=100%'],
    ['a path through a value', 'a=1&a.b=2'],
    ['a value over a path', 'a.b=2&a=1'],
  ])('%s: not-json', async (_name, text) => {
    const { receive } = await newReceiver();
    expect((await problemOf(await post(receive, text, form))).code).toBe('not-json');
  });

  test('cannot reach the prototype of anything', async () => {
    const { receive } = await newReceiver();
    for (const path of [
      '__proto__.admin',
      'constructor.prototype.admin',
      '__proto__',
      'a.__proto__.b',
    ]) {
      const text = `${fields({ email: 'a@example.org' })}&${path}=true`;
      const { code } = await problemOf(await post(receive, text, form));
      expect(code).toBe('invalid');
      expect({}).not.toHaveProperty('admin');
    }
    for (const type of ['constructor', '__proto__', 'toString']) {
      const response = await post(receive, fields({ type }), form);
      expect((await problemOf(response)).issues).toContainEqual({
        path: ['type'],
        code: 'not-allowed',
      });
    }
  });
});

describe('photos', () => {
  test('are kept with the submission, by what they are and not by what they say', async () => {
    const store = await newStore();
    const kept: unknown[] = [];
    const add: typeof store.add = (entry) => (kept.push(...entry.cards), store.add(entry));
    const { receive } = await newReceiver({ store: { ...store, add } });
    const images = {
      'image/png': png,
      'image/jpeg': bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'),
      'image/webp': bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '),
      'image/heic': bytes([0, 0, 0, 24], 'ftypheic'),
    };
    const parts = Object.values(images).map((image) => card(image, '../e"l<ä>/a.svg'));
    const response = await post(receive, body(whole(withCards(4)), ...parts), multipart);
    expect(response.status).toBe(201);
    expect(kept).toEqual(
      Object.entries(images).map(([mediaType, image]) => ({
        mediaType,
        bytes: image,
        name: expect.stringMatching(/^[\w. -]+$/) as unknown,
      })),
    );
  });

  test.each([
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['HTML', bytes('<!doctype html><script>alert(1)</script>')],
    ['PDF', bytes('%PDF-1.7')],
    ['a GIF', bytes('GIF89a')],
    ['a video', bytes([0, 0, 0, 24], 'ftypisom')],
    ['nothing', bytes('')],
    ['almost a PNG', bytes([0x89], 'PNG')],
  ])('%s called photo.jpg is refused', async (_name, content) => {
    const { receive } = await newReceiver();
    const sent = body(whole(withCards(1)), card(content, 'photo.jpg'));
    const response = await post(receive, sent, multipart);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).issues).toEqual([
      { path: ['data', 'cards', 0], code: 'format' },
    ]);
    expect((await staffList(receive)).submissions).toHaveLength(0);
  });

  test('must be there when they are named, and named when they are there', async () => {
    const { receive } = await newReceiver();
    const codes = async (sent: Buffer | object, headers?: Record<string, string>) =>
      (await problemOf(await post(receive, sent, headers))).issues;
    expect(await codes(withCards(1))).toEqual([{ path: ['data', 'cards'], code: 'required' }]);
    expect(await codes(body(whole(withCards(2)), card(png)), multipart)).toEqual([
      { path: ['data', 'cards'], code: 'required' },
    ]);
    expect(await codes(body(whole(request()), card(png)), multipart)).toEqual([
      { path: ['data', 'cards'], code: 'not-allowed' },
    ]);
    const other: [string, Uint8Array] = ['name="virus"; filename="a.png"', png];
    expect(await codes(body(whole(withCards(1)), other), multipart)).toEqual([
      { path: ['data', 'virus', 0], code: 'unknown-key' },
    ]);
  });

  const MiB = 1024 * 1024;
  test.each([
    ['one of 4 MiB', [4 * MiB], 201],
    ['one a byte larger', [4 * MiB + 1], 413],
    ['four', [9, 9, 9, 9], 201],
    ['five', [9, 9, 9, 9, 9], 413],
    ['three of 3 MiB', [3 * MiB, 3 * MiB, 3 * MiB], 201],
    ['three of 4 MiB: more than 10 together', [4 * MiB, 4 * MiB, 4 * MiB], 413],
  ])('%s: %j', async (_name, sizes, status) => {
    const { receive } = await newReceiver();
    const parts = sizes.map((size) => card(photo(Math.max(size, png.length))));
    const sent = body(whole(withCards(Math.min(sizes.length, 4))), ...parts);
    expect((await post(receive, sent, multipart)).status).toBe(status);
  });

  test('do not make room for a longer text', async () => {
    const { receive } = await newReceiver();
    const sent = body(whole({ ...newsletter(), padding: 'x'.repeat(65_536) }));
    expect((await post(receive, sent, multipart)).status).toBe(413);
  });
});

test.each([
  ['no boundary', { 'Content-Type': 'multipart/form-data' }, body(whole(newsletter()))],
  [
    'another boundary',
    { 'Content-Type': 'multipart/form-data; boundary=other' },
    body(whole(newsletter())),
  ],
  ['no end', multipart, body(whole(newsletter())).subarray(0, -6)],
  ['a part without a name', multipart, body(['', 'x'])],
  ['a part without a head', multipart, Buffer.from(`--${boundary}\r\nx\r\n--${boundary}--\r\n`)],
  ['broken UTF-8 in an answer', multipart, body(['name="email"', bytes([0xe2, 0x82])])],
  [
    'broken UTF-8 in the submission',
    multipart,
    body(['name="submission"', bytes('"', [0xff], '"')]),
  ],
  ['a submission that is not JSON', multipart, body(['name="submission"', '{'])],
  ['nothing', multipart, Buffer.alloc(0)],
])('multipart with %s: not-json', async (_name, headers, sent) => {
  const { receive } = await newReceiver();
  const response = await post(receive, sent, headers);
  expect([response.status, (await problemOf(response)).code]).toEqual([400, 'not-json']);
});

test('multipart made by the platform itself is read', async () => {
  const { receive } = await newReceiver();
  const data = new FormData();
  data.set('submission', new Blob([JSON.stringify(withCards(1))], { type: 'application/json' }));
  data.append('cards', new Blob([png], { type: 'image/png' }), 'Karte "vorn".png');
  const made = new Response(data);
  const headers = { 'Content-Type': made.headers.get('Content-Type')! };
  const response = await post(receive, new Uint8Array(await made.arrayBuffer()), headers);
  expect(response.status).toBe(201);
});

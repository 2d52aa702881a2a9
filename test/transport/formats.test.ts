import { expect } from '@open-wc/testing';
import { examples } from '../../src/contract/index.js';
import { encode, type EncodeOptions, type Sealed } from '../../src/transport/index.js';
import { stringify } from '../../src/transport/formats/index.js';
import { submission } from './harness.js';

const { timeZone: _, ...written } = submission;

const formData = ({ body, contentType }: Sealed) =>
  new Response(body, { headers: { 'content-type': contentType } }).formData();

const entries = async (sealed: Sealed) => {
  const list: [string, string][] = [];
  (await formData(sealed)).forEach((value, key) => list.push([key, value as string]));
  return list;
};

const flat: [string, string][] = [
  ['id', submission.id],
  ['type', 'appointment'],
  ['version', '1'],
  ['sentAt', submission.sentAt],
  ['locale', 'en'],
  ['origin', 'https://clinic.example'],
  ['replaces', submission.replaces],
  ['utm.source', 'mail'],
  ['forWhom', 'other'],
  ['givenName', submission.data.givenName],
  ['familyName', "O'Connor"],
  ['phone', '(555) 010-0123'],
  ['guardian.givenName', 'Ana'],
  ['guardian.familyName', 'Roe'],
  ['guardian.phone', '555 010 0199'],
  ['guardian.relationship', 'mother'],
  ['newPatient', 'true'],
  ['preferences.0.day', '2026-12-01'],
  ['preferences.0.time', 'morning'],
  ['preferences.1.day', '2026-12-02'],
  ['preferences.1.time', 'any'],
  ['access.needs', 'ramp'],
  ['access.needs', 'quiet'],
  ['reason', 'Line one\nline two'],
  ['consent.privacy', 'true'],
  ['consent.privacy.text', 'I have read it.'],
  ['consent.sms', 'false'],
  ['consent.sms.text', 'Text me.'],
];

const names = {
  givenName: 'FNAME',
  'guardian.givenName': 'guardian[first]',
  'access.needs': 'needs[]',
  'preferences.0.day': 'when',
  'consent.privacy': 'gdpr',
  hasOwnProperty: 'no',
};
const extra = { 'form-name': 'contact', locale: 'xx' };
const renamed = [
  ...flat.map(([name, value]): [string, string] => [
    (names as Record<string, string>)[name] ?? name,
    name === 'locale' ? 'xx' : value,
  ]),
  ['form-name', 'contact'],
];

const withCards = (options: Omit<EncodeOptions, 'files'>) =>
  encode(submission, {
    ...options,
    files: [
      {
        part: 'cards',
        blob: new Blob([new Uint8Array([0, 13, 10, 255])], { type: 'image/png' }),
        filename: 'a "b".png',
      },
      { part: 'cards', blob: new Blob(['back']), filename: 'back' },
    ],
  });

describe('json', () => {
  it('is exactly the envelope', async () => {
    for (const options of [{}, { names: {}, extra: {} }]) {
      const sealed = await encode(submission, { format: 'json', ...options });
      expect(sealed.id).to.equal(submission.id);
      expect(sealed.contentType).to.equal('application/json');
      expect(sealed.body).to.equal(JSON.stringify(submission));
      expect(sealed.body).to.not.include('timeZone');
    }
  });

  it('is what JSON.stringify writes, for every example of the contract', () => {
    for (const { submission, name } of examples)
      expect(stringify(submission), name).to.equal(JSON.stringify(submission));
    const odd = {
      a: [],
      b: {},
      c: null,
      d: [null, undefined, '\u2028"\\\uD800'],
      e: undefined,
      f: -0,
      g: NaN,
    };
    expect(stringify(odd)).to.equal(JSON.stringify(odd));
  });

  it('is one flat object with names or extra, its values as they are', async () => {
    const { body } = await encode(submission, { format: 'json', names, extra });
    const object = JSON.parse(body as string) as Record<string, unknown>;
    expect(Object.keys(object)).to.deep.equal([...new Set(renamed.map(([name]) => name))]);
    expect(object).to.include({
      FNAME: submission.data.givenName,
      version: 1,
      newPatient: true,
      gdpr: true,
      locale: 'xx',
      when: '2026-12-01',
    });
    expect(object['needs[]']).to.deep.equal(['ramp', 'quiet']);
    const constant = await encode(submission, { format: 'json', extra: { a: 'b' } });
    expect(JSON.parse(constant.body as string)).to.include({
      a: 'b',
      'guardian.phone': '555 010 0199',
    });
  });
});

for (const format of ['form', 'multipart'] as const)
  describe(format, () => {
    const unix = ([name, value]: [string, string]) => [name, value.replaceAll('\r\n', '\n')];

    it('is flat, read back by the browser as it was written', async () => {
      const sealed = await encode(submission, { format });
      expect((await entries(sealed)).map(unix)).to.deep.equal(flat);
    });

    it('takes names and constants', async () => {
      const sealed = await encode(submission, { format, names, extra });
      const sorted = (list: string[][]) => list.map((pair) => pair.join('=')).sort();
      expect(sorted((await entries(sealed)).map(unix))).to.deep.equal(sorted(renamed));
    });

    it('sends two answers under one name as a list', async () => {
      const sealed = await encode(submission, {
        format,
        names: { givenName: 'name', familyName: 'name' },
      });
      expect((await formData(sealed)).getAll('name')).to.deep.equal([
        submission.data.givenName,
        "O'Connor",
      ]);
    });
  });

describe('form', () => {
  it('asks for no preflight', async () => {
    const { contentType, body } = await encode(submission, { format: 'form' });
    expect(contentType).to.equal('application/x-www-form-urlencoded');
    expect(body).to.be.a('string');
  });
});

describe('files', () => {
  it('travel beside the whole submission, whatever the format', async () => {
    for (const format of ['json', 'form', 'multipart'] as const) {
      const sealed = await withCards({ format, names: {} });
      const data = await formData(sealed);
      expect([...new Set(data.keys())]).to.deep.equal(['submission', 'cards']);
      expect(JSON.parse(data.get('submission') as string)).to.deep.equal(written);
      const [front, back] = data.getAll('cards') as File[];
      expect([...new Uint8Array(await front.arrayBuffer())]).to.deep.equal([0, 13, 10, 255]);
      expect(front.type).to.equal('image/png');
      expect(front.name).to.match(/^a ("|%22)b("|%22)\.png$/);
      expect(await back.text()).to.equal('back');
      expect(back.name).to.equal('back');
    }
  });

  it('travel beside flat fields where the receiver has its own names', async () => {
    const data = await formData(
      await withCards({ format: 'multipart', names: { givenName: 'FNAME' } }),
    );
    expect(data.get('FNAME')).to.equal(submission.data.givenName);
    expect(data.has('submission')).to.equal(false);
    expect(data.getAll('cards')).to.have.length(2);
  });

  it('keep a name of any script, as UTF-8 (which WebKit sends and does not read)', async () => {
    const files = [{ part: 'cards', blob: new Blob(['a']), filename: '李.png' }];
    const { body } = await encode(submission, { format: 'json', files });
    expect(new TextDecoder('utf-8', { fatal: true }).decode(body as ArrayBuffer)).to.include(
      'name="cards"; filename="李.png"\r\nContent-Type: application/octet-stream\r\n\r\na\r\n--',
    );
  });

  it('cannot smuggle a header in by their name', async () => {
    const sealed = await encode(submission, {
      format: 'multipart',
      files: [{ part: 'x"\r\nX-Evil: 1', blob: new Blob(['a']), filename: '"\r\n\r\n--clinic' }],
    });
    const text = new TextDecoder().decode(sealed.body as ArrayBuffer);
    expect(text).to.include('name="x%22%0D%0AX-Evil: 1"; filename="%22%0D%0A%0D%0A--clinic"');
    expect(text).to.not.match(/^X-Evil/m);
  });
});

describe('a value that looks like a boundary', () => {
  it('does not end its part', async () => {
    const reason = `--clinic\r\n\r\n--clinic-${submission.id.slice(0, -1)}--\r\n`;
    const sealed = await encode(
      { ...submission, data: { ...submission.data, reason } },
      { format: 'multipart' },
    );
    expect((await formData(sealed)).get('reason')).to.equal(reason);
  });
});

describe('sealing the same submission again', () => {
  it('gives the same bytes', async () => {
    const bytes = async (sealed: Sealed) =>
      [...new Uint8Array(await new Response(sealed.body).arrayBuffer())].join();
    for (const format of ['json', 'form', 'multipart'] as const)
      for (const mapping of [{}, { names, extra }]) {
        const [one, two] = [
          await encode(submission, { format, ...mapping }),
          await encode(submission, { format, ...mapping }),
        ];
        expect(one.contentType).to.equal(two.contentType);
        expect(await bytes(one)).to.equal(await bytes(two));
      }
  });
});

describe('on a page with old libraries', () => {
  /** The parts of Prototype 1.6 and MooTools 1.5 that broke widgets in the field. */
  const spoil = () => {
    const { from } = Array;
    const { map } = Array.prototype;
    const wrapped = globalThis.FormData;
    Object.assign(Array.prototype, {
      toJSON(this: unknown[]) {
        return `[${map.call(this, (item) => JSON.stringify(item)).join(', ')}]`;
      },
      // Prototype's Enumerable#map
      map(this: unknown[], iterator: (value: unknown, index: number) => unknown) {
        const results: unknown[] = [];
        for (let i = 0; i < this.length; i++) results.push(iterator(this[i], i));
        return results;
      },
    });
    Object.assign(Object.prototype, { extend: () => {} });
    Object.assign(Array, { from: () => [] });
    Object.assign(globalThis, { FormData: () => ({ append() {} }) });
    return () => {
      Reflect.deleteProperty(Array.prototype, 'toJSON');
      Reflect.deleteProperty(Object.prototype, 'extend');
      Object.defineProperty(Array.prototype, 'map', { value: map, enumerable: false });
      Object.assign(Array, { from });
      Object.assign(globalThis, { FormData: wrapped });
    };
  };

  it('every format is what it is without them', async () => {
    const seal = async () => {
      const all = [];
      for (const format of ['json', 'form', 'multipart'] as const)
        for (const mapping of [{}, { names, extra }]) {
          const { body } = await encode(submission, { format, ...mapping });
          all.push(typeof body === 'string' ? body : new TextDecoder().decode(body));
        }
      return all;
    };
    const before = await seal();
    const restore = spoil();
    let naive: string;
    let after: string[];
    try {
      naive = JSON.stringify({ a: ['b'] });
      after = await seal();
    } finally {
      restore();
    }
    expect(naive, 'control: the page is spoilt').to.not.equal('{"a":["b"]}');
    expect(after).to.deep.equal(before);
  });
});

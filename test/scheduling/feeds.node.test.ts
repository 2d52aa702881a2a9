import { describe, expect, it } from 'vitest';
import { LookupError } from '../../src/transport/index.js';
import { askSlots, slotsIn } from '../../src/scheduling/feeds/available-slots.js';
import type { SlotFeed } from '../../src/scheduling/feeds/slot-feed.js';
import { answer } from '../transport/harness.js';
import {
  at,
  bundle,
  fhirSlot,
  manifest,
  ndjson,
  now,
  person,
  phoneSlot,
  place,
  plain,
  schedule,
  smartSlot,
} from './slot-feeds.js';

const url = 'https://clinic.example/slots';
const query = { from: '2026-11-23T12:00:00Z', to: '2027-01-22T12:00:00Z' };
const known = { service: ['tms', 'talk'], location: ['main'], clinician: ['okafor'] };

/** A server that answers by address; what it was asked is kept. */
function server(pages: Record<string, unknown>) {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetch = (to: string, init: RequestInit = {}) => {
    calls.push({ url: to, init });
    const page = pages[to.replace(/\?.*/, '')] ?? pages[to];
    if (page === undefined) return Promise.resolve(answer(404));
    return page === 'down' ? Promise.reject(new TypeError()) : Promise.resolve(answer(200, page));
  };
  return { calls, fetch: fetch as typeof globalThis.fetch };
}

const read = (body: unknown, more: Record<string, unknown> = {}): Promise<SlotFeed> =>
  askSlots(url, query, known, { fetch: server({ [url]: body, ...more }).fetch, now });
const ids = async (feed: Promise<SlotFeed>) => (await feed).slots.map(({ id }) => id);

describe('free times', () => {
  it('are asked for by ids alone, and nobody is told who asks', async () => {
    const { calls, fetch } = server({ [url]: { slots: [] } });
    await askSlots(`${url}?site=2`, { ...query, service: 'tms', clinician: undefined }, known, {
      fetch,
    });
    const asked = new URL(calls[0].url);
    expect([...asked.searchParams.keys()]).to.deep.equal(['site', 'from', 'to', 'service']);
    const { signal, ...init } = calls[0].init;
    expect(signal).to.be.an.instanceof(AbortSignal);
    expect(init).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  describe('in our own JSON', () => {
    it('keep the words of the feed for the wire, and its zone', async () => {
      const feed = await read({
        timeZone: 'America/New_York',
        slots: [
          plain(1, { service: 'tms', location: 'main', clinician: 'okafor', visit: 'telehealth' }),
        ],
      });
      expect(feed).to.deep.equal({
        timeZone: 'America/New_York',
        unread: 0,
        slots: [
          {
            id: 's1',
            start: '2026-11-23T08:00:00-05:00',
            end: '2026-11-23T08:30:00-05:00',
            from: now + 3_600_000,
            to: now + 5_400_000,
            service: 'tms',
            location: 'main',
            clinician: 'okafor',
            visit: 'telehealth',
          },
        ],
      });
    });

    it('are put in order, each once, without those of the past', async () => {
      const feed = read({
        slots: [plain(5), plain(-1), plain(2), plain(5), plain(2, { id: 'twin' })],
      });
      expect(await ids(feed)).to.deep.equal(['s2', 's5']);
    });

    it('are ordered by the moment, whatever offset they are written with', async () => {
      const feed = read({
        slots: [
          { id: 'tokyo', start: at(3, '+09:00'), end: at(4, '+09:00') },
          { id: 'utc', start: at(1, '+00:00').replace('+00:00', 'Z'), end: at(2) },
          { id: 'west', start: at(2, '-08:00'), end: at(3, '-08:00') },
        ],
      });
      expect(await ids(feed)).to.deep.equal(['utc', 'west', 'tokyo']);
    });

    const bad: [string, unknown][] = [
      ['nothing', null],
      ['a text', 'soon'],
      ['a list', []],
      ['without an id', { start: at(1), end: at(2) }],
      ['with an empty id', { ...plain(1), id: ' ' }],
      ['with an id as long as a page', { ...plain(1), id: 'x'.repeat(101) }],
      ['with an object for an id', { ...plain(1), id: {} }],
      ['without an end', { id: 'a', start: at(1) }],
      ['that ends before it begins', { id: 'a', start: at(2), end: at(1) }],
      ['that takes no time', { id: 'a', start: at(1), end: at(1) }],
      ['without an offset', { id: 'a', start: '2026-11-24T10:00:00', end: '2026-11-24T11:00:00' }],
      ['in words', { id: 'a', start: 'tomorrow at ten', end: 'eleven' }],
      ['on 30 February', { id: 'a', start: '2027-02-30T10:00:00Z', end: '2027-02-30T11:00:00Z' }],
      ['at 25 o’clock', { id: 'a', start: '2027-02-20T25:00:00Z', end: '2027-02-20T26:00:00Z' }],
      ['in numbers', { id: 'a', start: now, end: now + 1 }],
    ];
    for (const [what, entry] of bad)
      it(`leave out an entry ${what}, and keep the rest`, async () => {
        const feed = await read({ slots: [entry, plain(1)] });
        expect(feed.slots.map(({ id }) => id)).to.deep.equal(['s1']);
        expect(feed.unread).to.equal(1);
      });

    it('take no name for what only looks like one', async () => {
      const [slot] = (
        await read({
          slots: [plain(1, { service: { id: 'tms' }, clinician: '', visit: 'by owl' })],
        })
      ).slots;
      expect(slot).to.have.all.keys('id', 'start', 'end', 'from', 'to');
    });

    it('may be a bare list, and may be none', async () => {
      expect(await ids(read([plain(1)]))).to.deep.equal(['s1']);
      expect(await read({ slots: [] })).to.deep.equal({ slots: [], unread: 0 });
    });

    it('are read by the tens of thousands, up to 5 MB', async () => {
      const many = Array.from({ length: 10_000 }, (_, i) =>
        plain(1 + (i * 7919) / 10_000, { id: `n${i}`, location: 'main', note: 'x'.repeat(380) }),
      );
      const body = JSON.stringify({ slots: many });
      expect(body.length).to.be.above(4_500_000).and.below(6_000_000);
      const started = process.cpuUsage();
      const { slots } = await read(body);
      expect(slots).to.have.length(10_000);
      // Microseconds of our own: what else the machine does is not counted.
      expect(process.cpuUsage(started).user).to.be.below(1_500_000);
      expect(slots.every(({ from }, i) => i === 0 || from >= slots[i - 1].from)).to.equal(true);
    });

    it('stand beside a refusal in the same way', () => {
      expect(slotsIn([plain(3), null, plain(2)], now).map(({ id }) => id)).to.deep.equal([
        's2',
        's3',
      ]);
      for (const nothing of [undefined, null, 'x', 3, {}])
        expect(slotsIn(nothing)).to.deep.equal([]);
    });
  });

  const broken: [string, unknown][] = [
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['cut short', '{"slots":[{"id":"a","sta'],
    ['of another kind', { clinics: [] }],
    ['a number', 7],
    ['an outcome of FHIR', { resourceType: 'OperationOutcome', issue: [] }],
    ['with slots that are no list', { slots: 'none' }],
  ];
  for (const [what, body] of broken)
    it(`are none where the answer is ${what}, and it is said why`, async () => {
      const error = await read(body).catch((error: unknown) => error);
      expect(error).to.be.an.instanceof(LookupError).and.to.include({ reason: 'format' });
    });

  describe('in a Bundle of FHIR', () => {
    it('are told by what their schedule says', async () => {
      const body = bundle([
        fhirSlot('a', 1),
        fhirSlot('b', 2, { status: 'busy' }),
        schedule,
        place,
        person,
      ]);
      const feed = await read(body);
      expect(feed.unread).to.equal(0);
      expect(feed.slots).to.have.length(1);
      expect(feed.slots[0]).to.include({
        id: 'a',
        service: 'tms',
        location: 'main',
        clinician: 'okafor',
        place: 'Harbor Clinic',
        who: 'Dr. Ada Okafor',
        start: at(1),
      });
    });

    it('may carry their schedule inside, and name people without describing them', async () => {
      const own = fhirSlot('a', 1, {
        schedule: { reference: '#here' },
        serviceType: [{ text: 'Talk' }, { coding: [{ code: 'VR' }, { code: 'talk' }] }],
        contained: [
          {
            resourceType: 'Schedule',
            id: 'here',
            actor: [{ reference: 'https://ehr.example/fhir/Practitioner/okafor', display: 'Ada' }],
          },
        ],
      });
      expect((await read(bundle([own]))).slots[0]).to.include({
        service: 'talk',
        clinician: 'okafor',
        who: 'Ada',
        visit: 'telehealth',
      });
    });

    it('take the words of a concept whole, where it has no code', async () => {
      const inWords = { ...schedule, serviceType: [{ text: 'Talk therapy' }] };
      const service = async (ids: string[]) => {
        const fetch = server({ [url]: bundle([fhirSlot('a', 1), inWords]) }).fetch;
        const feed = await askSlots(url, query, { service: ids }, { fetch, now });
        return feed.slots[0].service;
      };
      expect(await service(['Talk therapy'])).to.equal('Talk therapy');
      expect(await service(['T', 'a']), 'its letters are no codes').to.equal(undefined);
    });

    it('follow a role to its person, place and service', async () => {
      const role = {
        resourceType: 'PractitionerRole',
        id: 'r1',
        practitioner: { reference: 'Practitioner/okafor' },
        location: [{ reference: 'Location/main' }],
        healthcareService: [{ reference: 'HealthcareService/tms' }],
      };
      const by = { ...schedule, serviceType: [], actor: [{ reference: 'PractitionerRole/r1' }] };
      expect((await read(bundle([fhirSlot('a', 1), by, role, place, person]))).slots[0]).to.include(
        {
          service: 'tms',
          location: 'main',
          clinician: 'okafor',
        },
      );
    });

    it('are narrowed by no code that the clinic does not know', async () => {
      const foreign = { ...schedule, serviceType: [{ coding: [{ code: '57' }] }], actor: [] };
      const [slot] = (await read(bundle([fhirSlot('a', 1), foreign]))).slots;
      expect(slot).to.not.have.property('service');
    });

    it('go on over pages of the same origin, not in circles, and not elsewhere', async () => {
      const second = `${url}/page2`;
      const feed = read(bundle([fhirSlot('a', 1)], '/slots/page2'), {
        [second]: bundle([fhirSlot('b', 2)], url),
      });
      expect(await ids(feed)).to.deep.equal(['a', 'b']);
      const astray = server({ [url]: bundle([fhirSlot('a', 1)], 'https://elsewhere.example/p') });
      await askSlots(url, query, known, { fetch: astray.fetch, now });
      expect(astray.calls).to.have.length(1);
    });

    it('keep the pages that came when one does not', async () => {
      const feed = read(bundle([fhirSlot('a', 1)], '/slots/lost'), { [`${url}/lost`]: 'down' });
      expect(await ids(feed)).to.deep.equal(['a']);
    });

    it('survive whatever stands in it', async () => {
      const junk = [null, 1, 'x', {}, { resource: null }, { resource: { resourceType: 'Slot' } }];
      const deep = fhirSlot('a', 1, {
        schedule: { reference: 7 },
        serviceType: { coding: 'tms' },
        extension: [null, { url: 3 }],
        contained: 'no',
      });
      const body = { resourceType: 'Bundle', link: 'none', entry: [...junk, { resource: deep }] };
      const feed = await read(body);
      expect(feed.slots.map(({ id }) => id)).to.deep.equal(['a']);
      expect(feed.unread).to.equal(1);
    });
  });

  describe('behind SMART Scheduling Links', () => {
    const files = {
      [`${url}/s1`]: ndjson([smartSlot('new', 1), phoneSlot('call', 3)]),
      [`${url}/s2`]: `${ndjson([smartSlot('old', 2, true)])}\n\n{"resourceType":"Slot","id":"cut`,
      [`${url}/c`]: ndjson([schedule]),
      [`${url}/l`]: ndjson([place]),
    };
    const body = manifest({
      Slot1: `${url}/s1`,
      Slot2: 'slots/s2',
      Schedule: `${url}/c`,
      Location: `${url}/l`,
      Coverage: `${url}/private`,
    });

    it('come with a way to book them elsewhere, by both names of it', async () => {
      const feed = await read(body, files);
      const ways = feed.slots.map(({ id, link, phone, place }) => [id, link, phone, place]);
      const deep = 'https://ehr.example.org/booking/slots';
      expect(ways).to.deep.equal([
        ['new', `${deep}/new`, '+1-555-123-4567', 'Harbor Clinic'],
        ['old', `${deep}/old`, '+1-555-123-4567', 'Harbor Clinic'],
        ['call', undefined, '555 010 0123', 'Harbor Clinic'],
      ]);
      expect(feed.unread, 'the line that was cut').to.equal(1);
    });

    it('are asked for by what the manifest lists, and by nothing else of it', async () => {
      const { calls, fetch } = server({ [url]: body, ...files });
      await askSlots(url, { ...query, service: 'tms' }, known, { fetch, now });
      const asked = calls.map(({ url }) => url.replace(/\?.*/, '')).sort();
      expect(asked).to.deep.equal([url, `${url}/c`, `${url}/l`, `${url}/s1`, `${url}/s2`]);
      expect(calls.slice(1).some(({ url }) => url.includes('?'))).to.equal(false);
    });

    it('lead nowhere that is not a page', async () => {
      const evil = [
        'javascript:alert(1)',
        'http://ehr.example.org/a',
        'data:text/html,x',
        '',
        7,
      ].map((valueUrl, i) =>
        fhirSlot(`e${i}`, 1 + i, { extension: [{ ...smartSlot('x', 1).extension[0], valueUrl }] }),
      );
      expect(await read(manifest({ Slot: `${url}/s` }), { [`${url}/s`]: ndjson(evil) })).to.include(
        {
          unread: 5,
        },
      );
    });

    it('ask no address that answers must not come from', async () => {
      const { calls, fetch } = server({
        [url]: manifest({
          Slot1: 'http://10.0.0.1/s',
          Slot2: 'file:///etc/passwd',
          Slot3: '//u:p@x.example/',
        }),
      });
      await askSlots(url, query, known, { fetch, now });
      expect(calls).to.have.length(1);
    });

    it('do without a file that does not come, but not without all', async () => {
      const some = { ...files, [`${url}/s2`]: 'down', [`${url}/l`]: 'down' };
      expect(await ids(read(body, some))).to.deep.equal(['new', 'call']);
      const error = await read(body, { ...some, [`${url}/s1`]: 'down' }).catch((e: unknown) => e);
      expect(error).to.be.an.instanceof(LookupError);
    });
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sqliteStore } from '../../src/receiver/index.js';
import { join } from 'node:path';
import {
  appointment,
  at,
  clinic,
  freeSlots,
  newFolder,
  newReceiver,
  post,
  problemOf,
  receiptOf,
  request,
  staffList,
  type Receive,
} from '../support/receiver.js';

/** A Monday, 8:00 in New York: the clinic opens in an hour. */
const now = Date.UTC(2026, 10, 23, 13);
const minute = 60_000;
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now }));
afterEach(() => void vi.useRealTimers());

const hold = (receive: Receive, id: string, body?: object | string) =>
  receive(
    at(`/api/slots/${id}/hold`, {
      method: 'POST',
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
const held = async (response: Response) => {
  expect(response.status).toBe(201);
  return (await response.json()) as { hold: string; until: string };
};
const release = (receive: Receive, id: string, body: string, type = 'text/plain;charset=UTF-8') =>
  receive(
    at(`/api/slots/${id}/release`, { method: 'POST', body, headers: { 'Content-Type': type } }),
  );
const booking = ({ id, start, end }: { id: string; start: string; end: string }, token?: string) =>
  appointment({ slot: { id, start, end, ...(token ? { hold: token } : {}) } });

describe('the list of free times', () => {
  test('begins now and goes two weeks ahead', async () => {
    const { receive } = await newReceiver();
    const response = await receive(at('/api/slots?service=visit'));
    const { timeZone, slots } = (await response.json()) as {
      timeZone: string;
      slots: { start: string }[];
    };
    expect(timeZone).toBe('America/New_York');
    expect(slots[0]).toEqual({
      id: expect.any(String) as unknown,
      start: '2026-11-23T09:00:00-05:00',
      end: '2026-11-23T09:20:00-05:00',
      service: 'visit',
      location: 'main',
      clinician: 'c1',
      visit: 'in-person',
    });
    expect(slots).toHaveLength(14 * 9);
    vi.setSystemTime(now + 61 * minute);
    expect((await freeSlots(receive))[0].start).toBe('2026-11-23T09:20:00-05:00');
  });

  test('can be asked from, to, and for what', async () => {
    const { receive } = await newReceiver();
    const count = async (query: string) => (await freeSlots(receive, query)).length;
    expect(await count('?service=visit&from=2026-11-24&to=2026-11-24')).toBe(9);
    expect(
      await count('?service=visit&from=2026-11-24T10:00:00-05:00&to=2026-11-24T11:00:00-05:00'),
    ).toBe(3);
    expect(await count('?service=visit&from=2020-01-01&to=2026-11-23')).toBe(9);
    expect(await count('?service=visit&from=2026-11-24&to=2026-11-23')).toBe(0);
    expect(await count('?service=&location=main&clinician=')).toBe(14 * (9 + 3 + 6));
    expect(await count('?clinician=c1&service=scan')).toBe(0);
    expect(await count('?location=elsewhere')).toBe(0);
    expect(await count('?service=long&from=2026-12-01&to=2099-01-01')).toBe(62 * 3);
  });

  test('refuses a time it cannot read', async () => {
    const { receive } = await newReceiver();
    for (const name of ['from', 'to']) {
      const response = await receive(at(`/api/slots?${name}=tomorrow`));
      expect(response.status).toBe(422);
      expect((await problemOf(response)).issues).toEqual([{ path: [name], code: 'format' }]);
    }
  });

  test('does not exist for a clinic without a time zone, and nothing can be booked there', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    const { timeZone: _none, ...timeless } = clinic;
    const other = await newReceiver({ clinic: timeless });
    expect((await other.receive(at('/api/slots'))).status).toBe(404);
    expect((await hold(other.receive, slot.id)).status).toBe(404);
    expect((await post(other.receive, booking(slot))).status).toBe(422);
  });
});

describe('a hold', () => {
  test('keeps a time from everybody for five minutes, and the times that overlap it', async () => {
    const { receive } = await newReceiver();
    const [first, second] = await freeSlots(receive);
    const before = await freeSlots(receive, '?service=long');
    const { until } = await held(await hold(receive, first.id));
    expect(Date.parse(until)).toBe(now + 5 * minute);
    expect((await freeSlots(receive))[0].id).toBe(second.id);
    expect((await freeSlots(receive, '?service=long'))[0].id).toBe(before[1].id);
    const scans = await freeSlots(receive, '?service=scan');
    expect(scans[0].start).toBe(first.start);
    vi.setSystemTime(now + 5 * minute);
    expect((await freeSlots(receive))[0].id).toBe(first.id);
  });

  test('is refused to a second visitor, with the nearest times left', async () => {
    const { receive } = await newReceiver();
    const slots = await freeSlots(receive);
    await held(await hold(receive, slots[3].id));
    const response = await hold(receive, slots[3].id);
    expect(response.status).toBe(409);
    const problem = await problemOf(response);
    expect(problem.code).toBe('slot-taken');
    expect(problem.slots).toEqual(
      [1, 2, 4, 5]
        .map((index) => slots[index])
        .concat(slots[0])
        .sort((a, b) => (a.start < b.start ? -1 : 1)),
    );
    expect((await hold(receive, slots[3].id, { hold: 'a guess' })).status).toBe(409);
  });

  test('is made longer once with its own token', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    const first = await held(await hold(receive, slot.id));
    vi.setSystemTime(now + 4 * minute);
    const longer = await held(await hold(receive, slot.id, first));
    expect(longer.hold).toBe(first.hold);
    expect(Date.parse(longer.until)).toBe(now + 9 * minute);
    vi.setSystemTime(now + 8 * minute);
    expect(await held(await hold(receive, slot.id, first))).toEqual(longer);
    vi.setSystemTime(now + 9 * minute);
    const fresh = await held(await hold(receive, slot.id, first));
    expect(fresh.hold).not.toBe(first.hold);
  });

  test('never lasts longer than there is time before the visit', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    vi.setSystemTime(now + 58 * minute);
    const { until } = await held(await hold(receive, slot.id));
    expect(Date.parse(until)).toBe(now + 60 * minute);
    vi.setSystemTime(now + 60 * minute);
    expect((await hold(receive, slot.id)).status).toBe(409);
  });

  test('is given back with its token, as JSON or as text', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    for (const type of ['text/plain;charset=UTF-8', 'application/json']) {
      const mine = await held(await hold(receive, slot.id));
      expect(
        (await release(receive, slot.id, JSON.stringify({ hold: 'a guess' }), type)).status,
      ).toBe(204);
      expect((await hold(receive, slot.id)).status).toBe(409);
      expect((await release(receive, slot.id, JSON.stringify(mine), type)).status).toBe(204);
    }
    for (const body of ['', '{', 'null', '[]', '{"hold":7}', '{"hold":"\\u0000"}']) {
      expect((await release(receive, slot.id, body)).status).toBe(204);
      expect((await release(receive, 'unknown', body)).status).toBe(204);
    }
    await held(await hold(receive, slot.id));
  });

  test('of an unknown time is not found; of a body that is no JSON refused', async () => {
    const { receive } = await newReceiver();
    for (const id of ['unknown', '202611231400-AAAAAAAAAAAA', '%00', '..']) {
      expect((await hold(receive, id)).status).toBe(404);
    }
    const [slot] = await freeSlots(receive);
    expect((await hold(receive, slot.id, '{')).status).toBe(400);
    expect((await hold(receive, slot.id, 'x'.repeat(5_000))).status).toBe(413);
  });
});

describe('a booking', () => {
  test('takes a free time, and says confirmed only then', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    const response = await post(receive, booking(slot));
    expect(response.status).toBe(201);
    expect((await receiptOf(response)).status).toBe('confirmed');
    expect((await freeSlots(receive))[0].id).not.toBe(slot.id);
    const second = await post(receive, booking(slot));
    expect(second.status).toBe(409);
    const problem = await problemOf(second);
    expect(problem.code).toBe('slot-taken');
    expect(problem.slots).toHaveLength(5);
    expect((await staffList(receive)).submissions).toHaveLength(1);
    expect((await hold(receive, slot.id)).status).toBe(409);
  });

  test('takes a held time for the one who holds it', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    const mine = await held(await hold(receive, slot.id));
    expect((await post(receive, booking(slot))).status).toBe(409);
    expect((await post(receive, booking(slot, 'a guess'))).status).toBe(409);
    expect((await post(receive, booking(slot, mine.hold))).status).toBe(201);
  });

  test('takes a time whose hold is over, for whoever comes first', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    const late = await held(await hold(receive, slot.id));
    vi.setSystemTime(now + 5 * minute);
    expect((await post(receive, booking(slot))).status).toBe(201);
    expect((await post(receive, booking(slot, late.hold))).status).toBe(409);
  });

  test('is made once by two receivers on one database', async () => {
    const file = join(newFolder(), 'test.sqlite');
    const left = await newReceiver({ store: await sqliteStore(file) });
    const right = await newReceiver({ store: await sqliteStore(file) });
    for (const slot of (await freeSlots(left.receive)).slice(0, 10)) {
      const responses = await Promise.all(
        [left, right, left, right].map(({ receive }) => post(receive, booking(slot))),
      );
      expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    }
    expect((await staffList(right.receive)).submissions).toHaveLength(10);
  });

  test('is answered again as it was, even after its time', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    const sent = booking(slot);
    const receipt = await receiptOf(await post(receive, sent));
    const replay = await post(receive, sent);
    expect([replay.status, await receiptOf(replay)]).toEqual([200, receipt]);
    vi.setSystemTime(now + 120 * minute);
    const late = await post(receive, sent);
    expect([late.status, await receiptOf(late)]).toEqual([200, receipt]);
    expect((await post(receive, booking(slot))).status).toBe(409);
  });

  test('names a time of the clinic’s, as the clinic has it', async () => {
    const { receive } = await newReceiver();
    const [slot] = await freeSlots(receive);
    const issues = async (wrong: object) => {
      const response = await post(receive, booking({ ...slot, ...wrong }));
      expect(response.status).toBe(422);
      return (await problemOf(response)).issues;
    };
    const path = (key: string) => [{ path: ['data', 'slot', key], code: 'not-allowed' }];
    expect(await issues({ id: 'unknown' })).toEqual(path('id'));
    expect(await issues({ start: '2026-11-23T10:00:00-05:00' })).toEqual(path('start'));
    expect(await issues({ end: '2026-11-23T10:00:00-05:00' })).toEqual(path('end'));
    const elsewhere = { start: new Date(slot.start).toISOString() };
    expect((await post(receive, booking({ ...slot, ...elsewhere }))).status).toBe(201);
  });

  test('is refused to whoever asks for something else than the time is for', async () => {
    const { receive } = await newReceiver();
    const [slot, next] = await freeSlots(receive);
    const ask = (more: object, { id, start, end } = slot) =>
      post(receive, appointment({ slot: { id, start, end }, ...more }));
    for (const other of [{ service: 'scan' }, { service: 'long' }, { visit: 'telehealth' }]) {
      const response = await ask(other);
      expect(response.status, JSON.stringify(other)).toBe(422);
      expect((await problemOf(response)).issues).toEqual([
        { path: ['data', 'slot', 'id'], code: 'not-allowed' },
      ]);
    }
    expect((await staffList(receive)).submissions).toEqual([]);
    const own = { service: 'visit', location: 'main', clinician: 'c1', visit: 'in-person' };
    expect((await ask(own)).status).toBe(201);
    // Who that was, the clinic knows.
    expect((await ask({ ...own, clinician: 'same' }, next)).status).toBe(201);
  });

  test('moves with the submission that replaces it', async () => {
    const { receive } = await newReceiver();
    const [first, second] = await freeSlots(receive);
    const old = booking(first);
    await post(receive, old);
    const same = { ...booking(first), replaces: old.id };
    expect((await post(receive, same)).status).toBe(201);
    const other = { ...booking(second), replaces: same.id };
    expect((await post(receive, other)).status).toBe(201);
    expect((await freeSlots(receive))[0].id).toBe(first.id);
    const none = { ...request(), replaces: other.id };
    expect((await post(receive, none)).status).toBe(201);
    expect((await freeSlots(receive))[1].id).toBe(second.id);
  });

  test('that comes too late leaves the one it would replace as it was', async () => {
    const { receive } = await newReceiver();
    const [first, second] = await freeSlots(receive);
    const old = booking(first);
    await post(receive, old);
    await post(receive, booking(second));
    expect((await post(receive, { ...booking(second), replaces: old.id })).status).toBe(409);
    expect((await freeSlots(receive)).map(({ id }) => id)).not.toContain(first.id);
    const { submissions } = await staffList(receive);
    expect(submissions.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
  });
});

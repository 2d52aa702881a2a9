import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Receipt, Submission } from '../../src/contract/index.js';
import {
  postgresStore,
  sqliteStore,
  StoreError,
  type NewEntry,
  type Store,
} from '../../src/receiver/index.js';
import { sqlStore } from '../../src/receiver/stores/sql.js';
import { openSqlite } from '../../src/receiver/stores/sqlite.js';
import { startPostgres } from '../support/postgres.mjs';
import { coverage, insuranceCheck, newFolder, newsletter, request } from '../support/receiver.js';

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

/** For each engine: an address of an empty database, and how to open it as often as one likes. */
const engines: [string, () => Promise<() => Promise<Store>>][] = [
  [
    'SQLite',
    async () => {
      const file = join(newFolder(), 'deeper', 'test.sqlite');
      return () => sqliteStore(file);
    },
  ],
];
if (postgres) {
  engines.push([
    'PostgreSQL',
    async () => {
      const url = await postgres.freshUrl();
      return () => postgresStore(url);
    },
  ]);
}

let letters = 0;
const receipt = (status: Receipt['status'] = 'received'): Receipt => ({
  reference: `REF-${String(letters++).padStart(4, '0')}`,
  status,
});
const entry = (submission: object = newsletter(), more: Partial<NewEntry> = {}): NewEntry => ({
  submission: submission as Submission,
  fingerprint: 'f',
  receipt: receipt(),
  receivedAt: 1_000,
  cards: [],
  ...more,
});
const slot = (id: string, start = 10_000, end = start + 1_000, calendar = 'c1') => ({
  id,
  calendar,
  start,
  end,
});
const hold = (until = 5_000) => ({ hold: randomUUID(), until });
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe.each(engines)('%s', (_name, fresh) => {
  const opened: Store[] = [];
  /** Two connections to one database, as two processes have them. */
  const two = async () => {
    const open = await fresh();
    const stores = [await open(), await open()] as const;
    opened.push(...stores);
    return stores;
  };
  const one = async () => (await two())[0];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  test('keeps one row per id and tells the first receipt to everybody after', async () => {
    const [left, right] = await two();
    const submission = newsletter();
    const outcomes = await times(50, (index) => (index % 2 ? left : right).add(entry(submission)));
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    const { submissions } = await left.list({ limit: 100 });
    expect(submissions).toHaveLength(1);
    const known = outcomes.filter((result) => result.outcome === 'known');
    expect(known).toHaveLength(49);
    for (const { receipt } of known) expect(receipt.reference).toBe(submissions[0].reference);
  });

  test('gives a slot to one of two visitors, held or not, and keeps nothing of the other', async () => {
    const [left, right] = await two();
    for (let round = 0; round < 20; round++) {
      const wanted = slot(`slot ${round}`, 10_000 * round);
      const outcomes = await times(8, (index) =>
        (index % 2 ? left : right).add(entry(request(), { slot: wanted })),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    }
    expect((await left.list({ limit: 1_000 })).submissions).toHaveLength(20);
  });

  test('lets one of many hold a slot', async () => {
    const [left, right] = await two();
    const held = await times(10, (index) => (index % 2 ? left : right).hold(slot('s'), hold(), 1));
    expect(held.filter(Boolean)).toHaveLength(1);
  });

  test('never books one calendar twice at one time, whatever the slots are called', async () => {
    const [left, right] = await two();
    for (let round = 0; round < 20; round++) {
      const start = 100_000 * round;
      const outcomes = await times(6, (index) =>
        (index % 2 ? left : right).add(
          entry(request(), { slot: slot(`${round}-${index}`, start + index * 100) }),
        ),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    }
    const elsewhere = entry(request(), { slot: slot('other', 0, 1_000, 'c2') });
    expect(await left.add(elsewhere)).toEqual({ outcome: 'stored' });
    const after = entry(request(), { slot: slot('after', 1_900_000 + 2_000) });
    expect(await left.add(after)).toEqual({ outcome: 'stored' });
  });

  test('books for the one who holds, refuses others until the hold is over', async () => {
    const store = await one();
    const mine = hold(5_000);
    expect(await store.hold(slot('s'), mine, 1_000)).toEqual(mine);
    expect(await store.hold(slot('s'), hold(), 4_999)).toBeUndefined();
    const other = await store.add(entry(request(), { slot: slot('s'), receivedAt: 4_999 }));
    expect(other).toEqual({ outcome: 'slot-taken' });
    const wrong = { ...slot('s'), hold: 'a guess' };
    expect((await store.add(entry(request(), { slot: wrong }))).outcome).toBe('slot-taken');
    const own = entry(request(), { slot: { ...slot('s'), hold: mine.hold } });
    expect(await store.add(own)).toEqual({ outcome: 'stored' });
    expect(await store.hold(slot('s'), hold(99_000), 90_000)).toBeUndefined();
    await store.release('s', mine.hold);
    expect(await store.taken(0, 99_000, 90_000)).toHaveLength(1);
  });

  test('frees a slot when its hold runs out or is given back', async () => {
    const store = await one();
    const first = hold(5_000);
    await store.hold(slot('s'), first, 1_000);
    expect(await store.taken(0, 99_000, 4_999)).toEqual([
      { calendar: 'c1', start: 10_000, end: 11_000 },
    ]);
    expect(await store.taken(0, 99_000, 5_000)).toEqual([]);
    const second = hold(9_000);
    expect(await store.hold(slot('s'), second, 5_000)).toEqual(second);
    await store.release('s', first.hold);
    expect(await store.taken(0, 99_000, 6_000)).toHaveLength(1);
    await store.release('s', second.hold);
    expect(await store.taken(0, 99_000, 6_000)).toEqual([]);
  });

  test('makes a hold longer once, and not when it is over', async () => {
    const store = await one();
    const mine = hold(5_000);
    await store.hold(slot('s'), mine, 1_000);
    const longer = (until: number, now: number) =>
      store.extend('s', { hold: mine.hold, until }, now);
    expect(await longer(8_000, 4_000)).toEqual({ ...mine, until: 8_000 });
    expect(await longer(12_000, 7_000)).toEqual({ ...mine, until: 8_000 });
    expect(await longer(99_000, 8_000)).toBeUndefined();
    expect(await store.extend('s', hold(), 4_000)).toBeUndefined();
  });

  test('lists a replaced submission as replaced, in whichever order the two came, and frees its slot', async () => {
    const store = await one();
    const [old, late] = [request(), request()];
    await store.add(entry(old, { slot: slot('s') }));
    const next = { ...request(), replaces: old.id };
    expect(await store.add(entry(next, { slot: slot('s') }))).toEqual({ outcome: 'stored' });
    const third = { ...request(), replaces: next.id };
    expect(await store.add(entry(third))).toEqual({ outcome: 'stored' });
    expect(await store.taken(0, 99_000, 1)).toEqual([]);
    await store.add(entry({ ...request(), replaces: late.id }));
    await store.add(entry(late));
    const { submissions } = await store.list({ limit: 10 });
    expect(submissions.map(({ status }) => status)).toEqual([
      'replaced',
      'received',
      'received',
      'replaced',
      'replaced',
    ]);
    const foreign = newsletter();
    await store.add(entry(foreign));
    await store.add(entry({ ...request(), replaces: foreign.id }));
    const kept = (await store.list({ limit: 10 })).submissions.find(({ id }) => id === foreign.id);
    expect(kept?.status).toBe('received');
  });

  test('does not book for a submission that was replaced before it arrived', async () => {
    const store = await one();
    const late = request();
    await store.add(entry({ ...request(), replaces: late.id }, { slot: slot('new') }));
    const result = await store.add(entry(late, { slot: slot('old', 50_000) }));
    expect(result).toEqual({ outcome: 'slot-taken' });
  });

  test('writes an insurer’s answer down while it is waited for, not after', async () => {
    const store = await one();
    const [quick, slow] = [insuranceCheck(), insuranceCheck()];
    const pending = () => ({ receipt: receipt('pending'), askingUntil: 9_000 });
    await store.add(entry(quick, pending()));
    await store.add(entry(slow, pending()));
    expect((await store.find(quick.id))?.askingUntil).toBe(9_000);
    const answer = { status: 'received', coverage } as const;
    expect(await store.settle(quick.id, answer, 8_999)).toMatchObject(answer);
    expect(await store.settle(slow.id, answer, 9_000)).not.toHaveProperty('coverage');
    expect(await store.find(quick.id)).toMatchObject({ receipt: answer });
    expect(await store.find(quick.id)).not.toHaveProperty('askingUntil');
  });

  test('lists the newest first, page by page', async () => {
    const store = await one();
    const sent = [newsletter(), newsletter(), newsletter()];
    for (const submission of sent) await store.add(entry(submission));
    const first = await store.list({ limit: 2 });
    expect(first.submissions.map(({ id }) => id)).toEqual([sent[2].id, sent[1].id]);
    const second = await store.list({ limit: 2, before: first.next! });
    expect(second.submissions.map(({ id }) => id)).toEqual([sent[0].id]);
    expect(second.next).toBeUndefined();
    expect(second.submissions[0]).toMatchObject({
      type: 'newsletter-signup',
      receivedAt: '1970-01-01T00:00:01.000Z',
      submission: sent[0],
    });
  });

  test('gives every character back as it came', async () => {
    const store = await one();
    const reason = 'Nguyễn 李伟 👩🏽‍⚕️ "quotes" \\ \u2028 \u200F \'; DROP TABLE submissions; --';
    await store.add(entry(request({ reason })));
    const [row] = (await store.list({ limit: 1 })).submissions;
    expect(row.submission.data).toMatchObject({ reason });
  });

  test('gives each photo back as it came, and tells how many there are', async () => {
    const store = await one();
    const photo = (...bytes: number[]) => ({
      name: 'a.png',
      mediaType: 'image/png',
      bytes: new Uint8Array(bytes),
    });
    const sent = insuranceCheck();
    await store.add(entry(sent, { cards: [photo(0, 255, 1), photo(2)] }));
    await store.add(entry(insuranceCheck()));
    expect(await store.card(sent.id, 0)).toEqual(photo(0, 255, 1));
    expect(await store.card(sent.id, 1)).toEqual(photo(2));
    expect(await store.card(sent.id, 2)).toBeUndefined();
    expect(await store.card('nobody', 0)).toBeUndefined();
    const { submissions } = await store.list({ limit: 2 });
    expect(submissions.map(({ cards }) => cards)).toEqual([0, 2]);
  });

  test('keeps the photos with the row or neither', async () => {
    const store = await one();
    const cards = [{ name: 'a.png', mediaType: 'image/png', bytes: new Uint8Array([0, 255, 1]) }];
    expect(await store.add(entry(insuranceCheck(), { cards }))).toEqual({ outcome: 'stored' });
    const broken = [...cards, { ...cards[0], name: null as never }];
    await expect(store.add(entry(insuranceCheck(), { cards: broken }))).rejects.toThrow(StoreError);
    expect((await store.list({ limit: 9 })).submissions).toHaveLength(1);
  });

  test('fails without quoting what was to be stored', async () => {
    const store = await one();
    const first = receipt();
    await store.add(entry(newsletter(), { receipt: first }));
    const again = store.add(entry(newsletter({ givenName: 'CNRY' }), { receipt: first }));
    const error = await again.catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(StoreError);
    expect(`${(error as Error).stack}`).not.toContain('CNRY');
    await store.ping();
  });

  test('may be opened by several at the same time, on an empty database', async () => {
    const open = await fresh();
    const stores = await times(4, () => open());
    opened.push(...stores);
    for (const store of stores) await store.add(entry());
    expect((await stores[0].list({ limit: 9 })).submissions).toHaveLength(4);
  });

  test('says at once when there is no database', async () => {
    const open = await fresh();
    await (await open()).close();
    const folder = newFolder();
    mkdirSync(join(folder, 'taken'));
    await expect(sqliteStore(join(folder, 'taken'))).rejects.toThrow();
    await expect(postgresStore('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow();
  });
});

test('SQLite: each connection waits for others and puts every commit on disk', async () => {
  const { database, writer, reader } = await openSqlite(join(newFolder(), 'test.sqlite'));
  const read = async (run: (sql: string) => Promise<{ rows: ArrayLike<unknown> }>, name: string) =>
    Object.values((await run(`PRAGMA ${name}`)).rows[0] as object)[0] as unknown;
  const pragmas = async (run: (sql: string) => Promise<{ rows: ArrayLike<unknown> }>) => ({
    journal: await read(run, 'journal_mode'),
    synchronous: await read(run, 'synchronous'),
    timeout: await read(run, 'busy_timeout'),
    foreignKeys: await read(run, 'foreign_keys'),
  });
  const right = { journal: 'wal', synchronous: 2, timeout: 5_000, foreignKeys: 1 };
  expect(await pragmas((sql) => writer.execute(sql))).toEqual(right);
  expect(await pragmas((sql) => reader.execute(sql))).toEqual(right);
  // A transaction keeps its connection to itself: what comes beside it opens the next one.
  const open = [];
  for (let connection = 0; connection < 3; connection++) {
    open.push(await reader.transaction('read'));
    expect(await pragmas((sql) => reader.execute(sql))).toEqual(right);
  }
  for (const transaction of open) transaction.close();
  // Control: whoever turned it down, the next transaction turns it up again.
  await writer.execute('PRAGMA synchronous = OFF');
  expect((await pragmas((sql) => writer.execute(sql))).synchronous).toBe(0);
  await database.transaction(async (run) => {
    const [row] = await run('PRAGMA synchronous');
    expect(row).toEqual({ synchronous: 2 });
  });
  await database.close();
});

test('SQLite: a full disk refuses what it cannot keep, and goes on when there is room again', async () => {
  const { database, writer } = await openSqlite(join(newFolder(), 'test.sqlite'));
  const store = sqlStore(database);
  await store.add(entry());
  const pages = await writer.execute('PRAGMA page_count');
  await writer.execute(`PRAGMA max_page_count = ${Number(pages.rows[0]['page_count'])}`);
  const large = entry(insuranceCheck(), {
    cards: [{ name: 'a', mediaType: 'image/png', bytes: new Uint8Array(100_000) }],
  });
  const failure: unknown = await store.add(large).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'StoreError', code: 'SQLITE_FULL' });
  expect((await store.list({ limit: 9 })).submissions).toHaveLength(1);
  await writer.execute('PRAGMA max_page_count = 1000000');
  expect(await store.add(large)).toEqual({ outcome: 'stored' });
  await store.close();
});

test.runIf(postgres)(
  'PostgreSQL: commits are on disk even where the server would not wait',
  async () => {
    const url = new URL(await postgres!.freshUrl());
    url.searchParams.set('options', `${url.searchParams.get('options')} -c synchronous_commit=off`);
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    const shown = async () => (await client.query('SHOW synchronous_commit')).rows[0] as object;
    expect(await shown()).toEqual({ synchronous_commit: 'off' });
    await client.query(`CREATE TABLE IF NOT EXISTS seen (value TEXT)`);
    await client.query(`CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$`);
    const store = await postgresStore(url.href);
    await client.query('CREATE TRIGGER note AFTER INSERT ON submissions EXECUTE FUNCTION note()');
    await store.add(entry());
    expect((await client.query('SELECT * FROM seen')).rows).toEqual([{ value: 'on' }]);
    await store.close();
    await client.end();
  },
);

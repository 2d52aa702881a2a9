/**
 * One of two processes that race for the same times: it opens a store of its own and does what it is told, when it is told.
 * `naive` looks first and writes then, as nobody should: the control that must lose.
 */
import { createClient } from '@libsql/client';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { postgresStore, sqliteStore, type NewEntry, type Store } from '../../src/receiver/index.js';

/** What a visitor tries; all times in milliseconds. */
export type Attempt =
  | { does: 'hold'; slot: Slot; token: string; until: number; now: number }
  | { does: 'book'; slot: Slot & { hold?: string }; submission: object; now: number; name: string };
export interface Slot {
  id: string;
  calendar: string;
  start: number;
  end: number;
}

export type Order =
  | { open: 'SQLite' | 'PostgreSQL'; address: string; naive: boolean }
  | { round: number; attempts: Attempt[] };

type Racer = (attempt: Attempt) => Promise<boolean>;

const careful =
  (store: Store): Racer =>
  async (attempt) => {
    const { slot, now } = attempt;
    if (attempt.does === 'hold') {
      const { token, until } = attempt;
      return (await store.hold(slot, { hold: token, until }, now)) !== undefined;
    }
    const entry: NewEntry = {
      submission: attempt.submission as NewEntry['submission'],
      fingerprint: 'f',
      receipt: { reference: attempt.name, status: 'confirmed' },
      receivedAt: now,
      cards: [],
      slot: attempt.slot,
    };
    return (await store.add(entry)).outcome === 'stored';
  };

async function naive(engine: 'SQLite' | 'PostgreSQL', address: string): Promise<Racer> {
  const table =
    'CREATE TABLE IF NOT EXISTS naive (calendar TEXT, starts BIGINT, ends BIGINT, until BIGINT, token TEXT)';
  const busy =
    'SELECT 1 AS one FROM naive WHERE calendar = $1 AND starts < $3 AND ends > $2 AND until > $4 AND token <> $5';
  const take = 'INSERT INTO naive VALUES ($1, $2, $3, $5, $4)';
  let run: (sql: string, values: (string | number)[]) => Promise<ArrayLike<unknown>>;
  if (engine === 'SQLite') {
    const client = createClient({ url: pathToFileURL(address).href, timeout: 5_000 });
    await client.execute('PRAGMA journal_mode = WAL');
    run = async (sql, values) =>
      (
        await client.execute({
          sql,
          args: Object.fromEntries(values.map((value, index) => [index + 1, value])),
        })
      ).rows;
  } else {
    const pool = new pg.Pool({ connectionString: address });
    run = async (sql, values) => (await pool.query<object>(sql, values)).rows;
  }
  // The table is made by whoever comes first; the other hears that it is there.
  await run(table, []).catch(() => undefined);
  return async (attempt) => {
    const { calendar, start, end } = attempt.slot;
    const token = attempt.does === 'hold' ? attempt.token : (attempt.slot.hold ?? attempt.name);
    const until = attempt.does === 'hold' ? attempt.until : Number.MAX_SAFE_INTEGER;
    if ((await run(busy, [calendar, start, end, attempt.now, token])).length > 0) return false;
    await run(take, [calendar, start, end, token, until]);
    return true;
  };
}

let racer: Promise<Racer>;

process.on('message', (order: Order) => {
  if ('open' in order) {
    const { open, address } = order;
    const store = async () => (open === 'SQLite' ? sqliteStore(address) : postgresStore(address));
    racer = order.naive ? naive(open, address) : store().then(careful);
    void racer.then(
      () => process.send!('open'),
      (error: unknown) => process.send!({ error: String(error) }),
    );
    return;
  }
  const { round, attempts } = order;
  void racer
    .then((tries) => Promise.all(attempts.map((attempt) => tries(attempt))))
    .then(
      (got) => process.send!({ round, got }),
      (error: unknown) => process.send!({ round, error: String(error) }),
    );
});

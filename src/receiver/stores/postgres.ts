import pg from 'pg';
import type { Store } from '../store.js';
import { sqlStore, type Row, type Run } from './sql.js';

const schema = `
CREATE TABLE IF NOT EXISTS submissions (
  seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  reference TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  coverage TEXT,
  received_at BIGINT NOT NULL,
  asking_until BIGINT,
  replaces TEXT,
  submission TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS submissions_replaces ON submissions (replaces) WHERE replaces IS NOT NULL;
CREATE TABLE IF NOT EXISTS cards (
  submission TEXT NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (submission, position)
);
CREATE TABLE IF NOT EXISTS slots (
  slot TEXT NOT NULL PRIMARY KEY,
  calendar TEXT NOT NULL,
  starts BIGINT NOT NULL,
  ends BIGINT NOT NULL,
  hold TEXT,
  until BIGINT,
  extended INTEGER NOT NULL DEFAULT 0,
  submission TEXT UNIQUE REFERENCES submissions (id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS slots_calendar ON slots (calendar, starts);
`;

/** An advisory lock: two servers that start together would both create the tables. The number is arbitrary. */
const schemaLock = 5_120_173;

/**
 * Submissions in PostgreSQL 13 or later, for more than one machine. Every commit is written with `synchronous_commit = on`, whatever the server's default.
 * @param connectionString `postgres://user:password@host:5432/database`
 * @throws when the database cannot be reached or the tables cannot be created
 */
export async function postgresStore(connectionString: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    application_name: 'clinic-widgets',
  });
  // A connection that the server drops while it is idle must not end the process; the next query opens another.
  pool.on('error', () => undefined);

  const runOn =
    (client: pg.Pool | pg.PoolClient): Run =>
    async (text, values) =>
      (await client.query<Row>(text, values)).rows;

  const transaction = async <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN; SET LOCAL synchronous_commit = on');
      const result = await work(runOn(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  };

  try {
    await transaction(async (run) => {
      await run(`SELECT pg_advisory_xact_lock(${schemaLock})`);
      await run(schema);
    });
  } catch (error) {
    await pool.end();
    throw error;
  }

  return sqlStore({
    read: runOn(pool),
    transaction,
    // Two transactions do not see each other's uncommitted rows: without this, two overlapping slots could both be taken.
    async lockCalendar(run, calendar) {
      await run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [calendar]);
    },
    close: () => pool.end(),
  });
}

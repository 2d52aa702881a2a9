import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, type Client, type InStatement } from '@libsql/client';
import type { Store } from '../store.js';
import { sqlStore, type Database, type Run, type Value } from './sql.js';

const schema = `
CREATE TABLE IF NOT EXISTS submissions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  reference TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  coverage TEXT,
  received_at INTEGER NOT NULL,
  asking_until INTEGER,
  replaces TEXT,
  submission TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS submissions_replaces ON submissions (replaces) WHERE replaces IS NOT NULL;
CREATE TABLE IF NOT EXISTS cards (
  submission TEXT NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (submission, position)
);
CREATE TABLE IF NOT EXISTS slots (
  slot TEXT NOT NULL PRIMARY KEY,
  calendar TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  hold TEXT,
  until INTEGER,
  extended INTEGER NOT NULL DEFAULT 0,
  submission TEXT UNIQUE REFERENCES submissions (id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS slots_calendar ON slots (calendar, starts);
`;

/** How long a statement waits while another process writes, in milliseconds. */
const busyTimeout = 5_000;

/**
 * The writers of this process on one file run one after the other. SQLite blocks the process while
 * it waits: a second writer would block the process that must finish the first one's transaction.
 */
const queues = new Map<string, Promise<unknown>>();

const statement = (sql: string, values: Value[] = []): InStatement => ({
  sql,
  args: Object.fromEntries(values.map((value, index) => [index + 1, value])),
});
const runOn =
  (client: Pick<Client, 'execute'>): Run =>
  async (sql, values) =>
    (await client.execute(statement(sql, values))).rows;

/**
 * One writer and several readers on one file. `timeout` reaches every connection a client ever opens; the writer has one
 * connection only and sets FULL again before each transaction, so that a commit is on disk whichever connection made it.
 * @internal Exported for the test that checks each connection.
 */
export async function openSqlite(file: string) {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const url = pathToFileURL(path).href;
  const writer = createClient({ url, concurrency: 1, timeout: busyTimeout });
  await writer.execute('PRAGMA journal_mode = WAL');
  await writer.executeMultiple(schema);
  const reader = createClient({ url, concurrency: 4, timeout: busyTimeout });

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = (queues.get(path) ?? Promise.resolve()).then(work);
    queues.set(
      path,
      result.catch(() => undefined),
    );
    return result;
  };

  const transaction = <T>(work: (run: Run) => Promise<T>) =>
    inTurn(async () => {
      await writer.execute('PRAGMA synchronous = FULL');
      const open = await writer.transaction('write');
      try {
        const result = await work(runOn(open));
        await open.commit();
        return result;
      } finally {
        open.close();
      }
    });

  const database: Database = {
    read: runOn(reader),
    transaction,
    // SQLite has one writer at a time.
    lockCalendar: async () => undefined,
    close: () =>
      inTurn(async () => {
        reader.close();
        writer.close();
      }),
  };
  return { database, writer, reader };
}

/**
 * Submissions in one SQLite file (WAL, `synchronous=FULL`: an acknowledged row is on disk). Several processes of one machine may share
 * it; for more than one machine use `postgresStore`.
 * @param file the database file; its folder is created, readable by its owner only
 * @throws when the file cannot be opened or is not a database
 */
export async function sqliteStore(file: string): Promise<Store> {
  return sqlStore((await openSqlite(file)).database);
}

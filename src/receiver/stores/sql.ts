import type { Coverage, Receipt, ReceiptStatus, Submission } from '../../contract/index.js';
import { StoreError, type NewEntry, type Store } from '../store.js';

export type Value = string | number | null | Uint8Array;
export type Row = Record<string, unknown>;
/** Runs one statement with `$1`, `$2`, … and resolves with its rows. */
export type Run = (text: string, values?: Value[]) => Promise<Row[]>;

/** The interface `sqlStore` needs from a database. */
export interface Database {
  read: Run;
  /** Runs several statements, all or none; resolves when they are on disk. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /**
   * Serializes transactions that book in the same calendar, if the database runs transactions
   * concurrently.
   */
  lockCalendar(run: Run, calendar: string): Promise<void>;
  close(): Promise<void>;
}

class SlotTaken extends Error {}

const receiptOf = (row: Row): Receipt => ({
  reference: row['reference'] as string,
  status: row['status'] as ReceiptStatus,
  ...(row['coverage'] ? { coverage: JSON.parse(row['coverage'] as string) as Coverage } : {}),
});

const holdOf = (row: Row | undefined) =>
  row && { hold: row['hold'] as string, until: Number(row['until']) };

/**
 * An overlapping booking or unexpired hold in the same calendar. `$1` slot, `$2` calendar, `$3`
 * start, `$4` end, `$5` now.
 */
const overlapping = `SELECT 1 FROM slots other WHERE other.calendar = $2 AND other.slot <> $1
  AND other.starts < CAST($4 AS BIGINT) AND other.ends > CAST($3 AS BIGINT)
  AND (other.submission IS NOT NULL OR other.until > CAST($5 AS BIGINT))`;

const holdSlot = `INSERT INTO slots (slot, calendar, starts, ends, hold, until, extended)
  SELECT $1, $2, CAST($3 AS BIGINT), CAST($4 AS BIGINT), $6, CAST($7 AS BIGINT), 0 WHERE NOT EXISTS (${overlapping})
  ON CONFLICT (slot) DO UPDATE SET hold = excluded.hold, until = excluded.until, extended = 0
  WHERE slots.submission IS NULL AND slots.until <= CAST($5 AS BIGINT)
  RETURNING hold, until`;

/**
 * `$6` the submission, `$7` the visitor's hold, `$8` the submission it replaces or '', whose slot
 * it can take over. A submission that was itself replaced books nothing.
 */
const bookSlot = `INSERT INTO slots (slot, calendar, starts, ends, submission, extended)
  SELECT $1, $2, CAST($3 AS BIGINT), CAST($4 AS BIGINT), $6, 0
  WHERE NOT EXISTS (${overlapping} AND (other.submission IS NULL OR other.submission <> $8))
  AND NOT EXISTS (SELECT 1 FROM submissions later WHERE later.replaces = $6)
  ON CONFLICT (slot) DO UPDATE SET submission = excluded.submission, hold = NULL, until = NULL
  WHERE slots.submission = $8
  OR (slots.submission IS NULL AND (slots.until <= CAST($5 AS BIGINT) OR slots.hold = $7))
  RETURNING slot`;

const extendHold = `UPDATE slots SET until = CASE WHEN extended = 0 THEN CAST($3 AS BIGINT) ELSE until END, extended = 1
  WHERE slot = $1 AND hold = $2 AND submission IS NULL AND until > CAST($4 AS BIGINT)
  RETURNING hold, until`;

const insertSubmission = `INSERT INTO submissions
  (id, type, version, fingerprint, reference, status, received_at, asking_until, replaces, submission)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING RETURNING id`;

const findSubmission = `SELECT fingerprint, reference, status, coverage, asking_until FROM submissions WHERE id = $1`;

/**
 * A submission is replaced as soon as another one names it, in whichever order the two arrive, so
 * no row needs an update.
 */
const listSubmissions = `SELECT seq, id, type, received_at, reference, coverage, submission,
  (SELECT COUNT(*) FROM cards WHERE cards.submission = kept.id) AS cards,
  CASE WHEN EXISTS (SELECT 1 FROM submissions later WHERE later.replaces = kept.id AND later.type = kept.type)
  THEN 'replaced' ELSE status END AS status
  FROM submissions kept WHERE seq < CAST($1 AS BIGINT) ORDER BY seq DESC LIMIT CAST($2 AS BIGINT)`;

/** The store on any SQL database: the statements are the same for all, so that one test suite covers all. */
export function sqlStore(database: Database): Store {
  const rethrow = (error: unknown): never => {
    throw error instanceof SlotTaken ? error : new StoreError(error);
  };
  const read: Run = (text, values) => database.read(text, values).catch(rethrow);
  const transaction = <T>(work: (run: Run) => Promise<T>) =>
    database.transaction(work).catch(rethrow);

  const find = async (run: Run, id: string) => {
    const [row] = await run(findSubmission, [id]);
    if (!row) return undefined;
    const until = row['asking_until'];
    return {
      fingerprint: row['fingerprint'] as string,
      receipt: receiptOf(row),
      ...(until === null ? {} : { askingUntil: Number(until) }),
    };
  };

  const book = async (run: Run, { submission, slot, receivedAt }: NewEntry) => {
    const replaces = submission.replaces ?? '';
    if (slot) {
      const { id, calendar, start, end, hold } = slot;
      await database.lockCalendar(run, calendar);
      const values = [id, calendar, start, end, receivedAt, submission.id, hold ?? '', replaces];
      if ((await run(bookSlot, values)).length === 0) throw new SlotTaken();
    }
    if (replaces) await run('DELETE FROM slots WHERE submission = $1', [replaces]);
  };

  return {
    add: (entry) =>
      transaction(async (run) => {
        const { submission, receipt } = entry;
        const inserted = await run(insertSubmission, [
          submission.id,
          submission.type,
          submission.version,
          entry.fingerprint,
          receipt.reference,
          receipt.status,
          entry.receivedAt,
          entry.askingUntil ?? null,
          submission.replaces ?? null,
          JSON.stringify(submission),
        ]);
        if (inserted.length === 0) {
          const stored = await find(run, submission.id);
          if (!stored) throw new Error('The conflicting row no longer exists');
          return { outcome: 'known' as const, ...stored };
        }
        await book(run, entry);
        for (const [position, card] of entry.cards.entries()) {
          await run(
            'INSERT INTO cards (submission, position, name, media_type, bytes) VALUES ($1, $2, $3, $4, $5)',
            [submission.id, position, card.name, card.mediaType, card.bytes],
          );
        }
        return { outcome: 'stored' as const };
      }).catch((error: unknown) => {
        if (error instanceof SlotTaken) return { outcome: 'slot-taken' as const };
        throw error;
      }),

    find: (id) => find(read, id),

    settle: (id, { status, coverage }, now) =>
      transaction(async (run) => {
        await run(
          `UPDATE submissions SET status = $2, coverage = $3, asking_until = NULL
           WHERE id = $1 AND asking_until > CAST($4 AS BIGINT)`,
          [id, status, coverage ? JSON.stringify(coverage) : null, now],
        );
        const [row] = await run(findSubmission, [id]);
        return receiptOf(row);
      }),

    async list({ limit, before = Number.MAX_SAFE_INTEGER }) {
      const rows = await read(listSubmissions, [before, limit + 1]);
      const shown = rows.slice(0, limit);
      const submissions = shown.map((row) => ({
        id: row['id'] as string,
        type: row['type'] as Submission['type'],
        receivedAt: new Date(Number(row['received_at'])).toISOString(),
        ...receiptOf(row),
        status: row['status'] as ReceiptStatus | 'replaced',
        cards: Number(row['cards']),
        submission: JSON.parse(row['submission'] as string) as Submission,
      }));
      const next = Number(shown.at(-1)?.['seq']);
      return rows.length > limit ? { submissions, next } : { submissions };
    },

    async card(submission, position) {
      const [row] = await read(
        'SELECT name, media_type, bytes FROM cards WHERE submission = $1 AND position = CAST($2 AS INTEGER)',
        [submission, position],
      );
      return (
        row && {
          name: row['name'] as string,
          mediaType: row['media_type'] as string,
          bytes: new Uint8Array(row['bytes'] as ArrayBuffer | Uint8Array),
        }
      );
    },

    hold: ({ id, calendar, start, end }, { hold, until }, now) =>
      transaction(async (run) => {
        await database.lockCalendar(run, calendar);
        const [row] = await run(holdSlot, [id, calendar, start, end, now, hold, until]);
        return holdOf(row);
      }),

    extend: (slot, { hold, until }, now) =>
      transaction(async (run) => holdOf((await run(extendHold, [slot, hold, until, now]))[0])),

    release: (slot, hold) =>
      transaction(async (run) => {
        await run('DELETE FROM slots WHERE slot = $1 AND hold = $2 AND submission IS NULL', [
          slot,
          hold,
        ]);
      }),

    async taken(from, to, now) {
      const rows = await read(
        `SELECT calendar, starts, ends FROM slots WHERE ends > CAST($1 AS BIGINT) AND starts < CAST($2 AS BIGINT)
         AND (submission IS NOT NULL OR until > CAST($3 AS BIGINT))`,
        [from, to, now],
      );
      return rows.map((row) => ({
        calendar: row['calendar'] as string,
        start: Number(row['starts']),
        end: Number(row['ends']),
      }));
    },

    ping: async () => void (await read('SELECT 1 AS one FROM submissions LIMIT 1')),

    close: () => database.close(),
  };
}

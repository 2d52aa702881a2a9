import type { Clinic, Coverage, InsuranceCheck, Receipt, Submission } from '../contract/index.js';
import type { Store } from './store.js';

/**
 * Asks an insurer, or the service that asks insurers. It has 8 seconds; after that `signal` aborts and the receipt says `pending`, as it does
 * for anything it throws but `CheckRefused`. `network` is what the clinic's own list says of this insurer, where it has one.
 */
export type Eligibility = (
  check: InsuranceCheck,
  options: { signal: AbortSignal; network?: Coverage['network'] },
) => Promise<Coverage>;

/** Bounds beyond those that always hold (body sizes). None by default. */
export interface Limits {
  /** New submissions of one client in a minute. Replays, refusals and holds are not counted. */
  perMinute?: number;
  /**
   * Who sent a request, for `perMinute`: usually its remote address. Never take it from `X-Forwarded-For` unless your own proxy wrote it.
   * Without it all requests count as one client's.
   */
  client?: (request: Request) => string;
}

export interface ReceiverOptions {
  /** Where submissions are kept: `await sqliteStore(file)`, `await postgresStore(url)` or your own */
  store: Store;
  /** The clinic file, parsed: its consents are required, its hours make the slots, its `payers` may be the list itself */
  clinic: Clinic;
  /** Origins of the pages that may use this receiver, letter for letter: `https://clinic.example`. The receiver's own is always allowed. */
  origins: string[];
  /** Opens `GET /api/submissions` to whoever shows it. Without one that route does not exist. */
  staffToken?: string;
  /** Told of each new submission after it is stored. The visitor does not wait for it, and its failure changes nothing for them. */
  notify?: (submission: Submission, receipt: Receipt) => unknown;
  eligibility?: Eligibility;
  limits?: Limits;
  /** Where log lines go (standard output by default). They hold no value of a submission, no address and no query. */
  log?: (line: string) => void;
}

/** Writes one log line: an event, and facts about it that are nobody's data. */
export type Log = (event: string, facts?: Record<string, string | number | undefined>) => void;

export const logTo =
  (write: (line: string) => void): Log =>
  (event, facts) =>
    write(JSON.stringify({ at: new Date().toISOString(), event, ...facts }));

/** What may be said of an error in a log: its kind. Its message may quote what a visitor typed. */
export const kindOf = (error: unknown): string => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || typeof error;
};

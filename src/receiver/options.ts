import type { Clinic, Coverage, InsuranceCheck, Receipt, Submission } from '../contract/index.js';
import type { Store } from './store.js';

/**
 * Asks an insurer, or a service that asks insurers. After 8 seconds `signal` aborts and the receipt
 * is `pending`, as after any error except `CheckRefused`. `network` is the insurer's status in the
 * clinic's own list, if there is one.
 */
export type Eligibility = (
  check: InsuranceCheck,
  options: { signal: AbortSignal; network?: Coverage['network'] },
) => Promise<Coverage>;

/** Limits in addition to the body sizes. Default: none. */
export interface Limits {
  /** New submissions per client and minute. Replays, rejections and holds are not counted. */
  perMinute?: number;
  /**
   * Identifies the client of a request, for `perMinute`: usually its remote address. Use
   * `X-Forwarded-For` only if your own proxy sets it. Without this function all requests count as
   * one client's.
   */
  client?: (request: Request) => string;
}

/** Options of `createReceiver`. */
export interface ReceiverOptions {
  /**
   * Where submissions are stored: `await sqliteStore(file)`, `await postgresStore(url)` or your own
   */
  store: Store;
  /**
   * The clinic file, parsed: its consents are required, its hours define the slots, and its
   * `payers` may be the list itself
   */
  clinic: Clinic;
  /**
   * Origins of the pages that may use this receiver, exactly as browsers send them:
   * `https://clinic.example`. The receiver's own is always allowed.
   */
  origins: string[];
  /** The bearer token for `GET /api/submissions`. Without one the route does not exist. */
  staffToken?: string;
  /**
   * Called with each new submission after it is stored. The visitor does not wait for it, and a
   * failure does not affect them.
   */
  notify?: (submission: Submission, receipt: Receipt) => unknown;
  eligibility?: Eligibility;
  limits?: Limits;
  /**
   * Writes a log line. Default: standard output. Lines contain no values of a submission, no
   * address and no query.
   */
  log?: (line: string) => void;
}

/** Writes one log line: an event, and facts about it that are not personal data. */
export type Log = (event: string, facts?: Record<string, string | number | undefined>) => void;

export const createLog =
  (write: (line: string) => void): Log =>
  (event, facts) =>
    write(JSON.stringify({ at: new Date().toISOString(), event, ...facts }));

/**
 * The kind of an error, for the log. Its message is left out, because it may quote what a visitor
 * typed.
 */
export const errorKind = (error: unknown): string => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || typeof error;
};

import type { Clinic, Coverage, InsuranceCheck, Receipt, Submission } from '../contract/index.js';
import type { Store } from './store.js';

/**
 * Asks an insurer, or a service that asks insurers. It has 8 seconds; after that `signal` aborts and the receipt is `pending`, as it is for
 * anything it throws but `CheckRefused`. `network` is this insurer's network status in the clinic's own list, where there is a list.
 */
export type Eligibility = (
  check: InsuranceCheck,
  options: { signal: AbortSignal; network?: Coverage['network'] },
) => Promise<Coverage>;

/** Limits beyond those that always apply (body sizes). None by default. */
export interface Limits {
  /** New submissions per client and minute. Replays, refusals and holds are not counted. */
  perMinute?: number;
  /**
   * The client of a request, for `perMinute`: usually its remote address. Never take it from `X-Forwarded-For` unless your own proxy sets
   * it. Without this function all requests count as one client's.
   */
  client?: (request: Request) => string;
}

export interface ReceiverOptions {
  /** Where submissions are kept: `await sqliteStore(file)`, `await postgresStore(url)` or your own */
  store: Store;
  /** The clinic file, parsed: its consents are required, its hours make the slots, its `payers` may be the list itself */
  clinic: Clinic;
  /** Origins of the pages that may use this receiver, exactly as the browser sends them: `https://clinic.example`. The receiver's own is always allowed. */
  origins: string[];
  /** The bearer token for `GET /api/submissions`. Without one that route does not exist. */
  staffToken?: string;
  /** Called with each new submission after it is stored. The visitor does not wait for it, and a failure changes nothing for them. */
  notify?: (submission: Submission, receipt: Receipt) => unknown;
  eligibility?: Eligibility;
  limits?: Limits;
  /** Where log lines go (standard output by default). They hold no value of a submission, no address and no query. */
  log?: (line: string) => void;
}

/** Writes one log line: an event, and facts about it that are not personal data. */
export type Log = (event: string, facts?: Record<string, string | number | undefined>) => void;

export const createLog =
  (write: (line: string) => void): Log =>
  (event, facts) =>
    write(JSON.stringify({ at: new Date().toISOString(), event, ...facts }));

/** The kind of an error, for the log. Its message is left out: it may quote what a visitor typed. */
export const errorKind = (error: unknown): string => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || typeof error;
};

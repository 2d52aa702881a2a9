import type { Coverage, Receipt, ReceiptStatus, Submission } from '../contract/index.js';

/** A photo that came with a submission, its kind known by its first bytes. */
export interface Card {
  /** The name the part had, reduced to harmless characters */
  name: string;
  /** `image/jpeg`, `image/png`, `image/webp` or `image/heic` */
  mediaType: string;
  bytes: Uint8Array;
}

/** A bookable time as the store sees it. Times are milliseconds since 1970 (UTC). */
export interface SlotTime {
  id: string;
  /** Whose time it is: one calendar is never booked twice at the same moment, whatever the slots are called. */
  calendar: string;
  start: number;
  end: number;
}

/** What the receiver asks the store to keep. */
export interface NewEntry {
  submission: Submission;
  /** SHA-256 of the content that makes two submissions the same */
  fingerprint: string;
  receipt: Receipt;
  receivedAt: number;
  cards: Card[];
  /** Until when nobody else answers for it, because an insurer is being asked */
  askingUntil?: number;
  /** The time to book with it, all or nothing; `hold` is the visitor's own */
  slot?: SlotTime & { hold?: string };
}

/** What is known of a submission that was stored before. */
export interface Stored {
  fingerprint: string;
  receipt: Receipt;
  askingUntil?: number;
}

/** One row of the staff list. `replaced`: a later submission of the same visitor took its place. */
export interface ListedSubmission {
  id: string;
  type: Submission['type'];
  /** RFC 3339 */
  receivedAt: string;
  reference: string;
  status: ReceiptStatus | 'replaced';
  coverage?: Coverage;
  /** How many photos came with it */
  cards: number;
  submission: Submission;
}

/** A slot kept for one visitor for a few minutes. */
export interface Hold {
  hold: string;
  until: number;
}

/**
 * Where submissions are kept. Every method answers only when the database has it on disk, and throws `StoreError` when it has not.
 * `now` and all times are milliseconds since 1970, given by the caller: a store has no clock of its own.
 */
export interface Store {
  /**
   * Keeps a submission, books its slot and frees the slot of the one it replaces: all of it or nothing.
   * One id is kept once, however many arrive together.
   */
  add(
    entry: NewEntry,
  ): Promise<{ outcome: 'stored' } | ({ outcome: 'known' } & Stored) | { outcome: 'slot-taken' }>;
  find(id: string): Promise<Stored | undefined>;
  /** Writes an insurer's answer into the receipt, while `askingUntil` lasts. Answers the receipt that counts. */
  settle(
    id: string,
    answer: { status: ReceiptStatus; coverage?: Coverage },
    now: number,
  ): Promise<Receipt>;
  /** The newest first. `next` is the `before` of the following page, if there is one. */
  list(page: {
    limit: number;
    before?: number;
  }): Promise<{ submissions: ListedSubmission[]; next?: number }>;
  /** One photo of a submission, by its place among them from 0. */
  card(submission: string, position: number): Promise<Card | undefined>;
  /** Keeps a slot for one visitor. Undefined: somebody else has it. */
  hold(slot: SlotTime, hold: Hold, now: number): Promise<Hold | undefined>;
  /** Keeps a held slot longer, once. Undefined: this hold is over. */
  extend(slot: string, hold: Hold, now: number): Promise<Hold | undefined>;
  release(slot: string, hold: string): Promise<void>;
  /** What is held or booked and touches the time between `from` and `to`. */
  taken(from: number, to: number, now: number): Promise<Omit<SlotTime, 'id'>[]>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The database did not do what was asked. It carries the database's own code only: its messages quote values. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: string;
  constructor(cause: unknown) {
    const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown };
    const known = typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
    super(`The database failed: ${known}`);
    this.code = known;
  }
}

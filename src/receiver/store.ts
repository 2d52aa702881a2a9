import type { Coverage, Receipt, ReceiptStatus, Submission } from '../contract/index.js';

/** A photo of a submission, its media type known by its first bytes. */
export interface Card {
  /** The file name, reduced to harmless characters */
  name: string;
  /** `image/jpeg`, `image/png`, `image/webp` or `image/heic` */
  mediaType: string;
  bytes: Uint8Array;
}

/** A bookable time as the store sees it. Times are milliseconds since 1970 (UTC). */
export interface SlotTime {
  id: string;
  /** Whose time it is: one calendar is never booked twice at the same moment, whatever the ids of the slots. */
  calendar: string;
  start: number;
  end: number;
}

/** A submission to store. */
export interface NewEntry {
  submission: Submission;
  /** SHA-256 of the content: equal for two submissions that are the same */
  fingerprint: string;
  receipt: Receipt;
  receivedAt: number;
  cards: Card[];
  /** Until when an insurer is being asked, so that a replay must wait */
  askingUntil?: number;
  /** The slot to book with it, both or neither; `hold` is the visitor's own */
  slot?: SlotTime & { hold?: string };
}

/** A submission that was stored before. */
export interface Stored {
  fingerprint: string;
  receipt: Receipt;
  askingUntil?: number;
}

/** One row of the staff list. `replaced`: a later submission of the same visitor replaces it. */
export interface ListedSubmission {
  id: string;
  type: Submission['type'];
  /** RFC 3339 */
  receivedAt: string;
  reference: string;
  status: ReceiptStatus | 'replaced';
  coverage?: Coverage;
  /** How many photos it has */
  cards: number;
  submission: Submission;
}

/** A slot held for one visitor for a few minutes. */
export interface Hold {
  hold: string;
  until: number;
}

/**
 * Where submissions are stored. Every method resolves only when the database has written to disk, and throws `StoreError` when it has not.
 * `now` and all times are milliseconds since 1970, passed in by the caller: a store has no clock of its own.
 */
export interface Store {
  /**
   * Stores a submission, books its slot and frees the slot of the one it replaces: all of it or nothing.
   * One id is stored once, however many requests arrive together.
   */
  add(
    entry: NewEntry,
  ): Promise<{ outcome: 'stored' } | ({ outcome: 'known' } & Stored) | { outcome: 'slot-taken' }>;
  find(id: string): Promise<Stored | undefined>;
  /** Writes an insurer's answer into the receipt, until `askingUntil`. Resolves with the receipt as it is now. */
  settle(
    id: string,
    answer: { status: ReceiptStatus; coverage?: Coverage },
    now: number,
  ): Promise<Receipt>;
  /** Newest first. `next` is the `before` of the next page, if there is one. */
  list(page: {
    limit: number;
    before?: number;
  }): Promise<{ submissions: ListedSubmission[]; next?: number }>;
  /** One photo of a submission, by its position from 0. */
  card(submission: string, position: number): Promise<Card | undefined>;
  /** Holds a slot for one visitor. Undefined: somebody else has it. */
  hold(slot: SlotTime, hold: Hold, now: number): Promise<Hold | undefined>;
  /** Extends a hold, once. Undefined: this hold has ended. */
  extend(slot: string, hold: Hold, now: number): Promise<Hold | undefined>;
  release(slot: string, hold: string): Promise<void>;
  /** The times held or booked that overlap the time between `from` and `to`. */
  taken(from: number, to: number, now: number): Promise<Omit<SlotTime, 'id'>[]>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A database error, with the database's own code only: its messages quote values. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: string;
  constructor(cause: unknown) {
    const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown };
    const kind = typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
    super(`The database failed: ${kind}`);
    this.code = kind;
  }
}

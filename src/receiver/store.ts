import type { Coverage, Receipt, ReceiptStatus, Submission } from '../contract/index.js';

/** A photo of a submission, with the media type detected from its first bytes. */
export interface Card {
  /** The file name, reduced to safe characters */
  name: string;
  /** `image/jpeg`, `image/png`, `image/webp` or `image/heic` */
  mediaType: string;
  bytes: Uint8Array;
}

/** A bookable time in the store. Times are in ms since 1970 (UTC). */
export interface SlotTime {
  id: string;
  /**
   * Calendar of a clinician or location. A calendar is never booked twice at the same time,
   * whatever the ids of the slots.
   */
  calendar: string;
  start: number;
  end: number;
}

/** A submission to store. */
export interface NewEntry {
  submission: Submission;
  /** SHA-256 of the content: equal for identical submissions */
  fingerprint: string;
  receipt: Receipt;
  receivedAt: number;
  cards: Card[];
  /** End of a running request to an insurer, in ms since 1970; a replay must wait until then */
  askingUntil?: number;
  /** The slot to book with the submission, in one transaction; `hold` is the visitor's own */
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
  /** Number of photos */
  cards: number;
  submission: Submission;
}

/** A slot held for one visitor for a few minutes. */
export interface Hold {
  hold: string;
  until: number;
}

/**
 * Where submissions are stored. Every method resolves only after the database has written to disk,
 * and otherwise throws `StoreError`. `now` and all times are in ms since 1970 and passed by the
 * caller: a store has no clock of its own.
 */
export interface Store {
  /**
   * Stores a submission, books its slot and frees the slot of the one it replaces, in one
   * transaction. Each id is stored once, even with concurrent requests.
   */
  add(
    entry: NewEntry,
  ): Promise<{ outcome: 'stored' } | ({ outcome: 'known' } & Stored) | { outcome: 'slot-taken' }>;
  find(id: string): Promise<Stored | undefined>;
  /**
   * Adds an insurer's answer to the receipt, before `askingUntil`. Resolves with the current
   * receipt.
   */
  settle(
    id: string,
    answer: { status: ReceiptStatus; coverage?: Coverage },
    now: number,
  ): Promise<Receipt>;
  /** Newest first. `next` is the `before` of the next page, if any. */
  list(page: {
    limit: number;
    before?: number;
  }): Promise<{ submissions: ListedSubmission[]; next?: number }>;
  /** One photo of a submission, by its index from 0. */
  card(submission: string, position: number): Promise<Card | undefined>;
  /** Holds a slot for one visitor. Undefined if another visitor has it. */
  hold(slot: SlotTime, hold: Hold, now: number): Promise<Hold | undefined>;
  /** Extends a hold, once. Undefined if the hold has ended. */
  extend(slot: string, hold: Hold, now: number): Promise<Hold | undefined>;
  release(slot: string, hold: string): Promise<void>;
  /** The times held or booked that overlap the range from `from` to `to`. */
  taken(from: number, to: number, now: number): Promise<Omit<SlotTime, 'id'>[]>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A database error with the database's own code only, because its messages quote values. */
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

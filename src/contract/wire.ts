/** What the wire says besides schemas: version, codes and answers. No zod, so that any part of a page may import it. */
import type { Coverage } from './coverage.js';
import type { SubmissionType } from './data.js';
import type { Issue } from './issues.js';

/** The version of the wire format, in every submission. */
export const version = 1;

/** The part of a multipart submission that each of its files travels in. */
export const filePart = 'cards';

/** The payer's name in a submission from a visitor who pays without insurance: a code, in no language. */
export const noPayer = 'none';

/** The payer's name in a submission from a visitor who does not know theirs: a code, in no language. */
export const unknownPayer = 'unknown';

/** The widget that asks for a type, where its tag is not the name of the type. The clinic file may name either. */
export const askedBy: Partial<Record<SubmissionType, string>> = {
  appointment: 'appointment-form',
  waitlist: 'appointment-form',
  'faq-feedback': 'clinic-faq',
};

/**
 * What became of a submission.
 *
 * `received` stored, the clinic will answer · `confirmed` the appointment is booked · `pending` somebody still has to answer, such as
 * an insurer · `subscribed` on the mailing list · `check-inbox` on it once the link in an email is opened.
 */
export type ReceiptStatus = 'received' | 'confirmed' | 'pending' | 'subscribed' | 'check-inbox';

const usualStatuses: Partial<Record<SubmissionType, ReceiptStatus>> = {
  'newsletter-signup': 'subscribed',
  'insurance-check': 'pending',
};

/** The status of a submission that was stored and nothing more: no slot was booked, no insurer has answered yet. */
export const usualStatus = (type: SubmissionType): ReceiptStatus =>
  usualStatuses[type] ?? 'received';

/** What an endpoint answers when it has accepted a submission. */
export interface Receipt {
  /** The name of the submission for visitor and clinic, such as `7K3M-Q2XD` */
  reference: string;
  status: ReceiptStatus;
  /** The receiver's own words for the visitor, shown as text */
  message?: string;
  /** An insurer's answer, to an insurance check */
  coverage?: Coverage;
}

/** What an endpoint answers when it has refused a submission: RFC 9457 `application/problem+json`, with our `code` and `issues`. */
export interface Problem {
  type?: string;
  title: string;
  /** The HTTP status, once more */
  status: number;
  /** Why, such as `invalid` or `slot-taken` */
  code: string;
  detail?: string;
  /** The refused values, where the code is `invalid` or `consent-required` */
  issues?: Issue[];
}

/**
 * Why a submission could not be confirmed; in `clinic-failed`, decided by the transport.
 *
 * `offline` the device has no network · `timeout` no answer in time · `refused` the endpoint refused, and not because of an answer
 * · `server` the endpoint broke · `blocked` the page itself forbids the request · `unconfirmed` it may have arrived, nobody knows.
 */
export type FailureReason =
  'offline' | 'timeout' | 'refused' | 'server' | 'blocked' | 'unconfirmed';

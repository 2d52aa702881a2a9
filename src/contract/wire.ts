/**
 * The wire format except for schemas: version, codes and responses. Free of zod, so that any module
 * can import it.
 */
import type { Coverage } from './coverage.js';
import type { SubmissionType } from './data.js';
import type { Issue } from './issues.js';

/** The version of the wire format, sent in every submission. */
export const version = 1;

/** The name of the multipart part for each file. */
export const filePart = 'cards';

/**
 * The payer's name in a submission from a visitor who pays without insurance: a code, the same in
 * every language.
 */
export const noPayer = 'none';

/**
 * The payer's name in a submission from a visitor who does not know it: a code, the same in every
 * language.
 */
export const unknownPayer = 'unknown';

/**
 * The widget for a submission type, if its tag differs from the type. The clinic file may use
 * either name.
 */
export const askedBy: Partial<Record<SubmissionType, string>> = {
  appointment: 'appointment-form',
  waitlist: 'appointment-form',
  'faq-feedback': 'clinic-faq',
};

/**
 * The status of an accepted submission.
 *
 * - `received`: stored; the clinic will reply
 * - `confirmed`: the appointment is booked
 * - `pending`: waits for an answer, for example from an insurer
 * - `subscribed`: added to the mailing list
 * - `check-inbox`: will be added when the link in an email is opened
 */
export type ReceiptStatus = 'received' | 'confirmed' | 'pending' | 'subscribed' | 'check-inbox';

const usualStatuses: Partial<Record<SubmissionType, ReceiptStatus>> = {
  'newsletter-signup': 'subscribed',
  'insurance-check': 'pending',
};

/**
 * The status of a submission that was only stored: no slot was booked, no insurer has answered yet.
 */
export const usualStatus = (type: SubmissionType): ReceiptStatus =>
  usualStatuses[type] ?? 'received';

/** The response of an endpoint that has accepted a submission. */
export interface Receipt {
  /** Reference of the submission for visitor and clinic, such as `7K3M-Q2XD` */
  reference: string;
  status: ReceiptStatus;
  /** The receiver's own text for the visitor, shown as plain text */
  message?: string;
  /** The insurer's answer to an insurance check */
  coverage?: Coverage;
}

/**
 * The response of an endpoint that has rejected a submission: RFC 9457 `application/problem+json`,
 * with our `code` and `issues`.
 */
export interface Problem {
  type?: string;
  title: string;
  /** The HTTP status, repeated */
  status: number;
  /** The reason, such as `invalid` or `slot-taken` */
  code: string;
  detail?: string;
  /** The rejected values, if the code is `invalid` or `consent-required` */
  issues?: Issue[];
}

/**
 * Why a submission could not be confirmed, in `clinic-failed`. Determined by the transport.
 *
 * - `offline`: the device has no network
 * - `timeout`: no response in time
 * - `refused`: the endpoint rejected the submission, but not because of an answer
 * - `server`: the endpoint failed
 * - `blocked`: the page's CSP forbids the request
 * - `unconfirmed`: it may or may not have arrived
 */
export type FailureReason =
  'offline' | 'timeout' | 'refused' | 'server' | 'blocked' | 'unconfirmed';

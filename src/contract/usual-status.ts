import type { SubmissionType } from './data.js';
import type { ReceiptStatus } from './envelope.js';

const usual: Partial<Record<SubmissionType, ReceiptStatus>> = {
  'newsletter-signup': 'subscribed',
  'insurance-check': 'pending',
};

/** The status of a submission that is stored and nothing more: no slot was booked, no insurer has answered yet. */
export const usualStatus = (type: SubmissionType): ReceiptStatus => usual[type] ?? 'received';

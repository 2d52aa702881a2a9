/** The contract between widgets and endpoints: types, schemas and examples for tests. */
export { issuesOf, type Issue, type IssueCode } from './issues.js';
export { dataSchemas, type Data, type SubmissionType } from './data.js';
export { Consent, Submission, type SubmissionOf } from './envelope.js';
export {
  askedBy,
  noPayer,
  unknownPayer,
  usualStatus,
  version,
  type FailureReason,
  type Problem,
  type Receipt,
  type ReceiptStatus,
} from './wire.js';
export { Appointment } from './appointment.js';
export { InsuranceCheck } from './insurance-check.js';
export { NewsletterSignup } from './newsletter-signup.js';
export { FaqFeedback } from './faq-feedback.js';
export { Waitlist } from './waitlist.js';
export { Clinic, type ConsentTerms, type Words } from './clinic.js';
export { consentsFor } from './consents.js';
export { addBusinessDays, estimateDue, isBusinessDay } from '../time/business-days.js';
export {
  longestPayerName,
  type Benefit,
  type Coverage,
  type Money,
  type Payer,
} from './coverage.js';
export type { Faq, FaqAction, FaqEntry } from './faq.js';
export { examples, type Example } from './examples.js';

import { Appointment } from './appointment.js';
import type { Coverage } from './coverage.js';
import { FaqFeedback } from './faq-feedback.js';
import { InsuranceCheck } from './insurance-check.js';
import type { Issue } from './issues.js';
import { NewsletterSignup } from './newsletter-signup.js';
import { dateTime, id, language, text, uuid } from './values.js';
import { Waitlist } from './waitlist.js';
import { z } from './z.js';

/** The data schema of every type that travels. */
export const dataSchemas = {
  appointment: Appointment,
  'insurance-check': InsuranceCheck,
  'newsletter-signup': NewsletterSignup,
  'faq-feedback': FaqFeedback,
  waitlist: Waitlist,
};

export type SubmissionType = keyof typeof dataSchemas;

/** The version of the wire format, in every submission. */
export const version = 1;

/** A document a consent named, in the version the visitor could read. */
const consentDocument = z.object({
  name: text(60),
  href: text(2000),
  version: z.optional(text(60)),
});

/** What was agreed to or not: the very words shown, and their language. */
export const Consent = z.object({
  id,
  granted: z.boolean(),
  text: text(4000),
  locale: language,
  documents: z.optional(z.array(consentDocument).check(z.maxLength(10))),
});
export type Consent = z.infer<typeof Consent>;

const utm = z.object({
  source: z.optional(text(200)),
  medium: z.optional(text(200)),
  campaign: z.optional(text(200)),
});

const envelopeOf = <Type extends SubmissionType>(type: Type) =>
  z.object({
    id: uuid,
    type: z.literal(type),
    version: z.literal(version),
    sentAt: dateTime,
    locale: language,
    timeZone: z.optional(text(60)),
    origin: z.optional(text(2000)),
    partner: z.optional(text(200)),
    replaces: z.optional(uuid),
    utm: z.optional(utm),
    data: dataSchemas[type] as (typeof dataSchemas)[Type],
    consents: z.array(Consent).check(z.maxLength(20)),
  });

/** A whole submission: the envelope is the same for all, `data` follows `type`. Unknown keys are refused in `data`, ignored elsewhere. */
export const Submission = z.discriminatedUnion('type', [
  envelopeOf('appointment'),
  envelopeOf('insurance-check'),
  envelopeOf('newsletter-signup'),
  envelopeOf('faq-feedback'),
  envelopeOf('waitlist'),
]);
export type Submission = z.infer<typeof Submission>;

export type ReceiptStatus = 'received' | 'confirmed' | 'pending' | 'subscribed' | 'check-inbox';

/** What an endpoint answers when it has accepted a submission. */
export interface Receipt {
  reference: string;
  status: ReceiptStatus;
  message?: string;
  coverage?: Coverage;
}

/** What an endpoint answers when it has not: RFC 9457 `application/problem+json`, with our `code` and `issues`. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  issues?: Issue[];
}

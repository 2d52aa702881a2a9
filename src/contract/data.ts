import { Appointment } from './appointment.js';
import { FaqFeedback } from './faq-feedback.js';
import { InsuranceCheck } from './insurance-check.js';
import { NewsletterSignup } from './newsletter-signup.js';
import { Waitlist } from './waitlist.js';
import type { z } from './z.js';

/** Every type that travels, with the schema of its data. A new type is one more line. */
export const dataSchemas = {
  appointment: Appointment,
  'insurance-check': InsuranceCheck,
  'newsletter-signup': NewsletterSignup,
  'faq-feedback': FaqFeedback,
  waitlist: Waitlist,
};

export type SubmissionType = keyof typeof dataSchemas;

/** What a submission of one type carries. */
export type Data<Type extends SubmissionType> = z.infer<(typeof dataSchemas)[Type]>;

import { Appointment } from './appointment.js';
import { FaqFeedback } from './faq-feedback.js';
import { InsuranceCheck } from './insurance-check.js';
import { NewsletterSignup } from './newsletter-signup.js';
import { Waitlist } from './waitlist.js';
import type { z } from './z.js';

/** The data schema of every submission type. A new type is one more line. */
export const dataSchemas = {
  appointment: Appointment,
  'insurance-check': InsuranceCheck,
  'newsletter-signup': NewsletterSignup,
  'faq-feedback': FaqFeedback,
  waitlist: Waitlist,
};

/** The type of a submission, such as `appointment`. */
export type SubmissionType = keyof typeof dataSchemas;

/** The data of a submission of one type. */
export type Data<Type extends SubmissionType> = z.infer<(typeof dataSchemas)[Type]>;

import { check, email, id, text } from './values.js';
import { z } from './z.js';

/**
 * A first name that goes into a greeting. Web addresses are refused and 40 characters are the limit:
 * sign-up forms are abused to send other people's advertisements as "Dear <name>".
 */
const greetingName = text(40).check(
  check<string>('link', (value) => !/https?:|www\.|\b[\p{L}\d-]+\.(?!$)\p{L}{2,}/iu.test(value)),
);

/** What a newsletter sign-up carries. `topics` are ids from the clinic's own list and never name a condition. */
export const NewsletterSignup = z.strictObject({
  email,
  givenName: z.optional(greetingName),
  topics: z.optional(z.array(id).check(z.maxLength(20))),
});
export type NewsletterSignup = z.infer<typeof NewsletterSignup>;

import { check, email, id, text } from './values.js';
import { z } from './z.js';

/**
 * A first name for the greeting, at most 40 characters and without web addresses: sign-up forms are
 * abused to send advertisements as "Dear <name>".
 */
const greetingName = text(40).check(
  check<string>('link', (value) => !/https?:|www\.|\b[\p{L}\d-]+\.(?!$)\p{L}{2,}/iu.test(value)),
);

/**
 * Data of a newsletter sign-up. `topics` are ids from the clinic's own list and must not name a
 * condition.
 */
export const NewsletterSignup = z.strictObject({
  email,
  givenName: z.optional(greetingName),
  topics: z.optional(z.array(id).check(z.maxLength(20))),
});
export type NewsletterSignup = z.infer<typeof NewsletterSignup>;

import { preferences, reachable } from './appointment.js';
import { contactBy, id, name, person, visit } from './values.js';
import { z } from './z.js';

/** Data of a waitlist entry. The person is the same as in an appointment. */
export const Waitlist = z
  .strictObject({
    givenName: name,
    familyName: name,
    phone: z.optional(person.phone),
    email: z.optional(person.email),
    birthDate: z.optional(person.birthDate),
    service: z.optional(id),
    location: z.optional(id),
    visit: z.optional(visit),
    clinician: z.optional(id),
    preferences: z.optional(preferences),
    contactBy: z.optional(contactBy),
  })
  .check(reachable);
export type Waitlist = z.infer<typeof Waitlist>;

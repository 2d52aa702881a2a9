import {
  contactBy,
  id,
  language,
  legalSex,
  name,
  person,
  phone,
  preference,
  rule,
  slot,
  text,
  visit,
} from './values.js';
import { z } from './z.js';

/** Who speaks for the patient. */
const guardian = z.strictObject({
  givenName: name,
  familyName: name,
  phone,
  relationship: text(60),
});

/** What would make the visit easier: the clinic's own choices, and words. */
const access = z.strictObject({
  needs: z.optional(z.array(id).check(z.maxLength(20))),
  note: z.optional(text(500)),
});

/** An answer to one of the clinic's own questions, by its type: text, choice, date: text; yes/no: boolean; several: a list. */
const answer = z.union([text(1000), z.boolean(), z.array(text(200)).check(z.maxLength(30))]);

/** A way to reach the person: at least one of the two. */
export const reachable = rule<{ phone?: unknown; email?: unknown }>(
  'required',
  'phone',
  ({ phone, email }) => phone !== undefined || email !== undefined,
);

/** At most three windows, so that the clinic's staff can answer with one call. */
export const preferences = z.array(preference).check(z.minLength(1), z.maxLength(3));

/** What a request or a booking carries. A `slot` makes it a booking, `preferences` a request. */
export const Appointment = z
  .strictObject({
    forWhom: z.enum(['self', 'other']),
    givenName: name,
    familyName: name,
    phone: z.optional(phone),
    email: z.optional(person.email),
    birthDate: z.optional(person.birthDate),
    guardian: z.optional(guardian),
    newPatient: z.optional(z.boolean()),
    service: z.optional(id),
    location: z.optional(id),
    visit: z.optional(visit),
    clinician: z.optional(id),
    slot: z.optional(slot),
    preferences: z.optional(preferences),
    contactBy: z.optional(contactBy),
    callTime: z.optional(text(100)),
    voicemailOk: z.optional(z.boolean()),
    interpreter: z.optional(language),
    access: z.optional(access),
    reason: z.optional(text(500)),
    chosenName: z.optional(name),
    legalSex: z.optional(legalSex),
    coverageRef: z.optional(id),
    answers: z.optional(z.record(id, answer)),
  })
  .check(
    reachable,
    rule<{ slot?: unknown; preferences?: unknown }>(
      'required',
      'preferences',
      ({ slot, preferences }) => slot !== undefined || preferences !== undefined,
    ),
  );
export type Appointment = z.infer<typeof Appointment>;

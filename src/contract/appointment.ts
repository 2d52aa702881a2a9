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

/** The person who speaks for the patient. */
const guardian = z.strictObject({
  givenName: name,
  familyName: name,
  phone,
  relationship: text(60),
});

/** Accessibility needs: options from the clinic file, and free text. */
const access = z.strictObject({
  needs: z.optional(z.array(id).check(z.maxLength(20))),
  note: z.optional(text(500)),
});

/**
 * An answer to one of the clinic's own questions. Text, choice and date: string; yes/no: boolean;
 * several: array of strings.
 */
const answer = z.union([text(1000), z.boolean(), z.array(text(200)).check(z.maxLength(30))]);

/** Requires at least one of phone and email. */
export const reachable = rule<{ phone?: unknown; email?: unknown }>(
  'required',
  'phone',
  ({ phone, email }) => phone !== undefined || email !== undefined,
);

/** At most three preferred windows, so that the clinic's staff can answer with one call. */
export const preferences = z.array(preference).check(z.minLength(1), z.maxLength(3));

/** Data of an appointment. With `slot` it is a booking, with `preferences` a request. */
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

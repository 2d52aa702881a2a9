import { reachable } from './appointment.js';
import { longestPayerName } from './coverage.js';
import { id, legalSex, name, person, rule, text } from './values.js';
import { z } from './z.js';

/** The insurer: an id from the clinic's payer list, or only the name the visitor typed. */
const payer = z.strictObject({ id: z.optional(id), name: text(longestPayerName) });

/** As printed on the card: letters, digits, spaces and hyphens; leading zeros are significant. */
const memberId = text(80);

const secondary = z.strictObject({
  payer,
  memberId: z.optional(memberId),
  groupNumber: z.optional(text(80)),
});

/** The person who holds the plan, if that is not the patient. */
const subscriber = z.strictObject({
  givenName: name,
  familyName: name,
  birthDate: z.optional(person.birthDate),
  phone: z.optional(person.phone),
  email: z.optional(person.email),
});

/** The part of a multipart submission that contains a photo of the card. */
const card = z.strictObject({ side: z.enum(['front', 'back']), part: id });

/** Data of an insurance check. One of `memberId`, `cards` and `selfPay` is required. */
export const InsuranceCheck = z
  .strictObject({
    payer,
    memberId: z.optional(memberId),
    cards: z.optional(z.array(card).check(z.minLength(1), z.maxLength(4))),
    selfPay: z.optional(z.literal(true)),
    givenName: name,
    familyName: name,
    birthDate: person.birthDate,
    phone: z.optional(person.phone),
    email: z.optional(person.email),
    relationship: z.optional(z.enum(['self', 'spouse', 'child', 'other'])),
    subscriber: z.optional(subscriber),
    groupNumber: z.optional(text(80)),
    secondary: z.optional(secondary),
    service: z.optional(id),
    legalSex: z.optional(legalSex),
  })
  .check(
    reachable,
    rule<{ memberId?: unknown; cards?: unknown; selfPay?: unknown }>(
      'required',
      'memberId',
      ({ memberId, cards, selfPay }) =>
        memberId !== undefined || cards !== undefined || selfPay !== undefined,
    ),
  );
export type InsuranceCheck = z.infer<typeof InsuranceCheck>;

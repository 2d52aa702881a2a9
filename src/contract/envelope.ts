import { dataSchemas, type Data, type SubmissionType } from './data.js';
import { dateTime, id, language, text, uuid } from './values.js';
import { version } from './wire.js';
import { z } from './z.js';

/** A document linked in a consent, in the version the visitor could read. */
const consentDocument = z.object({
  name: text(60),
  href: text(2000),
  version: z.optional(text(60)),
});

/** A consent given or declined: the exact text shown, and its language. */
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

const around = {
  id: uuid,
  version: z.literal(version),
  sentAt: dateTime,
  locale: language,
  timeZone: z.optional(text(60)),
  origin: z.optional(text(2000)),
  partner: z.optional(text(200)),
  replaces: z.optional(uuid),
  utm: z.optional(utm),
  consents: z.array(Consent).check(z.maxLength(20)),
};

type Around = z.infer<z.ZodMiniObject<typeof around>>;

/** A submission of one type. */
export type SubmissionOf<Type extends SubmissionType> = Around & { type: Type; data: Data<Type> };

/** A whole submission: the same envelope for all types, with the `data` of its `type`. */
export type Submission = { [Type in SubmissionType]: SubmissionOf<Type> }[SubmissionType];

const envelopes = Object.entries(dataSchemas).map(([type, data]) =>
  z.object({ ...around, type: z.literal(type), data: data }),
);

/** Schema of a submission. Unknown keys are rejected in `data` and ignored elsewhere. */
export const Submission = z.discriminatedUnion(
  'type',
  envelopes as [(typeof envelopes)[number], ...typeof envelopes],
) as unknown as z.ZodMiniType<Submission, Submission>;

import { longestPayerName } from './coverage.js';
import { dataSchemas, type SubmissionType } from './data.js';
import { date, id, text, visit } from './values.js';
import { z } from './z.js';

/** Text for visitors: one string for all languages, or one per language (BCP 47). */
const words = z.union([text(4000), z.record(z.string(), text(4000))]);
/** Text for visitors: one string for all languages, or one per language (BCP 47). */
export type Words = z.infer<typeof words>;

const url = text(2000);
const hours = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/));
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const service = z.strictObject({
  id,
  name: words,
  minutes: z.optional(z.int().check(z.minimum(5), z.maximum(1440))),
  visit: z.optional(z.array(visit)),
  minimumAge: z.optional(z.int().check(z.minimum(0), z.maximum(120))),
  clinicians: z.optional(z.array(id)),
  locations: z.optional(z.array(id)),
  logistics: z.optional(words),
});

const location = z.strictObject({
  id,
  name: words,
  address: z.optional(words),
  phone: z.optional(text(40)),
  hours: z.optional(z.partialRecord(z.enum(weekdays), z.array(hours))),
  closed: z.optional(z.array(date)),
});

/**
 * URL of a document, one for all languages or one per language. `{}` is a document that does not
 * exist yet; it is not linked.
 */
const document = z.strictObject({
  href: z.optional(z.union([url, z.record(z.string(), url)])),
  version: z.optional(text(60)),
});

const consent = z.strictObject({
  id,
  types: z.optional(z.array(text(60))),
  text: z.optional(words),
  required: z.optional(z.boolean()),
});
/**
 * A consent as worded by the clinic. Without `types` it is asked in every form; without `text` the
 * default wording is used.
 */
export type ConsentTerms = z.infer<typeof consent>;

const question = z.strictObject({
  id,
  type: z.enum(['text', 'choice', 'choices', 'yes-no', 'date', 'file']),
  label: words,
  hint: z.optional(words),
  options: z.optional(z.array(z.strictObject({ id, label: words }))),
  services: z.optional(z.array(id)),
  required: z.optional(z.boolean()),
  showIf: z.optional(z.strictObject({ question: id, is: z.union([z.string(), z.boolean()]) })),
});

const payer = z.strictObject({
  id,
  name: text(longestPayerName),
  aliases: z.optional(z.array(text(longestPayerName))),
  states: z.optional(z.array(text(10))),
  network: z.enum(['in', 'out', 'ask']),
  program: z.optional(z.enum(['medicare', 'medicaid', 'tricare', 'va'])),
});

const endpoints = z.partialRecord(z.enum(Object.keys(dataSchemas) as SubmissionType[]), url);

/**
 * The clinic file: settings and texts for all widgets of a clinic. URLs are relative to the file.
 * `payers` is the URL of the payer list; a receiver also accepts the list itself.
 */
export const Clinic = z.strictObject({
  $schema: z.optional(z.string()),
  name: z.optional(words),
  phone: z.optional(text(40)),
  /** IANA time zone of the clinic */
  timeZone: z.optional(text(60)),
  /** Languages offered (BCP 47), in addition to those of `messages` */
  languages: z.optional(z.array(text(60))),
  /** ISO 3166-1 country code; selects the emergency lines */
  region: z.optional(text(10)),
  reply: z.optional(words),
  emergency: z.optional(z.array(z.strictObject({ text: words, href: url }))),
  endpoints: z.optional(endpoints),
  slots: z.optional(url),
  payers: z.optional(z.union([url, z.array(payer)])),
  faq: z.optional(url),
  services: z.optional(z.array(service)),
  locations: z.optional(z.array(location)),
  clinicians: z.optional(z.array(z.strictObject({ id, name: words }))),
  documents: z.optional(
    z.strictObject({
      privacy: z.optional(document),
      terms: z.optional(document),
      notice: z.optional(document),
    }),
  ),
  consents: z.optional(z.array(consent)),
  questions: z.optional(z.array(question)),
  synonyms: z.optional(z.record(z.string(), z.string())),
  topics: z.optional(z.array(z.strictObject({ id, label: words }))),
  /** By language (BCP 47): the texts by `<tag>.<key>`, or the URL of a JSON file with them */
  messages: z.optional(z.record(z.string(), z.union([z.record(z.string(), z.string()), url]))),
});
export type Clinic = z.infer<typeof Clinic>;

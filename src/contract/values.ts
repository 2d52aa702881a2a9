import type { IssueCode } from './issues.js';
import { isDay, isMoment } from '../time/day.js';
import { z } from './z.js';

/** A zod check that reports an issue code in place of an English sentence. */
export const check = <T>(code: IssueCode, holds: (value: T) => boolean) =>
  z.refine<T>(holds, { params: { code }, abort: true });

/**
 * PostgreSQL rejects NUL in text, and UTF-8 encoding replaces a lone surrogate: neither can be
 * stored as typed.
 */
const wellFormed = (text: string) =>
  !/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

/** Text of 1 to `max` characters, counted in code points, and not only whitespace. */
export const text = (max: number) =>
  z.string().check(
    check<string>('required', (value) => value.trim() !== ''),
    check<string>('unreadable', wellFormed),
    check<string>('too-long', (value) => value.length <= max || [...value].length <= max),
  );

const written = (max: number, pattern: RegExp) =>
  text(max).check(check<string>('format', (value) => pattern.test(value)));

/** A person's name in any script, with apostrophes and hyphens, of one letter or more. */
export const name = text(120);

/**
 * An email address by the WHATWG rule for `<input type=email>`, with letters of any script allowed
 * on both sides (RFC 6531) and a dot required in the domain. RFC 5321: 254 characters at most.
 */
export const email = written(
  254,
  /^(?!\.)(?!.*\.\.)[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])$/u,
);

/**
 * A phone number as people write it: 7 to 15 digits (ITU-T E.164), an optional extension, and the
 * usual separators.
 */
export const phone = written(
  40,
  /^\s*\+?[\s().\-/‐-―]*(?:\p{Nd}[\s().\-/‐-―]*){7,15}(?:(?:x|ext\.?|#|,|;ext=)\s*\p{Nd}{1,7})?\s*$/iu,
);

/** A calendar date, `YYYY-MM-DD` (ISO 8601), without time or zone. */
export const date = z.string().check(check<string>('format', isDay));

/** A birth date: a real day, not before 1900 and not in the future anywhere on earth. */
export const birthDate = date.check(
  check<string>('format', (value) => value >= '1900'),
  check<string>(
    'future',
    (value) => value <= new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10),
  ),
);

/** A time with offset: `2026-11-24T10:20:00-05:00` (RFC 3339). */
export const dateTime = z.string().check(check<string>('format', isMoment));

/** A language tag (BCP 47): `en`, `es-MX`, `ase` for American Sign Language. */
export const language = written(35, /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);

/** A UUID of any version (RFC 9562). */
export const uuid = written(36, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** An id chosen by the clinic: of a service, a location, a payer or a topic. */
export const id = text(100);

/** Parts of the day for a preferred time. */
export const partOfDay = z.enum(['morning', 'midday', 'afternoon', 'evening', 'any']);

/** One preferred window of a request. */
export const preference = z.strictObject({ day: date, time: partOfDay });

/** A bookable time, as returned by the slots URL; `hold` is the receiver's opaque token. */
export const slot = z.strictObject({ id, start: dateTime, end: dateTime, hold: z.optional(id) });

/** The kind of visit. */
export const visit = z.enum(['in-person', 'telehealth']);

/**
 * Sex as recorded by the insurer. FHIR R4 administrative-gender:
 * https://hl7.org/fhir/R4/valueset-administrative-gender.html
 */
export const legalSex = z.enum(['female', 'male', 'other', 'unknown']);

/** How the clinic may reply. */
export const contactBy = z.enum(['phone', 'text', 'email']);

/** The keys of a person, in every form. */
export const person = { givenName: name, familyName: name, email, phone, birthDate };

/**
 * A rule across several keys. It runs even if other keys are invalid, so that visitors see all
 * errors at once.
 *
 * @param path the key that the issue is reported on
 */
export const rule = <T extends object>(
  code: IssueCode,
  path: string,
  holds: (data: T) => boolean,
) =>
  z.refine<T>((data) => typeof data !== 'object' || data === null || holds(data), {
    path: [path],
    params: { code },
    when: () => true,
  });

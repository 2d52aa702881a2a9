import type { Clinic, ConsentTerms } from './clinic.js';
import type { SubmissionType } from './data.js';
import { askedBy } from './wire.js';

/**
 * The consents required for each type if the clinic file adds none. Optional ones are asked only if
 * the clinic file words them.
 */
const required: Partial<Record<SubmissionType, string[]>> = {
  appointment: ['privacy'],
  'insurance-check': ['privacy'],
  'newsletter-signup': ['marketing-email'],
  waitlist: ['privacy'],
};

/**
 * The consents of one type in the order asked: the built-in ones first, reworded or extended by the
 * clinic.
 */
export function consentsFor(
  type: SubmissionType,
  clinic?: Pick<Clinic, 'consents'>,
): ConsentTerms[] {
  const terms = new Map<string, ConsentTerms>(
    (required[type] ?? []).map((id) => [id, { id, required: true }]),
  );
  for (const own of clinic?.consents ?? []) {
    const meant =
      !own.types || own.types.includes(type) || own.types.includes(askedBy[type] ?? type);
    if (meant) terms.set(own.id, { ...terms.get(own.id), ...own });
  }
  return [...terms.values()];
}

import type { Clinic, ConsentTerms } from './clinic.js';
import type { SubmissionType } from './data.js';

/** What each type must have agreed to when the clinic file says nothing. Optional ones are asked only where the clinic gives their words. */
const required: Partial<Record<SubmissionType, string[]>> = {
  appointment: ['privacy'],
  'insurance-check': ['privacy'],
  'newsletter-signup': ['marketing-email'],
  waitlist: ['privacy'],
};

/** Which widget asks for a type; the clinic file may name either. */
const asker: Partial<Record<SubmissionType, string>> = {
  appointment: 'appointment-form',
  waitlist: 'appointment-form',
  'faq-feedback': 'clinic-faq',
};

/** The consents of one type, in the order asked: ours first, reworded or extended by the clinic's. */
export function consentsFor(
  type: SubmissionType,
  clinic?: Pick<Clinic, 'consents'>,
): ConsentTerms[] {
  const terms = new Map<string, ConsentTerms>(
    (required[type] ?? []).map((id) => [id, { id, required: true }]),
  );
  for (const own of clinic?.consents ?? []) {
    const meant = !own.types || own.types.includes(type) || own.types.includes(asker[type] ?? type);
    if (meant) terms.set(own.id, { ...terms.get(own.id), ...own });
  }
  return [...terms.values()];
}

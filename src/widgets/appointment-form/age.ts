import { dateIn } from '../../fields/index.js';
import type { FormContext } from '../../form/index.js';
import { today } from '../../time/day.js';
import { serviceOf } from './visit.js';

/** Age in full years on a day, both as `YYYY-MM-DD`; undefined if the birth date is incomplete. */
export function ageOn(birth: string | undefined, day: string): number | undefined {
  if (!birth || !/^\d{4}-\d\d-\d\d$/.test(birth) || birth > day) return undefined;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return birth.slice(5) > day.slice(5) ? years - 1 : years;
}

const patientAge = (context: FormContext) => ageOn(dateIn(context, 'birthDate'), today());

/** Whether the patient is younger than 18 by the birth date entered. */
export const isMinor = (context: FormContext): boolean => (patientAge(context) ?? 18) < 18;

/**
 * The minimum age of the chosen service in years if the patient is younger; undefined otherwise.
 */
export function minimumAgeNotMet(context: FormContext): number | undefined {
  const minimum = serviceOf(context)?.minimumAge;
  return minimum !== undefined && (patientAge(context) ?? minimum) < minimum ? minimum : undefined;
}

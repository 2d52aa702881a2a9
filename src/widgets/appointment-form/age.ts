import type { Surroundings } from '../../form/index.js';
import { serviceOf } from './service.js';

/** Full years on a day, both as `YYYY-MM-DD`; undefined where the first is no date yet. */
export function ageOn(birth: string | undefined, day: string): number | undefined {
  if (!birth || !/^\d{4}-\d\d-\d\d$/.test(birth) || birth > day) return undefined;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return birth.slice(5) > day.slice(5) ? years - 1 : years;
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

const ageOf = ({ answers }: Surroundings) => {
  const [year, month, day] = ['year', 'month', 'day'].map(
    (box) => answers.text(`birthDate.${box}`) ?? '',
  );
  return ageOn([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'), today());
};

/** The patient has said to be younger than 18. */
export const isMinor = (around: Surroundings): boolean => (ageOf(around) ?? 18) < 18;

/** The age from which on the chosen service is offered, where the patient is younger than that. */
export function tooYoungFor(around: Surroundings): number | undefined {
  const least = serviceOf(around)?.minimumAge;
  return least !== undefined && (ageOf(around) ?? least) < least ? least : undefined;
}

/** What a visit may be, as the clinic file says: nobody is offered what does not fit what they have chosen before. */
import { birthDate, choice } from '../../fields/index.js';
import type { Field, Option, Surroundings } from '../../form/index.js';
import { serviceOf } from './service.js';

type Around = Surroundings;

/** The visitor asks for somebody else, whose name and birth date no browser knows. */
export const forOther = ({ answers }: Around): boolean => answers.text('forWhom') === 'other';

const services = ({ clinic }: Around): Option[] =>
  (clinic?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** What the chosen service is offered as; where none is chosen, what any of them is. */
const visits = (around: Around): Option[] => {
  const offered =
    serviceOf(around)?.visit ?? around.clinic?.services?.flatMap(({ visit }) => visit ?? []) ?? [];
  return (['in-person', 'telehealth'] as const)
    .filter((visit) => offered.includes(visit))
    .map((value) => ({ value }));
};

const locations = (around: Around): Option[] => {
  const own = serviceOf(around)?.locations;
  return (around.clinic?.locations ?? [])
    .filter(({ id }) => !own || own.includes(id))
    .map(({ id, name, address }) => ({
      value: id,
      label: name,
      ...(address && { note: address }),
    }));
};

/** Nobody is offered who cannot do it. Where there are several, they may also be left to the clinic. */
const clinicians = (around: Around): Option[] => {
  const able = serviceOf(around)?.clinicians;
  const all = (around.clinic?.clinicians ?? [])
    .filter(({ id }) => !able || able.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  if (all.length < 2) return all;
  const returning = around.answers.flag('newPatient') === false;
  return [{ value: 'any' }, ...(returning ? [{ value: 'same' }] : []), ...all];
};

const someone = choice({ options: clinicians });

export const service = choice({ options: services });

export const visit = choice<'in-person' | 'telehealth'>({ options: visits });

export const location = choice({
  options: locations,
  asked: ({ answers }) => answers.text('visit') !== 'telehealth',
});

export const clinician: Field<string> = {
  ...someone,
  // No preference is no answer.
  read: (answers, name, around) => {
    const chosen = someone.read(answers, name, around);
    return chosen === 'any' ? undefined : chosen;
  },
};

/** Asked where the service has a minimum age. */
export const born = birthDate({
  usual: (around) => serviceOf(around)?.minimumAge !== undefined,
  own: (around) => !forOther(around),
});

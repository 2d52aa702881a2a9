/** What a visit may be, as the clinic file says: nobody is offered what does not fit what they have chosen before. */
import { birthDate, bookedTime, choice, type Wanted } from '../../fields/index.js';
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

/** What the visitor has left open, the chosen time says, as far as the clinic offers it: a booking has a place. */
const orByTime = <Value extends string>(field: Field<Value>): Field<Value> => ({
  ...field,
  implied: (name, around) => {
    const time = bookedTime(around);
    if (!time) return undefined;
    const { answers } = around;
    const said: Around['answers'] = {
      text: (key) => time[key as keyof Wanted] ?? answers.text(key),
      flag: (key) => answers.flag(key),
      list: (key) => answers.list(key),
    };
    return field.read(said, name, { ...around, answers: said });
  },
});

const someone = choice({ options: clinicians });

export const service = orByTime(choice({ options: services }));

export const visit = orByTime(choice<'in-person' | 'telehealth'>({ options: visits }));

export const location = orByTime(
  choice({
    options: locations,
    // Not by the entry alone: it may be of a service chosen before, and this one is not offered by video.
    asked: (around) => visit.read(around.answers, 'visit', around) !== 'telehealth',
  }),
);

export const clinician = orByTime({
  ...someone,
  // No preference is no answer.
  read: (answers, name, around) => {
    const chosen = someone.read(answers, name, around);
    return chosen === 'any' ? undefined : chosen;
  },
});

/** What the answers leave of all free times. Each is read as it would be sent: an entry under a question that is gone does not count. */
export const wanted = (around: Around): Wanted => {
  const { answers } = around;
  const who = clinician.read(answers, 'clinician', around);
  return {
    service: service.read(answers, 'service', around),
    visit: visit.read(answers, 'visit', around),
    location: location.read(answers, 'location', around),
    // Who was seen last time is known to the clinic alone.
    clinician: who === 'same' ? undefined : who,
  };
};

/** Asked where the service has a minimum age. */
export const born = birthDate({
  usual: (around) => serviceOf(around)?.minimumAge !== undefined,
  own: (around) => !forOther(around),
});

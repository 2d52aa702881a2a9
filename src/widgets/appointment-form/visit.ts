/** What a visit may be, as the clinic file says: nobody is offered what does not fit what they have chosen before. */
import type { Clinic } from '../../contract/index.js';
import { birthDate, choice } from '../../fields/index.js';
import type { Field, FormContext, Option } from '../../form/index.js';
import type { ChosenSlot, SlotFilter } from '../../scheduling/index.js';

/** The chosen service, or the only one there is. */
export const serviceOf = ({
  clinic,
  answers,
}: FormContext): NonNullable<Clinic['services']>[number] | undefined =>
  clinic?.services?.length === 1
    ? clinic.services[0]
    : clinic?.services?.find(({ id }) => id === answers.text('service'));

/** The visitor asks for someone else, whose name and birth date no browser knows. */
export const isForOther = ({ answers }: FormContext): boolean =>
  answers.text('forWhom') === 'other';

const services = ({ clinic }: FormContext): Option[] =>
  (clinic?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** What the chosen service is offered as; where none is chosen, what any of them is. */
const visits = (context: FormContext): Option[] => {
  const offered =
    serviceOf(context)?.visit ??
    context.clinic?.services?.flatMap(({ visit }) => visit ?? []) ??
    [];
  return (['in-person', 'telehealth'] as const)
    .filter((visit) => offered.includes(visit))
    .map((value) => ({ value }));
};

const locations = (context: FormContext): Option[] => {
  const ofService = serviceOf(context)?.locations;
  return (context.clinic?.locations ?? [])
    .filter(({ id }) => !ofService || ofService.includes(id))
    .map(({ id, name, address }) => ({
      value: id,
      label: name,
      ...(address && { note: address }),
    }));
};

/** Nobody is offered who cannot do it. Where there are several, they may also be left to the clinic. */
const clinicians = (context: FormContext): Option[] => {
  const able = serviceOf(context)?.clinicians;
  const all = (context.clinic?.clinicians ?? [])
    .filter(({ id }) => !able || able.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  if (all.length < 2) return all;
  const isReturning = context.answers.flag('newPatient') === false;
  return [{ value: 'any' }, ...(isReturning ? [{ value: 'same' }] : []), ...all];
};

export const service = choice({ options: services });

export const visit = choice<'in-person' | 'telehealth'>({ options: visits });

export const location = choice({
  options: locations,
  // Not by the entry alone: it may be of a service chosen before, and this one is not offered by video.
  asked: (context) => visit.read(context, 'visit') !== 'telehealth',
});

const anyClinician = choice({ options: clinicians });

export const clinician: Field<string> = {
  ...anyClinician,
  // No preference is no answer.
  read: (context, name) => {
    const chosen = anyClinician.read(context, name);
    return chosen === 'any' ? undefined : chosen;
  },
};

/** Asked where the service has a minimum age. */
export const patientBirthDate = birthDate({
  askedByDefault: (context) => serviceOf(context)?.minimumAge !== undefined,
  own: (context) => !isForOther(context),
});

/** What the answers leave of all available times. Each is read as it would be sent: an answer to a question that is gone does not count. */
export const slotFilter = (context: FormContext): SlotFilter => {
  const who = clinician.read(context, 'clinician');
  return {
    service: service.read(context, 'service'),
    visit: visit.read(context, 'visit'),
    location: location.read(context, 'location'),
    // Who was seen last time is known to the clinic alone.
    clinician: who === 'same' ? undefined : who,
  };
};

/** What the visitor has left open, the chosen time says, as far as the clinic offers it: a booking has a place. */
export const orFromSlot = <Value extends string>(
  field: Field<Value>,
  chosenSlot: (context: FormContext) => ChosenSlot | undefined,
): Field<Value> => ({
  ...field,
  implied: (context, name) => {
    const slot = chosenSlot(context);
    if (!slot) return undefined;
    const { answers } = context;
    const withSlot: FormContext['answers'] = {
      get: (key) => answers.get(key),
      text: (key) => slot[key as keyof SlotFilter] ?? answers.text(key),
      flag: (key) => answers.flag(key),
      list: (key) => answers.list(key),
      files: (key) => answers.files(key),
    };
    return field.read({ ...context, answers: withSlot }, name);
  },
});

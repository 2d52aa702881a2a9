/** Fields about the visit. The options come from the clinic file and match the earlier choices. */
import type { Clinic } from '../../contract/index.js';
import { birthDate, choice } from '../../fields/index.js';
import type { Field, FormContext, Option } from '../../form/index.js';
import type { ChosenSlot, SlotFilter } from '../../scheduling/index.js';

/** The chosen service, or the only one. */
export const serviceOf = ({
  clinic,
  answers,
}: FormContext): NonNullable<Clinic['services']>[number] | undefined =>
  clinic?.services?.length === 1
    ? clinic.services[0]
    : clinic?.services?.find(({ id }) => id === answers.text('service'));

/**
 * Whether the visitor asks for another person, whose name and birth date the browser must not
 * autofill.
 */
export const isForOther = ({ answers }: FormContext): boolean =>
  answers.text('forWhom') === 'other';

const services = ({ clinic }: FormContext): Option[] =>
  (clinic?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** The kinds of visit offered for the chosen service, or for any service if none is chosen. */
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

/**
 * The clinicians who offer the choice. If there are several, a visitor can leave it to the clinic.
 */
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
  // The stored value alone is not enough: it may belong to a service chosen before that is not
  // offered by video.
  asked: (context) => visit.read(context, 'visit') !== 'telehealth',
});

const anyClinician = choice({ options: clinicians });

export const clinician: Field<string> = {
  ...anyClinician,
  // "No preference" is not sent.
  read: (context, name) => {
    const chosen = anyClinician.read(context, name);
    return chosen === 'any' ? undefined : chosen;
  },
};

/** Asked if the service has a minimum age. */
export const patientBirthDate = birthDate({
  askedByDefault: (context) => serviceOf(context)?.minimumAge !== undefined,
  own: (context) => !isForOther(context),
});

/**
 * Filter of the available times by the answers, read in the format that is sent, so that answers to
 * hidden questions do not count.
 */
export const slotFilter = (context: FormContext): SlotFilter => {
  const who = clinician.read(context, 'clinician');
  return {
    service: service.read(context, 'service'),
    visit: visit.read(context, 'visit'),
    location: location.read(context, 'location'),
    // Only the clinic knows who the patient saw last time.
    clinician: who === 'same' ? undefined : who,
  };
};

/** Fills open choices from the chosen time if the clinic offers them: a booking needs a place. */
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

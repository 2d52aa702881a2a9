import { html } from 'lit/html.js';
import {
  birthDate,
  byRequest,
  choice,
  consent,
  preferences,
  select,
  slot,
  text,
  textarea,
  yesNo,
} from '../../fields/index.js';
import { defineForm, required, type Option, type Surroundings } from '../../form/index.js';
import { later, theMore } from './parts.js';
import { serviceOf } from './service.js';

type Around = Surroundings;

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

const clinician = choice({ options: clinicians });

const birth = birthDate({ usual: (around) => serviceOf(around)?.minimumAge !== undefined });

const byPhone = ({ answers }: Around) => answers.text('contactBy') === 'phone';

/** Whether a minor may be texted is not for a form to settle. */
const textable = (around: Around) => !theMore()?.isMinor(around);

/** What is asked, in the order it is asked. The contract says what may be answered. */
export const appointmentForm = defineForm({
  type: 'appointment',
  fields: {
    forWhom: required(choice({ options: ['self', 'other'] })),
    givenName: required(text({ autocomplete: 'given-name' })),
    familyName: required(text({ autocomplete: 'family-name' })),
    chosenName: text({ usual: false }),
    legalSex: later.legalSex,
    newPatient: yesNo(),
    service: choice({ options: services }),
    visit: choice<'in-person' | 'telehealth'>({ options: visits }),
    location: choice({
      options: locations,
      asked: ({ answers }) => answers.text('visit') !== 'telehealth',
    }),
    clinician: {
      ...clinician,
      // No preference is no answer.
      read: (answers, name, around) => {
        const chosen = clinician.read(answers, name, around);
        return chosen === 'any' ? undefined : chosen;
      },
    },
    birthDate: {
      ...birth,
      render: (field) => html`${birth.render!(field)}${theMore()?.ageNotice(field)}`,
    },
    guardian: later.guardian,
    slot: slot({ instead: 'preferences' }),
    preferences: preferences({ instead: 'slot', asked: byRequest }),
    phone: text({ type: 'tel', autocomplete: 'tel', instead: 'email' }),
    email: text({ type: 'email', autocomplete: 'email', instead: 'phone' }),
    contactBy: choice<'phone' | 'text' | 'email'>({
      options: (around) =>
        (['phone', 'text', 'email'] as const)
          .filter((way) => way !== 'text' || textable(around))
          .map((value) => ({ value })),
    }),
    callTime: select({
      options: ['morning', 'midday', 'afternoon', 'evening', 'any'],
      asked: byPhone,
    }),
    voicemailOk: yesNo({ asked: byPhone }),
    interpreter: later.interpreter,
    access: later.access,
    answers: later.answers,
    reason: textarea(),
    // What the insurance check has left; nobody types it.
    coverageRef: { read: (answers, name) => answers.text(name) },
  },
  consents: consent({ asked: (id, around) => id !== 'sms' || textable(around) }),
});

/** What is asked where, in the order in which people think of a visit: for whom, what, when, and only then who they are. */
export const steps = [
  { id: 'who', fields: ['forWhom', 'newPatient'] },
  { id: 'visit', fields: ['service', 'birthDate', 'visit', 'location', 'clinician'] },
  { id: 'when', fields: ['slot', 'preferences'] },
  {
    id: 'about',
    fields: [
      'givenName',
      'familyName',
      'chosenName',
      'legalSex',
      'phone',
      'email',
      'contactBy',
      'callTime',
      'voicemailOk',
      'guardian',
      'interpreter',
      'access',
      'answers',
      'reason',
    ],
  },
] as const;

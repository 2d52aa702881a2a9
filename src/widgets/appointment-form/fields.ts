import { html, nothing } from 'lit/html.js';
import type { Appointment } from '../../contract/index.js';
import {
  choice,
  choices,
  consent,
  preferences,
  select,
  text,
  textarea,
  yesNo,
} from '../../fields/index.js';
import {
  callView,
  defineForm,
  later,
  required,
  type Field,
  type FieldContext,
  type Form,
  type FormContext,
  type Step,
} from '../../form/index.js';
import type { Scheduling } from '../../scheduling/index.js';
import { isMinor, minimumAgeNotMet } from './age.js';
import { interpreter } from './interpreter.js';
import {
  clinician,
  isForOther,
  location,
  orFromSlot,
  patientBirthDate,
  service,
  visit,
} from './visit.js';

type ValueOf<Key extends keyof Appointment> = NonNullable<Appointment[Key]>;

/** The lazily loaded fields; undefined until they are loaded. */
export interface LaterFields {
  guardian(): Field<ValueOf<'guardian'>> | undefined;
  answers(): Field<ValueOf<'answers'>> | undefined;
}

const ofPatient = (token: AutoFill) => (context: FormContext) =>
  isForOther(context) ? 'off' : token;

const needs = choices({ options: ['step-free', 'hearing', 'sight', 'quiet', 'companion'] });
const note = text();

/**
 * A list, because many visitors do not know what they can ask for, and a text box, because no list
 * is complete.
 */
const access: Field<ValueOf<'access'>> = {
  nested: true,
  read: (context, name) => {
    const wanted = needs.read(context, `${name}.needs`);
    const written = note.read(context, `${name}.note`);
    return wanted || written
      ? { ...(wanted && { needs: wanted }), ...(written && { note: written }) }
      : undefined;
  },
  render: (field) =>
    html`${needs.render!({ ...field.nested(`${field.name}.needs`, false), optional: true })}
    ${note.render!({ ...field.nested(`${field.name}.note`, false), optional: true })}`,
};

/** Required for a child, whose companion must be reachable; optional for an adult. */
export const guardianRules = {
  nested: true,
  asked: (context: FormContext) => isForOther(context) || isMinor(context),
  requiredIf: (context: FormContext) => isForOther(context) && isMinor(context),
};

const byPhone = ({ answers }: FormContext) => answers.text('contactBy') === 'phone';

/**
 * Notes that a service has a minimum age, and how to go on. It blocks nothing. The live region must
 * exist before its text is added, or screen readers would not announce it.
 */
const ageNotice = (field: FieldContext): unknown => {
  const age = minimumAgeNotMet(field);
  return html`<div role="status" class="status">
    ${
      age === undefined
        ? nothing
        : html`<div class="trouble">
            <p><strong>${field.t('age.title', { age })}</strong></p>
            <p>${field.t('age.text')}</p>
            ${callView({ say: field.t }, field.settings.phone, 'call-us')}
          </div>`
    }
  </div>`;
};

/**
 * The fields of the appointment form. The visit comes first (for whom, what, when), then personal
 * data.
 */
export const appointmentForm = (
  scheduling: Scheduling,
  loaded: LaterFields,
): Form<'appointment'> => {
  const chosenSlot = (context: FormContext) => scheduling.chosen(context, 'slot');
  return defineForm({
    type: 'appointment',
    fields: {
      forWhom: required(choice({ options: ['self', 'other'] })),
      newPatient: yesNo(),
      service: orFromSlot(service, chosenSlot),
      birthDate: {
        ...patientBirthDate,
        render: (field) => html`${patientBirthDate.render!(field)}${ageNotice(field)}`,
      },
      visit: orFromSlot(visit, chosenSlot),
      location: orFromSlot(location, chosenSlot),
      clinician: orFromSlot(clinician, chosenSlot),
      slot: scheduling.field('preferences'),
      preferences: preferences({ alternative: 'slot', asked: scheduling.byRequest }),
      givenName: required(text({ autocomplete: ofPatient('given-name') })),
      familyName: required(text({ autocomplete: ofPatient('family-name') })),
      chosenName: text({ askedByDefault: false }),
      legalSex: choice({ options: ['female', 'male', 'other', 'unknown'], askedByDefault: false }),
      phone: text({ type: 'tel', autocomplete: 'tel', alternative: 'email' }),
      email: text({ type: 'email', autocomplete: 'email', alternative: 'phone' }),
      contactBy: choice<'phone' | 'text' | 'email'>({
        // Whether a minor may get text messages is not decided in a form.
        options: (context) =>
          (['phone', 'text', 'email'] as const)
            .filter((by) => by !== 'text' || !isMinor(context))
            .map((value) => ({ value })),
      }),
      callTime: select({
        options: ['morning', 'midday', 'afternoon', 'evening', 'any'],
        asked: byPhone,
      }),
      voicemailOk: yesNo({ asked: byPhone }),
      guardian: later(loaded.guardian, guardianRules),
      interpreter,
      access,
      answers: later(loaded.answers, {
        nested: true,
        asked: (context) => loaded.answers()?.asked?.(context) ?? false,
      }),
      reason: textarea(),
      // Set by the insurance check, never entered.
      coverageRef: { read: ({ answers }, name) => answers.text(name) },
    },
    consents: consent({ asked: (id, context) => id !== 'sms' || !isMinor(context) }),
  });
};

/** The fields of each step, in the order of the form. */
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
] as const satisfies readonly Step<keyof Appointment>[];

/** The fields with free text. */
export const freeText = ['reason', 'access', 'answers'] as const satisfies (keyof Appointment)[];

import { nothing } from 'lit/html.js';
import type { Clinic } from '../../contract/index.js';
import { choice, consent, yesNo } from '../../fields/index.js';
import { defineForm, required, type Field, type Surroundings } from '../../form/index.js';
import type { Dictionary, LocalText } from '../../i18n/index.js';

type Around = Surroundings;

/** Keeps the place of a field that comes when somebody is in the form, so that the steps can be counted before. */
const awaited = (asked: (around: Around) => boolean = () => true): Field<never> => ({
  asked,
  read: () => undefined,
  render: () => nothing,
});

const unlikely = awaited(() => false);

let more: typeof import('./fields.lazy.js') | undefined;
let questions: typeof import('../../fields/clinic-questions.lazy.js') | undefined;

/** What is asked, in the order it is asked. The contract says what may be answered. Most of it is in `more`. */
export const appointmentForm = defineForm({
  type: 'appointment',
  fields: {
    forWhom: required(choice({ options: ['self', 'other'] })),
    givenName: required(awaited()),
    familyName: required(awaited()),
    chosenName: unlikely,
    legalSex: unlikely,
    newPatient: yesNo(),
    service: awaited(({ clinic }) => (clinic?.services?.length ?? 0) > 1),
    visit: unlikely,
    location: unlikely,
    clinician: unlikely,
    birthDate: unlikely,
    guardian: unlikely,
    slot: unlikely,
    preferences: awaited(),
    phone: unlikely,
    email: unlikely,
    contactBy: unlikely,
    callTime: unlikely,
    voicemailOk: unlikely,
    interpreter: unlikely,
    access: unlikely,
    answers: unlikely,
    reason: unlikely,
    // What the insurance check has left; nobody types it.
    coverageRef: { read: (answers, name) => answers.text(name) },
  },
  // Whether a minor may be texted is not for a form to settle.
  consents: consent({ asked: (id, around) => id !== 'sms' || !more?.isMinor(around) }),
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

/** The part with all that comes after the first step, once it is there. */
export const theMore = () => more;

/** Fetches what is asked after the first step, and its words. */
export const fetchMore = async () => {
  more = await import('./fields.lazy.js');
  Object.assign(appointmentForm.fields, more.fields);
  return more;
};

/** Fetches what asks the clinic's own questions, for a clinic file that has any. */
export const fetchQuestions = async () => {
  questions = await import('../../fields/clinic-questions.lazy.js');
  Object.assign(appointmentForm.fields, { answers: questions.questions });
};

/** The clinic's words for its questions, once they can be asked. */
export const questionWords = (
  clinic: Clinic | undefined,
  local: (text: LocalText | undefined) => string,
): Dictionary => (clinic && questions?.wordsOf(clinic, local)) ?? {};

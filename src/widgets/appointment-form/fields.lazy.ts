/** All that is asked after the first step, with its words. Fetched when somebody comes into the form. */
import { html, nothing } from 'lit/html.js';
import type { Appointment } from '../../contract/index.js';
import {
  byRequest,
  choice,
  choices,
  preferences,
  select,
  slot,
  text,
  textarea,
  yesNo,
} from '../../fields/index.js';
import { group } from '../../fields/field-frame.js';
import {
  required,
  type Field,
  type FieldState,
  type Form,
  type Surroundings,
} from '../../form/index.js';
import { take } from '../../form/handover.js';
import { callView } from '../../form/status-view.js';
import { isMinor, tooYoungFor } from './age.js';
import { born, clinician, forOther, location, service, visit, wanted } from './visit.js';

export { slotTimer } from '../../fields/index.js';
export { isMinor };
export { more as later } from './messages/fields.en.js';

type Of<Key extends keyof Appointment> = NonNullable<Appointment[Key]>;

const speaker = {
  givenName: text({ autocomplete: 'section-guardian given-name' as AutoFill }),
  familyName: text({ autocomplete: 'section-guardian family-name' as AutoFill }),
  phone: text({ type: 'tel', autocomplete: 'section-guardian tel' as AutoFill }),
  relationship: text(),
};

const ofPatient = (token: AutoFill) => (around: Surroundings) => (forOther(around) ? 'off' : token);

/** Whoever brings a child must be reachable; whoever asks for a grown person may say who they are. */
const guardian: Field<Of<'guardian'>> = {
  asked: (around) => forOther(around) || isMinor(around),
  needed: (around) => forOther(around) && isMinor(around),
  read: (answers, name, around) => {
    if (!guardian.asked!(around)) return undefined;
    const given = Object.entries(speaker).flatMap(([key, field]) => {
      const answer = field.read(answers, `${name}.${key}`, around);
      return answer === undefined ? [] : [[key, answer] as const];
    });
    // Where it is needed, an empty one lets the contract name every part that is missing.
    return given.length > 0 || guardian.needed!(around)
      ? (Object.fromEntries(given) as Of<'guardian'>)
      : undefined;
  },
  render: (field) =>
    group(
      field,
      html`<div class="nest">
        ${Object.entries(speaker).map(([key, inner]) => inner.render!(inside(field, key)))}
      </div>`,
    ),
};

/** A field inside another: with "(optional)" only on the whole. */
const inside = (field: FieldState, key: string): FieldState => ({
  ...field.at(`${field.name}.${key}`, field.required),
  optional: false,
});

const needs = choices({ options: ['step-free', 'hearing', 'sight', 'quiet', 'companion'] });
const note = text();

/** A list, because many do not know what may be asked for, and words, because no list is complete. */
const access: Field<Of<'access'>> = {
  read: (answers, name, around) => {
    const wanted = needs.read(answers, `${name}.needs`, around);
    const written = note.read(answers, `${name}.note`, around);
    return wanted || written
      ? { ...(wanted && { needs: wanted }), ...(written && { note: written }) }
      : undefined;
  },
  render: (field) =>
    html`${needs.render!({ ...field.at(`${field.name}.needs`, false), optional: true })}
    ${note.render!({ ...field.at(`${field.name}.note`, false), optional: true })}`,
};

/** Languages of patients in the United States who ask for an interpreter, American Sign Language among them. */
const languages = [
  'ase', 'es', 'am', 'ar', 'fa', 'fr', 'ht', 'ko', 'pl', 'pt', 'ru', 'so', 'tl', 'uk', 'ur', 'vi', 'yue', 'zh',
]; // prettier-ignore

/** Each language as the form's language calls it and, for those who do not read that one, as it calls itself. */
const named = (code: string, locale: string) => {
  const own = new Intl.DisplayNames([code, 'en'], { type: 'language' }).of(code) ?? code;
  const here = new Intl.DisplayNames([locale, 'en'], { type: 'language' }).of(code) ?? code;
  return own.toLowerCase() === here.toLowerCase() ? here : `${here} (${own})`;
};

const interpreter = select<string>({
  // A language has the name that the form's own language gives it, which is known where the field is drawn.
  options: (around) => {
    const { locale, find } = around as Partial<FieldState>;
    return languages.map((value) => ({
      value,
      label: find?.(`interpreter.${value}`) ?? named(value, locale ?? 'en'),
    }));
  },
});

/** Takes over what the insurance check has asked already (WCAG 3.3.7), where nothing else was entered. */
export function takeOver(
  ref: string,
  form: {
    answer(name: keyof Appointment): unknown;
    preset(name: Entry, value: string): void;
  },
) {
  for (const [name, value] of Object.entries(take(ref) ?? {}) as [keyof Appointment, unknown][]) {
    if (typeof value !== 'string' || form.answer(name) !== undefined) continue;
    form.preset(name, value);
    if (name !== 'birthDate') continue;
    const [year, month, day] = value.split('-');
    for (const [box, part] of Object.entries({ year, month, day }))
      form.preset(`birthDate.${box}`, part);
  }
}

type Entry = keyof Appointment | `birthDate.${string}`;

/** Said where an insurance check came before; `coverage` says whether its answer is still to come. */
export const insuranceChecked = (state?: FieldState): unknown =>
  html`<p class="checked" role="status">
    ${state?.t(state.value('coverage') ? 'insurance.sent' : 'insurance.checked')}
  </p>`;

/** Says that a service is not for the patient's age, and how to go on. It stops nobody. */
const ageNotice = (field: FieldState): unknown => {
  const age = tooYoungFor(field);
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

const byPhone = ({ answers }: Surroundings) => answers.text('contactBy') === 'phone';

/** The fields after the first step, in place of those that keep their places. */
export const fields: Omit<Form<'appointment'>['fields'], Early> = {
  givenName: required(text({ autocomplete: ofPatient('given-name') })),
  familyName: required(text({ autocomplete: ofPatient('family-name') })),
  chosenName: text({ usual: false }),
  legalSex: choice({ options: ['female', 'male', 'other', 'unknown'], usual: false }),
  service,
  visit,
  location,
  clinician,
  birthDate: { ...born, render: (field) => html`${born.render!(field)}${ageNotice(field)}` },
  guardian,
  slot: slot({ instead: 'preferences', wanted }),
  preferences: preferences({ instead: 'slot', asked: byRequest }),
  phone: text({ type: 'tel', autocomplete: 'tel', instead: 'email' }),
  email: text({ type: 'email', autocomplete: 'email', instead: 'phone' }),
  contactBy: choice<'phone' | 'text' | 'email'>({
    // Whether a minor may be texted is not for a form to settle.
    options: (around) =>
      (['phone', 'text', 'email'] as const)
        .filter((way) => way !== 'text' || !isMinor(around))
        .map((value) => ({ value })),
  }),
  callTime: select({
    options: ['morning', 'midday', 'afternoon', 'evening', 'any'],
    asked: byPhone,
  }),
  voicemailOk: yesNo({ asked: byPhone }),
  interpreter,
  access,
  reason: textarea(),
};

/** Asked in the first step, left by the insurance check, or of a part of their own. */
type Early = 'forWhom' | 'newPatient' | 'coverageRef' | 'answers';

/** What only some visitors are asked: who speaks for them, an interpreter, what makes the visit easier. Fetched when somebody comes in. */
import { html, nothing } from 'lit/html.js';
import type { Appointment } from '../../contract/index.js';
import { choice, choices, select, text } from '../../fields/index.js';
import { group } from '../../fields/frame.js';
import type { Field, FieldState, Surroundings } from '../../form/index.js';
import { callView } from '../../form/status-view.js';
import { serviceOf } from './service.js';

export { more as later } from './messages/more.js';

type Of<Key extends keyof Appointment> = NonNullable<Appointment[Key]>;

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

const speaker = {
  givenName: text({ autocomplete: 'section-guardian given-name' as AutoFill }),
  familyName: text({ autocomplete: 'section-guardian family-name' as AutoFill }),
  phone: text({ type: 'tel', autocomplete: 'section-guardian tel' as AutoFill }),
  relationship: text(),
};

const forOther = ({ answers }: Surroundings) => answers.text('forWhom') === 'other';

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
  return own.toLowerCase() === here.toLowerCase() || code === 'ase' ? here : `${here} (${own})`;
};

const interpreter = select<string>({
  // A language has the name that the form's own language gives it, which is known where the field is drawn.
  options: (around) => {
    const { locale = 'en' } = around as Partial<FieldState>;
    return languages.map((value) => ({ value, label: named(value, locale) }));
  },
});

export const fields = {
  guardian,
  interpreter,
  access,
  legalSex: choice({ options: ['female', 'male', 'other', 'unknown'] }),
} satisfies Partial<{ [Key in keyof Appointment]: Field<Of<Key>> }>;

/** Says that a service is not for the patient's age, and how to go on. It stops nobody. */
export const ageNotice = (field: FieldState): unknown => {
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

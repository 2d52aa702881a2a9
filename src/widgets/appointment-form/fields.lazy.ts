/** What only some are asked or told, loaded when someone comes into the form. */
import { html } from 'lit/html.js';
import type { Appointment } from '../../contract/index.js';
import { text } from '../../fields/index.js';
import { group, type Field, type FieldContext } from '../../form/index.js';
import { take } from '../../form/handover.js';
import { guardianRules } from './fields.js';
import { en, es } from './messages/after-start.js';

/** The words of all that comes once someone is in the form. */
export const words = { en, es };

export { Confirmation } from './parts/confirmation.js';

type Guardian = NonNullable<Appointment['guardian']>;

const inner = {
  givenName: text({ autocomplete: 'section-guardian given-name' as AutoFill }),
  familyName: text({ autocomplete: 'section-guardian family-name' as AutoFill }),
  phone: text({ type: 'tel', autocomplete: 'section-guardian tel' as AutoFill }),
  relationship: text(),
};

/** Whoever speaks for the patient. */
export const guardian: Field<Guardian> = {
  read: (context, name) => {
    if (!guardianRules.asked(context)) return undefined;
    const given = Object.entries(inner).flatMap(([key, field]) => {
      const answer = field.read(context, `${name}.${key}`);
      return answer === undefined ? [] : [[key, answer] as const];
    });
    // Where it is required, an empty one lets the contract name every part that is missing.
    return given.length > 0 || guardianRules.requiredIf(context)
      ? (Object.fromEntries(given) as Guardian)
      : undefined;
  },
  render: (field) =>
    group(
      field,
      html`<div class="nest">
        ${Object.entries(inner).map(([key, part]) =>
          // "(optional)" stands only on the whole.
          part.render!({
            ...field.nested(`${field.name}.${key}`, field.required),
            optional: false,
          }),
        )}
      </div>`,
    ),
};

type PresetName = keyof Appointment | `birthDate.${string}`;

/** Takes over what the insurance check has asked already (WCAG 3.3.7), where nothing else was entered. */
export function takeOver(
  ref: string,
  form: {
    answer(name: keyof Appointment): unknown;
    preset(name: PresetName, answer: string): void;
  },
) {
  for (const [name, answer] of Object.entries(take(ref) ?? {}) as [keyof Appointment, unknown][]) {
    if (typeof answer !== 'string' || form.answer(name) !== undefined) continue;
    form.preset(name, answer);
    if (name !== 'birthDate') continue;
    const [year, month, day] = answer.split('-');
    for (const [box, part] of Object.entries({ year, month, day }))
      form.preset(`birthDate.${box}`, part);
  }
}

/** Says that the insurance was checked before; `coverage` says whether its answer is still to come. */
export const insuranceChecked = (field: FieldContext | undefined): unknown =>
  html`<p class="checked" role="status">
    ${field?.t(field.value('coverage') ? 'insurance.sent' : 'insurance.checked')}
  </p>`;

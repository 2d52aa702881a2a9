/** Fields and messages that not every visitor needs, loaded when a visitor first uses the form. */
import { html } from 'lit/html.js';
import type { Appointment } from '../../contract/index.js';
import { text } from '../../fields/index.js';
import { group, type Field, type FieldContext } from '../../form/index.js';
import { take } from '../../form/handover.js';
import { guardianRules } from './fields.js';
import { en, es } from './messages/after-start.js';

/** The messages needed once a visitor uses the form. */
export const words = { en, es };

export { Confirmation } from './parts/confirmation.js';

type Guardian = NonNullable<Appointment['guardian']>;

const inner = {
  givenName: text({ autocomplete: 'section-guardian given-name' as AutoFill }),
  familyName: text({ autocomplete: 'section-guardian family-name' as AutoFill }),
  phone: text({ type: 'tel', autocomplete: 'section-guardian tel' as AutoFill }),
  relationship: text(),
};

/** The person who speaks for the patient. */
export const guardian: Field<Guardian> = {
  read: (context, name) => {
    if (!guardianRules.asked(context)) return undefined;
    const given = Object.entries(inner).flatMap(([key, field]) => {
      const answer = field.read(context, `${name}.${key}`);
      return answer === undefined ? [] : [[key, answer] as const];
    });
    // If required, an empty object lets the contract report each missing part.
    return given.length > 0 || guardianRules.requiredIf(context)
      ? (Object.fromEntries(given) as Guardian)
      : undefined;
  },
  render: (field) =>
    group(
      field,
      html`<div class="nest">
        ${Object.entries(inner).map(([key, part]) =>
          // "(optional)" is shown for the group only.
          part.render!({
            ...field.nested(`${field.name}.${key}`, field.required),
            optional: false,
          }),
        )}
      </div>`,
    ),
};

type PresetName = keyof Appointment | `birthDate.${string}`;

/**
 * Takes over answers from the insurance check (WCAG 3.3.7) into fields in which nothing was
 * entered.
 */
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

/**
 * Notes that the insurance was already checked; `coverage` says whether the result is still
 * pending.
 */
export const insuranceChecked = (field: FieldContext | undefined): unknown =>
  html`<p class="checked" role="status">
    ${field?.t(field.value('coverage') ? 'insurance.sent' : 'insurance.checked')}
  </p>`;

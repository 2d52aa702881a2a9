/** Fields that not every visitor needs, loaded when a visitor first uses the form. */
import { html } from 'lit/html.js';
import type { InsuranceCheck } from '../../contract/index.js';
import { birthDate, text } from '../../fields/index.js';
import { group, single, type Field, type FieldContext } from '../../form/index.js';
import { payerBox, type Payers } from '../../payers/index.js';

type Subscriber = NonNullable<InsuranceCheck['subscriber']>;
type Secondary = NonNullable<InsuranceCheck['secondary']>;

const line = text();
const code = text({ autocapitalize: 'characters' });
const day = birthDate();

const inner = (kind: Field<string>, field: FieldContext, key: string, required = false) =>
  kind.render!(field.nested(`${field.name}.${key}`, required));

/** Leaves out undefined answers. */
const answered = (answers: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));

/** The person who holds the plan. */
export const subscriber: Field<Subscriber> = {
  // The contract rejects an empty object and names the missing parts.
  read: (context, name) =>
    answered({
      givenName: line.read(context, `${name}.givenName`),
      familyName: line.read(context, `${name}.familyName`),
      birthDate: day.read(context, `${name}.birthDate`),
    }) as Subscriber,
  render: (field) =>
    group(
      field,
      html`<div class="nested">
        <div class="pair">
          ${inner(line, field, 'givenName', true)} ${inner(line, field, 'familyName', true)}
        </div>
        ${day.render!(field.nested(`${field.name}.birthDate`, false))}
      </div>`,
    ),
};

/** A second plan. */
export const secondary = (payers: Payers): Field<Secondary> => ({
  read: (context, name) =>
    answered({
      payer: payers.read(context.answers, `${name}.payer`),
      memberId: code.read(context, `${name}.memberId`),
      groupNumber: code.read(context, `${name}.groupNumber`),
    }) as Secondary,
  render: (field) => {
    const payer = field.nested(`${field.name}.payer`, true);
    return html`<div role="group" class="nested" aria-label=${field.t('secondary.legend')}>
      ${single(payer, payerBox(payers, payer))}
      <div class="ids">${inner(code, field, 'memberId')} ${inner(code, field, 'groupNumber')}</div>
    </div>`;
  },
});

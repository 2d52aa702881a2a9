import { html, nothing } from 'lit/html.js';
import type { InsuranceCheck } from '../../contract/index.js';
import { noPayer } from '../../contract/wire.js';
import { birthDate, checkbox, choice, consent, text } from '../../fields/index.js';
import {
  defineForm,
  later,
  required,
  type Field,
  type Form,
  type FormContext,
  type Option,
} from '../../form/index.js';
import { payer, type Payers } from '../../payers/index.js';
import { cards } from '../../photos/index.js';

type ValueOf<Key extends keyof InsuranceCheck> = NonNullable<InsuranceCheck[Key]>;

/** The lazily loaded fields; undefined until they are loaded. */
export interface LaterFields {
  subscriber(): Field<ValueOf<'subscriber'>> | undefined;
  /** The fields of a second plan; whether there is one is asked before */
  secondary(): Field<ValueOf<'secondary'>> | undefined;
}

const services = ({ clinic }: FormContext): Option[] =>
  (clinic?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));

const isSelfPay = ({ answers }: FormContext) => answers.flag('selfPay') === true;

/** Whether the plan is in another person's name. */
const isHeldByAnother = (context: FormContext) =>
  !isSelfPay(context) && !['self', undefined].includes(context.answers.text('relationship'));

/** Asks and sends a field only while a condition holds, even if it was answered before. */
const onlyIf = <Value>(
  holds: (context: FormContext) => boolean,
  field: Field<Value>,
): Field<Value> => ({
  ...field,
  asked: (context) => holds(context) && field.asked?.(context) !== false,
  read: (context, name) => (holds(context) ? field.read(context, name) : undefined),
});

/** Not asked of visitors who pay without insurance. */
const insured = <Value>(field: Field<Value>): Field<Value> =>
  onlyIf((context) => !isSelfPay(context), field);

/** The fields of the insurance check, in the order asked. */
export const insuranceForm = (payers: Payers, loaded: LaterFields): Form<'insurance-check'> => {
  const insurer = payer(payers);
  const hasSecondPlan = checkbox();
  return defineForm({
    type: 'insurance-check',
    fields: {
      payer: required({
        ...insurer,
        asked: (context) => !isSelfPay(context),
        read: (context, name) =>
          isSelfPay(context) ? { name: noPayer } : insurer.read(context, name),
      }),
      selfPay: checkbox(),
      service: choice({ options: services }),
      relationship: insured(choice({ options: ['self', 'spouse', 'child', 'other'] })),
      subscriber: onlyIf(
        isHeldByAnother,
        later(loaded.subscriber, { nested: true, requiredIf: () => true }),
      ),
      memberId: insured(text({ alternative: 'cards', autocapitalize: 'characters' })),
      groupNumber: insured(text({ autocapitalize: 'characters' })),
      cards: insured(cards()),
      secondary: insured<ValueOf<'secondary'>>({
        nested: true,
        read: (context, name) =>
          context.answers.flag(name) ? loaded.secondary()?.read(context, name) : undefined,
        render: (field) =>
          html`${hasSecondPlan.render!(field)}
          ${field.isChecked('true') ? loaded.secondary()?.render?.(field) : nothing}`,
      }),
      givenName: required(text({ autocomplete: 'given-name' })),
      familyName: required(text({ autocomplete: 'family-name' })),
      birthDate: required(birthDate()),
      legalSex: insured(
        choice({ options: ['female', 'male', 'other', 'unknown'], askedByDefault: false }),
      ),
      phone: text({ type: 'tel', autocomplete: 'tel', alternative: 'email' }),
      email: text({ type: 'email', autocomplete: 'email', alternative: 'phone' }),
    },
    consents: consent(),
  });
};

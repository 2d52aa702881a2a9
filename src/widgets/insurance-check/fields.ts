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

/** The fields that are loaded after the form; undefined until they are there. */
export interface LaterFields {
  subscriber(): Field<ValueOf<'subscriber'>> | undefined;
  /** Its questions; whether there is a second plan is asked before */
  secondary(): Field<ValueOf<'secondary'>> | undefined;
}

const services = ({ clinic }: FormContext): Option[] =>
  (clinic?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));

const isSelfPay = ({ answers }: FormContext) => answers.flag('selfPay') === true;

/** Whether the plan is in someone else's name. */
const isHeldByAnother = (context: FormContext) =>
  !isSelfPay(context) && !['self', undefined].includes(context.answers.text('relationship'));

/** Asked and sent only where it makes sense, also when it was answered before that changed. */
const onlyIf = <Value>(
  holds: (context: FormContext) => boolean,
  field: Field<Value>,
): Field<Value> => ({
  ...field,
  asked: (context) => holds(context) && field.asked?.(context) !== false,
  read: (context, name) => (holds(context) ? field.read(context, name) : undefined),
});

/** Someone who pays without insurance is asked nothing about a plan. */
const insured = <Value>(field: Field<Value>): Field<Value> =>
  onlyIf((context) => !isSelfPay(context), field);

/** What is asked, in the order it is asked. The contract says what may be answered. */
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

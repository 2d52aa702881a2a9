import type { PropertyValues } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { define, type Stage } from '../../config/index.js';
import type { InsuranceCheck as Check, Receipt } from '../../contract/index.js';
import { noPayer } from '../../contract/no-payer.js';
import {
  birthDate,
  cards,
  choice,
  consent,
  payer,
  Payers,
  text,
  tick,
} from '../../fields/index.js';
import {
  defineForm,
  FormController,
  PostingWidget,
  required,
  type Answers,
  type Field,
  type Option,
  type Surroundings,
} from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import type { Details } from './parts/follow-up.lazy/follow-up.js';
import { styles } from './insurance-check.styles.js';
import { en } from './messages/en.js';

const services = ({ clinic }: Surroundings): Option[] =>
  (clinic?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));

const paysAlone = (answers: Answers) => answers.flag('selfPay') === true;

/** Asked and sent only where it makes sense, also when it was answered before that changed. */
const onlyIf = <Value>(
  holds: (answers: Answers) => boolean,
  field: Field<Value>,
): Field<Value> => ({
  ...field,
  asked: (around) => holds(around.answers) && field.asked?.(around) !== false,
  read: (answers, name, around) => (holds(answers) ? field.read(answers, name, around) : undefined),
});

/** Of somebody who pays without insurance nothing about a plan is asked. */
const insured = <Value>(field: Field<Value>): Field<Value> =>
  onlyIf((answers) => !paysAlone(answers), field);

/** Whether the plan is in the name of somebody else. */
const isHeldByAnother = (answers: Answers) =>
  !paysAlone(answers) && !['self', undefined].includes(answers.text('relationship'));

/** What is asked, in the order it is asked. The contract says what may be answered. What only some are asked comes with `details`. */
export const insuranceForm = (payers: Payers, details: () => Details | undefined) => {
  const whose = payer(payers);
  const second = tick();
  return defineForm({
    type: 'insurance-check',
    fields: {
      payer: required({
        ...whose,
        asked: ({ answers }) => !paysAlone(answers),
        read: (answers, name, around) =>
          paysAlone(answers) ? { name: noPayer } : whose.read(answers, name, around),
      }),
      selfPay: tick(),
      service: choice({ options: services }),
      relationship: insured(choice({ options: ['self', 'spouse', 'child', 'other'] })),
      subscriber: onlyIf<NonNullable<Check['subscriber']>>(isHeldByAnother, {
        needed: () => true,
        read: (...asked) => details()?.subscriber.read(...asked),
        render: (field) => details()?.subscriber.render(field),
      }),
      memberId: insured(text({ instead: 'cards', autocapitalize: 'characters' })),
      groupNumber: insured(text({ autocapitalize: 'characters' })),
      cards: insured(cards()),
      secondary: insured<NonNullable<Check['secondary']>>({
        read: (answers, name, around) =>
          answers.flag(name) ? details()?.secondary.read(answers, name, around) : undefined,
        render: (field) =>
          html`${second.render!(field)}
          ${field.chosen('true') ? details()?.secondary.render(field) : nothing}`,
      }),
      givenName: required(text({ autocomplete: 'given-name' })),
      familyName: required(text({ autocomplete: 'family-name' })),
      birthDate: required(birthDate()),
      legalSex: insured(choice({ options: ['female', 'male', 'other', 'unknown'], usual: false })),
      phone: text({ type: 'tel', autocomplete: 'tel', instead: 'email' }),
      email: text({ type: 'email', autocomplete: 'email', instead: 'phone' }),
    },
    consents: consent(),
  });
};

/**
 * "Am I covered?": at once and without a name from the clinic's own list, then from the insurer, or by a person who asks it. It never
 * shows an estimate that nobody has made.
 * @summary Check insurance, first without and then with personal data
 * @tag insurance-check
 * @fires {CustomEvent<ClinicEvents['clinic-coverage']>} clinic-coverage - The check was answered or is pending: `ref`, `status`
 */
export class InsuranceCheck extends PostingWidget {
  static override styles = [...PostingWidget.styles, styles];

  static override properties = {
    payers: {},
    service: {},
    fields: {},
  };

  /** Address of the clinic's list of insurers; without it, the clinic file's */
  declare payers?: string;
  /** The service to check for, by its id in the clinic file */
  declare service?: string;
  /** Which questions are asked: `memberId!, cards, legalSex?`; those the check cannot do without are always asked */
  declare fields?: string;

  protected readonly words = new Messages(this, { en, es: () => import('./messages/es.lazy.js') });
  readonly #payers = new Payers(this, () => this.settings.payers ?? this.clinic?.payers);
  readonly #form = new FormController(
    this,
    insuranceForm(this.#payers, () => this.#details),
    this.words,
    {
      endpoint: false,
      entered: () => this.#payers.entered(),
      later: () => this.#load(),
      submit: () => (this.#details?.purpose() ? 'submit.estimate' : 'submit'),
      accepted: (submission, receipt) => this.#details?.keep(submission, receipt),
    },
  );
  #details?: Details;

  protected override get stage(): Stage {
    const { stage } = this.#form;
    // The list alone is an answer, but without even that there is nothing to show before the clinic file is there.
    if (stage === 'show' && !this.#form.canSend && this.clinicPending && !this.settings.payers)
      return 'wait';
    return stage;
  }

  protected override opened({ service }: { service?: string }) {
    if (service) this.#form.preset('service', service);
    this.open();
  }

  protected override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    this.#form.presetOnce({ service: this.settings.service });
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    const { receipt } = this.#form;
    if (!receipt || this.#told === receipt) return;
    this.#told = receipt;
    this.emit('clinic-coverage', { ref: receipt.reference, status: this.#details!.status });
  }
  #told?: Receipt;

  async #load() {
    const [{ Details, later }, ...asides] = await Promise.all([
      import('./parts/follow-up.lazy/follow-up.js'),
      import('../../payers/programs.lazy.js').catch(() => undefined),
      import('./parts/good-faith-estimate.lazy.js').catch(() => undefined),
    ]);
    this.words.add(later);
    this.#details ??= new Details(this, this.#form, this.words, this.#payers, ...asides);
    this.requestUpdate();
    return { later };
  }

  protected override render(): unknown {
    return this.#form.status.is === 'sent' ? this.#details?.sent() : this.#renderForm();
  }

  #renderForm() {
    const field = this.#form.field.bind(this.#form);
    const told = this.#payers.failed
      ? html`<p class="hint">${this.words.t('payer.none')}</p>`
      : this.#details?.network();
    return html`${this.intro(this.words.t('intro'))}
    ${this.#form.frame(html`
      ${field('payer')}
      <div role="status" class=${told ? '' : 'silent'}>${told}</div>
      ${field('selfPay')} ${this.#details?.estimate()}
      ${this.#form.canSend ? this.#renderDetails() : this.#form.call()}
    `)}
    ${this.#details?.booking()}`;
  }

  #renderDetails() {
    const { t, local } = this.words;
    const field = this.#form.field.bind(this.#form);
    const reply = local(this.clinic?.reply) || t('reply');
    const other = this.#details?.purpose();
    return html`<section class="part">
        ${heading(this.settings.headingLevel + 1, other?.title ?? t('details.title'))}
        <p class="hint">${other?.text ?? t('details.text', { reply })}</p>
        ${field('service')} ${field('relationship')} ${field('subscriber')}
        <div class="ids">${field('memberId')} ${field('groupNumber')}</div>
        ${field('cards')} ${field('secondary')}
      </section>
      <div class="part" role="group" aria-label=${t('who.title')} aria-describedby="who">
        ${heading(this.settings.headingLevel + 1, t('who.title'))}
        <p class="hint" id="who">${t('who.hint')}</p>
        <div class="pair">${field('givenName')} ${field('familyName')}</div>
        ${field('birthDate')} ${field('legalSex')}
      </div>
      <div class="pair long">${field('phone')} ${field('email')}</div>
      <div>${this.#form.consents()}</div>`;
  }
}
define('insurance-check', InsuranceCheck);

declare global {
  interface HTMLElementTagNameMap {
    'insurance-check': InsuranceCheck;
  }
}

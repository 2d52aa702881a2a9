import type { PropertyValues } from '@lit/reactive-element';
import { html } from 'lit/html.js';
import type { Receipt } from '../../contract/index.js';
import { define, type Stage } from '../../element/index.js';
import { FormController, PostingWidget } from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { Payers } from '../../payers/index.js';
import { heading } from '../../theme/index.js';
import { insuranceForm } from './fields.js';
import { styles } from './insurance-check.styles.js';
import { en } from './messages/en.js';
import type { FollowUp } from './parts/follow-up.lazy/follow-up.js';

/**
 * Answers "Am I covered?": first from the clinic's own payer list, without personal data, then from
 * the insurer, either automatically or by the clinic's staff. It never invents an estimate.
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

  /** URL of the clinic's payer list. Default: the list of the clinic file */
  declare payers?: string;
  /** Id of the service to check, from the clinic file */
  declare service?: string;
  /**
   * Which fields to ask: `memberId!, cards, legalSex?`; fields that the check requires are always
   * asked
   */
  declare fields?: string;

  protected readonly words = new Messages(this, { en, es: () => import('./messages/es.lazy.js') });
  readonly #payers = new Payers(this, () => this.settings.payers ?? this.clinic?.payers);
  readonly #form = new FormController(
    this,
    insuranceForm(this.#payers, {
      subscriber: () => this.#fields?.subscriber,
      secondary: () => this.#secondary,
    }),
    this.words,
    {
      needsEndpoint: false,
      load: () => this.#load(),
      entered: () => this.#payers.entered(),
      submitKey: () => (this.#followUp?.purpose() ? 'submit.estimate' : 'submit'),
      accepted: (submission, receipt) => this.#followUp?.accepted(submission, receipt),
    },
  );
  #fields?: typeof import('./fields.lazy.js');
  #secondary?: ReturnType<typeof import('./fields.lazy.js').secondary>;
  #followUp?: FollowUp;
  /** The receipt last reported by `clinic-coverage` */
  #told?: Receipt;

  protected override get stage(): Stage {
    const { stage } = this.#form;
    // The payer list alone is useful, but it may still come with the clinic file.
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
    this.emit('clinic-coverage', { ref: receipt.reference, status: this.#followUp!.status });
  }

  /**
   * Loaded when a visitor first uses the form. Without the last two modules the form still works,
   * with less information.
   */
  async #load() {
    const [fields, { FollowUp, en, es }, programs, estimate] = await Promise.all([
      import('./fields.lazy.js'),
      import('./parts/follow-up.lazy/follow-up.js'),
      import('../../payers/programs.lazy.js').catch(() => undefined),
      import('./parts/good-faith-estimate.lazy.js').catch(() => undefined),
    ]);
    this.words.add({ en, es });
    this.#fields = fields;
    this.#secondary ??= fields.secondary(this.#payers);
    this.#followUp ??= new FollowUp(this, this.#form, this.words, this.#payers, {
      programs,
      estimate,
    });
    this.requestUpdate();
    return undefined;
  }

  protected override render(): unknown {
    return this.#form.status.is === 'sent' ? this.#followUp?.sent() : this.#drawForm();
  }

  #drawForm() {
    const field = this.#form.field.bind(this.#form);
    const notice = this.#payers.failed
      ? html`<p class="hint">${this.words.t('payer.none')}</p>`
      : this.#followUp?.network();
    return html`${this.intro(this.words.t('intro'))}
    ${this.#form.frame(html`
      ${field('payer')}
      <div role="status" class=${notice ? '' : 'silent'}>${notice}</div>
      ${field('selfPay')} ${this.#followUp?.estimate()}
      ${this.#form.canSend ? this.#drawDetails() : this.#form.call()}
    `)}
    ${this.#followUp?.booking()}`;
  }

  #drawDetails() {
    const { t, local } = this.words;
    const field = this.#form.field.bind(this.#form);
    const reply = local(this.clinic?.reply) || t('reply');
    const purpose = this.#followUp?.purpose();
    return html`<section class="part">
        ${heading(this.settings.headingLevel + 1, purpose?.title ?? t('details.title'))}
        <p class="hint">${purpose?.text ?? t('details.text', { reply })}</p>
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

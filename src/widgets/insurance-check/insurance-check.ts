import type { PropertyValues } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { define, type Stage } from '../../config/index.js';
import { birthDate, choice, consent, payer, Payers, text, unasked } from '../../fields/index.js';
import {
  defineForm,
  FormController,
  PostingWidget,
  required,
  type Option,
  type Surroundings,
} from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import { styles } from './insurance-check.styles.js';
import { en } from './messages/en.js';

const services = ({ clinic }: Surroundings): Option[] =>
  (clinic?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** What is asked, in the order it is asked. The contract says what may be answered. */
export const insuranceForm = (payers: Payers) =>
  defineForm({
    type: 'insurance-check',
    fields: {
      payer: required(payer(payers)),
      service: choice({ options: services }),
      memberId: text({ instead: 'cards' }),
      groupNumber: text(),
      givenName: required(text({ autocomplete: 'given-name' })),
      familyName: required(text({ autocomplete: 'family-name' })),
      birthDate: required(birthDate()),
      phone: text({ type: 'tel', autocomplete: 'tel', instead: 'email' }),
      email: text({ type: 'email', autocomplete: 'email', instead: 'phone' }),
      relationship: unasked(),
      subscriber: unasked(),
      secondary: unasked(),
      cards: unasked(),
      selfPay: unasked(),
      legalSex: unasked(),
    },
    consents: consent(),
  });

/**
 * "Am I covered?": at once and without a name from the clinic's own list, then by a person who asks the insurer.
 * @summary Check insurance, first without and then with personal data
 * @tag insurance-check
 * @fires {CustomEvent<ClinicEvents['clinic-coverage']>} clinic-coverage - The check was answered or is pending: `ref`, `status`
 */
export class InsuranceCheck extends PostingWidget {
  static override styles = [...PostingWidget.styles, styles];

  static override properties = {
    payers: {},
    service: {},
  };

  /** Address of the clinic's list of insurers; without it, the clinic file's */
  declare payers?: string;
  /** The service to check for, by its id in the clinic file */
  declare service?: string;

  protected readonly words = new Messages(this, { en, es: () => import('./messages/es.js') });
  readonly #payers = new Payers(this, () => this.settings.payers ?? this.clinic?.payers);
  readonly #form = new FormController(this, insuranceForm(this.#payers), this.words, {
    endpoint: false,
    entered: () => this.#payers.entered(),
  });

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
    if (!receipt || this.#told === receipt.reference) return;
    this.#told = receipt.reference;
    this.emit('clinic-coverage', {
      ref: receipt.reference,
      status: receipt.coverage ? 'answered' : 'pending',
    });
  }
  #told?: string;

  protected override render(): unknown {
    return this.#form.status.is === 'sent' ? this.#renderSent() : this.#renderForm();
  }

  #renderForm() {
    const field = this.#form.field.bind(this.#form);
    return html`${this.intro(this.words.t('intro'))}
    ${this.#form.frame(html`
      ${field('payer')}
      <div role="status">
        ${this.#payers.failed ? html`<p class="hint">${this.words.t('payer.none')}</p>` : this.#renderNetwork()}
      </div>
      ${this.#form.canSend ? this.#renderDetails() : this.#form.call()}
    `)}`;
  }

  /** Level 0: what the clinic's own table says. It does not name the insurer: text on the page is what session recorders read. */
  #renderNetwork() {
    const { t } = this.words;
    const chosen = this.#form.answer('payer') as { id?: string } | undefined;
    const network = this.#payers.network(chosen);
    if (!network) return nothing;
    return html`<div class="network ${network}">
      <strong>${t(`network.${network}`)}</strong>
      <p>${t(`network.${network}.next`)}</p>
      <p class="hint">${t('network.promise')}</p>
    </div>`;
  }

  #renderDetails() {
    const { t, local } = this.words;
    const field = this.#form.field.bind(this.#form);
    const reply = local(this.clinic?.reply);
    return html`<section>
        ${heading(this.settings.headingLevel + 1, t('details.title'))}
        <p class="hint">${reply ? t('details.text', { reply }) : t('details.text.bare')}</p>
        ${field('service')}
        <div class="pair">${field('memberId')} ${field('groupNumber')}</div>
        <div class="pair">${field('givenName')} ${field('familyName')}</div>
        ${field('birthDate')} ${field('phone')} ${field('email')}
      </section>
      <div>${this.#form.consents()}</div>`;
  }

  #renderSent() {
    const { t, local } = this.words;
    const reply = local(this.clinic?.reply);
    return this.#form.sent(
      html`${heading(this.settings.headingLevel, t('sent.title'))}
        <p>${reply ? t('sent.text', { reply }) : t('sent.text.bare')}</p>
        ${this.#form.reference()} ${this.#form.call()}
        <p>${t('sent.book')}</p>
        <button type="button" class="quiet" @click=${this.#book}>${t('sent.book.button')}</button>`,
    );
  }

  readonly #book = () => {
    const ref = this.#form.receipt?.reference;
    this.emit('clinic-open', { target: 'appointment-form', ...(ref && { ref }) });
  };
}
define('insurance-check', InsuranceCheck);

declare global {
  interface HTMLElementTagNameMap {
    'insurance-check': InsuranceCheck;
  }
}

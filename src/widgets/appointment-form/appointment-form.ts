import { html, nothing } from 'lit/html.js';
import { define, safeHref, type Stage } from '../../config/index.js';
import {
  birthDate,
  choice,
  consent,
  preferences,
  select,
  text,
  textarea,
  unasked,
  yesNo,
} from '../../fields/index.js';
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
import { styles } from './appointment-form.styles.js';
import { en } from './messages/en.js';

type Around = Surroundings;

const serviceOf = ({ clinic, answers }: Around) =>
  clinic?.services?.find(({ id }) => id === answers.text('service'));

const services = ({ clinic }: Around): Option[] =>
  (clinic?.services ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** What the chosen service is offered as; where none is chosen, what any of them is. */
const visits = (around: Around): Option[] => {
  const offered =
    serviceOf(around)?.visit ?? around.clinic?.services?.flatMap(({ visit }) => visit ?? []) ?? [];
  return (['in-person', 'telehealth'] as const)
    .filter((visit) => offered.includes(visit))
    .map((value) => ({ value }));
};

const locations = (around: Around): Option[] => {
  const own = serviceOf(around)?.locations;
  return (around.clinic?.locations ?? [])
    .filter(({ id }) => !own || own.includes(id))
    .map(({ id, name, address }) => ({
      value: id,
      label: name,
      ...(address && { note: address }),
    }));
};

/** Nobody is offered who cannot do it. */
const clinicians = (around: Around): Option[] => {
  const able = serviceOf(around)?.clinicians;
  return (around.clinic?.clinicians ?? [])
    .filter(({ id }) => !able || able.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
};

const byPhone = ({ answers }: Around) => answers.text('contactBy') === 'phone';

/** What is asked, in the order it is asked. The contract says what may be answered. */
export const appointmentForm = defineForm({
  type: 'appointment',
  fields: {
    forWhom: required(choice({ options: ['self', 'other'] })),
    givenName: required(text({ autocomplete: 'given-name' })),
    familyName: required(text({ autocomplete: 'family-name' })),
    chosenName: text({ usual: false }),
    birthDate: birthDate({ usual: false }),
    newPatient: yesNo(),
    phone: text({ type: 'tel', autocomplete: 'tel', instead: 'email' }),
    email: text({ type: 'email', autocomplete: 'email', instead: 'phone' }),
    contactBy: choice({ options: ['phone', 'text', 'email'] }),
    callTime: select({
      options: ['morning', 'midday', 'afternoon', 'evening', 'any'],
      asked: byPhone,
    }),
    voicemailOk: yesNo({ asked: byPhone }),
    service: choice({ options: services }),
    visit: choice<'in-person' | 'telehealth'>({ options: visits }),
    location: choice({
      options: locations,
      asked: ({ answers }) => answers.text('visit') !== 'telehealth',
    }),
    clinician: choice({ options: clinicians, usual: false }),
    preferences: preferences({ instead: 'slot' }),
    reason: textarea(),
    guardian: unasked(),
    slot: unasked(),
    interpreter: unasked(),
    access: unasked(),
    legalSex: unasked(),
    coverageRef: unasked(),
    answers: unasked(),
  },
  consents: consent(),
});

/**
 * Asks for an appointment: who it is for, how to answer, what for, where and when. Without bookable slots it is a request, and is
 * never called booked.
 * @summary Request an appointment
 * @tag appointment-form
 */
export class AppointmentForm extends PostingWidget {
  static override styles = [...PostingWidget.styles, styles];

  static override properties = {
    layout: {},
    service: {},
    location: {},
    clinician: {},
    region: {},
    fields: {},
  };

  /** `page`: everything on one page (default) */
  declare layout?: 'page' | 'steps';
  /** The service to begin with, by its id in the clinic file */
  declare service?: string;
  /** The location to begin with */
  declare location?: string;
  /** The clinician to begin with */
  declare clinician?: string;
  /** ISO 3166-1; chooses the emergency lines where the clinic file names none. Default `US` */
  declare region?: string;
  /** Which fields to ask: `givenName, phone?, email!`; `?` optional, `!` required. What the contract requires is always asked */
  declare fields?: string;

  protected readonly words = new Messages(this, { en, es: () => import('./messages/es.js') });
  readonly #form = new FormController(this, appointmentForm, this.words);

  protected override get stage(): Stage {
    return this.#form.stage;
  }

  protected override opened({ service }: { service?: string }) {
    if (service) this.#form.preset('service', service);
    this.open();
  }

  protected override willUpdate() {
    const { service, location, clinician } = this.settings;
    this.#form.presetOnce({ service, location, clinician });
  }

  protected override render(): unknown {
    return html`${this.#renderEmergency()}
    ${this.#form.status.is === 'sent' ? this.#renderSent() : this.#renderForm()}`;
  }

  #renderForm() {
    const { t, local } = this.words;
    const reply = local(this.clinic?.reply);
    return html`${this.intro(reply ? t('intro', { reply }) : t('intro.bare'))}
    ${this.#form.frame(
      html`${this.settings.fields ? this.#form.fields() : this.#renderSections()}
        <div>${this.#form.consents()}</div>`,
    )}`;
  }

  /** The usual questions under their headings; a page that names its own questions gets them in its own order instead. */
  #renderSections() {
    const field = this.#form.field.bind(this.#form);
    const pair = (one: unknown, other: unknown) => html`<div class="pair">${one} ${other}</div>`;
    const contact = [field('contactBy'), field('callTime'), field('voicemailOk')];
    const visit = [field('service'), field('visit'), field('location'), field('clinician')];
    return html`
      ${this.#section('who', field('forWhom'), pair(field('givenName'), field('familyName')), field('newPatient'))}
      ${this.#section('contact', field('phone'), field('email'), ...contact)}
      ${this.clinicPending ? html`<div class="room"></div>` : this.#section('visit', ...visit)}
      ${this.#section('when', field('preferences'))} ${this.#section('more', field('reason'))}
    `;
  }

  /** A part of the form under its heading; without a field there is no part. */
  #section(name: 'who' | 'contact' | 'visit' | 'when' | 'more', ...fields: unknown[]): unknown {
    if (fields.every((field) => field === nothing)) return nothing;
    return html`<section>
      ${heading(this.settings.headingLevel + 1, this.words.t(`section.${name}`))} ${fields}
    </section>`;
  }

  #renderSent() {
    const { t, local } = this.words;
    const status = this.#form.receipt?.status === 'confirmed' ? 'confirmed' : 'received';
    const reply = local(this.clinic?.reply);
    const text =
      status === 'confirmed'
        ? t('sent.confirmed.text')
        : reply
          ? t('sent.received.text', { reply })
          : t('sent.received.text.bare');
    return this.#form.sent(
      html`${heading(this.settings.headingLevel, t(`sent.${status}.title`))}
        <p>${text}</p>
        ${this.#form.reference()} ${this.#form.call('sent.call')}`,
    );
  }

  /** Calm and always in sight: whoever is in danger must not look for it. */
  #renderEmergency() {
    const { t, local } = this.words;
    const own = this.clinic?.emergency?.map(({ text, href }) => ({ text: local(text), href }));
    const us = [
      { text: t('emergency.US.988'), href: 'tel:988' },
      { text: t('emergency.US.988-text'), href: 'sms:988' },
      { text: t('emergency.US.911'), href: 'tel:911' },
    ];
    const lines = own ?? ((this.settings.region ?? 'US') === 'US' ? us : []);
    return html`<div class="emergency" lang=${this.words.locale}>
      <p>${t('emergency.title')}</p>
      ${
        lines.length === 0
          ? t('emergency.elsewhere')
          : html`<ul>
              ${lines.map(({ text, href }) => this.#line(text, href))}
            </ul>`
      }
    </div>`;
  }

  #line(text: string, address: string) {
    const href = safeHref(address);
    return html`<li>${href ? html`<a href=${href}>${text}</a>` : text}</li>`;
  }
}
define('appointment-form', AppointmentForm);

declare global {
  interface HTMLElementTagNameMap {
    'appointment-form': AppointmentForm;
  }
}

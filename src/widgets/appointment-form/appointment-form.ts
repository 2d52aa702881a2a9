import { html, nothing } from 'lit/html.js';
import { define, safeHref, type Stage } from '../../config/index.js';
import { FormController, PostingWidget } from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import { styles } from './appointment-form.styles.js';
import { appointmentForm, steps } from './form.js';
import { en } from './messages/en.js';
import { fetchMore, fetchQuestions, questionWords } from './parts.js';

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
  readonly #fetched = new Set<unknown>();
  readonly #form = new FormController(this, appointmentForm, this.words, { later: fetchMore });

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
    this.#ask();
  }

  /** Fetches what is asked besides: on one page at once, in steps with the first focus; the clinic's questions where its file has any. */
  #ask() {
    const { clinic, words } = this;
    if (this.settings.layout !== 'steps') this.#once(fetchMore, ({ later }) => words.add(later));
    if (!clinic?.questions?.length) return;
    this.#once(fetchQuestions);
    words.add(questionWords(clinic, words.local));
  }

  #once<Part>(fetch: () => Promise<Part>, then?: (part: Part) => void) {
    if (this.#fetched.has(fetch)) return;
    this.#fetched.add(fetch);
    void fetch().then((part) => {
      then?.(part);
      this.requestUpdate();
    });
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
    return steps.map(({ id, fields }) => {
      if (id === 'visit' && this.clinicPending) return html`<div class="room"></div>`;
      const drawn = fields.map((name) => this.#form.field(name));
      // A part without a field is no part.
      if (drawn.every((field) => field === nothing)) return nothing;
      return html`<section>
        ${heading(this.settings.headingLevel + 1, this.words.say(`step.${id}`))} ${drawn}
      </section>`;
    });
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

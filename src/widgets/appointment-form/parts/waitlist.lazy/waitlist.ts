/** The waitlist form. Loaded when a visitor chooses it. */
import { html } from 'lit/html.js';
import type { ClinicElement } from '../../../../element/index.js';
import { preferences } from '../../../../fields/index.js';
import {
  defineForm,
  notAsked,
  type Form,
  type FormController,
  type FormFlow,
} from '../../../../form/index.js';
import type { AnyMessages } from '../../../../i18n/index.js';
import { heading } from '../../../../theme/index.js';
import { en, es } from './messages.js';

/**
 * The form of the waitlist. It includes earlier answers, such as service, location and clinician.
 */
export function waitlistForm({ fields, consents }: Form<'appointment'>): Form<'waitlist'> {
  // The `fields` attribute may name fields of the appointment form only.
  const others = Object.fromEntries(Object.keys(fields).map((name) => [name, notAsked()]));
  return defineForm({
    type: 'waitlist',
    fields: {
      ...others,
      givenName: fields.givenName,
      familyName: fields.familyName,
      phone: fields.phone,
      email: fields.email,
      contactBy: fields.contactBy,
      preferences: preferences(),
      birthDate: fields.birthDate,
      service: fields.service,
      location: fields.location,
      visit: fields.visit,
      clinician: fields.clinician,
    },
    consents,
  });
}

const asked = ['givenName', 'familyName', 'phone', 'email', 'contactBy', 'preferences'] as const;

/**
 * The waitlist as an alternative if no time is available. It keeps the answers and asks only for
 * what is missing, on one page.
 */
export class Waitlist implements FormFlow {
  readonly sends = true;
  readonly submitKey = 'submit.waitlist';
  readonly order = asked;
  readonly #host: ClinicElement;
  readonly #form: FormController<'appointment'>;
  readonly #words: AnyMessages;
  readonly #back: () => void;
  readonly #missing: readonly (typeof asked)[number][];
  #wasReset = false;

  /** @param back returns to the times */
  constructor(
    host: ClinicElement,
    form: FormController<'appointment'>,
    appointment: Form<'appointment'>,
    words: AnyMessages,
    back: () => void,
  ) {
    this.#host = host;
    this.#form = form;
    this.#words = words;
    this.#back = back;
    words.add({ en, es });
    this.#missing = asked.filter((name) => form.answer(name) === undefined);
    form.use(waitlistForm(appointment));
    form.focusNext('form [part~="heading"]');
  }

  shows = () => true;
  turnTo = () => false;
  next() {}

  /** After sending or the idle timeout: the next visitor is another person. */
  reset() {
    this.#wasReset = true;
  }

  aside(): unknown {
    return html`<button part="back" class="quiet" type="button" @click=${this.#back}>
      ${this.#words.say('waitlist.back')}
    </button>`;
  }

  view(): unknown {
    const { say } = this.#words;
    const form = this.#form;
    // Fields answered before are not asked again unless they have an error.
    const names = asked.filter(
      (name) =>
        form.status.is === 'rejected' ||
        this.#missing.includes(name) ||
        form.answer(name) === undefined,
    );
    return form.frame(
      html`<div class="intro">
          ${heading(this.#host.settings.headingLevel, say('waitlist.title'))}
          <p class="hint">${say('waitlist.text')}</p>
        </div>
        ${form.fields(names)}
        <div>${form.consents()}</div>`,
    );
  }

  /** Whether the next visitor starts with the first question. */
  get isOver(): boolean {
    return this.#wasReset && this.#form.status.is === 'editing';
  }

  sent(): unknown {
    const { say } = this.#words;
    return this.#form.sent(
      html`${heading(this.#host.settings.headingLevel, say('waitlist.sent.title'))}
        <p>${say('waitlist.sent.text')}</p>
        ${this.#form.reference()} ${this.#form.call('sent.call')}`,
    );
  }
}

import { html } from 'lit/html.js';
import type { ClinicElement } from '../../../../config/index.js';
import { preferences, unasked } from '../../../../fields/index.js';
import { defineForm, type Course, type FormController } from '../../../../form/index.js';
import type { Messages } from '../../../../i18n/index.js';
import { heading } from '../../../../theme/index.js';
import { appointmentForm } from '../../fields.js';
import { waitlist as en } from './messages.js';

const { givenName, familyName, phone, email, contactBy } = appointmentForm.fields;
const { service, location, visit, clinician, birthDate } = appointmentForm.fields;

/** What only an appointment asks: the `fields` attribute may name it all the same. */
const others = Object.fromEntries(
  Object.keys(appointmentForm.fields).map((name) => [name, unasked()]),
);

/** What whoever waits is asked. What was answered before goes along: for which service, where, with whom. */
export const waitlistForm = defineForm({
  type: 'waitlist',
  fields: {
    ...others,
    givenName,
    familyName,
    phone,
    email,
    contactBy,
    preferences: preferences(),
    birthDate,
    service,
    location,
    visit,
    clinician,
  },
  consents: appointmentForm.consents,
});

const asked = ['givenName', 'familyName', 'phone', 'email', 'contactBy', 'preferences'] as const;

type Words = Pick<Messages<Record<string, string>>, 'say' | 'add'>;

/** The way on where nothing is free: the same form under another name, with only what is still missing, on one page. */
export class Waitlist implements Course {
  readonly sends = true;
  readonly submit = 'submit.waitlist';
  readonly order = asked;
  readonly #host: ClinicElement;
  readonly #form: FormController<'appointment'>;
  readonly #words: Words;
  readonly #back: () => void;
  readonly #missing: readonly (typeof asked)[number][];
  #reset = false;

  /** @param back leads to the times again */
  constructor(
    host: ClinicElement,
    form: FormController<'appointment'>,
    words: Words,
    back: () => void,
  ) {
    this.#host = host;
    this.#form = form;
    this.#words = words;
    this.#back = back;
    words.add(en);
    this.#missing = asked.filter((name) => form.answer(name) === undefined);
    form.use(waitlistForm);
    form.turn('form [part~="heading"]');
  }

  asks = () => true;
  turnTo = () => false;
  next() {}

  /** Sent, or left alone for long: what comes next is for somebody else. */
  reset() {
    this.#reset = true;
  }

  aside(): unknown {
    return html`<button part="back" class="quiet" type="button" @click=${this.#back}>
      ${this.#words.say('waitlist.back')}
    </button>`;
  }

  view(): unknown {
    const { say } = this.#words;
    const form = this.#form;
    // What was typed before is not asked again, unless something is wrong with it.
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
      this,
    );
  }

  /** The next one begins with the first question. */
  get over(): boolean {
    return this.#reset && this.#form.status.is === 'editing';
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

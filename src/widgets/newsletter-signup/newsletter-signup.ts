import { html } from 'lit/html.js';
import { pairs } from '../../config/index.js';
import { define, type Stage } from '../../element/index.js';
import { choices, consent, text } from '../../fields/index.js';
import {
  defineForm,
  FormController,
  PostingWidget,
  required,
  type Option,
  type FormContext,
} from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import { en } from './messages/en.js';
import { styles } from './newsletter-signup.styles.js';

/** The topics from `topics="news:Clinic news, events:Events"`, else those of the clinic file. */
const topics = ({ settings, clinic }: FormContext): Option[] =>
  settings.topics
    ? pairs(settings.topics).map(([value, label]) => ({ value, label }))
    : (clinic?.topics ?? []).map(({ id, label }) => ({ value: id, label }));

/** The fields of the newsletter form, in the order asked. */
export const newsletterForm = defineForm({
  type: 'newsletter-signup',
  fields: {
    email: required(text({ type: 'email', autocomplete: 'email' })),
    givenName: text({ autocomplete: 'given-name', askedByDefault: false }),
    topics: choices({ options: topics }),
  },
  consents: consent(),
});

/**
 * Asks for an email address, topics if the clinic has any, and an explicit consent.
 * @summary Sign up for a clinic's newsletter
 * @tag newsletter-signup
 */
export class NewsletterSignup extends PostingWidget {
  static override styles = [...PostingWidget.styles, styles];

  static override properties = {
    topics: {},
  };

  /**
   * `news:Clinic news, events:Events`; default: the clinic file's topics. Topics must not name a
   * condition
   */
  declare topics?: string;

  protected readonly words = new Messages(this, { en, es: () => import('./messages/es.lazy.js') });
  readonly #form = new FormController(this, newsletterForm, this.words, {
    load: () => import('./messages/errors.lazy.js'),
  });

  protected override get stage(): Stage {
    return this.#form.stage;
  }

  protected override render(): unknown {
    return this.#form.status.is === 'sent' ? this.#renderSent() : this.#renderForm();
  }

  #renderForm() {
    return html`${this.intro(this.words.t('intro'))}
    ${this.#form.frame(html`${this.#form.fields()} ${this.#form.consents()}`)}`;
  }

  /** The same text for new and known addresses, so that nobody can find out who subscribes. */
  #renderSent() {
    const status = this.#form.receipt?.status === 'check-inbox' ? 'check-inbox' : 'subscribed';
    return this.#form.sent(
      html`${heading(this.settings.headingLevel, this.words.say(`sent.${status}.title`))}
        <p>${this.words.say(`sent.${status}.text`)}</p> `,
    );
  }
}
define('newsletter-signup', NewsletterSignup);

declare global {
  interface HTMLElementTagNameMap {
    'newsletter-signup': NewsletterSignup;
  }
}

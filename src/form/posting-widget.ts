import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { ClinicElement, telHref } from '../config/index.js';
import type { Receipt, Submission } from '../contract/index.js';
import type { Messages } from '../i18n/index.js';
import { baseStyles, formStyles, heading } from '../theme/index.js';
import type { en } from './messages/en.js';

/** The words this class shows by itself. */
type Words = Pick<Messages<typeof en & { heading: string }>, 't' | 'local' | 'pending'>;

/** A widget that sends what a visitor enters to the endpoint that the clinic configures, and nowhere else. */
export abstract class PostingWidget extends ClinicElement {
  static override styles = [baseStyles, formStyles].flat();

  /** Where the answers go: https, same origin or loopback */
  @property() endpoint?: string;
  /** How they are written: `json` (default), `form` or `multipart` */
  @property() format?: 'json' | 'form' | 'multipart';
  /** Other names for the receiver's fields: `email:EMAIL, givenName:FNAME` */
  @property() names?: string;
  /** Constant fields for the receiver: `form-name:contact` */
  @property() extra?: string;
  /** Address of the privacy policy */
  @property() privacy?: string;
  /** Address of the terms of use */
  @property() terms?: string;
  /** Address of the notice of privacy practices */
  @property() notice?: string;
  /** The whole flow without sending anything; events say `sandbox: true` */
  @property({ type: Boolean }) sandbox?: boolean;
  /** Takes the sending over: gets the sealed submission, answers with a receipt, or throws (with `issues` to refuse fields) */
  @property({ attribute: false }) deliver?: (submission: Submission) => Promise<Receipt>;
  /** Replaces `fetch` */
  @property({ attribute: false }) fetch?: typeof fetch;

  protected abstract readonly words: Words;

  /** Heading and a line under it; the heading is left out where the page has its own. */
  protected intro(text: unknown): unknown {
    const title = this.settings.heading ?? this.words.t('heading');
    return html`<div class="intro">
      ${title === '' ? nothing : heading(this.settings.headingLevel, title)}
      ${text ? html`<p class="hint">${text}</p>` : nothing}
    </div>`;
  }

  protected override renderBare() {
    const { phone } = this.settings;
    if (this.words.pending) return nothing;
    const [before, after] = this.words.t('call-us', { phone: '\u0000' }).split('\u0000');
    return html`${heading(this.settings.headingLevel, this.settings.heading || this.words.t('heading'))}
    ${phone ? html`<p>${before}<a href=${telHref(phone)}>${phone}</a>${after}</p>` : nothing}`;
  }
}

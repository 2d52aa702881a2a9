import { html } from 'lit/html.js';
import type { Submission } from '../../../contract/index.js';
import type { ClinicElement } from '../../../element/index.js';
import type { FormController } from '../../../form/index.js';
import type { AnyMessages } from '../../../i18n/index.js';
import { heading } from '../../../theme/index.js';
import type { SentPanel } from './sent-panel.lazy/sent-panel.js';

/** How long in ms the confirmation waits for its details, to avoid a layout shift. */
const patience = 1000;

/** The confirmation after a request or booking was accepted. */
export class Confirmation {
  /** Details of the visit, once accepted */
  #panel?: SentPanel | undefined;

  constructor(
    private readonly host: ClinicElement,
    private readonly form: FormController<'appointment'>,
    private readonly words: AnyMessages,
    /** IANA time zone of the clinic; undefined if only offsets are known */
    private readonly timeZone: () => string | undefined,
  ) {}

  /** Called when another form is filled in. */
  reset() {
    this.#panel = undefined;
  }

  /**
   * Loads the details of the confirmation. If that fails, the reference and the phone number are
   * still shown.
   */
  load(submission: Submission): Promise<void> {
    if (submission.type !== 'appointment') return Promise.resolve();
    const timeZone = this.timeZone();
    const loaded = import('./sent-panel.lazy/sent-panel.js').then(
      ({ SentPanel }) => {
        this.#panel = new SentPanel(this.host, submission, timeZone);
        this.host.requestUpdate();
      },
      () => undefined,
    );
    return Promise.race([loaded, new Promise<void>((resolve) => setTimeout(resolve, patience))]);
  }

  view(): unknown {
    const { say, local } = this.words;
    const { clinic, settings } = this.host;
    const status = this.form.receipt?.status === 'confirmed' ? 'confirmed' : 'received';
    const reply = local(clinic?.reply) || say('reply');
    return this.form.sent(
      html`${heading(settings.headingLevel, say(`sent.${status}.title`))}
        <p>${say(`sent.${status}.text`, { reply })}</p>
        ${this.form.reference()} ${this.#panel?.view(status === 'confirmed')}
        ${this.form.call('sent.call')}`,
    );
  }
}

import type { ClinicElement } from '../../../element/index.js';
import type { Form, FormController } from '../../../form/index.js';
import type { AnyMessages } from '../../../i18n/index.js';
import type { Scheduling } from '../../../scheduling/index.js';
import type { Waitlist } from './waitlist.lazy/waitlist.js';

/** The way on where no time is available: loads the waitlist and leads back from it. */
export class WaitlistOption {
  /** Undefined while the visitor is not on it */
  waitlist?: Waitlist | undefined;

  constructor(
    private readonly host: ClinicElement,
    private readonly form: FormController<'appointment'>,
    private readonly appointment: Form<'appointment'>,
    private readonly words: AnyMessages,
    private readonly scheduling: Scheduling,
  ) {}

  /** The visitor has turned from the times to the waitlist. */
  async open(): Promise<void> {
    const { host, form, appointment, words } = this;
    const part = await import('./waitlist.lazy/waitlist.js').catch(() => undefined);
    if (part)
      this.waitlist = new part.Waitlist(host, form, appointment, words, () => {
        this.close();
        form.focusNext('form [part~="heading"]');
      });
    if (part && form.canSend) return;
    // Where the waitlist does not load, or has nowhere to go, a request says the same.
    if (part) this.close();
    this.scheduling.mode = 'request';
    host.requestUpdate();
  }

  /** Leads back to the appointment form. */
  close() {
    this.waitlist = undefined;
    this.form.use(this.appointment);
    this.scheduling.mode = 'times';
  }
}

import type { ClinicElement } from '../../../element/index.js';
import type { Form, FormController } from '../../../form/index.js';
import type { AnyMessages } from '../../../i18n/index.js';
import type { Scheduling } from '../../../scheduling/index.js';
import type { Waitlist } from './waitlist.lazy/waitlist.js';

/** Loads the waitlist if no time is available, and returns from it. */
export class WaitlistOption {
  /** Undefined while the waitlist is not shown */
  waitlist?: Waitlist | undefined;

  constructor(
    private readonly host: ClinicElement,
    private readonly form: FormController<'appointment'>,
    private readonly appointment: Form<'appointment'>,
    private readonly words: AnyMessages,
    private readonly scheduling: Scheduling,
  ) {}

  /** Opens the waitlist in place of the times. */
  async open(): Promise<void> {
    const { host, form, appointment, words } = this;
    const part = await import('./waitlist.lazy/waitlist.js').catch(() => undefined);
    if (part)
      this.waitlist = new part.Waitlist(host, form, appointment, words, () => {
        this.close();
        form.focusNext('form [part~="heading"]');
      });
    if (part && form.canSend) return;
    // If the waitlist does not load or has no endpoint, a request can say the same.
    if (part) this.close();
    this.scheduling.mode = 'request';
    host.requestUpdate();
  }

  /** Returns to the appointment form. */
  close() {
    this.waitlist = undefined;
    this.form.use(this.appointment);
    this.scheduling.mode = 'times';
  }
}

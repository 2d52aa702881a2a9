import { html, nothing } from 'lit/html.js';
import { define, type Stage } from '../../element/index.js';
import { FormController, PostingWidget, Steps, type FormFlow } from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { Scheduling } from '../../scheduling/index.js';
import { heading } from '../../theme/index.js';
import { styles } from './appointment-form.styles.js';
import { appointmentForm, freeText, steps } from './fields.js';
import { LoadedFields } from './loaded-fields.js';
import { en } from './messages/en.js';
import { hasFallback, ownMarkup } from './own-markup.js';
import type { Confirmation } from './parts/confirmation.js';
import { Emergency } from './parts/emergency.js';
import { WaitlistOption } from './parts/waitlist-option.js';
import { slotFilter } from './visit.js';

/**
 * A form to request or book an appointment: for whom, which service, where, when, and how to reply.
 * Without bookable times it sends a request and never calls it booked.
 * @summary Request an appointment
 * @tag appointment-form
 * @csspart exit - With `exit`, the button that clears everything and leaves the page
 * @slot before - The clinic's own markup above the questions; still shown when the widget is ready
 * @slot between - The clinic's own markup between the questions and the consents
 * @slot after - The clinic's own markup below the form
 */
export class AppointmentForm extends PostingWidget {
  static override styles = [...PostingWidget.styles, styles];

  static override properties = {
    layout: {},
    slots: {},
    service: {},
    location: {},
    clinician: {},
    region: {},
    fields: {},
    exit: {},
  };

  /**
   * `steps`: one group of questions at a time, with a page to review the answers (default); `page`:
   * everything on one page
   */
  declare layout?: 'page' | 'steps';
  /**
   * URL of the available times: JSON in our own format, a FHIR Bundle, or SMART Scheduling Links.
   * Without it the form asks for preferred days
   */
  declare slots?: string;
  /** Id of the preselected service, from the clinic file */
  declare service?: string;
  /** Id of the preselected location, from the clinic file */
  declare location?: string;
  /** Id of the preselected clinician, from the clinic file */
  declare clinician?: string;
  /**
   * ISO 3166-1 country code; selects the emergency lines if the clinic file has none. Default: `US`
   */
  declare region?: string;
  /**
   * Which fields to ask: `givenName, phone?, email!`; `?` optional, `!` required. Fields that the
   * contract requires are always asked
   */
  declare fields?: string;
  /**
   * A neutral page, such as a weather report, for visitors who must not be seen here. Shows a
   * button that clears everything and goes there
   */
  declare exit?: string;

  protected readonly words = new Messages(this, { en, es: () => import('./messages/es.lazy.js') });
  readonly #scheduling = new Scheduling(this, {
    filter: slotFilter,
    onWaitlist: () => void this.#waitlistOption.open(),
  });
  readonly #loaded = new LoadedFields(this, this.words);
  readonly #table = appointmentForm(this.#scheduling, this.#loaded);
  readonly #form: FormController<'appointment'> = new FormController(
    this,
    this.#table,
    this.words,
    {
      flow: (): FormFlow | undefined =>
        this.#waitlistOption.waitlist ?? (this.#isOnePage ? undefined : this.#steps),
      load: () => this.#load(),
      entered: () => this.#emergency.entered(),
      submitKey: () => (this.#form.answer('slot') ? 'submit.slot' : 'submit'),
      after: (name) => [this.#loaded.after(name, this.#form), this.#emergency.after(name)],
      accepted: (submission) => this.#confirmation?.load(submission),
    },
  );
  readonly #steps = new Steps(this, this.#form, this.words, steps, {
    step: ({ id, fields }) => this.#drawStep(id, fields),
    beforeConsents: () => ownMarkup(this, 'between'),
  });
  readonly #emergency = new Emergency(this, this.words, {
    freeText,
    answer: (field) => this.#form.answer(field as (typeof freeText)[number]),
    wipe: () => this.#form.wipe(),
  });
  #confirmation?: Confirmation;
  readonly #waitlistOption = new WaitlistOption(
    this,
    this.#form,
    this.#table,
    this.words,
    this.#scheduling,
  );

  protected override get stage(): Stage {
    return this.#form.stage;
  }

  get #isOnePage(): boolean {
    return this.settings.layout === 'page';
  }

  protected override opened({ service, ref }: { service?: string; ref?: string }) {
    if (service) this.#form.preset('service', service);
    if (ref)
      void this.#loaded
        .load()
        .then((part) => part.takeOver(ref, this.#form))
        .catch(() => undefined);
    this.open();
  }

  protected override willUpdate() {
    const { service, location, clinician } = this.settings;
    this.#form.presetOnce({ service, location, clinician });
    if (this.#form.status.is === 'editing') this.#confirmation?.reset();
    if (this.#waitlistOption.waitlist?.isOver) {
      this.#waitlistOption.close();
      this.#steps.reset();
    }
    if (this.#isOnePage || this.#loaded.part) void this.#loaded.loadQuestions();
    this.words.add(this.#loaded.words(this.words));
  }

  /** Loaded when a visitor first uses the form, so that no request depends on what they write. */
  async #load() {
    void this.#emergency.load();
    const [{ Confirmation }] = await Promise.all([
      this.#loaded.load(),
      this.#loaded.loadQuestions(),
    ]);
    this.#confirmation ??= new Confirmation(this, this.#form, this.words, () =>
      this.#scheduling.hasTimes ? this.#scheduling.timeZone : this.clinic?.timeZone,
    );
    return undefined;
  }

  protected override get bare(): boolean {
    return !hasFallback(this);
  }

  protected override render(): unknown {
    return html`${this.#emergency.view()} ${ownMarkup(this, 'before')}
    ${this.#form.status.is === 'sent' ? this.#drawSent() : this.#drawForm()}
    ${ownMarkup(this, 'after')}`;
  }

  #drawSent() {
    return this.#waitlistOption.waitlist?.sent() ?? this.#confirmation?.view();
  }

  #drawForm() {
    const { waitlist } = this.#waitlistOption;
    if (waitlist) return waitlist.view();
    const { t, local } = this.words;
    const reply = local(this.clinic?.reply) || t('reply');
    const intro = this.settings.slots ? t('intro.slots') : t('intro', { reply });
    return this.#isOnePage
      ? html`${this.intro(intro)}
          <div>
            ${this.#form.frame(
              html`${this.settings.fields ? this.#form.fields() : this.#drawSections()}
                ${ownMarkup(this, 'between')}
                <div>${this.#form.consents()}</div>`,
            )}
          </div>`
      : html`${this.#drawAboveStep(intro)}
          <div>${this.#steps.frame()}</div>`;
  }

  /**
   * The introduction above the first step, without a heading because each step has its own. On
   * later steps, the held time.
   */
  #drawAboveStep(intro: string) {
    if (this.#steps.current === 'when') return nothing;
    if (this.#steps.current !== 'who') return this.#scheduling.timer();
    const title = this.settings.heading ?? this.words.t('heading');
    return html`<div class="intro">
      ${title === '' ? nothing : html`<p class="title">${title}</p>`}
      <p class="hint">${intro}</p>
    </div>`;
  }

  #drawStep(id: string, fields: (typeof steps)[number]['fields'] | readonly string[]) {
    const isForOther = id === 'about' && this.#form.answer('forWhom') === 'other';
    return html`${isForOther ? html`<p class="hint">${this.words.say('about.other')}</p>` : nothing}
    ${this.#form.fields(fields as (typeof steps)[number]['fields'])} ${ownMarkup(this, 'between')}`;
  }

  /**
   * The default fields in sections with headings. If the page sets `fields`, they are shown in that
   * order instead.
   */
  #drawSections() {
    return steps.map(({ id, fields }) => {
      if (id === 'visit' && this.clinicPending) return html`<div class="room"></div>`;
      const drawn = fields.map((name) => this.#form.field(name));
      // Leave out sections without fields.
      if (drawn.every((field) => field === nothing)) return nothing;
      return html`<section>
        ${heading(this.settings.headingLevel + 1, this.words.say(`step.${id}`))} ${drawn}
      </section>`;
    });
  }
}
define('appointment-form', AppointmentForm);

declare global {
  interface HTMLElementTagNameMap {
    'appointment-form': AppointmentForm;
  }
}

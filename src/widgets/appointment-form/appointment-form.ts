import { html, nothing } from 'lit/html.js';
import { define, safeHref, type Stage } from '../../config/index.js';
import type { Submission } from '../../contract/index.js';
import { FormController, PostingWidget, Steps } from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import { styles } from './appointment-form.styles.js';
import type { Care } from './parts/crisis-signpost.lazy/crisis-signpost.js';
import { emergencyLines, type Line } from './emergency.js';
import {
  appointmentForm,
  fetchMore,
  fetchQuestions,
  questionWords,
  steps,
  theMore,
} from './fields.js';
import { en } from './messages/en.js';
import type { more } from './messages/fields.en.js';
import type { SentPanel } from './parts/sent-panel.lazy/sent-panel.js';
import type { Waitlist } from './parts/waitlist.lazy/waitlist.js';

/** Where visitors write in their own words. */
const written = ['reason', 'access', 'answers'] as const;

/**
 * Asks for an appointment: who it is for, how to answer, what for, where and when. Without bookable slots it is a request, and is
 * never called booked.
 * @summary Request an appointment
 * @tag appointment-form
 * @csspart exit - With `exit`, the button that clears everything and leaves the page
 * @slot before - The clinic's own markup above the questions; stays when the widget is ready
 * @slot between - The clinic's own markup between the questions and what is agreed to
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

  /** `steps`: one thing at a time, with a page to check the answers (default); `page`: everything on one page */
  declare layout?: 'page' | 'steps';
  /** Where free times come from: our JSON, a FHIR Bundle, or SMART Scheduling Links. Without it the form asks for days */
  declare slots?: string;
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
  /** The page to go to when a visitor must not be seen here, such as a weather report: shows a button that clears everything and leaves */
  declare exit?: string;

  // Most English words come with the fields they are about.
  protected readonly words = new Messages(this, {
    en: en as typeof en & typeof more,
    es: () => import('./messages/es.lazy.js'),
  });
  readonly #fetched = new Set<unknown>();
  readonly #form = new FormController(this, appointmentForm, this.words, {
    // When somebody comes into the form, so that nothing is fetched because of what they write.
    later: async () => {
      void this.#watch();
      const [more] = await Promise.all([fetchMore(), this.#askQuestions()]);
      return more;
    },
    entered: () => this.#care?.entered(),
    submit: (): string => (this.#form.answer('slot') ? 'submit.slot' : 'submit'),
    beside: (name): unknown => this.#beside(name),
    accepted: (submission) => this.#thank(submission),
  });
  readonly #steps = new Steps(
    this,
    this.#form,
    this.words,
    steps.map((step) => ({ ...step, body: () => this.#renderStep(step) })),
    () => this.#own('between'),
  );
  /** Reads what is written freely for words of danger, and knows the emergency lines of other regions */
  #care?: Care;
  #caring = false;
  /** What to know of the visit, once it is sent */
  #visit?: SentPanel | undefined;
  /** The way on where nothing is free */
  #waitlist?: Waitlist | undefined;

  protected override get stage(): Stage {
    const { stage } = this.#form;
    // On one page everything is asked at once, also what comes later in steps.
    return stage === 'show' && this.#onePage && !theMore() ? 'wait' : stage;
  }

  get #onePage(): boolean {
    return this.settings.layout === 'page';
  }

  protected override opened({ service, ref }: { service?: string; ref?: string }) {
    if (service) this.#form.preset('service', service);
    if (ref)
      void fetchMore()
        .then(({ takeOver }) => takeOver(ref, this.#form))
        .catch(() => undefined);
    this.open();
  }

  protected override willUpdate() {
    const { service, location, clinician } = this.settings;
    this.#form.presetOnce({ service, location, clinician });
    if (this.#form.status.is === 'editing') this.#visit = undefined;
    if (this.#waitlist?.over) {
      this.#leaveWaitlist();
      this.#steps.reset();
    }
    this.#ask();
  }

  /** Fetches what is asked besides: on one page at once, in steps with the first focus. */
  #ask() {
    const { clinic, words } = this;
    if (this.#onePage) void this.#once(fetchMore);
    if (this.#onePage || theMore()) void this.#askQuestions();
    words.add({ ...theMore()?.later, ...questionWords(clinic, words.local) });
  }

  /** The clinic's own questions, where its file has any. */
  async #askQuestions() {
    if (this.clinic?.questions?.length) await this.#once(fetchQuestions);
  }

  async #once(fetch: () => Promise<unknown>) {
    if (this.#fetched.has(fetch)) return;
    this.#fetched.add(fetch);
    await fetch()
      .then(() => this.requestUpdate())
      .catch(() => this.#fetched.delete(fetch));
  }

  /** That the insurance was checked before, and the emergency lines where what is written calls for them. */
  #beside(name: string): unknown {
    const checked = name === 'forWhom' && this.#form.answer('coverageRef') !== undefined;
    return [
      checked ? theMore()?.insuranceChecked(this.#form.lend(name)?.state) : nothing,
      this.#care?.beside(name),
    ];
  }

  protected override get bare(): boolean {
    // What stands before, between or after the form does not stand in for it.
    return ![...this.childNodes].some((node) =>
      node instanceof Element ? !node.slot : node instanceof Text && node.data.trim(),
    );
  }

  /** Where the clinic's own markup stands, if it has any there. */
  #own(place: 'before' | 'between' | 'after') {
    return this.querySelector(`:scope > [slot="${place}"]`)
      ? html`<slot name=${place}></slot>`
      : nothing;
  }

  protected override render(): unknown {
    return html`${this.#renderEmergency()} ${this.#own('before')}
    ${this.#form.status.is === 'sent' ? this.#renderSent() : this.#renderForm()}
    ${this.#own('after')}`;
  }

  #renderForm() {
    if (this.#waitlist) return this.#waitlist.view();
    const { t, local } = this.words;
    const reply = local(this.clinic?.reply) || t('reply');
    const intro = this.settings.slots ? t('intro.slots') : t('intro', { reply });
    const form = this.#onePage
      ? this.#form.frame(
          html`${this.settings.fields ? this.#form.fields() : this.#renderSections()}
            ${this.#own('between')}
            <div>${this.#form.consents()}</div>`,
        )
      : this.#steps.frame();
    return html`${this.#onePage ? this.intro(intro) : this.#renderBegin(intro)}
      <div @slot-way=${this.#turn}>${form}</div>`;
  }

  /** What the form is, above its first step: no heading, because each step has one of its own. Later the time that is held. */
  #renderBegin(intro: string) {
    if (this.#steps.current !== 'who')
      return this.#steps.current === 'when' ? nothing : theMore()?.slotTimer();
    const title = this.settings.heading ?? this.words.t('heading');
    return html`<div class="intro">
      ${title === '' ? nothing : html`<p class="title">${title}</p>`}
      <p class="hint">${intro}</p>
    </div>`;
  }

  #renderStep({ id, fields }: (typeof steps)[number]) {
    const other = id === 'about' && this.#form.answer('forWhom') === 'other';
    return html`${other ? html`<p class="hint">${this.words.t('about.other')}</p>` : nothing}
    ${this.#form.fields([...fields])} ${this.#own('between')}`;
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
    if (this.#waitlist) return this.#waitlist.sent();
    const { t, local } = this.words;
    const status = this.#form.receipt?.status === 'confirmed' ? 'confirmed' : 'received';
    const reply = local(this.clinic?.reply) || t('reply');
    return this.#form.sent(
      html`${heading(this.settings.headingLevel, t(`sent.${status}.title`))}
        <p>${t(`sent.${status}.text`, { reply })}</p>
        ${this.#form.reference()} ${this.#visit?.view(status === 'confirmed')}
        ${this.#form.call('sent.call')}`,
    );
  }

  /** What stands under the thanks comes with them, so that nothing moves; but they do not wait long for it, and not without end. */
  #thank(submission: Submission): Promise<void> {
    if (submission.type !== 'appointment') return Promise.resolve();
    const coming = import('./parts/sent-panel.lazy/sent-panel.js').then(
      ({ SentPanel }) => {
        this.#visit = new SentPanel(this, submission);
        this.requestUpdate();
      },
      // Without it reference and phone number are still there.
      () => undefined,
    );
    return Promise.race([coming, new Promise<void>((enough) => setTimeout(enough, 1000))]);
  }

  /** The visitor has turned from the times to the waitlist. */
  readonly #turn = async ({ detail }: CustomEvent<string>) => {
    if (detail !== 'waitlist') return;
    const part = await import('./parts/waitlist.lazy/waitlist.js').catch(() => undefined);
    // Where it does not come, a request says the same.
    if (!part) return this.#way('request');
    this.#waitlist = new part.Waitlist(this, this.#form, this.words, () => {
      this.#leaveWaitlist();
      this.#form.turn('form [part~="heading"]');
    });
    if (this.#form.canSend) return;
    this.#leaveWaitlist();
    this.#way('request');
  };

  #leaveWaitlist() {
    this.#waitlist = undefined;
    this.#form.use(appointmentForm);
    this.#way('');
  }

  /** How the visitor goes on from the times: by them, by a request, or by the waitlist. */
  #way(to: '' | 'request') {
    this.#form.preset('slot.way', to);
  }

  async #watch() {
    if (this.#caring) return;
    this.#caring = true;
    try {
      const { Care } = await import('./parts/crisis-signpost.lazy/crisis-signpost.js');
      const answer = (name: string) => this.#form.answer(name as (typeof written)[number]);
      this.#care = new Care(this, written, answer, () => this.#renderLines());
      this.#care.entered();
      this.requestUpdate();
    } catch {
      // The lines on top are still there.
      this.#caring = false;
    }
  }

  /** Calm and always in sight: whoever is in danger must not look for it. */
  #renderEmergency() {
    return html`<div class="emergency" lang=${this.words.locale}>
      <p>${this.words.t('emergency.title')}</p>
      ${this.#renderLines()}
      ${
        safeHref(this.settings.exit)
          ? html`<button part="exit" class="quiet" type="button" @click=${this.#exit}>
              ${this.words.t('exit')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /**
   * For whoever must not be seen here: everything is gone at once, also from the screen, whether or not the other page comes soon, and
   * Back does not lead here. After https://design-system.service.gov.uk/components/exit-this-page/
   */
  readonly #exit = () => {
    this.#form.wipe();
    document.title = '';
    document.body.replaceChildren();
    location.replace(safeHref(this.settings.exit)!);
  };

  /** The clinic's own lines, or those of its region. */
  #renderLines(): unknown {
    const { t, local } = this.words;
    const own = this.clinic?.emergency?.map(({ text, href }) => ({ text: local(text), href }));
    // A clinic file may hold anything.
    const lines = own ?? this.#linesOf(String(this.settings.region ?? 'US'));
    return lines?.length ? emergencyLines(lines) : html`<p>${t('emergency.elsewhere')}</p>`;
  }

  #linesOf(region: string): Line[] | undefined {
    const { t } = this.words;
    if (region.toUpperCase() === 'US')
      return [
        { text: t('emergency.US.988'), href: 'tel:988' },
        { text: t('emergency.US.988-text'), href: 'sms:988' },
        { text: t('emergency.US.988-chat'), href: 'https://988lifeline.org/chat/' },
        { text: t('emergency.US.911'), href: 'tel:911' },
      ];
    void this.#watch();
    return this.#care?.lines(region);
  }
}
define('appointment-form', AppointmentForm);

declare global {
  interface HTMLElementTagNameMap {
    'appointment-form': AppointmentForm;
  }
}

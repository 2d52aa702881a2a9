import type { ReactiveController } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ClinicElement, Stage } from '../config/index.js';
import type { Receipt, SubmissionType } from '../contract/index.js';
import type { Dictionary, Messages } from '../i18n/index.js';
import type { Conduct, Desk } from './submission.lazy/submission.js';
import { askedConsents } from './consents.js';
import type { Deliver } from './submission.lazy/deliver.js';
import { Draft } from './answers.js';
import {
  fieldOf,
  type FieldName,
  type FieldState,
  type Form,
  type LabelsOf,
} from './define-form.js';
import type { en } from './messages/en.js';
import { Questions } from './asked-fields.js';
import { Setup } from './destination.js';
import { shield } from './event-shield.js';
import { callView, statusView } from './status-view.js';
import { busy, type Status } from './status.js';
import type { Course } from './steps/steps.js';

/** A widget that sends: what its page may do beside the endpoint. */
export interface PostingElement extends ClinicElement {
  deliver?: Deliver | undefined;
  fetch?: typeof fetch | undefined;
}

/** The words every form has, and those of its own: a label for each field, a heading, what its button says. */
export type FormWords<Type extends SubmissionType> = {
  readonly [Key in keyof typeof en]: string;
} & LabelsOf<Type> & {
    readonly heading: string;
    readonly submit: string;
  } & Readonly<Record<string, string>>;

interface Options {
  /** False: the widget has something to show also where nothing can be sent */
  endpoint?: boolean;
  /** English words that nobody reads before somebody is in the form: of errors, of the thanks. They are fetched beside the conduct */
  later?: () => Promise<{ later: Dictionary }>;
  /** Gets what was accepted, once, before it is forgotten; it stays in memory */
  accepted?: Desk['accepted'];
  /** Called when something was entered. The shield stops `input` at the window, so that a widget cannot hear it by itself */
  entered?: () => void;
  /** The key of what the button says that sends, where that depends on the answers */
  submit?: () => string;
  /** What the widget draws right after a field, by its name */
  beside?: (name: string) => unknown;
}

let forms = 0;

/**
 * The engine of a form: it draws the frame and the fields, keeps what was entered (in memory only), and tells status and errors; its
 * conduct, fetched when it is needed, checks, seals and sends. It does not know what is asked: the form does; nor where: the widget.
 *
 * Nothing here hands a value, a control or the root to anybody outside the widget.
 */
export class FormController<Type extends SubmissionType> implements ReactiveController {
  status: Status = { is: 'editing' };

  readonly #host: PostingElement;
  readonly #words: Messages<FormWords<Type>>;
  readonly #options: Options;
  readonly #draft = new Draft();
  #questions!: Questions;
  #setup!: Setup;
  readonly #prefix = `f${++forms}-`;
  #conduct?: Conduct;
  #course?: Course | undefined;
  #root?: ShadowRoot;
  #started = false;
  #edited?: string | undefined;
  #focusNext?: string | undefined;
  #filePending = false;
  #anchor?: { control: Element; top: number } | undefined;

  constructor(
    host: PostingElement,
    form: Form<Type>,
    words: Messages<FormWords<Type>>,
    options: Options = {},
  ) {
    this.#host = host;
    this.#words = words;
    this.#options = options;
    this.use(form);
    host.addController(this);
    shield(host, () => this.#enter());
  }

  hostConnected() {
    addEventListener('pageshow', this.#restored);
  }

  hostDisconnected() {
    removeEventListener('pageshow', this.#restored);
  }

  /** The clinic file's questions may push what is in focus down the page: remember where it was. */
  hostUpdate() {
    const arrived = this.#filePending && !this.#host.clinicPending;
    this.#filePending = this.#host.clinicPending;
    if (arrived) this.#unsay();
    const control = arrived ? this.#root?.activeElement : undefined;
    this.#anchor = control ? { control, top: control.getBoundingClientRect().top } : undefined;
  }

  /** A box was ticked for the words beside it: where the clinic file brings others, nothing is agreed yet. */
  #unsay() {
    for (const { id, text } of this.#host.clinic?.consents ?? [])
      if (text) this.#draft.put(`consent.${id}`, false);
  }

  hostUpdated() {
    this.#host.mark('sending', busy(this.status));
    this.#host.mark('sent', this.status.is === 'sent');
    this.#host.mark('failed', this.status.is === 'not-confirmed');
    this.#host.mark('invalid', (this.#conduct?.refusals.size ?? 0) > 0);
    if (this.#anchor) {
      const { control, top } = this.#anchor;
      scrollBy({ top: control.getBoundingClientRect().top - top, behavior: 'instant' });
    }
    const target = this.#focusNext && this.#root?.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = undefined;
    (target.closest('[part~="field"]') ?? target).scrollIntoView({ block: 'nearest' });
    target.focus({ preventScroll: true });
  }

  // — for the widget —

  /**
   * Asks by another form from now on, under the same answers: nothing that both ask is asked twice. What is sent is of its type, goes
   * to its endpoint and carries its consents. What only one of them asks is `nothing` in the other.
   */
  use<Other extends SubmissionType>(form: Form<Other>): void {
    if (this.#questions?.form === (form as unknown)) return;
    this.#questions = new Questions(this.#host, form as unknown as Form, this.#draft);
    this.#setup = new Setup(this.#host, form.type, this.#words.local);
    this.#conduct?.refusals.clear();
    this.#become({ is: 'editing' }, this.#focusNext);
  }

  /** Whether the widget may be shown: its endpoint is known, or the page takes the sending over. */
  get stage(): Stage {
    if (this.#words.pending) return 'wait';
    if (this.#setup.exposed) return 'fallback';
    if (this.#options.endpoint === false || this.canSend) return 'show';
    if (this.#host.clinicPending) return 'wait';
    this.#setup.missing();
    return 'fallback';
  }

  /** True when there is somewhere to send to. */
  get canSend(): boolean {
    return (
      this.#host.settings.sandbox ||
      this.#host.deliver !== undefined ||
      this.#setup.endpoint !== undefined
    );
  }

  /** The receipt, once sent. */
  get receipt(): Receipt | undefined {
    return this.status.is === 'sent' ? this.status.receipt : undefined;
  }

  /** Enters a value that is no edit of the visitor's: the service an answer's button names. */
  preset(name: FieldName<Type> | `${FieldName<Type>}.${string}`, value: string): void {
    this.#draft.put(name, value);
    this.#host.requestUpdate();
  }

  /** Enters what the page sets up, where nothing has been entered yet. */
  presetOnce(values: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (value && !this.#draft.has(name)) this.#draft.put(name, value);
    }
  }

  /** What a field holds now, for a widget that answers to it; undefined where that is nothing. */
  answer(name: FieldName<Type>): unknown {
    return this.#questions.answer(name);
  }

  /** One field, drawn; nothing where it is not asked. */
  field(name: FieldName<Type>): unknown {
    const questions = this.#questions;
    if (!questions.asks(name)) return nothing;
    const drawn = questions.field(name)!.render!(this.#state(name, questions.requires(name)));
    const { beside } = this.#options;
    return beside ? [drawn, beside(name)] : drawn;
  }

  /** Fields, all unless told otherwise, as far as they are asked: in the order of the `fields` attribute, before them those it does not name. */
  fields(names = this.#questions.names as FieldName<Type>[]): unknown {
    const order = [...(this.#questions.chosen?.keys() ?? [])];
    return names
      .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
      .map((name) => this.field(name));
  }

  /** Whether a field is asked as things stand. */
  asks(name: FieldName<Type>): boolean {
    return this.#questions.asks(name);
  }

  /** The consents of this form, drawn. */
  consents(): unknown {
    const { clinic } = this.#host;
    return askedConsents(this.#questions.form.type, clinic, this.#words, this.#setup.documents).map(
      ({ terms, words }) =>
        this.#questions.agrees(terms.id)
          ? this.#questions.form.consents.render(
              this.#state(`consent.${terms.id}`, terms.required === true),
              words,
            )
          : nothing,
    );
  }

  /**
   * The `<form>` with everything around the fields: error summary, status, the one submit button where there is somewhere to send to.
   * @param course leads through it where it is not all on one page
   */
  frame(body: unknown, course?: Course): TemplateResult {
    this.#course = course;
    return html`<form
      part="form"
      method="post"
      novalidate
      aria-label=${this.#words.say('heading')}
      lang=${this.#words.locale}
      @submit=${this.#onSubmit}
      @input=${this.#onInput}
      @change=${this.#onChange}
      @focusin=${this.#onFocusIn}
      @focusout=${this.#onFocusOut}
    >
      ${this.status.is === 'rejected' ? this.#conduct?.summary(this.status) : nothing} ${body}
      ${this.canSend ? this.#drawActions() : nothing} ${this.#conduct?.stillness()}
    </form>`;
  }

  /** The panel after success, in the place of the form; its heading takes the focus. */
  sent(body: unknown): TemplateResult {
    return html`<section part="status" class="sent" lang=${this.#words.locale}>${body}</section>`;
  }

  /** The reference number, in large type; nothing where the endpoint gave none. */
  reference(): unknown {
    return this.#conduct?.reference(this.receipt);
  }

  /** A sentence with the clinic's number in it; nothing where no number is known. */
  call(key = 'call-us'): unknown {
    return callView(this.#words, this.#host.settings.phone, key);
  }

  /** Forgets everything that was entered. */
  wipe(): void {
    this.#draft.clear();
    this.#element?.reset();
    this.#then((conduct) => conduct.empty());
  }

  // — for the parts of the engine —

  /** Draws anew what stands on the page and puts the focus there. @internal */
  turn(selector: string): void {
    if (this.#element) this.#draft.collect(this.#element);
    this.#become({ is: 'editing' }, selector);
  }

  /** Whether the visitor may leave these fields backwards; a field hears of it. @internal */
  leave(names: readonly FieldName<Type>[]): boolean {
    return this.#conduct?.leave(names) ?? true;
  }

  /** A field as it is asked, to tell its answer back; nothing where it is not asked. @internal */
  lend(name: FieldName<Type>) {
    if (!this.asks(name)) return undefined;
    const field = this.#questions.field(name)!;
    return { field, state: this.#state(name, false), answer: this.answer(name) };
  }

  // — what the visitor enters —

  /** Every way into the form begins with an event in it, and the event tells where the form stands. */
  #enterBy(event: Event) {
    const root = (event.currentTarget as Element).getRootNode();
    if (root instanceof ShadowRoot) this.#root = root;
  }

  get #element(): HTMLFormElement | undefined {
    return this.#root?.querySelector('form') ?? undefined;
  }

  readonly #onInput = (event: Event) => {
    this.#enterBy(event);
    this.#edited = (event.target as HTMLElement).dataset['field'] ?? this.#edited;
    this.#enter();
  };

  readonly #onChange = (event: Event) => {
    this.#onInput(event);
    // What is chosen may open or close other questions.
    if (this.#conduct) this.#conduct.changed();
    else this.#host.requestUpdate();
  };

  /** Something was entered, perhaps by autofill in several controls at once. */
  #enter() {
    if (!this.#element || !this.#draft.collect(this.#element)) return;
    this.#edited ??= (this.#root?.activeElement as HTMLElement | null)?.dataset['field'];
    this.#edit();
  }

  #edit(edited = this.#edited) {
    if (!this.#started) {
      this.#started = true;
      this.#host.emit('clinic-start', {});
    }
    this.#options.entered?.();
    this.#conduct?.edited(edited);
  }

  readonly #onFocusIn = (event: Event) => {
    this.#enterBy(event);
    this.#then((conduct) => conduct.stir());
  };

  /** A field is judged when it is left after an edit; one that is only passed through is left in peace. */
  readonly #onFocusOut = (event: FocusEvent) => {
    const left = (event.target as HTMLElement).dataset['field'];
    const next = (event.relatedTarget as HTMLElement | null)?.dataset?.['field'];
    if (!left || !this.#edited || fieldOf(this.#edited) !== fieldOf(left)) return;
    if (next && fieldOf(next) === fieldOf(left)) return;
    this.#edited = undefined;
    this.#then((conduct) => conduct.left(fieldOf(left), this.#edited));
  };

  // — what is asked —

  #state(name: string, required: boolean): FieldState {
    const words = this.#words;
    return {
      ...this.#questions.around,
      name,
      id: this.#prefix + name.replace(/\W/g, '-'),
      required,
      optional: !required && !this.#questions.field(name)?.instead,
      error: this.#conduct?.refusals.why(name),
      refused: this.#conduct?.refusals.controls(name) ?? [],
      locale: words.tag,
      t: words.say,
      find: words.find,
      local: words.local,
      value: (control = name) => this.#draft.raw(control),
      chosen: (value, control = name) => this.#draft.chosen(control, value),
      put: (control, value) => {
        this.#draft.put(control, value);
        this.#edit(control);
        this.#host.requestUpdate();
      },
      note: (control, value) => {
        this.#draft.put(control, value);
        this.#host.requestUpdate();
      },
      wait: (work) => this.#draft.waits.push(work),
      at: (inner, needed) => this.#state(inner, needed),
    };
  }

  // — sending —

  async #load(): Promise<Conduct> {
    if (this.#conduct) return this.#conduct;
    const [{ Conduct }, { judge }, words] = await Promise.all([
      import('./submission.lazy/submission.js'),
      import('./validation.lazy/validate.js'),
      this.#options.later?.(),
    ]);
    if (words) this.#words.add(words.later);
    return (this.#conduct ??= new Conduct({
      judge,
      host: this.#host,
      words: this.#words,
      draft: this.#draft,
      questions: () => this.#questions,
      setup: () => this.#setup,
      course: () => this.#course,
      element: () => this.#element,
      become: (status, focus) => this.#become(status, focus),
      accepted: this.#options.accepted,
      status: () => this.status,
      begun: () => this.#started,
      anew: () => {
        this.#started = false;
        this.#edited = undefined;
      },
    }));
  }

  /** A page that comes back from the browser's page cache comes back with what stood in its controls. */
  readonly #restored = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.wipe();
  };

  /** What can be done without the conduct is done without it. */
  #then(work: (conduct: Conduct) => void) {
    if (this.#conduct) work(this.#conduct);
    else void this.#load().then(work, () => undefined);
  }

  readonly #onSubmit = (event: Event) => {
    // In a sandboxed frame `submit` never fires: the click, which Enter makes too, is enough.
    event.preventDefault();
    this.#enterBy(event);
    void this.#submit();
  };

  async #submit(): Promise<void> {
    if (busy(this.status) || !this.#element || !this.canSend) return;
    const course = this.#course?.sends ? undefined : this.#course;
    this.#draft.collect(this.#element);
    const ready = this.#conduct && !this.#host.clinicPending && this.#draft.waits.length === 0;
    if (!course || !ready) this.#become({ is: 'checking' });
    const conduct = await this.#load().catch(() => undefined);
    if (this.#host.clinicPending) {
      await this.#host.clinicSettled;
      await this.#host.updateComplete;
      this.#draft.collect(this.#element);
    }
    if (conduct) return course ? conduct.advance(course) : conduct.submit();
    // Without the part that checks and sends nothing has left the page, whatever has kept it from coming; the next step's fields may be
    // missing with it.
    this.#become({ is: 'not-confirmed', reason: 'offline' });
  }

  #become(status: Status, focus?: string) {
    this.status = status;
    this.#focusNext = focus;
    this.#host.requestUpdate();
  }

  // — what is drawn around the fields —

  #drawActions() {
    const { is } = this.status;
    const waits = busy(this.status);
    const sends = this.#course?.sends ?? true;
    const submit = this.#course?.submit ?? this.#options.submit?.() ?? 'submit';
    const does = waits ? 'sending' : is === 'not-confirmed' ? 'try-again' : submit;
    return html`<div class="actions">
      <div part="status" class="status" role="status">
        ${statusView(this.status, this.#words, this.#host.settings.phone)}
      </div>
      <button
        part="submit"
        class="button"
        type="submit"
        aria-disabled=${waits ? 'true' : nothing}
        @click=${this.#onSubmit}
      >
        ${this.#words.say(sends || is === 'not-confirmed' ? does : 'continue')}
      </button>
      ${this.#course?.aside()}
    </div>`;
  }
}

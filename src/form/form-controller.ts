import type { ReactiveController } from '@lit/reactive-element';
import { nothing, type TemplateResult } from 'lit/html.js';
import type { Receipt, SubmissionType } from '../contract/index.js';
import type { Stage } from '../element/index.js';
import type { Messages } from '../i18n/index.js';
import { releasePointer } from './after-pointer.js';
import { ClinicFileArrival } from './clinic-file-arrival.js';
import { consentView } from './consents.js';
import type { Field, FieldContext, FieldName, Form } from './define-form.js';
import { shield } from './event-shield.js';
import { fieldContext } from './field-context.js';
import { FilledFormLoader } from './filled-form-loader.js';
import { FormModel, type FormOptions, type FormWords, type PostingElement } from './form-model.js';
import { actionsView, callView, formView, referenceView, sentView } from './form-view.js';
import { busy, type Status } from './status.js';

let forms = 0;

/**
 * Runs a form: draws the frame and the fields, keeps the answers in memory, and shows errors and
 * status. The form definition decides what is asked, and the widget decides the layout.
 *
 * No value, control or root is ever passed outside the widget.
 */
export class FormController<Type extends SubmissionType> implements ReactiveController {
  readonly #host: PostingElement;
  readonly #words: Messages<FormWords<SubmissionType>>;
  readonly #options: FormOptions;
  readonly #form: FormModel;
  readonly #loader: FilledFormLoader;
  readonly #idPrefix = `f${++forms}-`;
  /** The control that was edited and still has the focus */
  #edited?: string | undefined;

  constructor(
    host: PostingElement,
    form: Form<Type>,
    words: Messages<FormWords<Type>>,
    options: FormOptions = {},
  ) {
    this.#host = host;
    this.#words = words;
    this.#options = options;
    this.#form = new FormModel(host, this.#words, options);
    this.#loader = new FilledFormLoader(this.#form);
    this.use(form);
    host.addController(new ClinicFileArrival(this.#form));
    host.addController(this);
    shield(host, () => this.#onEdit());
  }

  hostConnected() {
    addEventListener('pageshow', this.#onPageShow);
    this.#host.addEventListener('close', this.#onDialogClose);
  }

  hostDisconnected() {
    removeEventListener('pageshow', this.#onPageShow);
    this.#host.removeEventListener('close', this.#onDialogClose);
  }

  hostUpdated() {
    const { status, root, focusNext } = this.#form;
    this.#host.mark('sending', busy(status));
    this.#host.mark('sent', status.is === 'sent');
    this.#host.mark('failed', status.is === 'not-confirmed');
    this.#host.mark('invalid', (this.#loader.filled?.errors.size ?? 0) > 0);
    const target = focusNext && root?.querySelector<HTMLElement>(focusNext);
    if (!target) return;
    this.#form.focusNext = undefined;
    (target.closest('[part~="field"]') ?? target).scrollIntoView({ block: 'nearest' });
    target.focus({ preventScroll: true });
  }

  get status(): Status {
    return this.#form.status;
  }

  /**
   * Switches to another form and keeps the answers, so that fields in both are not asked twice. The
   * submission has the new form's type, endpoint and consents.
   */
  use<Other extends SubmissionType>(form: Form<Other>): void {
    if (!this.#form.use(form as unknown as Form)) return;
    this.#loader.filled?.errors.clear();
    const { focusNext } = this.#form;
    this.#form.become({
      status: { is: 'editing' },
      ...(focusNext !== undefined && { focus: focusNext }),
    });
  }

  /** Whether the widget can be shown: its endpoint is known, or the page sends by itself. */
  get stage(): Stage {
    if (this.#words.pending) return 'wait';
    if (this.#form.destination.exposesKey) return 'fallback';
    if (this.#options.needsEndpoint === false || this.canSend) return 'show';
    if (this.#host.clinicPending) return 'wait';
    this.#form.destination.reportMissing();
    return 'fallback';
  }

  /** Whether there is somewhere to send to. */
  get canSend(): boolean {
    return this.#form.canSend;
  }

  /** The receipt; undefined before the form is sent. */
  get receipt(): Receipt | undefined {
    const { status } = this.#form;
    return status.is === 'sent' ? status.receipt : undefined;
  }

  /** Sets an answer from code, such as the service named by a button in an answer. */
  preset(name: FieldName<Type> | `${FieldName<Type>}.${string}`, answer: string): void {
    this.#form.answers.set(name, answer);
    this.#host.requestUpdate();
  }

  /** Sets answers from the page's settings, for fields in which nothing was entered. */
  presetOnce(answers: Readonly<Record<string, string | undefined>>): void {
    for (const [name, answer] of Object.entries(answers))
      if (answer && !this.#form.answers.has(name)) this.#form.answers.set(name, answer);
  }

  /** The value of a field in the format that is sent; undefined if it is empty. */
  answer(name: FieldName<Type>): unknown {
    return this.#form.asked.answer(name);
  }

  /** Whether a field is currently asked. */
  asks(name: FieldName<Type>): boolean {
    return this.#form.asked.asks(name);
  }

  /** The template of a field; nothing if it is not asked. */
  field(name: FieldName<Type>): unknown {
    const { asked } = this.#form;
    if (!asked.asks(name)) return nothing;
    const drawn = asked.field(name)!.render!(this.#context(name, asked.requires(name)));
    const { after } = this.#options;
    return after ? [drawn, after(name)] : drawn;
  }

  /**
   * The templates of the asked fields among `names` (default: all), in the order of the `fields`
   * attribute. Fields it does not list come first.
   */
  fields(names = this.#form.asked.names as unknown as readonly FieldName<Type>[]): unknown {
    return this.#form.asked.inOrder(names).map((name) => this.field(name));
  }

  /** The consents of this form. */
  consents(): unknown {
    const { asked, consents } = this.#form;
    return consents.map((consent) =>
      asked.asksConsent(consent.terms.id)
        ? asked.form.consents.render(
            this.#context(consent.control, consent.terms.required === true),
            consentView(consent, this.#words),
          )
        : nothing,
    );
  }

  /**
   * The `<form>` with the error summary, the status and the submit button around the fields.
   * Without an endpoint it has no submit button.
   */
  frame(body: unknown): TemplateResult {
    return formView(this.#words, this.#listeners, [
      this.#loader.filled?.summary(),
      body,
      this.canSend ? actionsView(this.#form, this.#listeners.submit) : nothing,
      this.#loader.filled?.idleWarning(),
    ]);
  }

  /** The panel that replaces the form after success; its heading takes the focus. */
  sent(body: unknown): TemplateResult {
    return sentView(this.#words, body);
  }

  /** The reference number in large type; nothing if the endpoint returned none. */
  reference(): unknown {
    return referenceView(this.#words, this.receipt);
  }

  /** A sentence with the clinic's phone number; nothing if no number is known. */
  call(key = 'call-us'): unknown {
    return callView(this.#words, this.#host.settings.phone, key);
  }

  /** Clears all answers. */
  wipe(): void {
    this.#edited = undefined;
    this.#form.forget();
    this.#loader.filled?.reset();
    this.#form.become({ status: { is: 'editing' } });
  }

  /**
   * Redraws and moves the focus.
   *
   * @param selector element to focus, in the shadow root
   */
  focusNext(selector: string): void {
    this.#form.read();
    this.#form.become({ status: { is: 'editing' }, focus: selector });
  }

  /** Whether the visitor can go back past these fields; notifies the fields. @internal */
  leaveBack(names: readonly string[]): boolean {
    if (busy(this.status)) return false;
    this.#form.leaveBack(names);
    return true;
  }

  /**
   * The context of a field with its answer, to show it elsewhere; undefined if it is not asked.
   * @internal
   */
  asked(
    name: FieldName<Type>,
  ): { field: Field<unknown>; context: FieldContext; answer: unknown } | undefined {
    if (!this.asks(name)) return undefined;
    const field = this.#form.asked.field(name)!;
    return { field, context: this.#context(name, false), answer: this.answer(name) };
  }

  readonly #listeners = {
    submit: (event: Event) => this.#onSubmit(event),
    input: (event: Event) => this.#onInput(event),
    change: (event: Event) => this.#onChange(event),
    focusin: (event: Event) => this.#onFocusIn(event),
    focusout: (event: FocusEvent) => this.#onFocusOut(event),
  };

  /**
   * Called on the first event inside the form. The event gives access to the form element in the
   * closed root.
   */
  #enterBy(event: Event) {
    const root = (event.currentTarget as Element).getRootNode();
    if (root instanceof ShadowRoot) this.#form.root = root;
  }

  #onInput(event: Event) {
    this.#enterBy(event);
    const control = (event.target as HTMLElement).dataset['field'];
    this.#edited = control ?? this.#edited;
    this.#onEdit(control);
  }

  /** Called on `change`, which may show or hide other questions. */
  #onChange(event: Event) {
    this.#onInput(event);
    this.#loader.filled?.changed(this.#edited);
    this.#host.requestUpdate();
  }

  /**
   * Called on input. The event shield does not tell the control: it is the focused one or, if that
   * is unchanged, any, because autofill fills several.
   */
  #onEdit(control?: string) {
    const focused = (this.#form.root?.activeElement as HTMLElement | null)?.dataset['field'];
    const edited = control ?? focused;
    const isRead = edited !== undefined && this.#form.read(edited);
    if (!isRead && !this.#form.read()) return;
    this.#edited = edited ?? this.#edited;
    this.#edit();
  }

  #edit(control = this.#edited) {
    if (!this.#form.started) {
      this.#form.started = true;
      this.#host.emit('clinic-start', {});
    }
    this.#options.entered?.();
    // A native list that opens over the page receives the `pointerup` of the press that opened it.
    releasePointer();
    this.#loader.filled?.edited(control);
  }

  #onFocusIn(event: Event) {
    this.#enterBy(event);
    this.#loader.with((filled) => filled.entered());
  }

  /**
   * Validates a field when it loses focus after an edit. Fields that were only tabbed through are
   * not validated.
   */
  #onFocusOut(event: FocusEvent) {
    const { asked } = this.#form;
    const left = (event.target as HTMLElement).dataset['field'];
    const next = (event.relatedTarget as HTMLElement | null)?.dataset?.['field'];
    if (!left || !this.#edited) return;
    const field = asked.fieldOf(left);
    if (asked.fieldOf(this.#edited) !== field || (next && asked.fieldOf(next) === field)) return;
    this.#edited = undefined;
    this.#loader.with((filled) => filled.left(field));
  }

  /** A page restored from the back/forward cache still has the old values in its controls. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.wipe();
  };

  /** When the dialog around the form closes, the answers stay; a form that was sent is reset. */
  readonly #onDialogClose = () => {
    this.leaveBack(this.#form.asked.names);
    if (this.status.is === 'sent') this.#form.become({ status: { is: 'editing' } });
  };

  #onSubmit(event: Event) {
    // In a sandboxed frame `submit` never fires, so the form reacts to the click, which Enter also
    // triggers.
    event.preventDefault();
    this.#enterBy(event);
    void this.#submit();
  }

  async #submit(): Promise<void> {
    const form = this.#form;
    const host = this.#host;
    if (busy(form.status) || !form.element || !form.canSend) return;
    const leadsOn = form.flow && !form.flow.sends;
    form.read();
    const isReady = this.#loader.filled && !host.clinicPending && !form.answers.isPending;
    if (!leadsOn || !isReady) this.#form.become({ status: { is: 'checking' } });
    const filled = await this.#loader.load().catch(() => undefined);
    if (host.clinicPending) {
      await host.clinicSettled;
      await host.updateComplete;
      form.read();
    }
    // If the module that validates and sends could not be loaded, nothing was sent; the next step's
    // fields may be missing too.
    if (filled) await filled.submit();
    else this.#form.become({ status: { is: 'not-confirmed', reason: 'offline' } });
  }

  #context(name: string, required: boolean): FieldContext {
    return fieldContext(this.#form, name, {
      required,
      idPrefix: this.#idPrefix,
      errors: this.#loader.filled?.errors,
      edited: (control) => this.#edit(control),
    });
  }
}

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
 * The engine of a form. It draws the frame and the fields, keeps the answers in memory, and shows errors and status. It does not know
 * what is asked (the form does) or where it stands (the widget does).
 *
 * Nothing here hands a value, a control or the root to anyone outside the widget.
 */
export class FormController<Type extends SubmissionType> implements ReactiveController {
  readonly #host: PostingElement;
  readonly #words: Messages<FormWords<SubmissionType>>;
  readonly #options: FormOptions;
  readonly #form: FormModel;
  readonly #loader: FilledFormLoader;
  readonly #idPrefix = `f${++forms}-`;
  /** The control that was edited and not yet left */
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

  // — for the widget —

  get status(): Status {
    return this.#form.status;
  }

  /**
   * Asks by another form from now on, under the same answers: nothing that both ask is asked twice. What is sent is of its type, goes to
   * its endpoint and carries its consents.
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

  /** Whether the widget may be shown: its endpoint is known, or the page takes the sending over. */
  get stage(): Stage {
    if (this.#words.pending) return 'wait';
    if (this.#form.destination.exposesKey) return 'fallback';
    if (this.#options.needsEndpoint === false || this.canSend) return 'show';
    if (this.#host.clinicPending) return 'wait';
    this.#form.destination.reportMissing();
    return 'fallback';
  }

  /** True when there is somewhere to send to. */
  get canSend(): boolean {
    return this.#form.canSend;
  }

  /** The receipt, once sent. */
  get receipt(): Receipt | undefined {
    const { status } = this.#form;
    return status.is === 'sent' ? status.receipt : undefined;
  }

  /** Puts in an answer that is not the visitor's own edit: the service that an answer's button names. */
  preset(name: FieldName<Type> | `${FieldName<Type>}.${string}`, answer: string): void {
    this.#form.answers.set(name, answer);
    this.#host.requestUpdate();
  }

  /** Puts in what the page sets up, where nothing was ever entered. */
  presetOnce(answers: Readonly<Record<string, string | undefined>>): void {
    for (const [name, answer] of Object.entries(answers))
      if (answer && !this.#form.answers.has(name)) this.#form.answers.set(name, answer);
  }

  /** What a field holds now, as it would travel; undefined where that is nothing. */
  answer(name: FieldName<Type>): unknown {
    return this.#form.asked.answer(name);
  }

  /** Whether a field is asked as things stand. */
  asks(name: FieldName<Type>): boolean {
    return this.#form.asked.asks(name);
  }

  /** One field, drawn; nothing where it is not asked. */
  field(name: FieldName<Type>): unknown {
    const { asked } = this.#form;
    if (!asked.asks(name)) return nothing;
    const drawn = asked.field(name)!.render!(this.#context(name, asked.requires(name)));
    const { after } = this.#options;
    return after ? [drawn, after(name)] : drawn;
  }

  /** Fields, all unless told otherwise, as far as they are asked: in the order of the `fields` attribute, before them those it does not name. */
  fields(names = this.#form.asked.names as unknown as readonly FieldName<Type>[]): unknown {
    return this.#form.asked.inOrder(names).map((name) => this.field(name));
  }

  /** The consents of this form, drawn. */
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

  /** The `<form>` with everything around the fields: error summary, status, the one submit button where there is somewhere to send to. */
  frame(body: unknown): TemplateResult {
    return formView(this.#words, this.#listeners, [
      this.#loader.filled?.summary(),
      body,
      this.canSend ? actionsView(this.#form, this.#listeners.submit) : nothing,
      this.#loader.filled?.idleWarning(),
    ]);
  }

  /** The panel after success, in the place of the form; its heading takes the focus. */
  sent(body: unknown): TemplateResult {
    return sentView(this.#words, body);
  }

  /** The reference number, in large type; nothing where the endpoint gave none. */
  reference(): unknown {
    return referenceView(this.#words, this.receipt);
  }

  /** A sentence with the clinic's phone number in it; nothing where no number is known. */
  call(key = 'call-us'): unknown {
    return callView(this.#words, this.#host.settings.phone, key);
  }

  /** Forgets everything that was entered. */
  wipe(): void {
    this.#edited = undefined;
    this.#form.forget();
    this.#loader.filled?.reset();
    this.#form.become({ status: { is: 'editing' } });
  }

  /** Draws what stands on the page anew and puts the focus there. @param selector in the root */
  focusNext(selector: string): void {
    this.#form.read();
    this.#form.become({ status: { is: 'editing' }, focus: selector });
  }

  // — for the parts of the form —

  /** Whether the visitor may go back past these fields; they are told. @internal */
  leaveBack(names: readonly string[]): boolean {
    if (busy(this.status)) return false;
    this.#form.leaveBack(names);
    return true;
  }

  /** A field as it is asked, with its answer, to show it elsewhere; undefined where it is not asked. @internal */
  asked(
    name: FieldName<Type>,
  ): { field: Field<unknown>; context: FieldContext; answer: unknown } | undefined {
    if (!this.asks(name)) return undefined;
    const field = this.#form.asked.field(name)!;
    return { field, context: this.#context(name, false), answer: this.answer(name) };
  }

  // — what the visitor does —

  readonly #listeners = {
    submit: (event: Event) => this.#onSubmit(event),
    input: (event: Event) => this.#onInput(event),
    change: (event: Event) => this.#onChange(event),
    focusin: (event: Event) => this.#onFocusIn(event),
    focusout: (event: FocusEvent) => this.#onFocusOut(event),
  };

  /** Every way into the form begins with an event in it, and the event tells where the form stands. */
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

  /** What is chosen may open or close other questions. */
  #onChange(event: Event) {
    this.#onInput(event);
    this.#loader.filled?.changed(this.#edited);
    this.#host.requestUpdate();
  }

  /**
   * Something was entered. The shield does not tell in which control: it is the one with the focus or, where that has not changed, any,
   * because autofill fills several.
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
    // A list that lies over the page takes the end of the press that has opened it.
    releasePointer();
    this.#loader.filled?.edited(control);
  }

  #onFocusIn(event: Event) {
    this.#enterBy(event);
    this.#loader.with((filled) => filled.entered());
  }

  /** A field is validated when it is left after an edit; one that is only passed through is left in peace. */
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

  /** A page that comes back from the browser's page cache comes back with what stood in its controls. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.wipe();
  };

  /** The dialog around the form was closed: the answers stay, but a form that was sent begins anew when it opens again. */
  readonly #onDialogClose = () => {
    this.leaveBack(this.#form.asked.names);
    if (this.status.is === 'sent') this.#form.become({ status: { is: 'editing' } });
  };

  #onSubmit(event: Event) {
    // In a sandboxed frame `submit` never fires: the click, which Enter makes too, is enough.
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
    // Without the part that checks and sends nothing has left the page, whatever has kept it from loading; the next step's fields may be
    // missing with it.
    if (filled) await filled.submit();
    else this.#form.become({ status: { is: 'not-confirmed', reason: 'offline' } });
  }

  // — what is drawn —

  #context(name: string, required: boolean): FieldContext {
    return fieldContext(this.#form, name, {
      required,
      idPrefix: this.#idPrefix,
      errors: this.#loader.filled?.errors,
      edited: (control) => this.#edit(control),
    });
  }
}

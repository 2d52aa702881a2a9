import type { ReactiveController } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import { pairs, type ClinicElement, type Stage } from '../config/index.js';
import type { Issue, Receipt, Submission, SubmissionType } from '../contract/index.js';
import { version } from '../contract/version.js';
import type { Messages } from '../i18n/index.js';
import { askedConsents, sealedConsents } from './consents.js';
import { Draft } from './draft.js';
import {
  fieldOf,
  type Field,
  type FieldName,
  type FieldState,
  type Form,
  type LabelsOf,
  type Surroundings,
} from './form.js';
import type { en } from './messages/en.js';
import { Refusals } from './refusals.js';
import type { Seal } from './seal.js';
import { Setup } from './setup.js';
import { shield } from './shield.js';
import { callView, statusView } from './status-view.js';
import { busy, type Status } from './status.js';
import { summary } from './summary.js';

/** A widget that sends: what its page may do beside the endpoint. */
export interface PostingElement extends ClinicElement {
  deliver?: ((submission: Submission) => Promise<Receipt>) | undefined;
  fetch?: typeof fetch | undefined;
}

/** The words every form has, and those of its own: a label for each field, a heading, what its button says. */
export type FormWords<Type extends SubmissionType> = {
  readonly [Key in keyof typeof en]: string;
} & LabelsOf<Type> & {
    readonly heading: string;
    readonly submit: string;
  } & Readonly<Record<string, string>>;

type SendingPart = typeof import('./sending.js');

let forms = 0;

/**
 * The engine of a form: it draws the frame and the fields, keeps what was entered (in memory only), has it checked, sealed and sent,
 * and tells status and errors. It does not know what is asked: the form does; nor where: the widget does.
 *
 * Nothing here hands a value, a control or the root to anybody outside the widget.
 */
export class FormController<Type extends SubmissionType> implements ReactiveController {
  status: Status = { is: 'editing' };

  readonly #host: PostingElement;
  readonly #form: Form<Type>;
  readonly #words: Messages<FormWords<Type>>;
  readonly #setup: Setup;
  readonly #alone: boolean;
  readonly #draft = new Draft();
  readonly #refusals: Refusals;
  readonly #touched = new Set<string>();
  readonly #prefix = `f${++forms}-`;
  #part?: SendingPart;
  #seal?: Seal | undefined;
  #element?: HTMLFormElement | undefined;
  #panel?: Element | undefined;
  #started = false;
  #edited?: string | undefined;
  #focusNext?: string | undefined;
  #filePending = false;
  #anchor?: { control: Element; top: number } | undefined;

  /** @param options.endpoint false: the widget has something to show also where nothing can be sent */
  constructor(
    host: PostingElement,
    form: Form<Type>,
    words: Messages<FormWords<Type>>,
    options: { endpoint?: boolean } = {},
  ) {
    this.#host = host;
    this.#form = form;
    this.#words = words;
    this.#setup = new Setup(host, form.type);
    this.#refusals = new Refusals(words);
    this.#alone = options.endpoint === false;
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
    const control = arrived ? this.#root?.activeElement : undefined;
    this.#anchor = control ? { control, top: control.getBoundingClientRect().top } : undefined;
  }

  hostUpdated() {
    this.#host.mark('sending', busy(this.status));
    this.#host.mark('sent', this.status.is === 'sent');
    this.#host.mark('failed', this.status.is === 'not-confirmed');
    this.#host.mark('invalid', this.#refusals.size > 0);
    if (this.#anchor) {
      const { control, top } = this.#anchor;
      scrollBy({ top: control.getBoundingClientRect().top - top, behavior: 'instant' });
    }
    const target = this.#focusNext && this.#root?.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = undefined;
    if (!target) return;
    target.scrollIntoView({ block: 'nearest' });
    target.focus({ preventScroll: true });
  }

  // — for the widget —

  /** Whether the widget may be shown: its endpoint is known, or the page takes the sending over. */
  get stage(): Stage {
    if (this.#words.pending) return 'wait';
    if (this.#alone || this.canSend) return 'show';
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
  preset(name: FieldName<Type>, value: string): void {
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
    return this.#field(name).read(this.#draft, name, this.#around);
  }

  /** One field, drawn; nothing where it is not asked. */
  field(name: FieldName<Type>): unknown {
    return this.#asks(name)
      ? this.#field(name).render!(this.#state(name, this.#requires(name)))
      : nothing;
  }

  /** The consents of this form, drawn. */
  consents(): unknown {
    return this.#consents.map(({ terms, words }) =>
      this.#form.consents.render(
        this.#state(`consent.${terms.id}`, terms.required === true),
        words,
      ),
    );
  }

  /** The `<form>` with everything around the fields: error summary, status, the one submit button where there is somewhere to send to. */
  frame(body: unknown): TemplateResult {
    return html`<form
      part="form"
      method="post"
      novalidate
      aria-label=${this.#words.say('heading')}
      lang=${this.#words.locale}
      ${ref(this.#attach)}
      @submit=${this.#onSubmit}
      @input=${this.#onInput}
      @change=${this.#onChange}
      @focusin=${this.#onFocusIn}
      @focusout=${this.#onFocusOut}
    >
      ${this.#drawSummary()} ${body} ${this.canSend ? this.#drawActions() : nothing}
    </form>`;
  }

  /** The panel after success, in the place of the form; its heading takes the focus. */
  sent(body: unknown): TemplateResult {
    return html`<section
      part="status"
      class="panel sent"
      lang=${this.#words.locale}
      ${ref(this.#attachPanel)}
    >
      ${body}
    </section>`;
  }

  /** The reference number, in large type; nothing where the endpoint gave none. */
  reference(): unknown {
    const reference = this.receipt?.reference;
    if (!reference) return nothing;
    return html`<div>
      <p class="hint">${this.#words.say('reference')}</p>
      <p class="reference">${reference}</p>
    </div>`;
  }

  /** A sentence with the clinic's number in it; nothing where no number is known. */
  call(key = 'call-us'): unknown {
    return callView(this.#words, this.#host.settings.phone, key);
  }

  // — what the visitor enters —

  readonly #attach = (element?: Element) => {
    this.#element = element as HTMLFormElement | undefined;
  };

  readonly #attachPanel = (element?: Element) => {
    this.#panel = element;
  };

  get #root(): ShadowRoot | undefined {
    const root = (this.#element ?? this.#panel)?.getRootNode();
    return root instanceof ShadowRoot ? root : undefined;
  }

  get #around(): Surroundings {
    return { settings: this.#host.settings, clinic: this.#host.clinic, answers: this.#draft };
  }

  readonly #onInput = (event: Event) => {
    this.#edited = (event.target as HTMLElement).dataset['field'] ?? this.#edited;
    this.#enter();
  };

  readonly #onChange = (event: Event) => {
    this.#onInput(event);
    // What is chosen may open or close other questions.
    this.#host.requestUpdate();
  };

  /** Something was entered, perhaps by autofill in several controls at once. */
  #enter() {
    if (!this.#element || !this.#draft.collect(this.#element)) return;
    this.#edited ??= (this.#root?.activeElement as HTMLElement | null)?.dataset['field'];
    if (!this.#started) {
      this.#started = true;
      this.#host.emit('clinic-start', {});
    }
    if (this.#refusals.size > 0) void this.#judge();
  }

  readonly #onFocusIn = () => void this.#load().catch(() => undefined);

  /** A field is judged when it is left after an edit; one that is only passed through is left in peace. */
  readonly #onFocusOut = (event: FocusEvent) => {
    const left = (event.target as HTMLElement).dataset['field'];
    const next = (event.relatedTarget as HTMLElement | null)?.dataset?.['field'];
    if (!left || !this.#edited || fieldOf(this.#edited) !== fieldOf(left)) return;
    if (next && fieldOf(next) === fieldOf(left)) return;
    this.#edited = undefined;
    this.#touched.add(fieldOf(left));
    void this.#judge();
  };

  async #judge() {
    const part = await this.#load().catch(() => undefined);
    if (!part || this.status.is === 'sent') return;
    const judged = new Set([...this.#touched, ...this.#refusals.fields]);
    this.#refusals.judge(this.#issues(part), judged, this.#edited && fieldOf(this.#edited));
    this.#host.requestUpdate();
  }

  // — what is asked, and what comes of it —

  #field(name: string): Field<unknown> & { must?: boolean } {
    return (this.#form.fields as Record<string, Field<unknown>>)[name]!;
  }

  get #names(): string[] {
    return Object.keys(this.#form.fields);
  }

  /** The `fields` attribute, `givenName, phone?, email!`, as names with their mark. */
  get #chosen(): Map<string, string> | undefined {
    const { fields } = this.#host.settings;
    const parts = fields?.split(',').map((part) => /^\s*(\w+)\s*([?!]?)/.exec(part) ?? []);
    return parts && new Map(parts.map(([, name, mark]) => [name ?? '', mark ?? '']));
  }

  #asks(name: string): boolean {
    const field = this.#field(name);
    if (!field.render || field.asked?.(this.#around) === false) return false;
    return field.must === true || (this.#chosen?.has(name) ?? field.usual !== false);
  }

  #requires(name: string): boolean {
    return this.#field(name).must === true || this.#chosen?.get(name) === '!';
  }

  /** The answers as they travel. A question with one possible answer is not asked, but its answer goes along. */
  #data(): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    for (const name of this.#names) {
      const field = this.#field(name);
      const silent = !field.render || field.asked?.(this.#around) === false;
      const value =
        silent || this.#asks(name) ? field.read(this.#draft, name, this.#around) : undefined;
      if (value !== undefined) data[name] = value;
    }
    return data;
  }

  get #consents() {
    return askedConsents(this.#form.type, this.#host.clinic, this.#words, this.#setup.documents);
  }

  #issues(part: SendingPart): Issue[] {
    const data = this.#data();
    const issues = part.check(this.#form.type, data);
    for (const name of this.#names) {
      const missing = this.#requires(name) && this.#asks(name) && data[name] === undefined;
      if (missing && !issues.some(({ path }) => path[1] === name))
        issues.push({ path: ['data', name], code: 'required' });
    }
    for (const { terms } of this.#consents) {
      const given = this.#draft.flag(`consent.${terms.id}`);
      if (terms.required && !given) issues.push({ path: ['consents', terms.id], code: 'required' });
    }
    return this.#inOrder(issues);
  }

  /** In the order in which the fields stand on the page, so that the list of errors reads like the form. */
  #inOrder(issues: Issue[]): Issue[] {
    const order = [...(this.#element?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].map(
      ({ dataset }) => fieldOf(dataset['field']!),
    );
    const at = ({ path }: Issue) => {
      const place = order.indexOf(path[0] === 'consents' ? `consent.${path[1]}` : String(path[1]));
      return place < 0 ? order.length : place;
    };
    return issues.sort((one, other) => at(one) - at(other));
  }

  #state(name: string, required: boolean): FieldState {
    const words = this.#words;
    return {
      ...this.#around,
      name,
      id: this.#prefix + name.replace(/\W/g, '-'),
      required,
      optional: !required && (name.startsWith('consent.') || this.#field(name).marked !== false),
      error: this.#refusals.why(name),
      refused: this.#refusals.controls(name),
      locale: words.tag,
      t: words.say,
      find: words.find,
      local: words.local,
      value: (control = name) => this.#draft.raw(control),
      chosen: (value, control = name) => this.#draft.chosen(control, value),
      put: (control, value) => {
        this.#draft.put(control, value);
        this.#host.requestUpdate();
      },
    };
  }

  // — sending —

  async #load(): Promise<SendingPart> {
    this.#part ??= await import('./sending.js');
    this.#seal ??= new this.#part.Seal();
    return this.#part;
  }

  readonly #onSubmit = (event: Event) => {
    // In a sandboxed frame `submit` never fires: the click, which Enter makes too, is enough.
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    if (busy(this.status) || !this.#element || !this.canSend) return;
    this.#draft.collect(this.#element);
    if (!this.#part || this.#host.clinicPending) this.#become({ is: 'checking' });
    const part = await this.#load().catch(() => undefined);
    if (!part) return this.#fail('', 'offline');
    if (this.#host.clinicPending) {
      await this.#host.clinicSettled;
      await this.#host.updateComplete;
      this.#draft.collect(this.#element);
    }
    const issues = this.#issues(part);
    if (issues.length > 0) return this.#reject(issues);
    this.#refusals.clear();

    const submission = this.#close();
    if (!this.#host.emit('clinic-submit', { id: submission.id }))
      return this.#become({ is: 'editing' });
    this.#become({ is: 'sending' });
    const outcome = await this.#deliver(part, submission);
    if (outcome.kind === 'accepted') return this.#succeed(submission, outcome.receipt);
    if (outcome.kind === 'failed')
      return this.#fail(submission.id, outcome.reason, outcome.httpStatus);
    if (outcome.code === 'id-reused') this.#seal!.break();
    if (outcome.issues.length === 0) {
      const { httpStatus } = outcome;
      this.#host.emit('clinic-failed', { id: submission.id, reason: 'refused', httpStatus });
    }
    this.#reject(this.#inOrder(outcome.issues), outcome.message);
  }

  #close(): Submission {
    const { clinic, settings } = this.#host;
    const consents = sealedConsents(
      this.#form.type,
      clinic,
      this.#words,
      this.#setup.documents,
      this.#draft,
    );
    const content = { type: this.#form.type, version, data: this.#data(), consents };
    return this.#seal!.close(content as unknown as Submission, {
      locale: this.#words.locale,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      origin: location.origin,
      ...(settings.partner && { partner: settings.partner }),
    });
  }

  #deliver(part: SendingPart, submission: Submission) {
    const { sandbox, format, names, extra } = this.#host.settings;
    const record = (text: string | undefined) => Object.fromEntries(pairs(text));
    return part.deliver(this.#seal!, submission, {
      endpoint: this.#setup.endpoint,
      sandbox,
      format,
      names: record(names),
      extra: record(extra),
      deliver: this.#host.deliver,
      fetch: this.#host.fetch,
      onRetry: (attempt) => this.#become({ is: 'retrying', attempt }),
    });
  }

  #succeed({ id }: Submission, receipt: Receipt) {
    this.#forget();
    this.#focusNext = '[part~="heading"]';
    this.#become({ is: 'sent', receipt });
    this.#host.emit('clinic-submitted', {
      id,
      reference: receipt.reference,
      status: receipt.status,
    });
  }

  #fail(id: string, reason: (Status & { is: 'not-confirmed' })['reason'], httpStatus?: number) {
    this.#become({ is: 'not-confirmed', reason });
    this.#host.emit('clinic-failed', {
      id,
      reason,
      ...(httpStatus !== undefined && { httpStatus }),
    });
  }

  #reject(issues: Issue[], message?: string) {
    this.#refusals.set(issues);
    this.#focusNext = '[part~="summary"]';
    this.#become({ is: 'rejected', issues, ...(message !== undefined && { message }) });
    if (issues.length > 0) this.#host.emit('clinic-invalid', { fields: this.#refusals.fields });
  }

  /** Nothing of what was entered stays: after success, and when the page comes back from the browser's page cache. */
  #forget() {
    this.#draft.clear();
    this.#seal?.break();
    this.#refusals.clear();
    this.#touched.clear();
    this.#started = false;
    this.#edited = undefined;
    this.#element?.reset();
  }

  readonly #restored = (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    this.#forget();
    this.#become({ is: 'editing' });
  };

  #become(status: Status) {
    this.status = status;
    this.#host.requestUpdate();
  }

  // — what is drawn around the fields —

  #drawSummary(): unknown {
    if (this.status.is !== 'rejected') return nothing;
    const { issues, message } = this.status;
    const errors = this.#refusals.fields.map((field) => ({
      text: this.#refusals.why(field)!,
      ...(this.#control(field) && { go: () => this.#goTo(field) }),
    }));
    if (errors.length === 0 && issues.length > 0) return nothing;
    const general = message ?? (errors.length === 0 ? this.#words.say('error.form') : undefined);
    return summary({
      level: this.#host.settings.headingLevel + 1,
      title: this.#words.say('summary.title'),
      ...(general !== undefined && { general }),
      errors,
    });
  }

  /** The control to correct in a refused field: the one the issue names, else the field's first. */
  #control(field: string): HTMLElement | undefined {
    const all = [
      ...(this.#element?.querySelectorAll<HTMLElement>(
        ':is(input, select, textarea)[data-field]',
      ) ?? []),
    ];
    const wanted = this.#refusals.control(field);
    const inField = all.filter(({ dataset }) => fieldOf(dataset['field']!) === field);
    return inField.find(({ dataset }) => dataset['field'] === wanted) ?? inField[0];
  }

  /** `href="#field"` does not reach into a shadow root: bring the label into view and focus the control. */
  #goTo(field: string) {
    const control = this.#control(field);
    control?.closest('[part~="field"]')?.scrollIntoView({ block: 'start' });
    control?.focus({ preventScroll: true });
  }

  #drawActions() {
    const { is } = this.status;
    const sending = busy(this.status);
    const again = is === 'not-confirmed';
    return html`<div class="actions">
      <div part="status" class="status" role="status">
        ${statusView(this.status, this.#words, this.#host.settings.phone)}
      </div>
      <button
        part="submit"
        class="button"
        type="submit"
        aria-disabled=${sending ? 'true' : nothing}
        @click=${this.#onSubmit}
      >
        ${this.#words.say(sending ? 'sending' : again ? 'try-again' : 'submit')}
      </button>
    </div>`;
  }
}

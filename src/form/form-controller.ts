import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { endpointOf, pairs, telHref, type ClinicElement, type Stage } from '../config/index.js';
import { issuesOf, version, type Issue, type Receipt, type Submission } from '../contract/index.js';
import type { Messages } from '../i18n/index.js';
import { checkEndpoint, send, type Outcome } from '../transport/index.js';
import { askedConsents, sealedConsents } from './consents.js';
import { Draft } from './draft.js';
import {
  insists,
  placeOf,
  type Field,
  type FieldState,
  type Form,
  type LabelsOf,
  type Surroundings,
} from './form.js';
import type { en } from './messages/en.js';
import { Seal } from './seal.js';
import { shield } from './shield.js';
import { busy, type Status } from './status.js';
import { summary } from './summary.js';

/** A widget that sends: what its page may do beside the endpoint. */
export interface PostingElement extends ClinicElement {
  deliver?: ((submission: Submission) => Promise<Receipt>) | undefined;
  fetch?: typeof fetch | undefined;
}

/** The words every form has, and those of its own: a label for each field, a heading, what its button says. */
export type FormWords<F extends { fields: object }> = {
  readonly [Key in keyof typeof en]: string;
} & LabelsOf<F> & {
    readonly heading: string;
    readonly submit: string;
  } & Readonly<Record<string, string>>;

/** Why a field was refused. */
interface Refusal {
  code: string;
  message?: string | undefined;
  controls: string[];
}

let forms = 0;

/**
 * The engine of a form: it draws the frame and the fields, keeps what was entered (in memory only), checks it against the contract,
 * seals and sends it, and tells status and errors. It does not know what is asked: the form does; nor where: the widget does.
 *
 * Nothing here hands a value, a control or the root to anybody outside the widget.
 */
export class FormController<
  Schema extends Form['schema'],
  F extends Form<Schema>,
> implements ReactiveController {
  status: Status = { is: 'editing' };

  readonly #host: PostingElement;
  readonly #form: Form;
  readonly #words: Messages<FormWords<F>>;
  readonly #needless: boolean;
  readonly #draft = new Draft();
  readonly #seal = new Seal();
  readonly #prefix = `f${++forms}-`;
  readonly #refusals = new Map<string, Refusal>();
  readonly #touched = new Set<string>();
  #element?: HTMLFormElement | undefined;
  #started = false;
  #edited?: string | undefined;
  #complained?: string;
  #focusAfter?: string | undefined;
  #anchor?: { control: Element; top: number } | undefined;

  /** @param options.endpoint false: the widget has something to show also where nothing can be sent */
  constructor(
    host: PostingElement,
    form: F,
    words: Messages<FormWords<F>>,
    options: { endpoint?: boolean } = {},
  ) {
    this.#host = host;
    this.#form = form as unknown as Form;
    this.#words = words;
    this.#needless = options.endpoint === false;
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
    const control = this.#root?.activeElement;
    this.#anchor = control ? { control, top: control.getBoundingClientRect().top } : undefined;
  }

  hostUpdated() {
    this.#showStates();
    const { control, top } = this.#anchor ?? {};
    const moved =
      control?.isConnected && top !== undefined ? control.getBoundingClientRect().top - top : 0;
    if (Math.abs(moved) > 1 && !busy(this.status) && !this.#focusAfter)
      scrollBy({ top: moved, behavior: 'instant' });
    const focus = this.#focusAfter;
    this.#focusAfter = undefined;
    if (focus) {
      const target =
        this.#sent?.querySelector<HTMLElement>(focus) ??
        this.#root?.querySelector<HTMLElement>(focus);
      target?.focus();
      target?.scrollIntoView?.({ block: 'nearest' });
    }
  }

  /** Whether the widget may be shown: its endpoint is known, or the page takes the sending over. */
  get stage(): Stage {
    if (this.#words.pending) return 'wait';
    if (this.#needless || this.canSend) return 'show';
    if (this.#host.clinicPending) return 'wait';
    this.#tellMissingEndpoint();
    return 'fallback';
  }

  /** True when there is somewhere to send to. */
  get canSend(): boolean {
    return (
      this.#host.settings.sandbox ||
      this.#host.deliver !== undefined ||
      this.#endpoint !== undefined
    );
  }

  /** The receipt, once sent. */
  get receipt(): Receipt | undefined {
    return this.status.is === 'sent' ? this.status.receipt : undefined;
  }

  /** Enters a value before or while the visitor does: the service an answer's button names. It counts as no edit of theirs. */
  preset(name: string, value: string): void {
    this.#draft.put(name, value);
    this.#host.requestUpdate();
  }

  /** Enters what the page sets up, where nothing has been entered yet. */
  presetOnce(values: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(values))
      if (value && !this.#draft.has(name)) this.#draft.put(name, value);
  }

  /** What a field holds now, for a widget that answers to it; undefined where that is nothing. */
  answer(name: keyof F['fields'] & string): unknown {
    return this.#field(name)?.read(this.#draft, name, this.#around);
  }

  /** Whether a visitor is asked for a field here. */
  asks(name: keyof F['fields'] & string): boolean {
    return this.#asks(name);
  }

  /** One field, drawn; nothing where it is not asked. */
  field(name: keyof F['fields'] & string): unknown {
    return this.#asks(name)
      ? this.#form.fields[name as never as keyof Form['fields']]?.render?.(this.#state(name))
      : nothing;
  }

  /** The consents of this form, drawn. */
  consents(): unknown {
    const documents = this.#documents;
    return askedConsents(this.#form.type, this.#host.clinic, this.#words, documents).map(
      ({ terms, words }) =>
        this.#form.consents.render(
          this.#state(`consent.${terms.id}`, terms.required === true),
          terms,
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
      aria-label=${this.#words.t('heading')}
      lang=${this.#words.locale}
      ${ref(this.#attach)}
      @submit=${this.#onSubmit}
      @input=${this.#onInput}
      @change=${this.#onChange}
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
      ${ref(this.#attachSent)}
    >
      ${body}
    </section>`;
  }

  /** The reference number, in large type; nothing where the endpoint gave none. */
  reference(): unknown {
    const reference = this.receipt?.reference;
    return reference
      ? html`<div>
          <p class="hint" id="reference">${this.#words.t('reference')}</p>
          <p class="reference" aria-describedby="reference">${reference}</p>
        </div>`
      : nothing;
  }

  /** How to reach the clinic by phone; nothing where no number is known. */
  call(key = 'call-us'): unknown {
    const { phone } = this.#host.settings;
    if (!phone) return nothing;
    const [before, after] = this.#words.say(key, { phone: '\u0000' }).split('\u0000');
    return html`<p>${before}<a href=${telHref(phone)}>${phone}</a>${after}</p>`;
  }

  // — what the visitor enters —

  #sent?: Element | undefined;
  readonly #attachSent = (element?: Element) => (this.#sent = element);

  readonly #attach = (element?: Element) => {
    this.#element = element as HTMLFormElement | undefined;
  };

  get #root(): ShadowRoot | undefined {
    const root = (this.#element ?? this.#sent)?.getRootNode();
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
    if (this.#refusals.size > 0) this.#recheck();
  }

  /** A field is judged when it is left after an edit; one that is only passed through is left in peace. */
  readonly #onFocusOut = (event: FocusEvent) => {
    const left = (event.target as HTMLElement).dataset['field'];
    const next = (event.relatedTarget as HTMLElement | null)?.dataset?.['field'];
    if (!left || this.#edited === undefined) return;
    const { field } = this.#place(left);
    if (next && this.#place(next).field === field) return;
    if (this.#place(this.#edited).field !== field) return;
    this.#edited = undefined;
    this.#touched.add(field);
    this.#recheck();
  };

  /** Judges anew what is already judged: touched fields, and those that a submit has refused. */
  #recheck() {
    const judged = new Set([...this.#touched, ...this.#refusals.keys()]);
    const still = this.#refusalsOf(this.#issues());
    for (const field of judged) {
      const before = this.#refusals.get(field);
      const now = still.get(field);
      if (now) this.#refusals.set(field, now);
      // What the endpoint has refused may look right from here; it stands until its control is changed.
      else if (!before?.message || before.controls.length === 0 || this.#edited === undefined)
        this.#refusals.delete(field);
      else if (
        before.controls.some((name) => this.#place(name).field === this.#place(this.#edited!).field)
      )
        this.#refusals.delete(field);
    }
    this.#host.requestUpdate();
  }

  // — what is asked, and what comes of it —

  #field(name: string): Field<unknown> | undefined {
    return (this.#form.fields as Record<string, Field<unknown>>)[name];
  }

  /** The `fields` attribute: `givenName, phone?, email!`. */
  get #chosen(): Map<string, '' | '?' | '!'> | undefined {
    const { fields } = this.#host.settings;
    if (!fields) return undefined;
    const parts = fields.split(',').map((part) => /^\s*(\w+)\s*([?!]?)/.exec(part));
    return new Map(
      parts
        .filter((part) => part !== null)
        .map(([, name, mark]) => [name!, (mark ?? '') as '' | '?' | '!']),
    );
  }

  #asks(name: string): boolean {
    const field = this.#field(name);
    if (!field?.render || field.asked?.(this.#around) === false) return false;
    const chosen = this.#chosen;
    return insists(this.#form, name) || (chosen ? chosen.has(name) : field.usual !== false);
  }

  #requires(name: string): boolean {
    return insists(this.#form, name) || this.#chosen?.get(name) === '!';
  }

  #data(): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    for (const name of Object.keys(this.#form.fields)) {
      const field = this.#field(name)!;
      const only = field.asked?.(this.#around) === false;
      if (!field.render || only || this.#asks(name)) {
        const value = field.read(this.#draft, name, this.#around);
        if (value !== undefined) data[name] = value;
      }
    }
    return data;
  }

  #issues(): Issue[] {
    const data = this.#data();
    const issues = issuesOf(this.#form.schema, data, ['data']);
    for (const name of Object.keys(this.#form.fields)) {
      const missing = this.#requires(name) && this.#asks(name) && data[name] === undefined;
      if (missing && !issues.some(({ path }) => path[1] === name))
        issues.push({ path: ['data', name], code: 'required' });
    }
    for (const { terms } of askedConsents(
      this.#form.type,
      this.#host.clinic,
      this.#words,
      this.#documents,
    )) {
      if (terms.required && !this.#draft.flag(`consent.${terms.id}`))
        issues.push({ path: ['consents', terms.id], code: 'required' });
    }
    return issues;
  }

  #place(control: string): { field: string; control: string } {
    const [first, second] = control.split('.');
    return {
      field: first === 'consent' || first === 'answers' ? `${first}.${second}` : first!,
      control,
    };
  }

  #refusalsOf(issues: Issue[]): Map<string, Refusal> {
    const refusals = new Map<string, Refusal>();
    for (const issue of issues) {
      const { field, control } = placeOf(issue);
      const known = refusals.get(field);
      if (known) known.controls.push(control);
      else refusals.set(field, { code: issue.code, message: issue.message, controls: [control] });
    }
    return refusals;
  }

  /** Why a field was refused: the endpoint's own words, else ours for this field and code, else ours for the code. */
  #why(field: string, { code, message }: Refusal): string {
    const label = this.#words.find(`${field}.label`) ?? field;
    return (
      message ??
      this.#words.find(`${field}.${code}`) ??
      (field.startsWith('consent.') ? this.#words.say('consent.missing') : undefined) ??
      this.#words.say(this.#words.find(`error.${code}`) ? `error.${code}` : 'error.other', {
        label,
      })
    );
  }

  #state(name: string, required = this.#requires(name)): FieldState {
    const refusal = this.#refusals.get(name);
    const words = this.#words;
    return {
      ...this.#around,
      name,
      id: this.#prefix + name.replace(/\W/g, '-'),
      required,
      optional: !required && this.#field(name)?.marked !== false,
      error: refusal && this.#why(name, refusal),
      refused: refusal?.controls.filter((control) => control !== name) ?? [],
      locale: words.tag,
      t: words.say,
      find: (key) => words.find(key),
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

  readonly #onSubmit = (event: Event) => {
    // In a sandboxed frame `submit` never fires: the click, which Enter makes too, is enough.
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    if (busy(this.status) || !this.#element || !this.canSend) return;
    this.#draft.collect(this.#element);
    if (this.#host.clinicPending) {
      this.#become({ is: 'checking' });
      await this.#host.clinicSettled;
      await this.#host.updateComplete;
      if (this.#element) this.#draft.collect(this.#element);
    }
    const issues = this.#issues();
    if (issues.length > 0) return this.#reject(issues);
    this.#refusals.clear();

    const submission = this.#close();
    if (!this.#host.emit('clinic-submit', { id: submission.id }))
      return this.#become({ is: 'editing' });
    this.#become({ is: 'sending' });
    const outcome = await this.#deliver(submission);
    switch (outcome.kind) {
      case 'accepted':
        return this.#succeed(submission, outcome.receipt);
      case 'rejected':
        if (outcome.code === 'id-reused') this.#seal.break();
        if (outcome.issues.length === 0) {
          this.#host.emit('clinic-failed', {
            id: submission.id,
            reason: 'refused',
            httpStatus: outcome.httpStatus,
          });
        }
        return this.#reject(outcome.issues, outcome.message);
      case 'failed': {
        const { reason, httpStatus } = outcome;
        this.#become({ is: 'not-confirmed', reason });
        this.#host.emit('clinic-failed', {
          id: submission.id,
          reason,
          ...(httpStatus !== undefined && { httpStatus }),
        });
      }
    }
  }

  #close(): Submission {
    const consents = sealedConsents(
      this.#form.type,
      this.#host.clinic,
      this.#words,
      this.#documents,
      this.#draft,
    );
    const { partner } = this.#host.settings;
    const content = { type: this.#form.type, version, data: this.#data(), consents } as Pick<
      Submission,
      'type' | 'version' | 'data' | 'consents'
    >;
    return this.#seal.close(content, {
      locale: this.#words.locale,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      origin: location.origin,
      ...(partner && { partner }),
    });
  }

  async #deliver(submission: Submission): Promise<Outcome> {
    const { sandbox, format, names, extra } = this.#host.settings;
    if (sandbox) {
      const status = { 'newsletter-signup': 'subscribed', 'insurance-check': 'pending' } as const;
      const receipt: Receipt = {
        reference: 'SANDBOX',
        status: status[submission.type as keyof typeof status] ?? 'received',
      };
      return { kind: 'accepted', receipt };
    }
    const { deliver } = this.#host;
    if (deliver) return handOver(deliver, submission);

    const endpoint = this.#endpoint!;
    const record = (text: string | undefined) => Object.fromEntries(pairs(text));
    const sealed = await this.#seal.bytes({ format, names: record(names), extra: record(extra) });
    return send(sealed, {
      endpoint,
      names: record(names),
      // Without CORS a form's bytes may have arrived although fetch says they have not: sending again by ourselves could double them.
      retryNetwork: format === 'json' || new URL(endpoint).origin === location.origin,
      ...(this.#host.fetch && { fetch: this.#host.fetch }),
      onRetry: (attempt) => this.#become({ is: 'retrying', attempt }),
    });
  }

  #succeed({ id }: Submission, receipt: Receipt) {
    this.#forget();
    this.#focusAfter = '[part~="heading"]';
    this.#become({ is: 'sent', receipt });
    this.#host.emit('clinic-submitted', {
      id,
      reference: receipt.reference,
      status: receipt.status,
    });
  }

  #reject(issues: Issue[], message?: string) {
    this.#refusals.clear();
    for (const [field, refusal] of this.#refusalsOf(issues)) this.#refusals.set(field, refusal);
    this.#focusAfter = '[part~="summary"]';
    this.#become({ is: 'rejected', issues, ...(message !== undefined && { message }) });
    if (issues.length > 0)
      this.#host.emit('clinic-invalid', { fields: [...this.#refusals.keys()] });
  }

  /** Nothing of what was entered stays: after success, and when the page comes back from the browser's page cache. */
  #forget() {
    this.#draft.clear();
    this.#seal.break();
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

  #showStates() {
    this.#host.mark('sending', busy(this.status));
    this.#host.mark('sent', this.status.is === 'sent');
    this.#host.mark('failed', this.status.is === 'not-confirmed');
    this.#host.mark('invalid', this.#refusals.size > 0);
  }

  // — set-up —

  get #endpoint(): string | undefined {
    const value = endpointOf(this.#host.layers, this.#form.type, this.#host.clinic);
    if (value === undefined) return undefined;
    const checked = checkEndpoint(value);
    if ('url' in checked) return checked.url;
    if (this.#complained !== value) {
      this.#complained = value;
      const why = {
        scheme: 'must begin with https:',
        credentials: 'must not carry a user name or password',
        syntax: 'is not an address',
      };
      queueMicrotask(() =>
        this.#host.misconfigured('endpoint-refused', `endpoint="${value}" ${why[checked.error]}`),
      );
    }
    return undefined;
  }

  #tellMissingEndpoint() {
    if (this.#complained !== undefined) return;
    this.#complained = '';
    const fix = `add endpoint="https://…" to it, data-endpoint to the script, or "endpoints" to the clinic file`;
    queueMicrotask(() =>
      this.#host.misconfigured('no-endpoint', `has no endpoint, so it cannot send: ${fix}`),
    );
  }

  get #documents() {
    const { terms, privacy, notice } = this.#host.settings;
    const known = this.#host.clinic?.documents;
    return Object.entries({ terms, privacy, notice }).flatMap(([name, href]) => {
      const own = known?.[name as 'terms'];
      return href ? [{ name, href, version: own?.href === href ? own.version : undefined }] : [];
    });
  }

  // — what is drawn around the fields —

  #drawSummary(): unknown {
    if (this.status.is !== 'rejected') return nothing;
    const errors = [...this.#refusals].map(([field, refusal]) => ({
      text: this.#why(field, refusal),
      ...(this.#known(field) && { go: () => this.#goTo(refusal.controls[0] ?? field, field) }),
    }));
    if (errors.length === 0 && this.status.issues.length > 0) return nothing;
    const general =
      this.status.message ?? (errors.length === 0 ? this.#words.t('error.form') : undefined);
    return summary({
      level: this.#host.settings.headingLevel + 1,
      title: this.#words.t('summary.title'),
      ...(general !== undefined && { general }),
      errors,
    });
  }

  #known = (field: string): boolean => this.#controls(field).length > 0;

  #controls(field: string): HTMLElement[] {
    const all = [...(this.#element?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
    return all.filter(
      ({ dataset }) => dataset['field'] === field || dataset['field']?.startsWith(`${field}.`),
    );
  }

  /** `href="#field"` does not reach into a shadow root: find the control, bring its label into view, focus it. */
  #goTo(control: string, field: string) {
    const focusable = (element: HTMLElement) => element.matches('input, select, textarea');
    const target = this.#controls(control).find(focusable) ?? this.#controls(field).find(focusable);
    (target?.closest('[part~="field"]') ?? target)?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }

  #drawActions() {
    const { is } = this.status;
    const sending = busy(this.status);
    const again = is === 'not-confirmed';
    return html`<div class="actions">
      <div part="status" class="status" role="status">${this.#drawStatus()}</div>
      <button
        part="submit"
        class="button"
        type="submit"
        aria-disabled=${sending ? 'true' : nothing}
        @click=${this.#onSubmit}
      >
        ${this.#words.t(sending ? 'sending' : again ? 'try-again' : 'submit')}
      </button>
    </div>`;
  }

  #drawStatus(): unknown {
    const { status } = this;
    switch (status.is) {
      case 'checking':
      case 'sending':
        return html`<span class="unseen">${this.#words.t(`status.${status.is}`)}</span>
          <div class="progress"></div>`;
      case 'retrying':
        return html`<p class="hint">${this.#words.t('status.retrying')}</p>
          <div class="progress"></div>`;
      case 'not-confirmed':
        return html`<div class="trouble">
          <p><strong>${this.#words.t(`trouble.${status.reason}`)}</strong></p>
          <p>${this.#words.t('trouble.kept')}</p>
          ${this.call('trouble.call')}
        </div>`;
      default:
        return nothing;
    }
  }
}

/** The page sends by itself. What it throws is a refusal if it names issues, else an answer that never came. */
async function handOver(
  deliver: (submission: Submission) => Promise<Receipt>,
  submission: Submission,
): Promise<Outcome> {
  try {
    const receipt = await deliver(structuredClone(submission));
    return {
      kind: 'accepted',
      receipt: {
        ...receipt,
        reference: String(receipt?.reference ?? ''),
        status: receipt?.status ?? 'received',
      },
    };
  } catch (error) {
    const { issues } = (error ?? {}) as { issues?: unknown };
    if (Array.isArray(issues))
      return { kind: 'rejected', issues: issues as Issue[], httpStatus: 422 };
    return { kind: 'failed', reason: 'unconfirmed' };
  }
}

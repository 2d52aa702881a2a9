import { nothing } from 'lit/html.js';
import type { FormModel } from './form-model.js';
import type { IdleTimeout } from './idle-timeout.lazy.js';
import { busy } from './status.js';
import type { Seal } from './seal.js';
import type { FieldErrors } from './validation.lazy/field-errors.js';
import type { Validation } from './validation.lazy/validation.js';

/** What was loaded when someone came into the form. */
interface Parts {
  validation: Validation;
  seal: Seal;
  idle: IdleTimeout;
  submission: typeof import('./submission.lazy/submission.js');
  summaryView: typeof import('./validation.lazy/validation.js').summaryView;
}

/**
 * What a form does once someone fills it in: validation, submission and the idle timeout, loaded at the first focus so that a page shows
 * its forms without their weight. What can be done without them is done without them.
 */
export class FilledForm {
  #parts?: Parts;
  #loading?: Promise<Parts>;

  constructor(private readonly form: FormModel) {}

  get errors(): FieldErrors | undefined {
    return this.#parts?.validation.errors;
  }

  get hasErrors(): boolean {
    return (this.errors?.size ?? 0) > 0;
  }

  // — what the visitor does —

  /** Someone comes into the form, or back to it. */
  entered() {
    this.#withParts(({ idle }) => {
      if (this.form.started) idle.activity();
    });
  }

  /** Something was entered. @param control where that is known */
  edited(control: string | undefined) {
    const parts = this.#parts;
    if (!parts) return;
    parts.idle.activity();
    const { asked } = this.form;
    const field = control && asked.fieldOf(control);
    if (parts.validation.concerns(field, asked)) this.#update(parts, field);
  }

  /** An answer was chosen: other questions may come or go. */
  changed(control: string | undefined) {
    const { host, asked } = this.form;
    if (this.#parts && this.hasErrors) this.#update(this.#parts, control && asked.fieldOf(control));
    host.requestUpdate();
  }

  /** A field was left after an edit: from now on its error shows as soon as there is one. */
  left(field: string) {
    this.#withParts((parts) => {
      parts.validation.left(field);
      this.#update(parts, undefined);
    });
  }

  /** Brings the errors that show up to date. */
  #update({ validation }: Parts, edited: string | undefined) {
    const { form } = this;
    if (busy(form.status) || form.status.is === 'sent') return;
    if (validation.update(form.questions, edited)) form.host.requestUpdate();
  }

  /** Validates and sends, or leads on to the next step. */
  async submit(): Promise<void> {
    const { form } = this;
    const { host } = form;
    if (busy(form.status) || !form.element || !form.canSend) return;
    const leadsOn = form.flow && !form.flow.sends;
    form.read();
    const isReady = this.#parts && !host.clinicPending && !form.answers.isPending;
    if (!leadsOn || !isReady) form.become({ status: { is: 'checking' } });
    const parts = await this.#load().catch(() => undefined);
    if (host.clinicPending) {
      await host.clinicSettled;
      await host.updateComplete;
      form.read();
    }
    // Without the part that checks and sends nothing has left the page, whatever has kept it from coming; the next step's fields may be
    // missing with it.
    if (!parts) form.become({ status: { is: 'not-confirmed', reason: 'offline' } });
    else if (leadsOn) await this.#leadOn(parts);
    else await this.#send(parts);
  }

  /** Checks what one step asks, and leads on from there. */
  async #leadOn({ validation }: Parts) {
    const { form } = this;
    const flow = form.flow!;
    await form.answers.settled();
    const { here, open } = validation.step(form.questions, (control) => flow.shows(control));
    const issues = validation.inFormOrder(here, form.asked, form.element, flow.order);
    if (issues.length > 0) form.become(form.rejected(issues));
    else flow.next(open);
  }

  async #send({ submission, validation, seal, idle }: Parts) {
    for await (const change of submission.sendForm(this.form, validation, seal)) {
      if (change.status.is === 'sent') idle.stop();
      this.form.become(change);
    }
  }

  /** Nothing of what was entered stays. */
  forget() {
    this.form.forget();
    this.#withParts(({ validation, seal, idle }) => {
      if (idle.state !== 'over') idle.stop();
      validation.reset();
      seal.break();
    });
  }

  /** The form asks other questions. */
  clearErrors() {
    this.errors?.clear();
  }

  // — what is drawn —

  /** The list of errors on top of the form. */
  summary(): unknown {
    const { status } = this.form;
    if (status.is !== 'rejected' || !this.#parts) return nothing;
    return this.#parts.summaryView(this.form, this.#parts.validation.errors, status);
  }

  /** What is said where nothing was entered for long: that the answers will be cleared, or were. */
  idleWarning(): unknown {
    return this.#parts?.idle.view(this.form.words);
  }

  // — what is loaded —

  #withParts(work: (parts: Parts) => void) {
    if (this.#parts) work(this.#parts);
    else void this.#load().then(work, () => undefined);
  }

  #load(): Promise<Parts> {
    return (this.#loading ??= this.#loadParts().catch((error: unknown) => {
      // The next focus, or *Try again*, tries once more.
      this.#loading = undefined;
      throw error;
    }));
  }

  async #loadParts(): Promise<Parts> {
    const { host, words, options } = this.form;
    const [submission, validation, { IdleTimeout }, loaded] = await Promise.all([
      import('./submission.lazy/submission.js'),
      import('./validation.lazy/validation.js'),
      import('./idle-timeout.lazy.js'),
      options.load?.(),
    ]);
    words.add({ ...validation.en, ...loaded?.en });
    host.adopt(validation.styles);
    host.adopt(submission.styles);
    this.#parts = {
      submission,
      validation: new validation.Validation(words),
      seal: new submission.Seal(),
      idle: new IdleTimeout(() => this.#onIdle()),
      summaryView: validation.summaryView,
    };
    return this.#parts;
  }

  #onIdle() {
    const { form } = this;
    const { idle } = this.#parts!;
    if (idle.state !== 'over') return form.host.requestUpdate();
    // A submission on its way is not disturbed.
    if (busy(form.status)) return idle.activity();
    const isInside = form.element?.matches(':focus-within');
    form.leaveBack(form.asked.names);
    this.forget();
    form.become({
      status: { is: 'editing' },
      ...(isInside && { focus: '[part~="heading"]' }),
    });
  }
}

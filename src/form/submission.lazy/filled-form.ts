import { nothing } from 'lit/html.js';
import type { FormModel } from '../form-model.js';
import { IdleTimeout } from '../idle-timeout.js';
import { Seal } from '../seal.js';
import { busy } from '../status.js';
import type { FieldErrors } from '../validation.lazy/field-errors.js';
import type { Validation } from '../validation.lazy/validation.js';
import { sendForm } from './send-form.js';
import { styles } from './submission.styles.js';

type ValidationPart = typeof import('../validation.lazy/validation.js');

/** Handles a form from the first focus on: shows errors, sends, and clears abandoned answers. */
export class FilledForm {
  readonly #form: FormModel;
  readonly #validation: Validation;
  readonly #summaryView: ValidationPart['summaryView'];
  readonly #seal = new Seal();
  readonly #idle = new IdleTimeout(() => this.#onIdle());

  constructor(
    form: FormModel,
    { Validation, summaryView, en, es, styles: errors }: ValidationPart,
  ) {
    this.#form = form;
    this.#validation = new Validation(form.words);
    this.#summaryView = summaryView;
    form.words.add({ en, es });
    form.host.adopt(errors);
    form.host.adopt(styles);
  }

  get errors(): FieldErrors {
    return this.#validation.errors;
  }

  /** Called when the focus enters the form. */
  entered() {
    if (this.#form.started) this.#idle.activity();
  }

  /**
   * Called on input.
   *
   * @param control the `data-field` of the control, if known
   */
  edited(control: string | undefined) {
    this.entered();
    const { asked } = this.#form;
    const field = control && asked.fieldOf(control);
    if (this.#validation.concerns(field, asked)) this.#update(field);
  }

  /** Called on change, which may also correct other fields. */
  changed(control: string | undefined) {
    if (this.errors.size > 0) this.#update(control && this.#form.asked.fieldOf(control));
  }

  /**
   * Called when a field loses focus after an edit. From then on, its errors are shown immediately.
   */
  left(field: string) {
    this.#validation.left(field);
    this.#update(undefined);
  }

  /** Updates the errors shown. */
  #update(edited: string | undefined) {
    const form = this.#form;
    if (busy(form.status) || form.status.is === 'sent') return;
    if (this.#validation.update(form.questions, edited)) form.host.requestUpdate();
  }

  /** Validates and sends the form, or goes to the next step. */
  async submit(): Promise<void> {
    const form = this.#form;
    if (form.flow && !form.flow.sends) return this.#leadOn();
    for await (const change of sendForm(form, this.#validation, this.#seal)) {
      if (change.status.is === 'sent') this.#idle.stop();
      form.become(change);
    }
  }

  /** Validates the current step and goes on. */
  async #leadOn() {
    const form = this.#form;
    const flow = form.flow!;
    await form.answers.settled();
    const { here, open } = this.#validation.step(form.questions, (control) => flow.shows(control));
    const issues = this.#validation.inFormOrder(here, form.asked, form.element, flow.order);
    if (issues.length > 0) form.become(form.rejected(issues));
    else flow.next(open);
  }

  /** Clears errors and the sealed submission when the answers are cleared. */
  reset() {
    if (this.#idle.state !== 'over') this.#idle.stop();
    this.#validation.reset();
    this.#seal.break();
  }

  #onIdle() {
    const form = this.#form;
    if (this.#idle.state !== 'over') return form.host.requestUpdate();
    // Don't interrupt a submission that is being sent.
    if (busy(form.status)) return this.#idle.activity();
    const isInside = form.element?.matches(':focus-within');
    form.leaveBack(form.asked.names);
    form.forget();
    this.reset();
    form.become({
      status: { is: 'editing' },
      ...(isInside && { focus: '[part~="heading"]' }),
    });
  }

  /** The error summary above the form. */
  summary(): unknown {
    const { status } = this.#form;
    return status.is === 'rejected' ? this.#summaryView(this.#form, this.errors, status) : nothing;
  }

  /**
   * The warning that answers will be cleared, or the notice that they were, after a time without
   * input.
   */
  idleWarning(): unknown {
    return this.#idle.view(this.#form.words);
  }
}

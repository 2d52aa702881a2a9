import type { ReactiveController } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import type { SubmissionType } from '../../contract/index.js';
import type { AnyMessages } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import type { FieldName } from '../define-form.js';
import type { FormFlow } from '../flow.js';
import type { FormController } from '../form-controller.js';
import type { PostingElement } from '../form-model.js';
import { en } from './messages.js';
import { review, StepFlow, type Step } from './step-flow.js';
import { styles } from './steps.styles.js';

/** Custom templates for the steps of a widget. */
interface StepViews<Name extends string> {
  /** Template of a step. Default: its fields, one below the other */
  step?(step: Step<Name>): unknown;
  /** Content between the answers and the consents on the review page */
  beforeConsents?(): unknown;
}

/**
 * Shows a form one step at a time, under a heading that takes the focus. The last step reviews the
 * answers before they are sent.
 */
export class Steps<Type extends SubmissionType> implements ReactiveController, FormFlow {
  readonly #host: PostingElement;
  readonly #form: FormController<Type>;
  readonly #words: AnyMessages;
  readonly #flow: StepFlow;
  readonly #views: StepViews<FieldName<Type>>;
  /** The step last drawn, and the one last reported by `clinic-step` */
  #drawn?: string | undefined;
  #announced?: string | undefined;
  #review?: typeof import('./review.lazy.js') | undefined;
  #reviewFailed = false;

  constructor(
    host: PostingElement,
    form: FormController<Type>,
    words: AnyMessages,
    steps: readonly Step<FieldName<Type>>[],
    views: StepViews<FieldName<Type>> = {},
  ) {
    this.#host = host;
    this.#form = form;
    this.#words = words;
    this.#views = views;
    this.#flow = new StepFlow(steps, (name) => form.asks(name as FieldName<Type>));
    words.add({ en });
    host.addController(this);
  }

  hostConnected() {
    this.#host.adopt(styles);
  }

  hostUpdated() {
    const drawn = this.#drawn;
    this.#drawn = undefined;
    if (drawn === undefined || drawn === this.#announced) return;
    this.#announced = drawn;
    const detail = { step: this.#flow.at + 1, steps: this.#flow.asked.length };
    void this.#host.updateComplete.then(() => this.#host.emit('clinic-step', detail));
  }

  /** Id of the current step; `check` for the review page at the end. */
  get current(): string {
    return this.#flow.step.id;
  }

  /** The `<form>` with the current step, in place of the form's own `frame()`. */
  frame(): unknown {
    this.#flow.settle();
    const { at, asked, step } = this.#flow;
    this.#drawn = step.id;
    const progress = this.#words.say('step.progress', { step: at + 1, steps: asked.length });
    const { headingLevel } = this.#host.settings;
    // Each step gets new DOM nodes. Otherwise a control of one step would be reused, with its
    // value, in another.
    const body = keyed(
      step.id,
      html`<progress class="bar" max=${asked.length} value=${at + 1} aria-hidden="true"></progress>
        ${heading(
          headingLevel,
          html`<span part="progress" class="caption">${progress}</span
            >${' '}${this.#words.say(`step.${step.id}`)}`,
        )}
        ${step.id === review ? this.#drawReview() : this.#drawStep(step)}`,
    );
    return this.#form.frame(body);
  }

  /** Goes to the step of a field and focuses its control. */
  go(field: string, selector = `:is(input, select, textarea)[data-field^="${field}"]`): void {
    if (this.turnTo(field)) this.#form.focusNext(selector);
  }

  get sends(): boolean {
    return this.current === review;
  }

  get order(): readonly string[] {
    return this.#flow.order;
  }

  shows(control: string): boolean {
    return this.#flow.shows(control);
  }

  turnTo(field: string): boolean {
    return this.#flow.turnTo(field);
  }

  next(open: readonly string[]): void {
    this.#flow.next(open);
    this.#show();
  }

  aside(): unknown {
    if (!this.#flow.hasBack) return nothing;
    return html`<button part="back" class="quiet" type="button" @click=${this.#goBack}>
      ${this.#words.say('back')}
    </button>`;
  }

  reset(): void {
    this.#flow.reset();
    this.#announced = undefined;
  }

  readonly #goBack = () => {
    if (!this.#form.leaveBack(this.#flow.step.fields)) return;
    this.#flow.back();
    this.#show();
  };

  #show() {
    if (this.current === review) void this.#loadReview();
    this.#form.focusNext('form [part~="heading"]');
  }

  #drawStep(step: Step) {
    const own = step as Step<FieldName<Type>>;
    return this.#views.step?.(own) ?? this.#form.fields(own.fields);
  }

  async #loadReview() {
    this.#review ??= await import('./review.lazy.js').catch(() => undefined);
    this.#reviewFailed = !this.#review;
    this.#host.requestUpdate();
  }

  #drawReview() {
    const names = this.#flow.order as readonly FieldName<Type>[];
    const change = (field: string, selector: string) => {
      if (this.#flow.change(field)) this.#form.focusNext(selector);
    };
    return html`${this.#review?.answers(this.#host, this.#form, names, this.#words, change)}
      ${this.#reviewFailed ? html`<p class="hint">${this.#words.say('check.lost')}</p>` : nothing}
      ${this.#views.beforeConsents?.()}
      <div>${this.#form.consents()}</div>`;
  }
}

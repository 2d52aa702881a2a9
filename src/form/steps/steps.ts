import type { ReactiveController } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import type { SubmissionType } from '../../contract/index.js';
import type { Messages } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import type { FormController, PostingElement } from '../form-controller.js';
import type { FieldName } from '../define-form.js';
import { steps as en } from './messages.js';
import { styles } from './steps.styles.js';

/** Some questions that belong together. A step comes when one of its fields is asked; else it is skipped, not counted and not reachable. */
export interface Step<Name extends string = string> {
  /** `step.<id>` is its heading in the words */
  id: string;
  fields: readonly Name[];
  /** What it shows; without it, its fields one below the other */
  body?(): unknown;
}

/** How a form is led through its questions, for the engine: which of them stand on the page, and where the button leads. */
export interface Course {
  /** Whether the button sends here; everywhere else it leads on */
  readonly sends: boolean;
  /** The key of what that button says, where it is not `submit` */
  readonly submit?: string;
  /** The names of all fields that are asked, from the first step to the last */
  readonly order: readonly string[];
  /** Whether the step shown asks this field */
  asks(field: string): boolean;
  /**
   * Goes where the visitor goes after this step.
   * @param open the fields that still need an answer
   */
  next(open: readonly string[]): void;
  /** Turns to the step that asks a field, without drawing it; false where none does. */
  turnTo(field: string): boolean;
  /** What stands beside the button */
  aside(): unknown;
  /** Begins anew */
  reset(): void;
}

/** The last step: what was answered, consents, and the button that sends. */
const check = 'check';

/** `guardian.givenName` is asked by `guardian`. */
const top = (field: string) => field.split('.')[0];

/**
 * Leads through a form step by step: one of them on the page at a time, under one heading that takes the focus, the answers of all in
 * the draft; at the end a page to check them before they are sent.
 */
export class Steps<Type extends SubmissionType> implements ReactiveController, Course {
  readonly #host: PostingElement;
  readonly #form: FormController<Type>;
  readonly #words: Pick<Messages<Record<string, string>>, 'say' | 'add'>;
  readonly #steps: readonly Step[];
  readonly #between: () => unknown;
  #current: string;
  #drawn?: string | undefined;
  #told?: string | undefined;
  /** *Change* has led to this step from the check page, and *Continue* leads back there. */
  #changing = false;
  #page?: typeof import('./review.lazy.js') | undefined;
  #lost = false;

  /** @param between draws what stands between the answers and what is agreed to */
  constructor(
    host: PostingElement,
    form: FormController<Type>,
    words: Pick<Messages<Record<string, string>>, 'say' | 'add'>,
    steps: readonly Step<FieldName<Type>>[],
    between: () => unknown = () => nothing,
  ) {
    this.#host = host;
    this.#form = form;
    this.#words = words;
    this.#steps = [...steps, { id: check, fields: [] }];
    this.#between = between;
    this.#current = this.#steps[0].id;
    words.add(en);
    host.addController(this);
  }

  hostConnected() {
    this.#host.adopt(styles);
  }

  hostUpdated() {
    const drawn = this.#drawn;
    this.#drawn = undefined;
    if (drawn === undefined || drawn === this.#told) return;
    this.#told = drawn;
    const detail = { step: this.#at + 1, steps: this.#asked.length };
    void this.#host.updateComplete.then(() => this.#host.emit('clinic-step', detail));
  }

  /** The step shown, by its id; `check` at the end. */
  get current(): string {
    return this.#asked[this.#at].id;
  }

  /** The `<form>` with the step that is reached, in place of `frame()` of the form. */
  frame(): unknown {
    const [at, asked] = [this.#at, this.#asked];
    const step = asked[at];
    this.#drawn = this.#current = step.id;
    const progress = this.#words.say('step.progress', { step: at + 1, steps: asked.length });
    const { headingLevel } = this.#host.settings;
    // Drawn anew for each step: a control of one step must not become a control of another, with what stands in it.
    const body = keyed(
      step.id,
      html`<progress class="bar" max=${asked.length} value=${at + 1} aria-hidden="true"></progress>
        ${heading(
          headingLevel,
          html`<span part="progress" class="caption">${progress}</span
            >${' '}${this.#words.say(`step.${step.id}`)}`,
        )}
        ${step.id === check ? this.#drawCheck() : (step.body?.() ?? this.#form.fields(this.#fields(step)))}`,
    );
    return this.#form.frame(body, this);
  }

  /** Leads to a field: to its step, and there to its control. */
  go(field: string, selector = `:is(input, select, textarea)[data-field^="${field}"]`): void {
    if (this.turnTo(field)) this.#form.turn(selector);
  }

  // — for the engine —

  get sends(): boolean {
    return this.current === check;
  }

  get order(): readonly string[] {
    return this.#asked.flatMap((step) => step.fields);
  }

  asks(field: string): boolean {
    return this.#asked[this.#at].fields.includes(top(field));
  }

  turnTo(field: string): boolean {
    const id = field.startsWith('consent.') ? check : this.#stepOf(field)?.id;
    if (id) this.#current = id;
    return id !== undefined;
  }

  next(open: readonly string[]): void {
    if (this.#changing) {
      // What was changed may have opened other questions.
      const missing = open.map((field) => this.#stepOf(field)).find((step) => step);
      this.#changing = missing !== undefined;
      this.#show(missing?.id ?? check);
    } else {
      this.#show(this.#asked[this.#at + 1].id);
    }
  }

  aside(): unknown {
    if (this.#at === 0 && !this.#changing) return nothing;
    return html`<button part="back" class="quiet" type="button" @click=${this.#back}>
      ${this.#words.say('back')}
    </button>`;
  }

  reset(): void {
    this.#current = this.#steps[0].id;
    this.#told = undefined;
    this.#changing = false;
  }

  // — where the visitor is —

  #fields(step: Step): FieldName<Type>[] {
    return step.fields as FieldName<Type>[];
  }

  get #asked(): readonly Step[] {
    return this.#steps.filter(
      (step) => step.id === check || this.#fields(step).some((name) => this.#form.asks(name)),
    );
  }

  /** Where the step shown is among those that are asked; where an answer has closed it, the next one takes its place. */
  get #at(): number {
    const asked = this.#asked;
    const from = this.#steps.findIndex(({ id }) => id === this.#current);
    return asked.findIndex((step) => this.#steps.indexOf(step) >= from);
  }

  #stepOf(field: string): Step | undefined {
    return this.#asked.find(({ fields }) => fields.includes(top(field)));
  }

  #show(id: string) {
    this.#current = id;
    if (id === check) void this.#load();
    this.#form.turn('form [part~="heading"]');
  }

  readonly #back = () => {
    const [at, asked] = [this.#at, this.#asked];
    if (!this.#form.leave(this.#fields(asked[at]))) return;
    const to = this.#changing ? check : asked[at - 1].id;
    this.#changing = false;
    this.#show(to);
  };

  // — the last step —

  async #load() {
    this.#page ??= await import('./review.lazy.js').catch(() => undefined);
    this.#lost = !this.#page;
    this.#host.requestUpdate();
  }

  #drawCheck() {
    const names = this.#asked.flatMap((step) => this.#fields(step));
    const change = (field: string, selector: string) => {
      this.#changing = true;
      this.go(field, selector);
    };
    return html`${this.#page?.answers(this.#host, this.#form, names, this.#words, change)}
      ${this.#lost ? html`<p class="hint">${this.#words.say('check.lost')}</p>` : nothing}
      ${this.#between()}
      <div>${this.#form.consents()}</div>`;
  }
}

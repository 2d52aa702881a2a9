import { isConsent, topFieldOf } from '../asked-fields.js';

/** Questions that belong together. A step comes when one of its fields is asked; else it is skipped, not counted and not reachable. */
export interface Step<Name extends string = string> {
  /** `step.<id>` is its heading in the words */
  id: string;
  fields: readonly Name[];
}

/** The last step, by the id of its words: what was answered, consents, and the button that sends. */
export const review = 'check';

/** Where a visitor is among the steps of a form. It draws nothing and knows no words. */
export class StepFlow {
  readonly #steps: readonly Step[];
  #current: string;
  /** *Change* has led to this step from the review page, and *Continue* leads back there. */
  #changing = false;

  /** @param asks whether a field is asked by the answers so far */
  constructor(
    steps: readonly Step[],
    private readonly asks: (name: string) => boolean,
  ) {
    this.#steps = [...steps, { id: review, fields: [] }];
    this.#current = this.#steps[0].id;
  }

  /** The steps that are asked, the review page last. */
  get asked(): readonly Step[] {
    return this.#steps.filter(({ id, fields }) => id === review || fields.some(this.asks));
  }

  /** Where the step shown is among those that are asked; where an answer has closed it, the next one takes its place. */
  get at(): number {
    const from = this.#steps.findIndex(({ id }) => id === this.#current);
    return this.asked.findIndex((step) => this.#steps.indexOf(step) >= from);
  }

  get step(): Step {
    return this.asked[this.at];
  }

  /** The names of all fields that are asked, in order. */
  get order(): readonly string[] {
    return this.asked.flatMap(({ fields }) => fields);
  }

  /** Whether a step lies behind this one, so that there is a way back. */
  get hasBack(): boolean {
    return this.at > 0 || this.#changing;
  }

  /** Whether the step shown asks the field of this control. */
  shows(control: string): boolean {
    return this.step.fields.includes(topFieldOf(control));
  }

  #stepOf(control: string): Step | undefined {
    return this.asked.find(({ fields }) => fields.includes(topFieldOf(control)));
  }

  /** Turns to the step that asks a field; false where none does. */
  turnTo(field: string): boolean {
    const id = isConsent(field) ? review : this.#stepOf(field)?.id;
    if (id) this.#current = id;
    return id !== undefined;
  }

  /** Turns to a field's step from the review page. */
  change(field: string): boolean {
    this.#changing = true;
    return this.turnTo(field);
  }

  /**
   * Goes on: to the next step, or back to the review page after a change, unless that has opened other questions.
   * @param open the controls that still need an answer
   */
  next(open: readonly string[]): void {
    if (!this.#changing) {
      this.#current = this.asked[this.at + 1].id;
      return;
    }
    const missing = open.map((control) => this.#stepOf(control)).find((step) => step);
    this.#changing = missing !== undefined;
    this.#current = missing?.id ?? review;
  }

  /** Goes one step back, or back to the review page after *Change*. */
  back(): void {
    this.#current = this.#changing ? review : this.asked[this.at - 1].id;
    this.#changing = false;
  }

  /** Keeps the step that is shown as the current one, also when an answer closes those before it. */
  settle(): void {
    this.#current = this.step.id;
  }

  reset(): void {
    this.#current = this.#steps[0].id;
    this.#changing = false;
  }
}

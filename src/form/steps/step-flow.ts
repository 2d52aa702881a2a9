import { isConsent, topFieldOf } from '../asked-fields.js';

/**
 * A group of questions shown together. A step without any asked field is skipped and not counted.
 */
export interface Step<Name extends string = string> {
  /** The heading is the message `step.<id>` */
  id: string;
  fields: readonly Name[];
}

/** Id of the last step, where visitors review their answers, give consent and send the form. */
export const review = 'check';

/** Tracks the current step of a form. It has no template and no text. */
export class StepFlow {
  readonly #steps: readonly Step[];
  #current: string;
  /**
   * Whether *Change* on the review page has opened this step; *Continue* then returns to the review
   * page.
   */
  #changing = false;

  /** @param asks whether a field is asked by the answers so far */
  constructor(
    steps: readonly Step[],
    private readonly asks: (name: string) => boolean,
  ) {
    this.#steps = [...steps, { id: review, fields: [] }];
    this.#current = this.#steps[0].id;
  }

  /** The steps that are asked, with the review page last. */
  get asked(): readonly Step[] {
    return this.#steps.filter(({ id, fields }) => id === review || fields.some(this.asks));
  }

  /**
   * Index of the current step among those asked. If an answer has removed the current step, the
   * next one takes its place.
   */
  get at(): number {
    const from = this.#steps.findIndex(({ id }) => id === this.#current);
    return this.asked.findIndex((step) => this.#steps.indexOf(step) >= from);
  }

  get step(): Step {
    return this.asked[this.at];
  }

  /** The names of all asked fields, in order. */
  get order(): readonly string[] {
    return this.asked.flatMap(({ fields }) => fields);
  }

  /** Whether there is a previous step. */
  get hasBack(): boolean {
    return this.at > 0 || this.#changing;
  }

  /** Whether the current step contains the field of this control. */
  shows(control: string): boolean {
    return this.step.fields.includes(topFieldOf(control));
  }

  #stepOf(control: string): Step | undefined {
    return this.asked.find(({ fields }) => fields.includes(topFieldOf(control)));
  }

  /** Goes to the step of a field. Returns false if there is none. */
  turnTo(field: string): boolean {
    const id = isConsent(field) ? review : this.#stepOf(field)?.id;
    if (id) this.#current = id;
    return id !== undefined;
  }

  /** Goes from the review page to the step of a field. */
  change(field: string): boolean {
    this.#changing = true;
    return this.turnTo(field);
  }

  /**
   * Goes to the next step, or back to the review page after *Change* unless the change has added
   * questions.
   *
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

  /** Goes to the previous step, or back to the review page after *Change*. */
  back(): void {
    this.#current = this.#changing ? review : this.asked[this.at - 1].id;
    this.#changing = false;
  }

  /** Keeps the current step when an answer removes steps before it. */
  settle(): void {
    this.#current = this.step.id;
  }

  reset(): void {
    this.#current = this.#steps[0].id;
    this.#changing = false;
  }
}

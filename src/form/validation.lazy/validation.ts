/**
 * Validates a form and shows its errors. It contains the contract's schemas, so it is loaded when a
 * visitor first focuses a form.
 */
import type { Issue } from '../../contract/index.js';
import type { AnyMessages } from '../../i18n/index.js';
import { controlOf, type AskedFields } from '../asked-fields.js';
import type { AskedConsent } from '../consents.js';
import { FieldErrors } from './field-errors.js';
import { inFormOrder, validate } from './validate.js';

export { en, es } from './messages.js';
export { summaryView } from './summary-view.js';
export { styles } from './validation.styles.js';

/** The fields and consents that are currently asked. */
export interface Asked {
  fields: AskedFields;
  consents: readonly AskedConsent[];
}

/**
 * The errors of one form. A field is validated only after it was left following an edit, or after a
 * rejected submit.
 */
export class Validation {
  readonly errors: FieldErrors;
  readonly #left = new Set<string>();

  constructor(words: AnyMessages) {
    this.errors = new FieldErrors(words);
  }

  /** All issues of the form. */
  issues({ fields, consents }: Asked): Issue[] {
    return validate(fields, consents);
  }

  /** Sorts issues by the order of their fields in the form. */
  readonly inFormOrder = inFormOrder;

  /** Called when a field is left after an edit. From then on, its errors are shown immediately. */
  left(field: string) {
    this.#left.add(field);
  }

  /**
   * Whether an edit can change a shown error: only that of the edited field or its alternative.
   * Other edits skip the validation of the whole form on each keystroke.
   */
  concerns(edited: string | undefined, fields: AskedFields): boolean {
    if (this.errors.size === 0) return false;
    if (edited === undefined) return true;
    const alternative = fields.field(edited)?.alternative;
    return this.errors.fields.some(
      (field) => field === edited || field === alternative || fields.field(field)?.requiredIf,
    );
  }

  /**
   * Updates the errors of fields that were left after an edit or rejected by a submit.
   *
   * @param edited the field that has the focus, if any
   * @returns whether any error has changed
   */
  update(asked: Asked, edited: string | undefined): boolean {
    const fields = new Set([...this.#left, ...this.errors.fields]);
    return this.errors.update(this.issues(asked), fieldOfIn(asked), fields, edited);
  }

  /**
   * Validates one step.
   *
   * @param isHere whether a control belongs to the step
   * @returns `here`: the issues of the step · `open`: the controls of all steps that need an answer
   */
  step(asked: Asked, isHere: (control: string) => boolean): { here: Issue[]; open: string[] } {
    const issues = this.issues(asked);
    const here = issues.filter((issue) => isHere(controlOf(issue)));
    const fieldOf = fieldOfIn(asked);
    const fields = [...here.map(controlOf), ...this.errors.fields].filter(isHere).map(fieldOf);
    this.errors.update(here, fieldOf, fields, undefined);
    return { here, open: issues.map(controlOf) };
  }

  /** Shows the errors of a rejected submit. */
  reject(issues: readonly Issue[], asked: Asked, byEndpoint: boolean) {
    this.errors.set(issues, fieldOfIn(asked), byEndpoint);
  }

  /** Called when all answers were cleared. */
  reset() {
    this.errors.clear();
    this.#left.clear();
  }
}

const fieldOfIn =
  ({ fields }: Asked) =>
  (control: string): string =>
    fields.fieldOf(control);

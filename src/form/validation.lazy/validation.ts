/**
 * Finds what must change before a form can be sent, and says it. It carries the schemas of the contract, so it is loaded when a visitor
 * first comes into a form.
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

/** The fields and consents of a form as things stand. */
export interface Asked {
  fields: AskedFields;
  consents: readonly AskedConsent[];
}

/** The errors of one form, and when they are looked for: not before a field was left after an edit, or a submit was refused. */
export class Validation {
  readonly errors: FieldErrors;
  readonly #left = new Set<string>();

  constructor(words: AnyMessages) {
    this.errors = new FieldErrors(words);
  }

  /** All that must change. */
  issues({ fields, consents }: Asked): Issue[] {
    return validate(fields, consents);
  }

  /** Issues in the order in which the visitor meets their fields. */
  readonly inFormOrder = inFormOrder;

  /** A field was left after an edit: from now on its error shows as soon as there is one. */
  left(field: string) {
    this.#left.add(field);
  }

  /**
   * Whether an edit can change an error that shows: only the edited field's own, and that of the field that will do in its place. Anything
   * else would cost each key a validation of the whole form.
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
   * Brings the errors that may show up to date: of fields left after an edit, and of those that a submit has refused.
   * @param edited the field that the visitor is in, if any
   * @returns whether any has changed
   */
  update(asked: Asked, edited: string | undefined): boolean {
    const fields = new Set([...this.#left, ...this.errors.fields]);
    return this.errors.update(this.issues(asked), fieldOfIn(asked), fields, edited);
  }

  /**
   * Looks for the errors of one step.
   * @param isHere whether a control belongs to it
   * @returns `here`: what must change in the step · `open`: the controls that need an answer, in this step and all others
   */
  step(asked: Asked, isHere: (control: string) => boolean): { here: Issue[]; open: string[] } {
    const issues = this.issues(asked);
    const here = issues.filter((issue) => isHere(controlOf(issue)));
    const fieldOf = fieldOfIn(asked);
    const fields = [...here.map(controlOf), ...this.errors.fields].filter(isHere).map(fieldOf);
    this.errors.update(here, fieldOf, fields, undefined);
    return { here, open: issues.map(controlOf) };
  }

  /** Shows the errors of a refused submit. */
  reject(issues: readonly Issue[], asked: Asked, byEndpoint: boolean) {
    this.errors.set(issues, fieldOfIn(asked), byEndpoint);
  }

  /** Everything entered was cleared. */
  reset() {
    this.errors.clear();
    this.#left.clear();
  }
}

const fieldOfIn =
  ({ fields }: Asked) =>
  (control: string): string =>
    fields.fieldOf(control);

import type { Issue } from '../../contract/index.js';
import type { AnyMessages } from '../../i18n/index.js';
import { controlOf, isConsent } from '../asked-fields.js';

/** The error of a field, and which of its controls must change. */
interface FieldError {
  code: string;
  /** The endpoint's own message */
  message: string | undefined;
  controls: string[];
  /** Whether the endpoint reported it; it may check more than the contract does */
  byEndpoint: boolean;
}

/**
 * The errors of a form by field. Errors found in the browser and errors reported by the endpoint
 * use the same paths and messages.
 */
export class FieldErrors {
  #byField = new Map<string, FieldError>();

  constructor(private readonly words: AnyMessages) {}

  get size() {
    return this.#byField.size;
  }

  /** The fields with errors, in the order of the issues. */
  get fields(): string[] {
    return [...this.#byField.keys()];
  }

  clear() {
    this.#byField.clear();
  }

  /** Replaces all errors. */
  set(issues: readonly Issue[], fieldOf: (control: string) => string, byEndpoint: boolean) {
    this.#byField = errorsIn(issues, fieldOf, byEndpoint);
  }

  /**
   * Updates the errors of some fields. An error reported by the endpoint stays until its field is
   * edited, because validation in the browser may not find it.
   *
   * @param fields fields left after an edit, or rejected before
   * @param edited the field that has the focus, if any
   * @returns whether an error has changed
   */
  update(
    issues: readonly Issue[],
    fieldOf: (control: string) => string,
    fields: Iterable<string>,
    edited: string | undefined,
  ): boolean {
    const now = errorsIn(issues, fieldOf, false);
    let changed = false;
    for (const field of fields) {
      const before = this.#byField.get(field);
      if (before?.byEndpoint && edited !== field) continue;
      const error = now.get(field);
      if (isSame(before, error)) continue;
      changed = true;
      if (error) this.#byField.set(field, error);
      else this.#byField.delete(field);
    }
    return changed;
  }

  /** The control to focus for a field. */
  control(field: string): string {
    return this.#byField.get(field)?.controls[0] ?? field;
  }

  /** The invalid controls of a field; empty if the error concerns the whole field. */
  controls(field: string): string[] {
    return this.#byField.get(field)?.controls.filter((control) => control !== field) ?? [];
  }

  /**
   * The endpoint's message, else the message for this field and code, else the one for the code;
   * undefined if the field is valid.
   */
  message(field: string): string | undefined {
    const error = this.#byField.get(field);
    if (!error) return undefined;
    const { code, message } = error;
    const { find, say } = this.words;
    const general = isConsent(field) ? 'consent.missing' : `error.${code}`;
    const label = find(`${field}.label`) ?? field;
    return (
      message ?? find(`${field}.${code}`) ?? say(find(general) ? general : 'error.other', { label })
    );
  }
}

const isSame = (one: FieldError | undefined, other: FieldError | undefined): boolean =>
  one?.code === other?.code &&
  one?.message === other?.message &&
  one?.byEndpoint === other?.byEndpoint &&
  one?.controls.join() === other?.controls.join();

function errorsIn(
  issues: readonly Issue[],
  fieldOf: (control: string) => string,
  byEndpoint: boolean,
): Map<string, FieldError> {
  const byField = new Map<string, FieldError>();
  for (const issue of issues) {
    const control = controlOf(issue);
    const field = fieldOf(control);
    const known = byField.get(field);
    if (known) known.controls.push(control);
    else
      byField.set(field, {
        code: issue.code,
        message: issue.message,
        controls: [control],
        byEndpoint,
      });
  }
  return byField;
}

import type { Issue } from '../../contract/index.js';
import type { AnyMessages } from '../../i18n/index.js';
import { controlOf, isConsent } from '../asked-fields.js';

/** Why a field was refused, and which of its controls must change. */
interface FieldError {
  code: string;
  /** The endpoint's own words */
  message: string | undefined;
  controls: string[];
  /** Refused by the endpoint, which may know more than the contract here */
  byEndpoint: boolean;
}

/** The errors of a form, field by field: found here or by the endpoint, told by the same path in the same words. */
export class FieldErrors {
  #byField = new Map<string, FieldError>();

  constructor(private readonly words: AnyMessages) {}

  get size() {
    return this.#byField.size;
  }

  /** The refused fields, in the order of the issues. */
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
   * Brings the errors of some fields up to date. What the endpoint has refused may look right from here: it stands until its field is
   * edited.
   * @param fields left after an edit, or refused before
   * @param edited the field that the visitor is in, if any
   * @returns whether anything has changed
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

  /** The control to lead to. */
  control(field: string): string {
    return this.#byField.get(field)?.controls[0] ?? field;
  }

  /** The controls inside a field that must change; empty where it is the field as a whole. */
  controls(field: string): string[] {
    return this.#byField.get(field)?.controls.filter((control) => control !== field) ?? [];
  }

  /** The endpoint's own words, else ours for this field and code, else ours for the code; undefined where nothing is wrong. */
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

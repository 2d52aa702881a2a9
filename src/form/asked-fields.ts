import type { Resolved } from '../config/index.js';
import { reportConfigError } from '../config/report-config-error.js';
import type { Clinic, Issue, SubmissionType } from '../contract/index.js';
import type { AnswerStore } from './answers.js';
import type { Field, Form, FormContext } from './define-form.js';

/** The parts of a widget that decide which questions its form asks. */
export interface AskingHost {
  readonly localName: string;
  readonly settings: Resolved;
  readonly clinic: Clinic | undefined;
}

type AnyField = Field<unknown> & { required?: boolean };

const consentPrefix = 'consent.';

/** The control an issue is about: `["data","preferences",0,"day"]` → `preferences.0.day`, `["consents","sms"]` → `consent.sms`. */
export function controlOf({ path: [place, ...rest] }: Issue): string {
  const path =
    place === 'data' ? rest : place === 'consents' ? ['consent', ...rest] : [place ?? '', ...rest];
  return path.map(String).join('.');
}

/**
 * The contract key that a control or nested field belongs to: `guardian.givenName` → `guardian`.
 */
export const topFieldOf = (control: string): string => control.split('.')[0];

/** Whether a control or field name belongs to a consent. */
export const isConsent = (control: string): boolean => control.startsWith(consentPrefix);

/** The fields that a form currently asks, and their answers. */
export class AskedFields {
  #order?: { written: string | undefined; marks: Map<string, string> | undefined };

  constructor(
    private readonly host: AskingHost,
    readonly form: Form<SubmissionType>,
    readonly answers: AnswerStore,
  ) {}

  get context(): FormContext {
    return { settings: this.host.settings, clinic: this.host.clinic, answers: this.answers };
  }

  /** All fields that the form can ask, in order. */
  get names(): string[] {
    return Object.keys(this.form.fields);
  }

  /** The field with this name; undefined if the form has none. */
  field(name: string): AnyField | undefined {
    return (this.form.fields as Record<string, AnyField>)[name];
  }

  /**
   * The `fields` attribute, such as `givenName, phone?, email!`, as names with their mark;
   * undefined if it is not set.
   */
  get #chosen(): Map<string, string> | undefined {
    const { fields } = this.host.settings;
    if (!this.#order || this.#order.written !== fields)
      this.#order = { written: fields, marks: this.#marksIn(fields) };
    return this.#order.marks;
  }

  #marksIn(fields: string | undefined): Map<string, string> | undefined {
    const parts = fields?.split(',').map((part) => /^\s*(\w+)\s*([?!]?)/.exec(part) ?? []);
    for (const [, name] of parts ?? [])
      if (name && !this.names.includes(name))
        reportConfigError(
          `<${this.host.localName}> fields: "${name}" is not a field; use ${this.names.join(', ')}`,
        );
    return parts && new Map(parts.map(([, name, mark]) => [name ?? '', mark ?? '']));
  }

  /** Sorts names by the `fields` attribute. Names that it does not list come first. */
  inOrder<Name extends string>(names: readonly Name[]): Name[] {
    const order = [...(this.#chosen?.keys() ?? [])];
    return names.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
  }

  /** Whether a field is currently asked. */
  asks(name: string): boolean {
    const field = this.field(name);
    if (!field?.render || field.asked?.(this.context) === false) return false;
    if (field.required) return true;
    const { alternative, askedByDefault: byDefault } = field;
    const chosen = this.#chosen;
    if (!chosen)
      return (typeof byDefault === 'function' ? byDefault(this.context) : byDefault) !== false;
    if (chosen.has(name) || !alternative) return chosen.has(name);
    // The alternative may be dropped: a visitor who finds no time is asked for days instead.
    return (
      !chosen.has(alternative) || this.field(alternative)?.requiredIf?.(this.context) === false
    );
  }

  /** Whether a field must be answered because the contract or the clinic requires it. */
  requires(name: string): boolean {
    const field = this.field(name);
    return (
      !!field?.required || this.#chosen?.get(name) === '!' || !!field?.requiredIf?.(this.context)
    );
  }

  /** Whether a consent is currently asked. */
  asksConsent(id: string): boolean {
    return this.form.consents.asked?.(id, this.context) !== false;
  }

  /** The value of a field in the format that is sent; undefined if it is empty. */
  answer(name: string): unknown {
    return this.field(name)?.read(this.context, name);
  }

  /**
   * The answers in the format that is sent. A question with only one possible answer is not asked,
   * but its answer is included.
   */
  data(): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    for (const name of this.names) {
      const field = this.field(name);
      const isSilent = !field?.render || field.asked?.(this.context) === false;
      const given = isSilent || this.asks(name) ? this.answer(name) : undefined;
      const value = given ?? field?.implied?.(this.context, name);
      if (value !== undefined) data[name] = value;
    }
    return data;
  }

  /**
   * The field with its own error that a control belongs to: `birthDate.month` → `birthDate`,
   * `guardian.phone` → itself.
   */
  fieldOf(control: string): string {
    const [top, inner] = control.split('.');
    const isNested = isConsent(control) || !!this.field(top)?.nested;
    return isNested && inner !== undefined ? `${top}.${inner}` : top;
  }
}

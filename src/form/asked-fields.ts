import type { Resolved } from '../config/index.js';
import { reportConfigError } from '../config/report-config-error.js';
import type { Clinic, Issue, SubmissionType } from '../contract/index.js';
import type { AnswerStore } from './answers.js';
import type { Field, Form, FormContext } from './define-form.js';

/** The widget whose form this is, as far as the questions depend on it. */
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

/** The contract's key a control or an inner field belongs to: `guardian.givenName` → `guardian`. */
export const topFieldOf = (control: string): string => control.split('.')[0];

/** Whether a control or field is a consent. */
export const isConsent = (control: string): boolean => control.startsWith(consentPrefix);

/** What one form asks as things stand, and what each question has been answered so far. */
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

  /** All that the form can ask, in the order asked. */
  get names(): string[] {
    return Object.keys(this.form.fields);
  }

  /** Undefined for a name that this form does not have. */
  field(name: string): AnyField | undefined {
    return (this.form.fields as Record<string, AnyField>)[name];
  }

  /** The `fields` attribute, `givenName, phone?, email!`, as names with their mark; undefined where it is not set. */
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

  /** Names in the order of the `fields` attribute, before them those that it does not name. */
  inOrder<Name extends string>(names: readonly Name[]): Name[] {
    const order = [...(this.#chosen?.keys() ?? [])];
    return names.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
  }

  /** Whether a field is asked. */
  asks(name: string): boolean {
    const field = this.field(name);
    if (!field?.render || field.asked?.(this.context) === false) return false;
    if (field.required) return true;
    const { alternative, askedByDefault: byDefault } = field;
    const chosen = this.#chosen;
    if (!chosen)
      return (typeof byDefault === 'function' ? byDefault(this.context) : byDefault) !== false;
    if (chosen.has(name) || !alternative) return chosen.has(name);
    // The other one may be given up: nobody finds a time, and is asked for days.
    return (
      !chosen.has(alternative) || this.field(alternative)?.requiredIf?.(this.context) === false
    );
  }

  /** Whether it must be answered: the contract or the clinic requires it. */
  requires(name: string): boolean {
    const field = this.field(name);
    return (
      !!field?.required || this.#chosen?.get(name) === '!' || !!field?.requiredIf?.(this.context)
    );
  }

  /** Whether a consent is asked of this visitor. */
  asksConsent(id: string): boolean {
    return this.form.consents.asked?.(id, this.context) !== false;
  }

  /** What a field holds, as it would travel; undefined where that is nothing. */
  answer(name: string): unknown {
    return this.field(name)?.read(this.context, name);
  }

  /** The answers as they travel. A question with one possible answer is not asked, but its answer goes along. */
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

  /** The field that a control belongs to, with an error of its own: `birthDate.month` → `birthDate`, `guardian.phone` → itself. */
  fieldOf(control: string): string {
    const [top, inner] = control.split('.');
    const isNested = isConsent(control) || !!this.field(top)?.nested;
    return isNested && inner !== undefined ? `${top}.${inner}` : top;
  }
}

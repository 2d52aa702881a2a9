import type { Settings } from '../config/index.js';
import type { Clinic, Data, Issue, SubmissionType } from '../contract/index.js';
import type { LocalText, Values } from '../i18n/index.js';
import type { Outcome } from '../transport/index.js';
import type { Answer, Answers } from './answers.js';

/** What a field can read to decide whether and what to ask. */
export interface FormContext {
  settings: Settings;
  clinic: Clinic | undefined;
  answers: Answers;
}

/**
 * One option of a choice: its value in the submission and its label. Without a label, the message
 * `<field>.<value>` is used.
 */
export interface Option {
  value: string;
  label?: LocalText;
  note?: LocalText;
}

/** Everything a template needs to draw one field. */
export interface FieldContext extends FormContext {
  /** The field's name in the submission's data: `email`, `birthDate` */
  name: string;
  /** Unique in the shadow root, for `for` and `aria-describedby` */
  id: string;
  /** Whether an answer is required */
  required: boolean;
  /** Whether the label says "(optional)" */
  optional: boolean;
  /** The error message; undefined if the field is valid */
  error: string | undefined;
  /** The names of its invalid controls; empty if the error concerns the whole field */
  invalidControls: string[];
  /** BCP 47 language tag, for dates and numbers */
  locale: string;
  /** The message for a key; the key itself if there is none */
  t(key: string, values?: Values): string;
  /** The message for a key; undefined if there is none */
  find(key: string): string | undefined;
  /** A text of the clinic file in the current language */
  local(text: LocalText | undefined): string;
  /** The text of a control */
  value(control?: string): string;
  /** Whether a checkbox or radio button is checked */
  isChecked(value: string, control?: string): boolean;
  /** Whether anything was ever entered under this name, including empty text */
  has(control: string): boolean;
  /** Stores an answer entered through a control that is not native, and redraws */
  enter(control: string, answer: Answer): void;
  /** Stores or removes an answer that the visitor did not enter, and redraws */
  store(control: string, answer: Answer | undefined): void;
  /** Delays the submission until pending work is done. The promise must never reject */
  waitFor(work: Promise<unknown>): void;
  /** Redraws the form */
  redraw(): void;
  /** The context of a field inside this one, with its own label and error: `guardian.phone` */
  nested(name: string, required: boolean): FieldContext;
}

/** An outcome in which the endpoint rejected the submission. */
export type Refusal = Outcome & { kind: 'rejected' };

/**
 * What happens to the form's submission, for fields that hold something at the endpoint.
 *
 * - `sending`: the submission is being sent
 * - `accepted`: the endpoint has accepted it
 * - `failed`: not confirmed. `unsent`: it certainly did not arrive; `refused`: the endpoint
 * rejected it
 * - `refused`: answers were rejected; `fields` lists their names
 */
export type SubmissionEvent =
  | { is: 'sending' | 'accepted' }
  | { is: 'failed'; because: 'unsent' | 'refused' | 'unconfirmed' }
  | { is: 'refused'; refusal: Refusal; fields: readonly string[] };

/**
 * When a field is asked and how it takes part in the form. Available before the field's template is
 * loaded.
 */
export interface FieldRules<Value> {
  /**
   * Whether the field can be asked at all. A field with a single possible answer is not asked, but
   * its answer is still read
   */
  asked?(context: FormContext): boolean;
  /**
   * False: asked only if the `fields` attribute names it. A function decides by the answers so far.
   * Default: true
   */
  askedByDefault?: boolean | ((context: FormContext) => boolean);
  /** Whether the field is currently required although it is optional in the contract */
  requiredIf?(context: FormContext): boolean;
  /**
   * A field that can be answered instead. The label of this field never says "(optional)", and the
   * `fields` attribute can drop it only if it names the alternative, since the submission needs one
   * of the two.
   */
  alternative?: string;
  /** Whether its controls are fields too, each with its own label and error: `guardian.phone` */
  nested?: boolean;
  /**
   * The value that follows from another answer if the visitor has entered none. It is also sent if
   * the field is not asked
   */
  implied?(context: FormContext, name: string): Value | undefined;
}

/**
 * How one contract key is asked and read. Fields are plain objects, so unused ones are tree-shaken,
 * and a partner's own field is another such object.
 */
export interface Field<Value> extends FieldRules<Value> {
  /** The value in the format that is sent; undefined if there is none */
  read(context: FormContext, name: string): Value | undefined;
  /** Template of the field; absent for a key that code sets */
  render?(field: FieldContext): unknown;
  /** The answer as text for the review page; absent if the text of its controls is enough */
  reviewText?(field: FieldContext): string;
  /** Issues by the clinic's rules, beyond the contract */
  issues?(context: FormContext, name: string): Issue[];
  /** Called when the visitor goes back past this field; the answer is kept */
  onBack?(): void;
  /** Called when all answers were cleared */
  onReset?(): void;
  /**
   * Converts a rejection of the whole submission to an issue of this field, such as a taken time
   */
  issueOf?(refusal: Refusal, name: string): Issue | undefined;
  /** Called when the state of the form's submission changes */
  onSubmission?(event: SubmissionEvent, name: string): void;
}

/** A field that the contract requires: always asked, invalid without an answer. */
export type RequiredField<Value> = Field<Value> & { required: true };

/**
 * Marks a field as required by the contract. The compiler requires the mark on exactly those
 * fields.
 */
export const required = <Value>(field: Field<Value>): RequiredField<Value> => ({
  ...field,
  required: true,
});

/**
 * A contract key that this form never asks and never sends. The compiler requires each key to be
 * listed.
 */
export const notAsked = (): Field<never> => ({ read: () => undefined });

/**
 * A field whose template and value come from a lazily loaded module. Its rules are known from the
 * start, so that steps are counted correctly.
 *
 * @param part the loaded field; undefined until it is loaded
 */
export const later = <Value>(
  part: () => Field<Value> | undefined,
  rules: FieldRules<Value> = {},
): Field<Value> => ({
  ...rules,
  read: (context, name) => part()?.read(context, name),
  render: (field) => part()?.render?.(field),
  issues: (context, name) => part()?.issues?.(context, name) ?? [],
});

/** A consent. It has its own type, so that it is always drawn as a checkbox. */
export interface ConsentField {
  readonly consent: true;
  /**
   * Whether the consent can be asked; a minor, for example, is not asked for consent to text
   * messages
   */
  asked?(id: string, context: FormContext): boolean;
  render(field: FieldContext, words: unknown): unknown;
}

type FieldsOf<Data> = {
  readonly [Key in keyof Data]-?: undefined extends Data[Key]
    ? Field<NonNullable<Data[Key]>> & { required?: never }
    : RequiredField<Data[Key]>;
};

/** A form as data: every key of the contract, in the order asked. */
export interface Form<Type extends SubmissionType = SubmissionType> {
  type: Type;
  fields: FieldsOf<Data<Type>>;
  consents: ConsentField;
}

/**
 * Defines a form. The compiler checks that its keys are those of the contract and that each field
 * returns the type of its key.
 */
export const defineForm = <Type extends SubmissionType>(form: Form<Type>): Form<Type> => form;

/** The names of a form's fields. */
export type FieldName<Type extends SubmissionType> = keyof Data<Type> & string;

/** The messages a form requires: a label for every field. */
export type LabelsOf<Type extends SubmissionType> = {
  readonly [Name in FieldName<Type> as `${Name}.label`]: string;
};

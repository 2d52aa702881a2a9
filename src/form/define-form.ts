import type { Settings } from '../config/index.js';
import type { Clinic, Data, Issue, SubmissionType } from '../contract/index.js';
import type { LocalText, Values } from '../i18n/index.js';
import type { Outcome } from '../transport/index.js';
import type { Answer, Answers } from './answers.js';

/** What a field may look at to decide whether and what to ask. */
export interface FormContext {
  settings: Settings;
  clinic: Clinic | undefined;
  answers: Answers;
}

/** One thing to choose: its value on the wire, and its words; without words the dictionary's `<field>.<value>`. */
export interface Option {
  value: string;
  label?: LocalText;
  note?: LocalText;
}

/** Everything a template needs to draw one field. */
export interface FieldContext extends FormContext {
  /** The data name: `email`, `birthDate` */
  name: string;
  /** Unique in the root, for `for` and `aria-describedby` */
  id: string;
  /** Must be answered */
  required: boolean;
  /** Says "(optional)" */
  optional: boolean;
  /** Why it was refused, in words; undefined where it was not */
  error: string | undefined;
  /** The names of its controls that must change; empty for the field as a whole */
  invalidControls: string[];
  /** BCP 47, for dates and numbers */
  locale: string;
  /** The words for a key; for one that does not exist, the key */
  t(key: string, values?: Values): string;
  /** The words for a key that need not exist */
  find(key: string): string | undefined;
  /** A text of the clinic file in the language shown */
  local(text: LocalText | undefined): string;
  /** The text that a control shows */
  value(control?: string): string;
  /** Whether a checkbox or radio button is checked */
  isChecked(value: string, control?: string): boolean;
  /** Whether anything was ever entered under a name, an empty text too */
  has(control: string): boolean;
  /** Puts in what the visitor has just entered by something that is no native control, and redraws */
  enter(control: string, answer: Answer): void;
  /** Puts in, or takes out, what is not the visitor's own doing, and redraws */
  store(control: string, answer: Answer | undefined): void;
  /** Keeps the submission waiting for an answer that is on its way. The work never rejects */
  waitFor(work: Promise<unknown>): void;
  /** Redraws the form */
  redraw(): void;
  /** A field inside this one, with a label and an error of its own: `guardian.phone` */
  nested(name: string, required: boolean): FieldContext;
}

/** A refusal by the endpoint. */
export type Refusal = Outcome & { kind: 'rejected' };

/**
 * What becomes of the form's submission, for fields that hold something at the endpoint. `sending`: on its way · `accepted` · `failed`: not
 * confirmed; `unsent` where certainly nothing arrived, `refused` where the endpoint said no · `refused`: answers were refused, `fields` by
 * name.
 */
export type SubmissionEvent =
  | { is: 'sending' | 'accepted' }
  | { is: 'failed'; because: 'unsent' | 'refused' | 'unconfirmed' }
  | { is: 'refused'; refusal: Refusal; fields: readonly string[] };

/** When a field is asked and how it takes part in the form; known before the field itself is loaded. */
export interface FieldRules<Value> {
  /** Whether to ask at all; a key with a single possible answer is not asked but still read */
  asked?(context: FormContext): boolean;
  /** False: asked only where the `fields` attribute names it; a function decides by the answers so far. Default true */
  askedByDefault?: boolean | ((context: FormContext) => boolean);
  /** Whether it must be answered as things stand, although the contract leaves it open */
  requiredIf?(context: FormContext): boolean;
  /**
   * The key that will do in its place. Its label never says "(optional)", and the `fields` attribute drops it only where it names the
   * other: without either nothing could be sent.
   */
  alternative?: string;
  /** Its controls are fields too, each with a label and an error: `guardian.phone` */
  nested?: boolean;
  /** What another answer implies where the visitor has given none; sent also where the field is not asked */
  implied?(context: FormContext, name: string): Value | undefined;
}

/**
 * How one key of a contract is asked and read. It is data and functions, so fields that no form uses drop out of the bundle, and a
 * partner's own field is one more such object.
 */
export interface Field<Value> extends FieldRules<Value> {
  /** The answer as it travels; undefined where there is none */
  read(context: FormContext, name: string): Value | undefined;
  /** Absent for a key that code sets */
  render?(field: FieldContext): unknown;
  /** Its answer in words for the review page; absent where its controls say it */
  reviewText?(field: FieldContext): string;
  /** What the clinic requires beyond the contract */
  issues?(context: FormContext, name: string): Issue[];
  /** The visitor goes back past it; the answer stays */
  onBack?(): void;
  /** Everything entered was cleared */
  onReset?(): void;
  /** Turns a refusal of the whole submission into an issue of this field: its time is taken */
  issueOf?(refusal: Refusal, name: string): Issue | undefined;
  /** Follows the form's submission */
  onSubmission?(event: SubmissionEvent, name: string): void;
}

/** A field of a key that the contract requires: always asked, and refused without an answer. */
export type RequiredField<Value> = Field<Value> & { required: true };

/** Marks a field as one that the contract requires; the compiler demands the mark on exactly those. */
export const required = <Value>(field: Field<Value>): RequiredField<Value> => ({
  ...field,
  required: true,
});

/** A key of the contract that this form never asks and never sends; the compiler insists that a form says so. */
export const notAsked = (): Field<never> => ({ read: () => undefined });

/**
 * A field that a lazily loaded part draws and reads. When it is asked is known from the start, so that steps are counted right.
 * @param part the loaded field; undefined until it is there
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

/** A consent is never a text box: only this can draw one. */
export interface ConsentField {
  readonly consent: true;
  /** Whether to ask for it at all: a minor is not asked whether the clinic may text */
  asked?(id: string, context: FormContext): boolean;
  render(field: FieldContext, words: unknown): unknown;
}

type FieldsOf<Data> = {
  readonly [Key in keyof Data]-?: undefined extends Data[Key]
    ? Field<NonNullable<Data[Key]>> & { required?: never }
    : RequiredField<Data[Key]>;
};

/** A form as data: what is asked, by the contract's own keys, all of them and no others, in the order asked. */
export interface Form<Type extends SubmissionType = SubmissionType> {
  type: Type;
  fields: FieldsOf<Data<Type>>;
  consents: ConsentField;
}

/** Checks, when it is compiled, that contract and fields name the same keys and that each field yields what its key holds. */
export const defineForm = <Type extends SubmissionType>(form: Form<Type>): Form<Type> => form;

/** The names of a form's fields. */
export type FieldName<Type extends SubmissionType> = keyof Data<Type> & string;

/** The words a form cannot do without: a label for every field. */
export type LabelsOf<Type extends SubmissionType> = {
  readonly [Name in FieldName<Type> as `${Name}.label`]: string;
};

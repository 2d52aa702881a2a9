import type { Settings } from '../config/index.js';
import type { Clinic, Data, Issue, SubmissionType } from '../contract/index.js';
import type { LocalText, Values } from '../i18n/index.js';

/** A file that goes along, in memory. Its own name stays behind: people name files after themselves. */
export interface Attached {
  /** A neutral name, unique in the submission: `front.jpg` */
  filename: string;
  /** Its bytes, copied: a phone takes the permission for a picked file back */
  blob: Blob;
}

/** What the visitor has entered so far, by the `data-field` names of the controls. */
export interface Answers {
  /** Trimmed; undefined where nothing was entered */
  text(name: string): string | undefined;
  /** Of a checkbox, or of radios whose values are `true` and `false`; undefined where nothing was chosen */
  flag(name: string): boolean | undefined;
  /** Of several checkboxes with one name, or the files put under a name; undefined where there is none */
  list<Item extends string | Attached = string>(name: string): Item[] | undefined;
}

/** What a field may ask its surroundings, to know whether and what to ask. */
export interface Surroundings {
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
export interface FieldState extends Surroundings {
  /** The data name: `email`, `birthDate` */
  name: string;
  /** Unique in the root, for `for` and `aria-describedby` */
  id: string;
  /** Must be answered */
  required: boolean;
  /** Says "(optional)" */
  optional: boolean;
  /** Why it was refused, in words */
  error: string | undefined;
  /** Where: the names of its controls that must change; empty for all of them */
  refused: string[];
  /** BCP 47, for dates and numbers */
  locale: string;
  /** The words for a key; for one that does not exist, the key */
  t(key: string, values?: Values): string;
  /** The words for a key that need not exist */
  find(key: string): string | undefined;
  local(text: LocalText | undefined): string;
  /** What a control holds */
  value(name?: string): string;
  /** Whether a box or radio is chosen */
  chosen(value: string, name?: string): boolean;
  /** Puts a value into a control from a button's handler; or the files of a field, all of them, an empty list for none */
  put(name: string, value: string | Attached[]): void;
  /** Keeps something beside the answers that is none of the visitor's: what a list of times said */
  note(name: string, value: string): void;
  /** What is sealed waits for this, and for no more than it: a time that is just being kept for the visitor. It never rejects */
  wait(work: Promise<unknown>): void;
  /** The state of a field inside this one, with a label and an error of its own: `guardian.phone` */
  at(name: string, required: boolean): FieldState;
}

/**
 * How one key of a contract is asked and read. It is data and two functions, so fields that no form uses fall out of the bundle,
 * and a partner's own field is one more such object.
 */
export interface Field<Value> {
  /** The answer as it travels, undefined where there is none */
  read(answers: Answers, name: string, around: Surroundings): Value | undefined;
  /** What another answer says of it where the visitor says nothing; it goes along also where it is not asked */
  implied?(name: string, around: Surroundings): Value | undefined;
  /** Nothing for a key that other code sets */
  render?(field: FieldState): unknown;
  /** Its answer in words, for the page where answers are checked; without it, what its controls say */
  says?(field: FieldState): string;
  /** The visitor goes back behind it; what was entered stays */
  back?(around: Surroundings): void;
  /** Whether it must be answered as things stand, although the contract leaves it open */
  needed?(around: Surroundings): boolean;
  /** What the clinic insists on beyond the contract */
  issues?(answers: Answers, name: string, around: Surroundings): Issue[];
  /** Whether to ask at all; a key with a single possible answer is not asked but still read */
  asked?(around: Surroundings): boolean;
  /** False: asked only where the `fields` attribute names it; a function says so for things as they stand */
  usual?: boolean | ((around: Surroundings) => boolean);
  /**
   * The key that will do in its place. Such a label never says "(optional)", and the `fields` attribute drops it only where it names the other:
   * without either nothing could be sent.
   */
  instead?: string;
}

/** A field of a key that the contract insists on: always asked, and refused without an answer. */
export type Required<Value> = Field<Value> & { must: true };

/** Marks a field as one that the contract insists on; the compiler demands the mark on just those. */
export const required = <Value>(field: Field<Value>): Required<Value> => ({ ...field, must: true });

/** A consent is never a text box: only this can draw one. */
export interface ConsentField {
  readonly consent: true;
  /** Whether to ask for it at all: a minor is not asked whether the clinic may text */
  asked?(id: string, around: Surroundings): boolean;
  render(field: FieldState, words: unknown): unknown;
}

type FieldsOf<Answered> = {
  readonly [Key in keyof Answered]-?: undefined extends Answered[Key]
    ? Field<NonNullable<Answered[Key]>> & { must?: never }
    : Required<Answered[Key]>;
};

/** A form as data: what is asked, by the contract's own keys, all of them and no others. */
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

/** Keys that hold several fields, each with an error of its own. */
const nests = /^((consent|answers|guardian|access|subscriber|secondary)\.)?[^.]+/;

/** The field a control belongs to: `birthDate.month` → `birthDate`, `consent.privacy` → itself. */
export const fieldOf = (control: string): string => nests.exec(control)?.[0] ?? control;

/** The control an issue is about: `["data","preferences",0,"day"]` → `preferences.0.day`, `["consents","sms"]` → `consent.sms`. */
export function controlOf({ path: [place, ...rest] }: Issue): string {
  const path =
    place === 'data' ? rest : place === 'consents' ? ['consent', ...rest] : [place ?? '', ...rest];
  return path.map(String).join('.');
}

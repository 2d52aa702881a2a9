import { html, nothing } from 'lit/html.js';
import {
  invalid,
  type Field,
  type FieldContext,
  type Option,
  type FormContext,
} from '../form/index.js';

/** The options of a choice: from the contract or from the clinic file. */
export type Options<Value extends string = string> =
  readonly Value[] | ((context: FormContext) => Option[]);

export interface ChoiceOptions<Value extends string> {
  options: Options<Value>;
  /** Whether the question applies; if not, no answer is sent */
  asked?: (context: FormContext) => boolean;
  askedByDefault?: Field<unknown>['askedByDefault'];
}

export const optionsOf = (options: Options, context: FormContext): Option[] =>
  typeof options === 'function' ? options(context) : options.map((value) => ({ value }));

export const wordsOf = (field: FieldContext, { value, label }: Option): string =>
  label === undefined ? field.t(`${field.name}.${value}`) : field.local(label);

/** A radio button or checkbox in a large cell that is clickable as a whole. */
export const cell = (field: FieldContext, option: Option, type: 'radio' | 'checkbox') =>
  html`<label class="cell"
    ><input
      part="control"
      type=${type}
      name=${type === 'radio' ? field.id : nothing}
      data-field=${field.name}
      value=${option.value}
      ?required=${type === 'radio' && field.required}
      aria-invalid=${type === 'checkbox' ? invalid(field, field.name) : nothing}
      .checked=${field.isChecked(option.value)}
    /><span
      >${wordsOf(field, option)}${option.note ? html`<small>${field.local(option.note)}</small>` : nothing}</span
    ></label
  >`;

import { html, nothing } from 'lit/html.js';
import {
  invalid,
  type Field,
  type FieldContext,
  type Option,
  type FormContext,
} from '../form/index.js';

/** What may be chosen: the contract's own words, or what the clinic offers. */
export type Options<Value extends string = string> =
  readonly Value[] | ((context: FormContext) => Option[]);

export interface ChoiceOptions<Value extends string> {
  options: Options<Value>;
  /** Whether the question makes sense here; where it does not, no answer goes along */
  asked?: (context: FormContext) => boolean;
  askedByDefault?: Field<unknown>['askedByDefault'];
}

export const optionsOf = (options: Options, context: FormContext): Option[] =>
  typeof options === 'function' ? options(context) : options.map((value) => ({ value }));

export const wordsOf = (field: FieldContext, { value, label }: Option): string =>
  label === undefined ? field.t(`${field.name}.${value}`) : field.local(label);

/** A radio button or a box in a large cell, the whole of which can be pressed. */
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

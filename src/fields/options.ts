import { html, nothing } from 'lit/html.js';
import type { Field, FieldState, Option, Surroundings } from '../form/index.js';
import { refused } from './field-frame.js';

/** What may be chosen: the contract's own words, or what the clinic offers. */
export type Options<Value extends string = string> =
  readonly Value[] | ((around: Surroundings) => Option[]);

export interface ChoiceOptions<Value extends string> {
  options: Options<Value>;
  /** Whether the question makes sense here; where it does not, no answer goes along */
  asked?: (around: Surroundings) => boolean;
  usual?: Field<unknown>['usual'];
}

export const optionsOf = (options: Options, around: Surroundings): Option[] =>
  typeof options === 'function' ? options(around) : options.map((value) => ({ value }));

export const wordsOf = (field: FieldState, { value, label }: Option): string =>
  label === undefined ? field.t(`${field.name}.${value}`) : field.local(label);

/** A radio button or a box in a large cell, the whole of which can be pressed. */
export const cell = (field: FieldState, option: Option, type: 'radio' | 'checkbox') =>
  html`<label class="cell"
    ><input
      part="control"
      type=${type}
      name=${type === 'radio' ? field.id : nothing}
      data-field=${field.name}
      value=${option.value}
      ?required=${type === 'radio' && field.required}
      aria-invalid=${type === 'checkbox' ? refused(field, field.name) : nothing}
      .checked=${field.chosen(option.value)}
    /><span
      >${wordsOf(field, option)}${option.note ? html`<small>${field.local(option.note)}</small>` : nothing}</span
    ></label
  >`;

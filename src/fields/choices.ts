import { html } from 'lit/html.js';
import type { Field } from '../form/index.js';
import { group } from './field-frame.js';
import { cell, optionsOf, type ChoiceOptions } from './options.js';

/** Any number of a few, as boxes. Nothing is ticked beforehand. */
export const choices = <const Value extends string = string>({
  options,
  asked,
  ...when
}: ChoiceOptions<Value>): Field<Value[]> => ({
  ...when,
  asked: (around) => optionsOf(options, around).length > 0 && (asked?.(around) ?? true),
  read: (answers, name, around) =>
    asked?.(around) === false ? undefined : answers.list<Value>(name),
  render: (field) =>
    group(
      field,
      html`<div class="cells">
        ${optionsOf(options, field).map((option) => cell(field, option, 'checkbox'))}
      </div>`,
    ),
});

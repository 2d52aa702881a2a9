import { html } from 'lit/html.js';
import { group, type Field } from '../form/index.js';
import { cell, optionsOf, type ChoiceOptions } from './options.js';

/** Any number of options as checkboxes. None is checked by default. */
export const choices = <const Value extends string = string>({
  options,
  asked,
  ...when
}: ChoiceOptions<Value>): Field<Value[]> => ({
  ...when,
  asked: (context) => optionsOf(options, context).length > 0 && (asked?.(context) ?? true),
  read: (context, name) =>
    asked?.(context) === false ? undefined : context.answers.list<Value>(name),
  render: (field) =>
    group(
      field,
      html`<div class="cells">
        ${optionsOf(options, field).map((option) => cell(field, option, 'checkbox'))}
      </div>`,
    ),
});

/** One checkbox for "yes". If it is unchecked, nothing is sent. */
export const checkbox = (
  when: Pick<Field<true>, 'asked' | 'askedByDefault'> = {},
): Field<true> => ({
  ...when,
  read: ({ answers }, name) => answers.flag(name) || undefined,
  render: (field) =>
    html`<div part="field" class="field">
      ${cell(field, { value: 'true', label: field.t(`${field.name}.label`) }, 'checkbox')}
    </div>`,
});

import { html } from 'lit/html.js';
import {
  described,
  group,
  invalid,
  single,
  type Field,
  type FieldContext,
  type Option,
} from '../form/index.js';
import { cell, optionsOf, wordsOf, type ChoiceOptions } from './options.js';

/** With more options, a list is easier to scan than radio buttons. */
const visible = 5;

/** Shared by `choice` and `select`. A single option is not asked and becomes the answer. */
const oneOf = <Value extends string>({
  options,
  asked,
  ...when
}: ChoiceOptions<Value>): Field<Value> => ({
  ...when,
  asked: (context) => optionsOf(options, context).length > 1 && (asked?.(context) ?? true),
  read: (context, name) => {
    if (asked?.(context) === false) return undefined;
    const all = optionsOf(options, context);
    const chosen = context.answers.text(name);
    const value =
      all.length === 1 ? all[0].value : all.find(({ value }) => value === chosen)?.value;
    return value as Value | undefined;
  },
});

const list = (field: FieldContext, options: Option[]) =>
  single(
    field,
    html`<select
      part="control"
      id=${field.id}
      data-field=${field.name}
      ?required=${field.required}
      aria-invalid=${invalid(field, field.name)}
      aria-describedby=${described(field)}
    >
      <option value="" .selected=${field.value() === ''}>${field.t('choose')}</option>
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${field.value() === option.value}>
            ${wordsOf(field, option)}
          </option>`,
      )}
    </select>`,
  );

const cells = (field: FieldContext, options: Option[]) =>
  group(
    field,
    html`<div class="cells">${options.map((option) => cell(field, option, 'radio'))}</div>`,
    'radiogroup',
  );

/** A choice between a few options as radio buttons; as a list if there are more than five. */
export const choice = <const Value extends string = string>(
  choice: ChoiceOptions<Value>,
): Field<Value> => ({
  ...oneOf(choice),
  render: (field) => {
    const all = optionsOf(choice.options, field);
    return all.length > visible ? list(field, all) : cells(field, all);
  },
});

/** A choice between any number of options as a list, to save space. */
export const select = <const Value extends string = string>(
  choice: ChoiceOptions<Value>,
): Field<Value> => ({
  ...oneOf(choice),
  render: (field) => list(field, optionsOf(choice.options, field)),
});

/** Yes or no as two radio buttons, so that no answer does not mean "no". */
export const yesNo = (
  when: Pick<Field<boolean>, 'asked' | 'askedByDefault'> = {},
): Field<boolean> => ({
  ...when,
  read: (context, name) =>
    when.asked?.(context) === false ? undefined : context.answers.flag(name),
  render: (field) =>
    cells(field, [
      { value: 'true', label: field.t('yes') },
      { value: 'false', label: field.t('no') },
    ]),
});

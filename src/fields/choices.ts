import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Answers, Field, FieldState, Option, Surroundings } from '../form/index.js';
import { described, group, refused, single } from './frame.js';

/** What may be chosen: the contract's own words, or what the clinic offers. */
type Options<Value extends string = string> =
  readonly Value[] | ((around: Surroundings) => Option[]);

interface ChoiceOptions<Value extends string> {
  options: Options<Value>;
  asked?: (around: Surroundings) => boolean;
  usual?: boolean;
}

/** More than this is easier to find in a list than in a row of cells. */
const visible = 5;

const optionsOf = (options: Options, around: Surroundings): Option[] =>
  typeof options === 'function' ? options(around) : options.map((value) => ({ value }));

const words = (field: FieldState, { value, label }: Option): string =>
  label === undefined ? field.t(`${field.name}.${value}`) : field.local(label);

const cell = (field: FieldState, option: Option, type: 'radio' | 'checkbox') =>
  html`<label class="cell"
    ><input
      part="control"
      type=${type}
      name=${type === 'radio' ? field.id : nothing}
      data-field=${field.name}
      value=${option.value}
      ?required=${type === 'radio' && field.required}
      aria-invalid=${type === 'checkbox' ? refused(field, field.name) : nothing}
      .checked=${live(field.chosen(option.value))}
    /><span
      >${words(field, option)}${option.note ? html`<small>${field.local(option.note)}</small>` : nothing}</span
    ></label
  >`;

/** Where one answer is possible there is nothing to ask, and where none is, nothing to tell. */
const only = (options: Option[]) => (options.length === 1 ? options[0]!.value : undefined);

const readOne =
  <Value extends string>(options: Options<Value>) =>
  (answers: Answers, name: string, around: Surroundings) => {
    const all = optionsOf(options, around);
    const chosen = answers.text(name);
    return (only(all) ?? (all.some(({ value }) => value === chosen) ? chosen : undefined)) as
      Value | undefined;
  };

/** One of a few, as radio buttons in large cells; of more than five, as a list. */
export const choice = <const Value extends string = string>({
  options,
  asked,
  ...when
}: ChoiceOptions<Value>): Field<Value> => ({
  ...when,
  asked: (around) => optionsOf(options, around).length > 1 && (asked?.(around) ?? true),
  read: readOne(options),
  render: (field) => {
    const all = optionsOf(options, field);
    if (all.length > visible) return list(field, all);
    return group(
      field,
      html`<div class="cells">${all.map((option) => cell(field, option, 'radio'))}</div>`,
      'radiogroup',
    );
  },
});

const list = (field: FieldState, options: Option[]) =>
  single(
    field,
    html`<select
      part="control"
      id=${field.id}
      data-field=${field.name}
      ?required=${field.required}
      aria-invalid=${refused(field, field.name)}
      aria-describedby=${described(field)}
    >
      <option value="" .selected=${live(field.value() === '')}>${field.t('choose')}</option>
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${live(field.value() === option.value)}>
            ${words(field, option)}
          </option>`,
      )}
    </select>`,
  );

/** One of a few or many in a list, to save room where the answer matters less. */
export const select = <const Value extends string = string>({
  options,
  asked,
  ...when
}: ChoiceOptions<Value>): Field<Value> => ({
  ...when,
  asked: (around) => optionsOf(options, around).length > 1 && (asked?.(around) ?? true),
  read: readOne(options),
  render: (field) => list(field, optionsOf(options, field)),
});

/** Yes or no, as two radio buttons: no answer is not "no". */
export const yesNo = (when: Pick<Field<boolean>, 'asked' | 'usual'> = {}): Field<boolean> => ({
  ...when,
  read: (answers, name) => answers.flag(name),
  render: (field) =>
    group(
      field,
      html`<div class="cells">
        ${cell(field, { value: 'true', label: field.find(`${field.name}.yes`) ?? field.t('yes') }, 'radio')}
        ${cell(field, { value: 'false', label: field.find(`${field.name}.no`) ?? field.t('no') }, 'radio')}
      </div>`,
      'radiogroup',
    ),
});

/** Any number of a few, as boxes. Nothing is ticked beforehand. */
export const choices = <const Value extends string = string>({
  options,
  asked,
  ...when
}: ChoiceOptions<Value>): Field<Value[]> => ({
  ...when,
  asked: (around) => optionsOf(options, around).length > 0 && (asked?.(around) ?? true),
  read: (answers, name) => answers.list(name) as Value[] | undefined,
  render: (field) =>
    group(
      field,
      html`<div class="cells">
        ${optionsOf(options, field).map((option) => cell(field, option, 'checkbox'))}
      </div>`,
    ),
});

import { html, nothing } from 'lit/html.js';
import { group, invalid, type Field, type FieldContext, type FormContext } from '../form/index.js';
import { today } from '../time/day.js';

type Box = 'day' | 'month' | 'year';

/** Day, month and year in the order of the language. */
const order = (locale: string): Box[] =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type): type is Box => type === 'day' || type === 'month' || type === 'year');

/**
 * The three boxes as `YYYY-MM-DD`. An invalid date stays invalid, so that the contract reports it.
 */
export const dateIn = (
  { answers }: Pick<FormContext, 'answers'>,
  name: string,
): string | undefined => {
  const [year, month, day] = ['year', 'month', 'day'].map((box) => answers.text(`${name}.${box}`));
  if (!year && !month && !day) return undefined;
  return [year ?? '', (month ?? '').padStart(2, '0'), (day ?? '').padStart(2, '0')].join('-');
};

const box = (field: FieldContext, part: Box, own: boolean) => {
  const name = `${field.name}.${part}`;
  const id = `${field.id}-${part}`;
  return html`<div class="box ${part === 'year' ? 'wide' : 'narrow'}">
    <label for=${id}>${field.t(part)}</label>
    <input
      part="control"
      id=${id}
      data-field=${name}
      type="text"
      inputmode="numeric"
      autocomplete=${own ? `bday-${part}` : 'off'}
      ?required=${field.required}
      aria-invalid=${invalid(field, name)}
      .value=${field.value(name)}
    />
  </div>`;
};

/**
 * A birth date in three text boxes: a calendar is slow for distant years.
 *
 * @param own whether it is the visitor's own, which the browser may autofill; false inside another
 * field
 */
export const birthDate = ({
  own = () => true,
  ...when
}: Pick<Field<string>, 'asked' | 'askedByDefault'> & {
  own?: (context: FormContext) => boolean;
} = {}): Field<string> => ({
  ...when,
  read: (context, name) => (when.asked?.(context) === false ? undefined : dateIn(context, name)),
  render: (field) =>
    group(
      field,
      html`<div class="row dates">
        ${order(field.locale).map((part) =>
          box(field, part, field.name === 'birthDate' && own(field)),
        )}
      </div>`,
    ),
});

type Preference = { day: string; time: 'morning' | 'midday' | 'afternoon' | 'evening' | 'any' };
const times = ['morning', 'midday', 'afternoon', 'evening', 'any'] as const;
const rows = [0, 1, 2];

/** The rows shown: the first, and those added. */
const shownRows = (field: FieldContext) =>
  rows.filter((at) => at === 0 || field.has(`${field.name}.${at}.day`));

const preferenceRow = (field: FieldContext, at: number) => {
  const [day, time] = [`${field.name}.${at}.day`, `${field.name}.${at}.time`];
  const id = `${field.id}-${at}`;
  return html`<div class="row">
    <div class="box">
      <label for="${id}-day">${field.t(`${field.name}.day`, { number: at + 1 })}</label>
      <input
        part="control"
        id="${id}-day"
        data-field=${day}
        type="date"
        min=${today()}
        ?required=${field.required && at === 0}
        aria-invalid=${invalid(field, day)}
        .value=${field.value(day)}
      />
    </div>
    <div class="box">
      <label for="${id}-time">${field.t(`${field.name}.time`, { number: at + 1 })}</label>
      <select
        part="control"
        id="${id}-time"
        data-field=${time}
        aria-invalid=${field.invalidControls.includes(time) ? 'true' : nothing}
      >
        ${times.map(
          (part) =>
            html`<option value=${part} .selected=${(field.value(time) || 'any') === part}>
              ${field.t(`time.${part}`)}
            </option>`,
        )}
      </select>
    </div>
  </div>`;
};

/** Up to three days with a part of the day. The second and third row are added on demand. */
export const preferences = (
  when: Pick<Field<Preference[]>, 'asked' | 'askedByDefault' | 'alternative'> = {},
): Field<Preference[]> => ({
  ...when,
  // Days are not sent if a time was chosen instead.
  read: (context, name) => {
    if (when.asked?.(context) === false) return undefined;
    const { answers } = context;
    const windows = rows.flatMap((at) => {
      const day = answers.text(`${name}.${at}.day`);
      return day
        ? [{ day, time: (answers.text(`${name}.${at}.time`) ?? 'any') as Preference['time'] }]
        : [];
    });
    return windows.length > 0 ? windows : undefined;
  },
  issues: ({ answers }, name) =>
    rows
      .filter((at) => (answers.text(`${name}.${at}.day`) ?? today()) < today())
      .map((at) => ({ path: ['data', name, at, 'day'], code: 'past' })),
  render: (field) => {
    const shown = shownRows(field);
    const next = rows[shown.length];
    return group(
      field,
      html`${shown.map((at) => preferenceRow(field, at))}
      ${
        next === undefined
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              @click=${() => field.enter(`${field.name}.${next}.day`, '')}
            >
              ${field.t(`${field.name}.more`)}
            </button>`
      }`,
    );
  },
});

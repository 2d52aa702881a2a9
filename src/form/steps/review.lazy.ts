/**
 * The review page, where visitors check their answers before sending: loaded when a visitor reaches
 * that page.
 *
 * Answers are shown in read-only native controls, never as text, because session recorders capture
 * the text of a page even if they mask its inputs. This includes choices from the clinic's own
 * lists: a chosen service is health information.
 */
import { css } from '@lit/reactive-element';
import { html, nothing, render } from 'lit/html.js';
import type { SubmissionType } from '../../contract/index.js';
import type { FieldContext, FieldName } from '../define-form.js';
import type { FormController } from '../form-controller.js';
import type { PostingElement } from '../form-model.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One question with its answer and a link to its control. */
interface Row {
  field: string;
  label: string;
  text: string;
  /** Selector of the control to change; undefined if the answer follows from another one */
  selector?: string;
}

const textOf = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const dateText = (value: string, locale: string) => {
  const at = new Date(`${value}T12:00:00Z`);
  return Number.isNaN(at.getTime())
    ? value
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
};

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** The value of a control in the words the visitor has seen; empty if nothing was entered. */
const shownBy = (control: Control, locale: string): string => {
  if (control instanceof HTMLSelectElement)
    return control.value ? textOf(control.selectedOptions[0]) : '';
  if (control.type === 'radio' || control.type === 'checkbox') {
    const label = control.closest('label')?.cloneNode(true) as Element | undefined;
    label?.querySelector('small')?.remove();
    return (control as HTMLInputElement).checked ? textOf(label) : '';
  }
  // Photos are described by the text of their picture, since their files have no names.
  if (control.type === 'file')
    return (
      control
        .closest('[part~="field"]')
        ?.querySelector('[role="img"]')
        ?.getAttribute('aria-label') ?? ''
    );
  return control.type === 'date' && control.value ? dateText(control.value, locale) : control.value;
};

/** A selector for a control. */
const selectorOf = (control: Control) => {
  const name = `[data-field="${CSS.escape(control.dataset['field']!)}"]`;
  return control.type === 'radio' || control.type === 'checkbox'
    ? `${name}[value="${CSS.escape(control.value)}"]`
    : name;
};

/**
 * Reads the label and answer of a field by drawing it off-screen, so that every kind of field can
 * be reviewed.
 */
function rowsOf(
  field: FieldContext,
  draw: (field: FieldContext) => unknown,
  answer: unknown,
): Row[] {
  const aside = document.createElement('div');
  render(draw(field), aside);
  const questions = [...aside.querySelectorAll('[part~="field"]')].filter(
    (field) => !field.querySelector('[part~="field"]'),
  );
  return questions.flatMap((question) => {
    const controls = [
      ...question.querySelectorAll<Control>(':is(input, select, textarea)[data-field]'),
    ];
    if (controls.length === 0) return [];
    const label = question.querySelector('[part~="label"]');
    label?.querySelector('.optional')?.remove();
    const { field: name } = controls[0].dataset;
    // A control with a day is joined with the next one, which gives the time of day.
    const parts = controls.map((control) => shownBy(control, field.locale));
    const text =
      isDate(answer) && controls.length > 1
        ? dateText(answer, field.locale)
        : parts
            .filter((part, at) => part && (at === 0 || parts[at - 1] || !isDay(controls[at - 1])))
            .join(', ');
    const target = controls.find((_, at) => parts[at]) ?? controls[0];
    return text ? [{ field: name!, label: textOf(label), text, selector: selectorOf(target) }] : [];
  });
}

/** The field as if the visitor had entered this answer, so that implied answers are shown too. */
const answeredBy = (field: FieldContext, answer: unknown): FieldContext => ({
  ...field,
  value: () => String(answer),
  isChecked: (value) => value === answer,
});

const isDay = (control: Control) => control.type === 'date';

/** Estimated number of lines on a narrow phone, for browsers without `field-sizing`. */
const lines = (text: string) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 30)), 0);

/** The rows of the review page: label, answer and a button to change that field. */
export function answers<Type extends SubmissionType>(
  host: PostingElement,
  form: FormController<Type>,
  names: readonly FieldName<Type>[],
  { say }: { say(key: string): string },
  change: (field: string, selector: string) => void,
): unknown {
  host.adopt(styles);
  const rows = names.flatMap((name): Row[] => {
    const asked = form.asked(name);
    if (!asked) return [];
    const { field, context, answer } = asked;
    const implied = answer === undefined ? field.implied?.(context, name) : undefined;
    if (implied !== undefined)
      return rowsOf(answeredBy(context, implied), field.render!, implied).map(
        ({ selector: _own, ...row }) => row,
      );
    if (!field.reviewText) return rowsOf(context, field.render!, answer);
    const text = answer === undefined ? '' : field.reviewText(context);
    const selector = `:is(input, select, textarea, button, [part~="control"])[data-field^="${name}"]`;
    return text ? [{ field: name, label: context.t(`${name}.label`), text, selector }] : [];
  });
  return html`<div class="answers">
    ${rows.map(({ field, label, text, selector }, at) => {
      const id = `answer-${at}`;
      return html`<div part="answer" class="answer">
        <label for=${id}>${label}</label>
        <textarea id=${id} readonly tabindex="-1" rows=${lines(text)} .value=${text}></textarea>
        ${
          selector === undefined
            ? nothing
            : html`<button type="button" class="quiet" @click=${() => change(field, selector)}>
                ${say('change')}<span class="unseen">${` ${label}`}</span>
              </button>`
        }
      </div>`;
    })}
  </div>`;
}

const styles = css`
  .answers {
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 45%, transparent);
  }
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: calc(var(--_space) * 4);
    align-items: center;
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid color-mix(in srgb, var(--_border) 45%, transparent);
  }
  .answer label {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .answer textarea {
    grid-row: 2;
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
    resize: none;
    overflow: auto;
    field-sizing: content;
  }
  .answer .quiet {
    grid-area: 1 / 2 / 3;
    align-self: center;
    margin: 0;
  }
`;

/** Reads native controls into the answers of a form. */
import type { AnswerStore } from './answers.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Entered = string | boolean | string[];

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

/** Several checkboxes with one name hold a list; a single one holds true or false. */
const isOneOfMany = (control: HTMLElement): boolean =>
  control.closest('fieldset')?.dataset['field'] === control.dataset['field'];

const enteredIn = (control: Control, before: Entered | undefined): Entered => {
  if (!(control instanceof HTMLInputElement)) return control.value;
  const { type, value, checked } = control;
  if (type === 'radio') return checked ? value : (before ?? '');
  if (type !== 'checkbox') return value;
  if (!isOneOfMany(control)) return checked;
  return [...((before as string[] | undefined) ?? []), ...(checked ? [value] : [])];
};

/**
 * Reads the values of native controls into the store. Autofill and scripts can change them without
 * an event.
 *
 * @param name reads only the controls with this `data-field`
 * @returns whether an answer has changed
 */
export function readControls(form: Element, answers: AnswerStore, name?: string): boolean {
  const field = name === undefined ? '[data-field]' : `[data-field="${CSS.escape(name)}"]`;
  const entered = new Map<string, Entered>();
  for (const control of form.querySelectorAll<HTMLElement>(`${field}:not([type=file])`)) {
    if (!isControl(control)) continue;
    const key = control.dataset['field']!;
    entered.set(key, enteredIn(control, entered.get(key)));
  }
  let changed = false;
  for (const [key, value] of entered) if (answers.set(key, value)) changed = true;
  return changed;
}

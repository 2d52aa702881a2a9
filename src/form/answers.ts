import type { Answers, Attached } from './define-form.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** What controls hold. */
type Read = string | boolean | string[];
type Entry = Read | Attached[];

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

/** Several boxes with one name are a list; a box alone is yes or no. */
const many = (control: Element) =>
  control.closest('fieldset')?.dataset['field'] === (control as HTMLElement).dataset['field'];

/** What the visitor has entered, in memory only: nothing is ever stored on the device. */
export class Draft implements Answers {
  #entries = new Map<string, Entry>();

  /** Reads the controls of a form, because autofill and scripts may fill them without a word. True when something has changed. */
  collect(form: Element): boolean {
    const found = new Map<string, Read>();
    for (const control of form.querySelectorAll<HTMLElement>('[data-field]:not([type=file])')) {
      const name = control.dataset['field']!;
      if (!isControl(control)) continue;
      if (control.type === 'radio') {
        if ((control as HTMLInputElement).checked) found.set(name, control.value);
        else if (!found.has(name)) found.set(name, '');
      } else if (control.type === 'checkbox') {
        const { checked } = control as HTMLInputElement;
        if (!many(control)) found.set(name, checked);
        else
          found.set(name, [
            ...((found.get(name) as string[]) ?? []),
            ...(checked ? [control.value] : []),
          ]);
      } else {
        found.set(name, control.value);
      }
    }
    let changed = false;
    for (const [name, entry] of found) {
      const before =
        (this.#entries.get(name) as Read | undefined) ??
        (typeof entry === 'string' ? '' : typeof entry === 'boolean' ? false : []);
      if (String(before) !== String(entry)) changed = true;
      this.#entries.set(name, entry);
    }
    return changed;
  }

  /** What is on its way and belongs to the answers. */
  readonly waits: Promise<unknown>[] = [];

  /** Enters a value from code: a preset service, a chosen slot. */
  put(name: string, entry: Entry) {
    this.#entries.set(name, entry);
  }

  has(name: string) {
    return this.#entries.has(name);
  }

  clear() {
    this.#entries.clear();
  }

  text(name: string) {
    const entry = this.#entries.get(name);
    return (typeof entry === 'string' && entry.trim()) || undefined;
  }

  /** As it stands in the control. */
  raw(name: string): string {
    const entry = this.#entries.get(name);
    return typeof entry === 'string' ? entry : '';
  }

  flag(name: string) {
    const entry = this.#entries.get(name);
    if (typeof entry === 'boolean') return entry;
    return entry === 'true' ? true : entry === 'false' ? false : undefined;
  }

  list<Item extends string | Attached = string>(name: string) {
    const entry = this.#entries.get(name);
    return Array.isArray(entry) && entry.length > 0 ? (entry as Item[]) : undefined;
  }

  chosen(name: string, value: string): boolean {
    const entry = this.#entries.get(name);
    return Array.isArray(entry)
      ? (entry as string[]).includes(value)
      : typeof entry === 'boolean'
        ? entry
        : entry === value;
  }
}

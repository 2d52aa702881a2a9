import { all, rootOf } from './roots.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Entries = Record<string, string | boolean | string[]>;

/** The controls of one name. */
export const controls = (host: Element, name: string) =>
  all<Control>(host, `:is(input, select, textarea)[data-field="${name}"]`);

/** The control of a name; throws where it is not asked. */
export function control<Kind extends Control = HTMLInputElement>(host: Element, name: string) {
  const [found] = controls(host, name);
  if (!found) throw new Error(`<${host.localName}> does not ask for ${name}`);
  return found as Kind;
}

const tell = (control: Control, type: 'input' | 'change') =>
  control.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));

/** Enters answers as a visitor does, by the data names of the controls. */
export function fill(host: Element, entries: Entries): void {
  for (const [name, entry] of Object.entries(entries)) {
    control(host, name).focus();
    for (const each of controls(host, name)) {
      if (each instanceof HTMLInputElement && ['radio', 'checkbox'].includes(each.type)) {
        const wanted = typeof entry === 'boolean' ? entry : [entry].flat().includes(each.value);
        if (each.checked === wanted) continue;
        each.checked = wanted;
      } else {
        each.value = String(entry);
      }
      tell(each, 'input');
      tell(each, 'change');
    }
  }
}

/** Leaves the field that has the focus. */
export const leave = (host: Element) => (rootOf(host).activeElement as HTMLElement | null)?.blur();

import { reportConfigError } from '../config/index.js';
import type { ClinicElement } from './clinic-element.js';

/** The class of a widget. */
export type Constructor = (new () => ClinicElement) & Pick<typeof ClinicElement, 'tag'>;

/**
 * Registers a widget under its tag and under `clinic-` + tag, for pages where the plain name is
 * taken. If another script has registered the tag, a console line says so. If a second copy of this
 * script runs, nothing changes.
 */
export function define(tag: string, widget: Constructor): void {
  (widget as { tag: string }).tag = tag;
  if (!customElements.get(tag)) {
    customElements.define(tag, widget);
  } else if ((customElements.get(tag) as unknown as Constructor).tag !== tag) {
    reportConfigError(`<${tag}> is already defined by another script; use <${alias(tag)}> instead`);
  }
  // A constructor can be registered under one name only.
  if (alias(tag) !== tag && !customElements.get(alias(tag))) {
    customElements.define(alias(tag), class extends (widget as new () => HTMLElement) {});
  }
}

/** The second name of a tag: `clinic-appointment-form`; a tag that begins with `clinic-` has none and is returned as it is. */
export const alias = (tag: string): string => (tag.startsWith('clinic-') ? tag : `clinic-${tag}`);

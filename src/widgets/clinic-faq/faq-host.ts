import type { ClinicElement } from '../../element/index.js';

/** What the parts of the FAQ need of the widget. They import this in its place, so that no import leads in a circle. */
export interface FaqHost extends ClinicElement {
  /** Whether the widget shows itself; false while it waits, and for good among words by strangers (`rel="ugc"`). */
  readonly isShown: boolean;
  /** The `<details>` directly inside the tag, in the order of the page. */
  readonly answers: HTMLDetailsElement[];
  /** Opens or closes an answer without a `clinic-faq-toggle` event. */
  setOpen(details: HTMLDetailsElement, open: boolean): void;
  /** Empties the search box and shows all questions again. */
  endSearch(): void;
}

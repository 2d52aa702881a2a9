import type { ClinicElement } from '../../element/index.js';

/**
 * The interface of the widget for its parts, which would otherwise import the widget in a circle.
 */
export interface FaqHost extends ClinicElement {
  /**
   * Whether the widget is shown; false while it waits, and always inside user-generated content
   * (`rel="ugc"`).
   */
  readonly isShown: boolean;
  /** The `<details>` children of the tag, in document order. */
  readonly answers: HTMLDetailsElement[];
  /** Opens or closes an answer without a `clinic-faq-toggle` event. */
  setOpen(details: HTMLDetailsElement, open: boolean): void;
  /** Empties the search box and shows all questions again. */
  endSearch(): void;
}

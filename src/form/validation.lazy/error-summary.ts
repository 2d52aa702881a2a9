import { html, nothing } from 'lit/html.js';
import { heading } from '../../theme/index.js';

export interface SummaryError {
  text: string;
  /** Focuses the field; undefined if the form has no control for it */
  go?: () => void;
}

/**
 * The error summary above the form, following GOV.UK: it takes the focus after a rejected submit,
 * loses its `tabindex` on blur, and each line links to its field.
 * https://design-system.service.gov.uk/components/error-summary/
 *
 * @param level heading level, 1 to 6
 */
export const errorSummary = ({
  level,
  title,
  general,
  errors,
}: {
  level: number;
  title: string;
  general?: string;
  errors: SummaryError[];
}) =>
  html`<div
    part="summary"
    class="summary"
    tabindex="-1"
    role="alert"
    @focusout=${(event: FocusEvent) => {
      // After blur, a click inside must not move the focus back to the whole box.
      if (event.target === event.currentTarget)
        (event.currentTarget as HTMLElement).removeAttribute('tabindex');
    }}
  >
    ${heading(level, title)} ${general === undefined ? nothing : html`<p>${general}</p>`}
    <ul>
      ${errors.map(
        ({ text, go }) =>
          html`<li>${go ? html`<button type="button" @click=${go}>${text}</button>` : text}</li>`,
      )}
    </ul>
  </div>`;

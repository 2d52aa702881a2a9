import { html, nothing } from 'lit/html.js';
import { heading } from '../../theme/index.js';

export interface SummaryError {
  text: string;
  /** Leads to the field; absent where the form has no control for it */
  go?: () => void;
}

/**
 * The list of errors on top of the form, as GOV.UK does it: it takes the focus after a refused submit, loses its tabindex when left, and
 * each line leads to its field. https://design-system.service.gov.uk/components/error-summary/
 * @param level of its heading, 1 to 6
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
      // Once left, a click inside must not bring the focus back to the whole box.
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

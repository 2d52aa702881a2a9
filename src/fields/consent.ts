import { html } from 'lit/html.js';
import { described, invalid, type ConsentField } from '../form/index.js';

/** One checkbox per purpose, unchecked by default, with the full wording as its label. */
export const consent = (when: Pick<ConsentField, 'asked'> = {}): ConsentField => ({
  ...when,
  consent: true,
  render: (field, words) =>
    html`<div part="field" class="field ${field.error === undefined ? '' : 'invalid'}">
      ${
        field.error === undefined
          ? ''
          : html`<p part="error" class="error" id="${field.id}-error">
              <span><span class="unseen">${field.t('error.prefix')} </span>${field.error}</span>
            </p>`
      }
      <label part="label" class="consent" for=${field.id}
        ><input
          part="control"
          type="checkbox"
          id=${field.id}
          data-field=${field.name}
          value="true"
          ?required=${field.required}
          aria-invalid=${invalid(field, field.name)}
          aria-describedby=${described(field)}
          .checked=${field.isChecked('true')}
        /><span>${words}</span></label
      >
    </div>`,
});

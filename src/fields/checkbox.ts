import { html } from 'lit/html.js';
import type { Field } from '../form/index.js';
import { cell } from './options.js';

/** One box that says yes. To leave it empty says nothing, and nothing is sent. */
export const checkbox = (
  when: Pick<Field<true>, 'asked' | 'askedByDefault'> = {},
): Field<true> => ({
  ...when,
  read: ({ answers }, name) => answers.flag(name) || undefined,
  render: (field) =>
    html`<div part="field" class="field">
      ${cell(field, { value: 'true', label: field.t(`${field.name}.label`) }, 'checkbox')}
    </div>`,
});

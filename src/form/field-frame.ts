import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FieldContext } from './define-form.js';

/**
 * The space is in an expression because template minification removes one at the edge of a
 * template.
 */
const label = ({ name, optional, t }: FieldContext) =>
  html`${t(`${name}.label`)}${optional ? html`${' '}<span class="optional">${t('optional')}</span>` : nothing}`;

const hint = ({ name, id, find }: FieldContext) => {
  const text = find(`${name}.hint`);
  return text ? html`<p part="hint" class="hint" id="${id}-hint">${text}</p>` : nothing;
};

const error = ({ id, error, t }: FieldContext) =>
  error === undefined
    ? nothing
    : html`<p part="error" class="error" id="${id}-error">
        <span><span class="unseen">${t('error.prefix')} </span>${error}</span>
      </p>`;

/**
 * The ids for `aria-describedby`: hint, then error (WCAG 1.3.1). `aria-errormessage` is not
 * announced inside a shadow root.
 */
export const described = ({ name, id, error, find }: FieldContext): string | typeof nothing =>
  [find(`${name}.hint`) ? `${id}-hint` : '', error === undefined ? '' : `${id}-error`]
    .filter((part) => part)
    .join(' ') || nothing;

/** Whether a control of this field is invalid. */
export const invalid = (
  { error, invalidControls }: FieldContext,
  control: string,
): 'true' | typeof nothing =>
  error !== undefined && (invalidControls.length === 0 || invalidControls.includes(control))
    ? 'true'
    : nothing;

/** A field with one control: label, hint, error and control, from top to bottom. */
export const single = (field: FieldContext, control: TemplateResult): TemplateResult =>
  html`<div part="field" class="field ${field.error === undefined ? '' : 'invalid'}">
    <label part="label" class="label" for=${field.id}>${label(field)}</label>
    ${hint(field)} ${error(field)} ${control}
  </div>`;

/** A field with several controls in a `<fieldset>`. */
export const group = (
  field: FieldContext,
  controls: unknown,
  role?: 'radiogroup',
): TemplateResult =>
  html`<fieldset
    part="field"
    class="field ${field.error === undefined ? '' : 'invalid'}"
    data-field=${field.name}
    role=${role ?? nothing}
    aria-describedby=${described(field)}
    aria-required=${role && field.required ? 'true' : nothing}
    aria-invalid=${role && field.error !== undefined ? 'true' : nothing}
  >
    <legend part="label" class="label">${label(field)}</legend>
    ${hint(field)} ${error(field)} ${controls}
  </fieldset>`;

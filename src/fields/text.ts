import { html, nothing } from 'lit/html.js';
import { described, invalid, single, type Field, type FormContext } from '../form/index.js';

export interface TextOptions extends Pick<
  Field<string>,
  'asked' | 'askedByDefault' | 'alternative'
> {
  type?: 'text' | 'email' | 'tel';
  /**
   * The HTML autofill token (WCAG 1.3.5); `off` for data about another person, or if the browser
   * must not suggest earlier input
   */
  autocomplete?: AutoFill | ((context: FormContext) => AutoFill);
  /** Capitalization on virtual keyboards; `characters` for text that cards print in capitals */
  autocapitalize?: 'none' | 'characters';
}

/**
 * One line of text. Without `maxlength`, which would cut a pasted answer silently; the contract's
 * limit is reported as an error.
 */
export const text = ({
  type = 'text',
  autocomplete = 'off',
  autocapitalize,
  ...when
}: TextOptions = {}): Field<string> => ({
  ...when,
  read: (context, name) =>
    when.asked?.(context) === false ? undefined : context.answers.text(name),
  render: (field) =>
    single(
      field,
      html`<input
        part="control"
        id=${field.id}
        data-field=${field.name}
        type=${type}
        autocomplete=${typeof autocomplete === 'function' ? autocomplete(field) : autocomplete}
        autocapitalize=${autocapitalize ?? (type === 'email' ? 'none' : nothing)}
        autocorrect="off"
        spellcheck="false"
        ?required=${field.required}
        aria-invalid=${invalid(field, field.name)}
        aria-describedby=${described(field)}
        .value=${field.value()}
      />`,
    ),
});

/** Several lines of text. */
export const textarea = (
  when: Pick<Field<string>, 'asked' | 'askedByDefault' | 'alternative'> = {},
): Field<string> => ({
  ...when,
  read: (context, name) =>
    when.asked?.(context) === false ? undefined : context.answers.text(name),
  render: (field) =>
    single(
      field,
      html`<textarea
        part="control"
        id=${field.id}
        data-field=${field.name}
        rows="3"
        autocomplete="off"
        ?required=${field.required}
        aria-invalid=${invalid(field, field.name)}
        aria-describedby=${described(field)}
        .value=${field.value()}
      ></textarea>`,
    ),
});

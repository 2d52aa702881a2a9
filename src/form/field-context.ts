import type { FieldContext } from './define-form.js';
import type { FormModel } from './form-model.js';
import type { FieldErrors } from './validation.lazy/field-errors.js';

interface ContextOptions {
  required: boolean;
  /** Makes ids unique in the page, which may contain the same form twice */
  idPrefix: string;
  /** Undefined until a visitor uses the form */
  errors: FieldErrors | undefined;
  /** Called when the visitor has entered something through a control that is not native */
  edited(control: string): void;
}

/** Creates the context of a field: everything its template needs. */
export function fieldContext(form: FormModel, name: string, options: ContextOptions): FieldContext {
  const { answers, asked, host, words } = form;
  const { required, idPrefix, errors, edited } = options;
  return {
    ...asked.context,
    name,
    id: idPrefix + name.replace(/\W/g, '-'),
    required,
    optional: !required && !asked.field(name)?.alternative,
    error: errors?.message(name),
    invalidControls: errors?.controls(name) ?? [],
    locale: words.tag,
    t: words.say,
    find: words.find,
    local: words.local,
    value: (control = name) => answers.raw(control),
    isChecked: (value, control = name) => answers.isChecked(control, value),
    has: (control) => answers.has(control),
    enter: (control, answer) => {
      answers.set(control, answer);
      edited(control);
      host.requestUpdate();
    },
    store: (control, answer) => {
      if (answer === undefined) answers.delete(control);
      else answers.set(control, answer);
      host.requestUpdate();
    },
    waitFor: (work) => answers.waitFor(work),
    redraw: () => host.requestUpdate(),
    nested: (inner, needed) => fieldContext(form, inner, { ...options, required: needed }),
  };
}

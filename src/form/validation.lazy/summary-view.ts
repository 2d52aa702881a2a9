import { topFieldOf } from '../asked-fields.js';
import type { FormModel } from '../form-model.js';
import type { Status } from '../status.js';
import { errorSummary } from './error-summary.js';
import type { FieldErrors } from './field-errors.js';

/** The error summary of a rejected form; undefined when all errors are corrected. */
export function summaryView(
  form: FormModel,
  errors: FieldErrors,
  { issues, message }: Status & { is: 'rejected' },
): unknown {
  const { host, words } = form;
  const entries = errors.fields.map((field) => ({
    text: errors.message(field)!,
    ...(isReachable(form, errors, field) && { go: () => void goTo(form, errors, field) }),
  }));
  if (entries.length === 0 && issues.length > 0) return undefined;
  const general = message ?? (entries.length === 0 ? words.say('error.form') : undefined);
  return errorSummary({
    level: host.settings.headingLevel + (form.flow ? 0 : 1),
    title: words.say('summary.title'),
    ...(general !== undefined && { general }),
    errors: entries,
  });
}

const controls = ':is(input, select, textarea, [part~="control"])[data-field]';

/**
 * The control to correct in an invalid field: the one named by the issue, else the field's first.
 */
function controlIn({ element, asked }: FormModel, errors: FieldErrors, field: string) {
  const all = [...(element?.querySelectorAll<HTMLElement>(controls) ?? [])];
  const inField = all.filter(({ dataset }) => asked.fieldOf(dataset['field']!) === field);
  const named = errors.control(field);
  return inField.find(({ dataset }) => dataset['field'] === named) ?? inField[0];
}

/** Whether the field has a control to focus, on this step or another. */
const isReachable = (form: FormModel, errors: FieldErrors, field: string): boolean =>
  !!controlIn(form, errors, field) || !!form.flow?.order.includes(topFieldOf(field));

/**
 * Scrolls the label into view and focuses the control. A link to `#field` does not work inside a
 * shadow root.
 */
async function goTo(form: FormModel, errors: FieldErrors, field: string) {
  if (!controlIn(form, errors, field) && form.flow?.turnTo(field)) {
    form.host.requestUpdate();
    await form.host.updateComplete;
  }
  const control = controlIn(form, errors, field);
  control?.closest('[part~="field"]')?.scrollIntoView({ block: 'start' });
  control?.focus({ preventScroll: true });
}

import { dataSchemas } from '../../contract/data.js';
import type { Issue } from '../../contract/index.js';
import { issuesOf } from '../../contract/issues.js';
import { controlOf, topFieldOf, type AskedFields } from '../asked-fields.js';
import type { AskedConsent } from '../consents.js';

/**
 * The issues that the contract and the clinic's rules find in the current answers; empty if the
 * form is valid.
 */
export function validate(asked: AskedFields, consents: readonly AskedConsent[]): Issue[] {
  const { form, context, answers } = asked;
  const data = asked.data();
  const byClinic = asked.names
    .filter((name) => asked.asks(name))
    .flatMap((name) => asked.field(name)?.issues?.(context, name) ?? []);
  const issues = [...issuesOf(dataSchemas[form.type], data, ['data']), ...byClinic].map((issue) =>
    atAskedField(issue, asked),
  );
  for (const name of asked.names) {
    if (!asked.requires(name) || !asked.asks(name)) continue;
    const isKnown = data[name] !== undefined || issues.some(({ path }) => path[1] === name);
    if (!isKnown) issues.push({ path: ['data', name], code: 'required' });
  }
  for (const { terms, control } of consents)
    if (terms.required && asked.asksConsent(terms.id) && !answers.flag(control))
      issues.push({ path: ['consents', terms.id], code: 'required' });
  return issues;
}

/** Moves an issue from a field that is not asked to the one asked in its place. */
function atAskedField(issue: Issue, asked: AskedFields): Issue {
  const [place, key] = issue.path;
  const name = String(key);
  const alternative = place === 'data' ? asked.field(name)?.alternative : undefined;
  return alternative && !asked.asks(name) && asked.asks(alternative)
    ? { ...issue, path: [place, alternative] }
    : issue;
}

/**
 * Sorts issues by the order of their fields in the form, for the error summary.
 *
 * @param form the form in the page
 * @param steps all fields asked in steps, in order; empty without steps
 */
export function inFormOrder(
  issues: readonly Issue[],
  asked: AskedFields,
  form: Element | undefined,
  steps: readonly string[],
): Issue[] {
  const controls = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const shown = controls.map(({ dataset }) => asked.fieldOf(dataset['field']!));
  const place = (names: readonly string[], name: string) =>
    names.includes(name) ? names.indexOf(name) : names.length;
  const keyed = issues.map((issue) => {
    const field = asked.fieldOf(controlOf(issue));
    return { issue, step: place(steps, topFieldOf(field)), at: place(shown, field) };
  });
  return keyed
    .sort((one, other) => one.step - other.step || one.at - other.at)
    .map(({ issue }) => issue);
}

import type { Issue, Submission } from '../../contract/index.js';
import type { Outcome } from '../../transport/index.js';
import type { FormModel } from '../form-model.js';
import type { StatusChange } from '../status.js';
import type { Validation } from '../validation.lazy/validation.js';
import { redirectTarget } from './redirect.js';
import type { Seal } from '../seal.js';
import { deliveryBy, sealAnswers, submit } from './submit.js';

/**
 * Validates a form, seals its answers and sends them. Yields each status in turn. The last one is
 * `rejected`, `sent`, `not-confirmed`, or `editing` if a listener canceled the submission. Each
 * event is fired before its status is shown.
 */
export async function* sendForm(
  form: FormModel,
  validation: Validation,
  seal: Seal,
): AsyncGenerator<StatusChange, void, void> {
  const { host, words, asked } = form;
  await form.answers.settled();
  const issues = validation.issues(form.questions);
  if (issues.length > 0) return yield reject(form, validation, issues);
  validation.errors.clear();

  const submission = sealAnswers(seal, asked, form.consents, {
    locale: words.locale,
    partner: host.settings.partner,
  });
  const { id } = submission;
  if (!host.emit('clinic-submit', { id })) return yield { status: { is: 'editing' } };
  form.tellFields({ is: 'sending' });
  const { deliver, fetch, settings } = host;
  const { endpoint } = form.destination;
  const statuses = submit(
    seal,
    submission,
    deliveryBy(settings, { endpoint, deliver, fetch }),
    words.say('status.uploading'),
  );
  let next = await statuses.next();
  for (; !next.done; next = await statuses.next()) yield { status: next.value };
  yield* conclude(form, validation, seal, submission, next.value);
}

/** Handles an outcome: fires events, notifies the fields and yields the last status. */
async function* conclude(
  form: FormModel,
  validation: Validation,
  seal: Seal,
  submission: Submission,
  outcome: Outcome,
): AsyncGenerator<StatusChange, void, void> {
  const { host } = form;
  const { id } = submission;
  if (outcome.kind === 'accepted') {
    const { receipt } = outcome;
    await form.options.accepted?.(submission, receipt);
    // Before the answers go: a form that is drawn without them would ask for other times.
    yield { status: { is: 'sent', receipt }, focus: '[part~="heading"]' };
    form.tellFields({ is: 'accepted' });
    form.forget();
    validation.reset();
    seal.break();
    host.emit('clinic-submitted', { id, reference: receipt.reference, status: receipt.status });
    const target = redirectTarget(host.settings.redirect);
    if (target) location.assign(target);
  } else if (outcome.kind === 'failed') {
    const { reason, httpStatus } = outcome;
    host.emit('clinic-failed', { id, reason, ...(httpStatus !== undefined && { httpStatus }) });
    const unsent = reason === 'offline' || reason === 'blocked';
    form.tellFields({
      is: 'failed',
      because: unsent ? 'unsent' : reason === 'refused' ? 'refused' : 'unconfirmed',
    });
    yield { status: { is: 'not-confirmed', reason } };
  } else {
    const { asked } = form;
    if (outcome.code === 'id-reused') seal.break();
    const own = asked.names
      .filter((name) => outcome.issues.length === 0 && asked.asks(name))
      .flatMap((name) => asked.field(name)?.issueOf?.(outcome, name) ?? []);
    const issues = own.length > 0 ? own : outcome.issues;
    if (issues.length === 0) {
      host.emit('clinic-failed', { id, reason: 'refused', httpStatus: outcome.httpStatus });
      form.tellFields({ is: 'failed', because: 'refused' });
    }
    const change = reject(form, validation, issues, { message: outcome.message });
    const fields = issues.map(({ path }) => String(path[1]));
    // First the summary takes the focus, then a field that has more to say.
    yield change;
    if (issues.length > 0) form.tellFields({ is: 'refused', refusal: outcome, fields });
  }
}

/**
 * Shows what must change before the form can be sent.
 *
 * @param refusal the endpoint's response if it rejected the form, with its own message if any
 */
function reject(
  form: FormModel,
  validation: Validation,
  found: readonly Issue[],
  refusal?: { message: string | undefined },
): StatusChange {
  const { flow, asked } = form;
  const issues = validation.inFormOrder(found, asked, form.element, flow?.order ?? []);
  validation.reject(issues, form.questions, refusal !== undefined);
  validation.errors.fields.some((field) => flow?.turnTo(field));
  return form.rejected(issues, refusal?.message);
}

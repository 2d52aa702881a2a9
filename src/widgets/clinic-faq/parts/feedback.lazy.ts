import { endpointOf, pairs } from '../../../config/index.js';
import type { FaqFeedback } from '../../../contract/faq-feedback.js';
import { version } from '../../../contract/wire.js';
import { deliver } from '../../../form/submission.lazy/deliver.js';
import { Seal } from '../../../form/submission.lazy/seal.js';
import { checkEndpoint } from '../../../transport/endpoint.js';
import type { ClinicFaq } from '../clinic-faq.js';

/** What was said of each answer and has not arrived yet: said again, it is the same. */
const seals = new Map<string, Seal>();

/**
 * Sends which answer was helpful or not, and nothing else: sealed from two typed values, without a schema.
 * @returns whether the endpoint has taken it
 */
export async function sendVote(
  host: ClinicFaq,
  locale: string,
  { entry, helpful }: FaqFeedback,
): Promise<boolean> {
  const { sandbox, format, names, extra, partner } = host.settings;
  const checked = checkEndpoint(endpointOf(host.layers, 'faq-feedback', host.clinic) ?? '');
  const record = (text: string | undefined) => Object.fromEntries(pairs(text));
  const key = `${host.instance} ${entry}`;
  const seal = seals.get(key) ?? new Seal();
  seals.set(key, seal);
  const submission = seal.close(
    { type: 'faq-feedback', version, data: { entry, helpful }, consents: [] },
    { locale, origin: location.origin, ...(partner && { partner }) },
  );
  const outcome = await deliver(
    seal,
    submission,
    {
      endpoint: 'url' in checked ? checked.url : undefined,
      sandbox,
      format,
      names: record(names),
      extra: record(extra),
      deliver: undefined,
      fetch: undefined,
    },
    () => undefined,
  );
  const accepted = outcome.kind === 'accepted';
  if (accepted) seals.delete(key);
  return accepted;
}

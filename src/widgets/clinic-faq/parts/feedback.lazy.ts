/** Sends whether an answer was helpful. Loaded when a visitor gives feedback. */
import { endpointOf, pairs } from '../../../config/index.js';
import type { FaqFeedback } from '../../../contract/faq-feedback.js';
import { version } from '../../../contract/wire.js';
import { deliver } from '../../../form/deliver.js';
import { Seal } from '../../../form/seal.js';
import { checkEndpoint } from '../../../transport/endpoint.js';
import type { FaqHost } from '../faq-host.js';

/**
 * Feedback that has not arrived yet, by answer. A retry keeps its id, so that it is stored once.
 */
const seals = new Map<string, Seal>();

/**
 * Sends which answer was helpful or not, and nothing else. Two typed values need no schema, which
 * keeps zod out of the bundle.
 *
 * @param locale language of the question, as a primary tag
 * @returns whether the endpoint has accepted it
 */
export async function sendFeedback(
  host: FaqHost,
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

import { pairs, type Resolved } from '../../config/index.js';
import type { Consent, Submission } from '../../contract/index.js';
import { safeHref } from '../../element/index.js';
import { version } from '../../contract/wire.js';
import type { Outcome } from '../../transport/index.js';
import type { AskedFields } from '../asked-fields.js';
import type { AskedConsent } from '../consents.js';
import type { Status } from '../status.js';
import { deliver, type Delivery } from '../deliver.js';
import { filesOf } from './files.js';
import type { Content, Seal } from '../seal.js';
import { campaignOf } from './utm.js';

/** The consents given and declined, with the exact text that was shown. */
const sealedConsent = (
  { terms: { id }, pieces, documents }: AskedConsent,
  granted: boolean,
  locale: string,
): Consent => ({
  id,
  granted,
  text: pieces.map(({ text }) => text).join(''),
  locale,
  ...(documents.length > 0 && {
    documents: documents.map(({ name, href, version }) => ({
      name,
      href: safeHref(href) ?? href,
      ...(version && { version }),
    })),
  }),
});

/**
 * Seals the answers of a form. Unchanged answers return the same submission again, with the same id
 * and key.
 */
export function sealAnswers(
  seal: Seal,
  asked: AskedFields,
  consents: readonly AskedConsent[],
  { locale, partner }: { locale: string; partner: string | undefined },
): Submission {
  const data = asked.data();
  const utm = campaignOf(location.search);
  const agreed = consents
    .filter(({ terms }) => asked.asksConsent(terms.id))
    .map((consent) => sealedConsent(consent, asked.answers.flag(consent.control) === true, locale));
  return seal.close(
    { type: asked.form.type, version, data, consents: agreed } as unknown as Content,
    {
      locale,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      origin: location.origin,
      ...(partner && { partner }),
      ...(utm && { utm }),
    },
    filesOf(asked.answers, data),
  );
}

/** The delivery options from a widget's settings. */
export const deliveryBy = (
  { sandbox, format, names, extra }: Resolved,
  by: Pick<Delivery, 'endpoint' | 'deliver' | 'fetch'>,
): Delivery => ({
  ...by,
  sandbox,
  format,
  names: Object.fromEntries(pairs(names)),
  extra: Object.fromEntries(pairs(extra)),
});

/**
 * Sends a sealed submission. Yields each status in turn and returns the outcome.
 *
 * @param uploading the text to show while files are uploading
 */
export async function* submit(
  seal: Seal,
  submission: Submission,
  delivery: Delivery,
  uploading: string,
): AsyncGenerator<Status, Outcome, void> {
  yield { is: 'sending', ...(seal.files.length > 0 && { note: uploading }) };
  let attempt = 0;
  let wake = () => {};
  const outcome = deliver(seal, submission, delivery, (number) => {
    attempt = number;
    wake();
  });
  const over = outcome.then(() => true);
  for (let shown = 0; ; shown = attempt) {
    const retrying = new Promise<false>((resolve) => {
      wake = () => resolve(false);
      if (attempt > shown) wake();
    });
    if (await Promise.race([over, retrying])) return outcome;
    yield { is: 'retrying', attempt };
  }
}

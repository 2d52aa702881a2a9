import { reportConfigError } from '../config/index.js';
import type { Issue, Receipt, Submission } from '../contract/index.js';
import { usualStatus } from '../contract/wire.js';
import { send, type EncodeOptions, type FilePart, type Outcome } from '../transport/index.js';
import type { Seal } from './seal.js';

/**
 * The page's own way of sending: receives the sealed submission and its files and returns a
 * receipt, or throws. An error with `issues` rejects fields.
 */
export type Deliver = (submission: Submission, files?: FilePart[]) => Promise<Receipt>;

/** Where a submission is sent, and how it is encoded. */
export interface Delivery extends Omit<EncodeOptions, 'files'> {
  endpoint: string | undefined;
  sandbox: boolean;
  deliver: Deliver | undefined;
  fetch: typeof fetch | undefined;
}

/**
 * Sends a sealed submission: to the endpoint or to the page's own `deliver`. In sandbox mode
 * nothing is sent.
 *
 * @param onRetry called before each retry, counted from 1
 */
export async function deliver(
  seal: Seal,
  submission: Submission,
  { endpoint, sandbox, deliver: own, format, names, extra, fetch }: Delivery,
  onRetry: (attempt: number) => void,
): Promise<Outcome> {
  if (sandbox)
    return {
      kind: 'accepted',
      receipt: { reference: 'SANDBOX', status: usualStatus(submission.type) },
    };
  if (own) return handOver(own, submission, seal.files);
  const address = endpoint!;
  const outcome = await send(
    await seal.bytes({ format, ...(names && { names }), ...(extra && { extra }) }),
    {
      endpoint: address,
      onRetry,
      ...(names && { names }),
      ...(fetch && { fetch }),
      ...timeoutsFor(seal.files),
      // Without CORS, a form-encoded request may have arrived even if `fetch` fails: an automatic
      // retry could duplicate it.
      retryNetwork: format === 'json' || new URL(address).origin === location.origin,
    },
  );
  if (outcome.kind === 'failed' && outcome.reason === 'blocked')
    reportConfigError(
      `this page's Content-Security-Policy blocks ${address}. Add ${new URL(address).origin} to its connect-src`,
    );
  return outcome;
}

/**
 * Sends with the page's own `deliver`. An error with issues is a rejection; any other error means
 * that no answer arrived.
 */
async function handOver(
  send: Deliver,
  submission: Submission,
  files: readonly FilePart[],
): Promise<Outcome> {
  try {
    const receipt = (await send(
      structuredClone(submission),
      ...(files.length > 0 ? [[...files]] : []),
    )) as Partial<Receipt> | undefined;
    return {
      kind: 'accepted',
      receipt: {
        ...receipt,
        reference: String(receipt?.reference ?? ''),
        status: receipt?.status ?? 'received',
      },
    };
  } catch (error) {
    const { issues } = (error ?? {}) as { issues?: unknown };
    if (Array.isArray(issues))
      return { kind: 'rejected', issues: issues as Issue[], httpStatus: 422 };
    return { kind: 'failed', reason: 'unconfirmed' };
  }
}

/** Slowest supported upload rate in bytes per ms (80 kbit/s), as with a weak mobile signal. */
const slowestLine = 10;

/** Timeouts in ms for one attempt and for all attempts. Files need more time than text. */
export function timeoutsFor(files: readonly FilePart[]): {
  attemptTimeout?: number;
  totalTimeout?: number;
} {
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  if (bytes === 0) return {};
  const attemptTimeout = Math.min(120_000, 20_000 + bytes / slowestLine);
  return { attemptTimeout, totalTimeout: Math.max(60_000, 2 * attemptTimeout) };
}

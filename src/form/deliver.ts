import { reportConfigError } from '../config/index.js';
import type { Issue, Receipt, Submission } from '../contract/index.js';
import { usualStatus } from '../contract/wire.js';
import { send, type EncodeOptions, type FilePart, type Outcome } from '../transport/index.js';
import type { Seal } from './seal.js';

/** The page's own way to send: gets the sealed submission and its files, answers with a receipt, or throws, with `issues` to refuse fields. */
export type Deliver = (submission: Submission, files?: FilePart[]) => Promise<Receipt>;

/** Where a submission goes, and how it is encoded. */
export interface Delivery extends Omit<EncodeOptions, 'files'> {
  endpoint: string | undefined;
  sandbox: boolean;
  deliver: Deliver | undefined;
  fetch: typeof fetch | undefined;
}

/**
 * Delivers what was sealed: nowhere in the sandbox, by the page's own `deliver`, or to the endpoint.
 * @param onRetry before each retry, counted from 1
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
      // Without CORS a form's bytes may have arrived although fetch says they have not: another try by ourselves could double them.
      retryNetwork: format === 'json' || new URL(address).origin === location.origin,
    },
  );
  if (outcome.kind === 'failed' && outcome.reason === 'blocked')
    reportConfigError(
      `this page's Content-Security-Policy blocks ${address}. Add ${new URL(address).origin} to its connect-src`,
    );
  return outcome;
}

/** The page sends by itself. What it throws is a refusal if it names issues, else an answer that never came. */
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

/** The slowest line that is waited for, in bytes per millisecond (80 kbit/s): a phone at the edge of its network. */
const slowestLine = 10;

/** Milliseconds that one attempt and all of them may take: files on a bad line take longer than words do. */
export function timeoutsFor(files: readonly FilePart[]): {
  attemptTimeout?: number;
  totalTimeout?: number;
} {
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  if (bytes === 0) return {};
  const attemptTimeout = Math.min(120_000, 20_000 + bytes / slowestLine);
  return { attemptTimeout, totalTimeout: Math.max(60_000, 2 * attemptTimeout) };
}

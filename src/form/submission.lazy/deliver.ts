import type { Issue, Receipt, Submission } from '../../contract/index.js';
import { usualStatus } from '../../contract/usual-status.js';
import { send, type EncodeOptions, type FilePart, type Outcome } from '../../transport/index.js';
import { patience } from './files.js';
import type { Seal } from './seal.js';

/** The page's own way to send: the sealed submission, and its files where it has some. */
export type Deliver = (submission: Submission, files?: FilePart[]) => Promise<Receipt>;

/** Where a submission goes, and how. */
export interface Way extends Omit<EncodeOptions, 'files'> {
  endpoint: string | undefined;
  sandbox: boolean;
  deliver: Deliver | undefined;
  fetch: typeof fetch | undefined;
  onRetry(attempt: number): void;
}

/** Sends what was sealed: nowhere in the sandbox, by the page's own hand, or to the endpoint. */
export async function deliver(seal: Seal, submission: Submission, way: Way): Promise<Outcome> {
  if (way.sandbox) {
    return {
      kind: 'accepted',
      receipt: { reference: 'SANDBOX', status: usualStatus(submission.type) },
    };
  }
  if (way.deliver) return handOver(way.deliver, submission, seal.files);
  const { format, names, extra, fetch, onRetry } = way;
  const endpoint = way.endpoint!;
  return send(await seal.bytes({ format, ...(names && { names }), ...(extra && { extra }) }), {
    endpoint,
    onRetry,
    ...(names && { names }),
    ...(fetch && { fetch }),
    ...patience(seal.files),
    // Without CORS a form's bytes may have arrived although fetch says they have not: sending again by ourselves could double them.
    retryNetwork: format === 'json' || new URL(endpoint).origin === location.origin,
  });
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

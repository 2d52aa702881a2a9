import { createHash, randomInt } from 'node:crypto';
import {
  consentsFor,
  issuesOf,
  Submission,
  type Clinic,
  type Coverage,
  type Receipt,
  type ReceiptStatus,
  usualStatus,
} from '../contract/index.js';
import type { Bookings } from './bookings.js';
import { bodyLimits, mediaTypeOf, parseJson, readBody, utf8 } from './body.js';
import { sanitizedCoverage, networkOf } from './eligibility/sanitize.js';
import { CheckRefused } from './eligibility/refused.js';
import { submissionFrom, urlEncodedFields } from './flat.js';
import { Limiter } from './limiter.js';
import { fieldsAndCards, partsOf } from './multipart.js';
import { errorKind, type Log, type ReceiverOptions } from './options.js';
import { Refusal } from './problems.js';
import type { Card, Stored } from './store.js';

/**
 * Timeouts in ms of an insurer's answer and of replays that wait for it; the second is longer, so
 * that the answer can be stored.
 */
const eligibilityTimeout = 8_000;
const askingDuration = 10_000;

/** Crockford's base 32, without I, L, O and U, to avoid misreading and accidental words. */
const referenceAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A reference that people can read aloud and cannot guess: 40 bits. */
function newReference(): string {
  const text = Array.from({ length: 8 }, () => referenceAlphabet[randomInt(32)]).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** JSON with sorted keys: the same content always gives the same text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const fingerprintOf = ({ type, version, data, consents }: Submission) =>
  createHash('sha256').update(canonical({ type, version, data, consents })).digest('hex');

const initialStatus = ({ type, data }: Submission): ReceiptStatus =>
  type === 'appointment' && data.slot ? 'confirmed' : usualStatus(type);

/** The content of a body, in any of the formats it may have. */
async function readSubmission(request: Request): Promise<{ content: unknown; cards: Card[] }> {
  const type = mediaTypeOf(request);
  if (type === 'application/json') {
    return { content: parseJson(utf8(await readBody(request, bodyLimits.text))), cards: [] };
  }
  if (type === 'application/x-www-form-urlencoded') {
    const fields = urlEncodedFields(utf8(await readBody(request, bodyLimits.text)));
    return { content: submissionFrom(fields), cards: [] };
  }
  if (type !== 'multipart/form-data') throw new Refusal('unsupported-type');
  const body = await readBody(request, bodyLimits.multipart);
  const parts = partsOf(request.headers.get('Content-Type') ?? '', body);
  const { fields, cards } = fieldsAndCards(parts);
  const whole = fields.find(([name]) => name === 'submission')?.[1];
  return { content: whole === undefined ? submissionFrom(fields) : parseJson(whole), cards };
}

/**
 * Number and path of the files a submission declares: photos of a card, or answers to questions of
 * type `file`.
 */
function declaredFiles(
  { type, data }: Submission,
  clinic: Clinic,
): { path: string[]; count: number } {
  const path = ['data', 'cards'];
  if (type === 'insurance-check') return { path, count: data.cards?.length ?? 0 };
  const answers = type === 'appointment' ? (data.answers ?? {}) : {};
  const asked = (clinic.questions ?? []).filter((question) => question.type === 'file');
  const files = asked.flatMap(({ id }) => (Object.hasOwn(answers, id) ? answers[id] : []));
  return { path: files.length > 0 ? ['data', 'answers'] : path, count: files.length };
}

/**
 * The submission, validated by the contract, with its files and required consents. @throws Refusal
 */
function validated(content: unknown, cards: Card[], clinic: Clinic): Submission {
  const parsed = Submission.safeParse(content);
  if (!parsed.success) throw new Refusal('invalid', { issues: issuesOf(Submission, content) });
  const submission = parsed.data;
  const invalid = (path: string[], code: string) =>
    new Refusal('invalid', { issues: [{ path, code }] });
  if (submission.replaces === submission.id) throw invalid(['replaces'], 'not-allowed');
  const declared = declaredFiles(submission, clinic);
  if (declared.count > cards.length) throw invalid(declared.path, 'required');
  if (declared.count < cards.length) throw invalid(declared.path, 'not-allowed');

  const missing = consentsFor(submission.type, clinic).filter(({ id, required }) => {
    const given = submission.consents.filter((consent) => consent.id === id);
    return required && !(given.length > 0 && given.every(({ granted }) => granted));
  });
  if (missing.length > 0) {
    const issues = missing.map(({ id }) => ({ path: ['consents', id], code: 'required' }));
    throw new Refusal('consent-required', { issues });
  }
  return submission;
}

/**
 * Handles `POST /api/submissions`: reads, validates and stores once; only then asks an insurer and
 * notifies the clinic.
 */
export function submissions(
  { store, clinic, notify, eligibility, limits }: ReceiverOptions,
  bookings: Bookings,
  log: Log,
): (request: Request) => Promise<Response> {
  const limiter = limits?.perMinute === undefined ? undefined : new Limiter(limits.perMinute);

  const replay = (stored: Stored, fingerprint: string) => {
    if (stored.fingerprint !== fingerprint) throw new Refusal('id-reused');
    const remaining = (stored.askingUntil ?? 0) - Date.now();
    if (remaining > 0) throw new Refusal('in-flight', { retryAfter: 1 });
    return Response.json(stored.receipt, { status: 200 });
  };

  /**
   * The insurer's answer; undefined after any failure, and staff check by hand.
   *
   * @throws CheckRefused if the visitor can correct it
   */
  const askInsurer = async (submission: Submission): Promise<Coverage | undefined> => {
    if (submission.type !== 'insurance-check' || !eligibility) return undefined;
    const signal = AbortSignal.timeout(eligibilityTimeout);
    const timeout = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    const network = networkOf(clinic, submission.data);
    try {
      const options = { signal, ...(network && { network }) };
      const answer = await Promise.race([eligibility(submission.data, options), timeout]);
      const coverage = sanitizedCoverage(answer, network);
      if (!coverage) log('eligibility-failed', { error: 'no coverage' });
      return coverage;
    } catch (error) {
      if (error instanceof CheckRefused) throw error;
      log('eligibility-failed', { error: errorKind(error) });
      return undefined;
    }
  };

  const storeAnswer = async (submission: Submission, receipt: Receipt, coverage?: Coverage) => {
    const isDefinite = coverage?.outcome === 'active' || coverage?.outcome === 'inactive';
    try {
      const status: ReceiptStatus = isDefinite ? 'received' : 'pending';
      const answer = { status, ...(coverage && { coverage }) };
      return await store.settle(submission.id, answer, Date.now());
    } catch (error) {
      // The check is stored, so its sender must get the receipt.
      log('settle-failed', { error: errorKind(error) });
      return receipt;
    }
  };

  /**
   * Asks the insurer, stores the answer and returns the receipt. A rejected check stays stored;
   * sent again unchanged, it is `pending`.
   */
  const askAndStore = async (
    submission: Submission,
    receipt: Receipt,
  ): Promise<Receipt | Refusal> => {
    try {
      return await storeAnswer(submission, receipt, await askInsurer(submission));
    } catch (error) {
      if (!(error instanceof CheckRefused)) throw error;
      await storeAnswer(submission, receipt);
      return new Refusal('invalid', { issues: error.issues });
    }
  };

  const notifyClinic = async (submission: Submission, receipt: Receipt) => {
    try {
      await notify?.(submission, receipt);
    } catch (error) {
      log('notify-failed', { error: errorKind(error) });
    }
  };

  return async (request) => {
    const { content, cards } = await readSubmission(request);
    const submission = validated(content, cards, clinic);
    const fingerprint = fingerprintOf(submission);
    const receivedAt = Date.now();

    const client = limits?.client?.(request) ?? '';
    const attempt = limiter?.take(client, submission.id, receivedAt);
    if (attempt && !attempt.allowed) {
      const earlier = await store.find(submission.id);
      if (earlier) return replay(earlier, fingerprint);
      throw new Refusal('too-many', { retryAfter: limiter!.retryAfter(receivedAt) });
    }

    let isStored = false;
    try {
      const needsInsurer =
        eligibility && submission.type === 'insurance-check' && !submission.data.selfPay;
      const data = submission.type === 'appointment' ? submission.data : undefined;
      const slot = data?.slot && (await bookings.bookable(data.slot, data));
      // A confirmed booking stays confirmed on a replay, even if its time has passed or the hours
      // have changed.
      if (slot instanceof Refusal) {
        const earlier = await store.find(submission.id);
        if (earlier) return replay(earlier, fingerprint);
        throw slot;
      }
      const receipt: Receipt = { reference: newReference(), status: initialStatus(submission) };
      const result = await store.add({
        submission,
        fingerprint,
        receipt,
        receivedAt,
        cards,
        ...(needsInsurer ? { askingUntil: receivedAt + askingDuration } : {}),
        ...(slot ? { slot } : {}),
      });
      if (result.outcome === 'known') return replay(result, fingerprint);
      if (result.outcome === 'slot-taken') throw await bookings.slotTaken(slot!);
      isStored = true;
      const answer = needsInsurer ? await askAndStore(submission, receipt) : receipt;
      void notifyClinic(submission, answer instanceof Refusal ? receipt : answer);
      if (answer instanceof Refusal) throw answer;
      return Response.json(answer, { status: 201 });
    } finally {
      if (!isStored) attempt?.giveBack?.();
    }
  };
}

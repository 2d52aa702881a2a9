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
import { checkedCoverage, networkOf } from './eligibility/checked.js';
import { CheckRefused } from './eligibility/refused.js';
import { submissionFrom, urlEncodedFields } from './flat.js';
import { Limiter } from './limiter.js';
import { fieldsAndCards, partsOf } from './multipart.js';
import { kindOf, type Log, type ReceiverOptions } from './options.js';
import { Refusal } from './problems.js';
import type { Card } from './store.js';

/** How long an insurer may take, and how long others wait for that answer: a little more, so that it can be written down. Milliseconds. */
const eligibilityTimeout = 8_000;
const askingTime = 10_000;

/** Without I, L, O and U: what is read for them is 1 and 0 (Crockford's base 32), and no word comes of it. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A name for a submission that people can say, and nobody can guess: 40 bits. */
function newReference(): string {
  const text = Array.from({ length: 8 }, () => letters[randomInt(32)]).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** The same content always gives the same text: keys in order, whatever order they came in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const fingerprintOf = ({ type, version, data, consents }: Submission) =>
  createHash('sha256').update(canonical({ type, version, data, consents })).digest('hex');

const firstStatus = ({ type, data }: Submission): ReceiptStatus =>
  type === 'appointment' && data.slot ? 'confirmed' : usualStatus(type);

/** What the body says, in whichever of the four ways it may be written. */
async function read(request: Request): Promise<{ content: unknown; cards: Card[] }> {
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

/** How many files a submission says that it brings, and where it says so: photos of a card, or answers to questions for a file. */
function filesNamed({ type, data }: Submission, clinic: Clinic): { path: string[]; count: number } {
  const path = ['data', 'cards'];
  if (type === 'insurance-check') return { path, count: data.cards?.length ?? 0 };
  const answers = type === 'appointment' ? (data.answers ?? {}) : {};
  const asked = (clinic.questions ?? []).filter((question) => question.type === 'file');
  const files = asked.flatMap(({ id }) => (Object.hasOwn(answers, id) ? answers[id] : []));
  return { path: files.length > 0 ? ['data', 'answers'] : path, count: files.length };
}

/** The submission, if it is one the contract allows and nothing is missing from it. */
function checked(content: unknown, cards: Card[], clinic: Clinic): Submission {
  const parsed = Submission.safeParse(content);
  if (!parsed.success) throw new Refusal('invalid', { issues: issuesOf(Submission, content) });
  const submission = parsed.data;
  const invalid = (path: string[], code: string) =>
    new Refusal('invalid', { issues: [{ path, code }] });
  if (submission.replaces === submission.id) throw invalid(['replaces'], 'not-allowed');
  const named = filesNamed(submission, clinic);
  if (named.count > cards.length) throw invalid(named.path, 'required');
  if (named.count < cards.length) throw invalid(named.path, 'not-allowed');

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

/** Answers `POST /api/submissions`: reads, checks, stores once, and only then asks and tells others. */
export function submissions(
  { store, clinic, notify, eligibility, limits }: ReceiverOptions,
  bookings: Bookings,
  log: Log,
): (request: Request) => Promise<Response> {
  const limiter = limits?.perMinute === undefined ? undefined : new Limiter(limits.perMinute);

  const replay = (
    known: { fingerprint: string; receipt: Receipt; askingUntil?: number },
    fingerprint: string,
  ) => {
    if (known.fingerprint !== fingerprint) throw new Refusal('id-reused');
    const waits = (known.askingUntil ?? 0) - Date.now();
    if (waits > 0) throw new Refusal('in-flight', { retryAfter: 1 });
    return Response.json(known.receipt, { status: 200 });
  };

  /**
   * The insurer's answer, or nothing: whatever goes wrong there, staff will check by hand.
   * @throws CheckRefused where the visitor can put it right
   */
  const ask = async (submission: Submission): Promise<Coverage | undefined> => {
    if (submission.type !== 'insurance-check' || !eligibility) return undefined;
    const signal = AbortSignal.timeout(eligibilityTimeout);
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    const network = networkOf(clinic, submission.data);
    try {
      const options = { signal, ...(network && { network }) };
      const answer = await Promise.race([eligibility(submission.data, options), late]);
      const coverage = checkedCoverage(answer, network);
      if (!coverage) log('eligibility-failed', { error: 'no coverage' });
      return coverage;
    } catch (error) {
      if (error instanceof CheckRefused) throw error;
      log('eligibility-failed', { error: kindOf(error) });
      return undefined;
    }
  };

  const settle = async (submission: Submission, receipt: Receipt, coverage?: Coverage) => {
    const clear = coverage?.outcome === 'active' || coverage?.outcome === 'inactive';
    try {
      const status: ReceiptStatus = clear ? 'received' : 'pending';
      const answer = { status, ...(coverage && { coverage }) };
      return await store.settle(submission.id, answer, Date.now());
    } catch (error) {
      // The check itself is stored: its sender must not be told otherwise.
      log('settle-failed', { error: kindOf(error) });
      return receipt;
    }
  };

  /** Asks, writes the answer down and gives the receipt. What the insurer refused stays stored: sent again as it is, it waits for staff. */
  const answered = async (submission: Submission, receipt: Receipt): Promise<Receipt | Refusal> => {
    try {
      return await settle(submission, receipt, await ask(submission));
    } catch (error) {
      if (!(error instanceof CheckRefused)) throw error;
      await settle(submission, receipt);
      return new Refusal('invalid', { issues: error.issues });
    }
  };

  const tell = async (submission: Submission, receipt: Receipt) => {
    try {
      await notify?.(submission, receipt);
    } catch (error) {
      log('notify-failed', { error: kindOf(error) });
    }
  };

  return async (request) => {
    const { content, cards } = await read(request);
    const submission = checked(content, cards, clinic);
    const fingerprint = fingerprintOf(submission);
    const receivedAt = Date.now();

    const client = limits?.client?.(request) ?? '';
    const place = limiter?.take(client, submission.id, receivedAt);
    if (place && !place.allowed) {
      const known = await store.find(submission.id);
      if (known) return replay(known, fingerprint);
      throw new Refusal('too-many', { retryAfter: limiter!.retryAfter(receivedAt) });
    }

    let stored = false;
    try {
      const asks = eligibility && submission.type === 'insurance-check' && !submission.data.selfPay;
      const data = submission.type === 'appointment' ? submission.data : undefined;
      const slot = data?.slot && (await bookings.bookable(data.slot, data));
      // A booking that was confirmed stays so on a replay, even when its time has come or the hours have changed.
      if (slot instanceof Refusal) {
        const known = await store.find(submission.id);
        if (known) return replay(known, fingerprint);
        throw slot;
      }
      const receipt: Receipt = { reference: newReference(), status: firstStatus(submission) };
      const result = await store.add({
        submission,
        fingerprint,
        receipt,
        receivedAt,
        cards,
        ...(asks ? { askingUntil: receivedAt + askingTime } : {}),
        ...(slot ? { slot } : {}),
      });
      if (result.outcome === 'known') return replay(result, fingerprint);
      if (result.outcome === 'slot-taken') throw await bookings.taken(slot!);
      stored = true;
      const answer = asks ? await answered(submission, receipt) : receipt;
      void tell(submission, answer instanceof Refusal ? receipt : answer);
      if (answer instanceof Refusal) throw answer;
      return Response.json(answer, { status: 201 });
    } finally {
      if (!stored) place?.giveBack?.();
    }
  };
}

import type { InsuranceCheck, Issue } from '../../contract/index.js';
import { own } from './json.js';

/**
 * Thrown if the payer does not recognize answers that the visitor can correct: which fields, and
 * the issue code of each. The receiver responds with 422. Any other error of `eligibility` makes
 * the check `pending`.
 */
export class CheckRefused extends Error {
  override name = 'CheckRefused';
  constructor(readonly issues: Issue[]) {
    super('The payer refused the check');
  }
}

/**
 * Thrown if the payer did not answer, or not in a way that a visitor can correct. `code` is the
 * payer's own.
 */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  constructor(readonly code: string) {
    super('The payer did not answer');
  }
}

/** One reason of a rejection: an X12 271 `AAA` segment. */
export interface Rejection {
  /** AAA03, reject reason code */
  code: string;
  /** AAA04, follow-up action code */
  followUp?: string | undefined;
  /** The person it concerns; the patient if the payer does not say */
  who?: 'subscriber' | 'dependent' | undefined;
}

/**
 * The payer is down (42), sent no response (80), or says that sending again now does not help
 * (AAA04).
 */
const isTemporary = ({ code, followUp = '' }: Rejection) =>
  ['42', '80'].includes(code) || ['S', 'W', 'X', 'Y'].includes(followUp);

/**
 * Reject reason codes of the 005010X279A1 implementation guide that a visitor can correct, with our
 * issue code and the fields.
 */
const meanings: Record<string, [code: string, ...fields: string[]]> = {
  '58': ['mismatch', 'birthDate'],
  '64': ['not-recognized', 'memberId'],
  '65': ['mismatch', 'givenName', 'familyName'],
  '66': ['mismatch', 'legalSex'],
  '67': ['not-found', 'memberId'],
  '71': ['mismatch', 'birthDate'],
  '72': ['not-recognized', 'memberId'],
  '73': ['mismatch', 'givenName', 'familyName'],
  '74': ['mismatch', 'legalSex'],
  '75': ['not-found', 'memberId'],
  '77': ['mismatch', 'givenName', 'familyName'],
  '78': ['mismatch', 'groupNumber'],
};

/** Fields that a check has once, for either plan holder. */
const shared = ['memberId', 'groupNumber'];

/**
 * The error for a payer's reasons.
 *
 * @returns `CheckRefused` if the visitor can correct a field, else `NoAnswer`: a person must look
 * at it
 */
export function refusalOf(rejections: Rejection[], check: InsuranceCheck): CheckRefused | NoAnswer {
  const first = rejections[0]?.code ?? 'none';
  if (rejections.some(isTemporary)) return new NoAnswer(first);
  const hasSubscriber = (check.relationship ?? 'self') !== 'self' && check.subscriber !== undefined;
  const issues = new Map<string, Issue>();
  for (const { code: reason, who } of rejections) {
    const [code, ...fields] = own(meanings, reason) ?? ['none'];
    // 77 finds the subscriber but not the patient.
    const isSubscribers = hasSubscriber && who === 'subscriber' && reason !== '77';
    for (const field of fields) {
      const at = isSubscribers && !shared.includes(field) ? ['subscriber', field] : [field];
      const holder = (at.length > 1 ? check.subscriber : check) as Record<string, unknown>;
      // A field that was not asked cannot be corrected.
      if (holder[field] === undefined) continue;
      const path = ['data', ...at];
      if (!issues.has(path.join())) issues.set(path.join(), { path, code });
    }
  }
  return issues.size > 0 ? new CheckRefused([...issues.values()]) : new NoAnswer(first);
}

/** AAA04 as its letter, even if a service spells it out. */
export const followUpOf = (text = ''): string =>
  text.length === 1 ? text : /wait|do not resubmit|inquiry initiated/i.test(text) ? 'S' : '';

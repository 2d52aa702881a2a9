import type { InsuranceCheck, Issue } from '../../contract/index.js';
import { own } from './json.js';

/**
 * The payer does not know these answers, and the visitor can put that right: which fields, and by our issue codes why. The receiver answers
 * 422 with them. Whatever else a port throws makes the check `pending`.
 */
export class CheckRefused extends Error {
  override name = 'CheckRefused';
  constructor(readonly issues: Issue[]) {
    super('The payer refused the check');
  }
}

/** The payer could not answer, or not in a way that a visitor can mend. `code` is the payer's own. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  constructor(readonly code: string) {
    super('The payer gave no answer');
  }
}

/** One reason of a payer: an X12 271 `AAA` segment. */
export interface Rejection {
  /** AAA03, reject reason code */
  code: string;
  /** AAA04, follow-up action code */
  followUp?: string | undefined;
  /** Whose details are meant; the patient's where the payer does not say */
  who?: 'subscriber' | 'dependent' | undefined;
}

/** The payer is down (42) or its answer is lost (80), or it says itself that sending again does not help (AAA04). */
const waits = ({ code, followUp = '' }: Rejection) =>
  ['42', '80'].includes(code) || ['S', 'W', 'X', 'Y'].includes(followUp);

/** Reject reason codes of the 005010X279A1 implementation guide that a visitor can do something about, and the fields they mean. */
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

/** Fields that stand in the check once, whoever holds the plan. */
const shared = ['memberId', 'groupNumber'];

/**
 * What a payer's reasons mean for the visitor.
 * @returns `CheckRefused` where a field can be mended, else `NoAnswer`: a person has to look at it
 */
export function refusalOf(rejections: Rejection[], check: InsuranceCheck): CheckRefused | NoAnswer {
  const first = rejections[0]?.code ?? 'none';
  if (rejections.some(waits)) return new NoAnswer(first);
  const two = (check.relationship ?? 'self') !== 'self' && check.subscriber !== undefined;
  const issues = new Map<string, Issue>();
  for (const { code: reason, who } of rejections) {
    const [code, ...fields] = own(meanings, reason) ?? ['none'];
    // 77 finds the subscriber but not the patient.
    const theirs = two && who === 'subscriber' && reason !== '77';
    for (const field of fields) {
      const at = theirs && !shared.includes(field) ? ['subscriber', field] : [field];
      const holder = (at.length > 1 ? check.subscriber : check) as Record<string, unknown>;
      // What was not asked cannot be mended.
      if (holder[field] === undefined) continue;
      const path = ['data', ...at];
      if (!issues.has(path.join())) issues.set(path.join(), { path, code });
    }
  }
  return issues.size > 0 ? new CheckRefused([...issues.values()]) : new NoAnswer(first);
}

/** AAA04 as the letter it is, also where a service has spelt it out. */
export const followUpOf = (text = ''): string =>
  text.length === 1 ? text : /wait|do not resubmit|inquiry initiated/i.test(text) ? 'S' : '';

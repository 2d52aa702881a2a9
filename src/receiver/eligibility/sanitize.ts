import type { Benefit, Clinic, Coverage, InsuranceCheck, Money } from '../../contract/index.js';
import { at, listAt, textAt } from './json.js';

type Network = Coverage['network'];

const normalize = (name: string) => name.trim().toLowerCase();

/**
 * The network status of a check's insurer in the clinic's own list; undefined if the receiver has
 * no list. A typed name matches a listed one, ignoring case.
 */
export function networkOf({ payers }: Clinic, { payer }: InsuranceCheck): Network | undefined {
  if (!Array.isArray(payers)) return undefined;
  const known =
    payer.id === undefined
      ? payers.find(({ name, aliases = [] }) =>
          [name, ...aliases].some((one) => normalize(one) === normalize(payer.name)),
        )
      : payers.find(({ id }) => id === payer.id);
  return known && known.network !== 'ask' ? known.network : 'unknown';
}

/**
 * `in` only if the clinic's list says so. If the insurer says `in` and the list says `out` or is
 * missing, the result is `unknown`: a person must check.
 */
const networkWith = (listed: Network | undefined, hint: Network): Network =>
  hint === 'in' && listed !== 'in' ? 'unknown' : (listed ?? hint);

const oneOf = <T extends string>(value: unknown, ...allowed: T[]): T | undefined =>
  allowed.find((one) => one === value);

const money = (value: unknown): Money | undefined => {
  const [amount, currency] = [at(value, 'amount'), at(value, 'currency')];
  return typeof amount === 'number' &&
    Number.isFinite(amount) &&
    amount >= 0 &&
    typeof currency === 'string' &&
    /^[A-Z]{3}$/.test(currency)
    ? { amount, currency }
    : undefined;
};

const maxLength = 500;
const shorten = (text: string | undefined) => text?.slice(0, maxLength);

function benefitOf(value: unknown): Benefit[] {
  const service = shorten(textAt(value, 'service'));
  if (service === undefined) return [];
  const benefit: Benefit = { service };
  for (const name of ['copay', 'deductible', 'deductibleLeft'] as const) {
    const amount = money(at(value, name));
    if (amount) benefit[name] = amount;
  }
  const share = at(value, 'coinsurance');
  if (typeof share === 'number' && share >= 0 && share <= 1) benefit.coinsurance = share;
  const authorization = at(value, 'priorAuthorization');
  if (typeof authorization === 'boolean') benefit.priorAuthorization = authorization;
  const note = shorten(textAt(value, 'note'));
  if (note) benefit.note = note;
  return [benefit];
}

/**
 * The coverage returned by `eligibility`, reduced to the contract's keys and valid amounts, so that
 * nothing else is stored or sent to a browser.
 *
 * @param listed the insurer's network status in the clinic's own list, if any
 * @returns undefined if the answer is not a coverage
 */
export function sanitizedCoverage(
  value: unknown,
  listed: Network | undefined,
): Coverage | undefined {
  const outcome = oneOf(at(value, 'outcome'), 'active', 'inactive', 'pending', 'unknown');
  if (!outcome) return undefined;
  const plan = shorten(textAt(value, 'plan'));
  const asOf = textAt(value, 'asOf');
  return {
    outcome,
    network: networkWith(listed, oneOf(at(value, 'network'), 'in', 'out') ?? 'unknown'),
    payer: shorten(textAt(value, 'payer')) ?? '',
    ...(plan && { plan }),
    benefits: listAt(value, 'benefits').slice(0, 50).flatMap(benefitOf),
    asOf: asOf && !Number.isNaN(Date.parse(asOf)) ? asOf : new Date().toISOString(),
    source: shorten(textAt(value, 'source')) ?? 'insurer',
  };
}

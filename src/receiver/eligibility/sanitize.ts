import type { Benefit, Clinic, Coverage, InsuranceCheck, Money } from '../../contract/index.js';
import { at, listAt, textAt } from './json.js';

type Network = Coverage['network'];

const plain = (name: string) => name.trim().toLowerCase();

/**
 * What the clinic's own list says of the insurer in a check; undefined where the receiver has no list.
 * A name that was typed counts where it is one of the list's, letter for letter.
 */
export function networkOf({ payers }: Clinic, { payer }: InsuranceCheck): Network | undefined {
  if (!Array.isArray(payers)) return undefined;
  const known =
    payer.id === undefined
      ? payers.find(({ name, aliases = [] }) =>
          [name, ...aliases].some((one) => plain(one) === plain(payer.name)),
        )
      : payers.find(({ id }) => id === payer.id);
  return known && known.network !== 'ask' ? known.network : 'unknown';
}

/** In, only when the clinic's list says so. An insurer that says in where the list says out, or where there is none, leaves it open: somebody has to look. */
const settled = (table: Network | undefined, hint: Network): Network =>
  hint === 'in' && table !== 'in' ? 'unknown' : (table ?? hint);

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

const longest = 500;
const short = (text: string | undefined) => text?.slice(0, longest);

function benefitOf(value: unknown): Benefit[] {
  const service = short(textAt(value, 'service'));
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
  const note = short(textAt(value, 'note'));
  if (note) benefit.note = note;
  return [benefit];
}

/**
 * A port's answer as it may be stored and sent to a browser: the contract's keys and nothing else, so that no raw answer of an insurer goes
 * along, and no amount that is none.
 * @param table what the clinic's own list says, if there is one
 * @returns undefined where it is no coverage at all
 */
export function checkedCoverage(value: unknown, table: Network | undefined): Coverage | undefined {
  const outcome = oneOf(at(value, 'outcome'), 'active', 'inactive', 'pending', 'unknown');
  if (!outcome) return undefined;
  const plan = short(textAt(value, 'plan'));
  const asOf = textAt(value, 'asOf');
  return {
    outcome,
    network: settled(table, oneOf(at(value, 'network'), 'in', 'out') ?? 'unknown'),
    payer: short(textAt(value, 'payer')) ?? '',
    ...(plan && { plan }),
    benefits: listAt(value, 'benefits').slice(0, 50).flatMap(benefitOf),
    asOf: asOf && !Number.isNaN(Date.parse(asOf)) ? asOf : new Date().toISOString(),
    source: short(textAt(value, 'source')) ?? 'insurer',
  };
}

import type { Benefit, Coverage, Money } from '../../contract/index.js';
import type { Question } from './insurers.js';

/**
 * One statement of a payer, in any format. Payers send dozens: for other services, for the family,
 * for out-of-network clinicians. This module selects those that apply, for all formats.
 */
export interface Line {
  kind: 'active' | 'inactive' | 'not-covered' | 'copay' | 'coinsurance' | 'deductible';
  /** The services it applies to: X12 service types, CPT or HCPCS codes. Empty: the whole plan */
  services: string[];
  /** The network status it applies to; undefined if the payer does not say, or means both */
  network?: 'in' | 'out' | undefined;
  /** For one person, or for a family together; undefined if the payer does not say */
  level?: 'individual' | 'family' | undefined;
  /**
   * Of a deductible: the total, what is left, or what was paid so far. Of others: `other` is not
   * the cost of one visit
   */
  period?: 'total' | 'left' | 'spent' | 'visit' | 'other' | undefined;
  money?: Money | undefined;
  /** The patient's share, 0 to 1 */
  share?: number | undefined;
  priorAuthorization?: boolean | undefined;
  /** The places it applies to, as CMS place of service codes */
  places?: string[] | undefined;
}

/** A payer's whole answer. */
export interface Answer {
  payer?: string | undefined;
  plan?: string | undefined;
  lines: Line[];
}

/**
 * CMS place of service 11, an office. Costs of a hospital bed or an ambulance are not costs of a
 * visit.
 */
const office = '11';

/** Parses a payer's amount: `25`, `25.00`. Undefined, not zero, for anything else. */
export function moneyOf(value: unknown, currency = 'USD'): Money | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,7}(\.\d+)?$/.test(text.trim())) return undefined;
  return { amount: Math.round(Number(text) * 100) / 100, currency };
}

/** Parses a payer's share: `0.2`, or `20` for the same. Undefined for anything else. */
export function shareOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= 0 && number <= 100)) return undefined;
  return Math.round((number > 1 ? number / 100 : number) * 10_000) / 10_000;
}

/** The level for a payer's code. @param individual the codes that mean one person */
export const levelOf = (code: string | undefined, ...individual: string[]): Line['level'] =>
  code === undefined ? undefined : individual.includes(code) ? 'individual' : 'family';

/**
 * The lines for the chosen service: by its procedure if there are any, else by its service type;
 * never for another service.
 */
function linesForService(lines: Line[], { codes }: Question): Line[] {
  const linesFor = (wanted: string[]) =>
    lines.filter(({ services }) => services.some((code) => wanted.includes(code)));
  const exact = linesFor(codes.procedures);
  if (exact.length > 0) return exact;
  for (const type of codes.types) {
    const ofType = linesFor([type]);
    if (ofType.length > 0) return ofType;
  }
  return [];
}

/** The lines for the whole plan: X12 service type 30, or none. */
const linesForPlan = (lines: Line[]) =>
  lines.filter(({ services }) => services.length === 0 || services.includes('30'));

/**
 * The value that all lines have in common. Different values depend on something that is lost here
 * (a limit, a kind of visit), so neither is safe to show.
 */
function commonValue<T>(lines: Line[], value: (line: Line) => T | undefined): T | undefined {
  const values = lines.map(value).filter((one) => one !== undefined);
  return new Set(values.map((one) => JSON.stringify(one))).size === 1 ? values[0] : undefined;
}

/**
 * The lines that apply to this patient at this clinic. Lines for one network status count only if
 * the clinic is known to have it.
 */
function applicable(lines: Line[], network: Coverage['network']): Line[] {
  const applying = lines.filter(
    (line) =>
      line.level !== 'family' &&
      (line.network === undefined || line.network === network) &&
      (!line.places?.length || line.places.includes(office)),
  );
  const withNetwork = applying.filter((line) => line.network !== undefined);
  return withNetwork.length > 0 ? withNetwork : applying;
}

const isStatus = ({ kind }: Line) =>
  kind === 'active' || kind === 'inactive' || kind === 'not-covered';

/** Whether the plan covers the service, by its lines. */
export function outcomeOf(lines: Line[], question: Question): Coverage['outcome'] {
  const statuses = lines.filter(isStatus);
  const [service, plan] = [linesForService(statuses, question), linesForPlan(statuses)];
  const kindsOf = (lines: Line[]) => new Set(lines.map(({ kind }) => kind));
  const [ofService, ofPlan] = [kindsOf(service), kindsOf(plan)];
  // Active, but not for this service: often another company covers mental health. The clinic's
  // staff must find out.
  if (ofService.has('not-covered')) return 'unknown';
  if (ofService.has('active')) return 'active';
  if (ofPlan.has('active') === ofPlan.has('inactive'))
    return ofService.has('inactive') && ofPlan.size === 0 ? 'inactive' : 'unknown';
  if (ofPlan.has('inactive')) return 'inactive';
  return ofService.has('inactive') ? 'unknown' : 'active';
}

/** The network status by the payer's own flag: only a hint, because the clinic's list decides. */
function networkHint(statuses: Line[]): Coverage['network'] {
  const flags = new Set(statuses.map(({ network }) => network));
  if (flags.size !== 1) return 'unknown';
  return [...flags][0] ?? 'unknown';
}

/**
 * The coverage from a payer's lines.
 *
 * @param network the insurer's network status in the clinic's own list
 * @param asOf RFC 3339
 * @param name the insurer, if the payer's answer does not name it
 */
export function coverageOf(
  { payer, plan, lines }: Answer,
  question: Question,
  { network, asOf, name }: { network: Coverage['network']; asOf: string; name: string },
): Coverage {
  const statuses = lines.filter(isStatus);
  const ofService = linesForService(statuses, question);
  const ofPlan = linesForPlan(statuses);
  const outcome = outcomeOf(lines, question);

  const pick = (kind: Line['kind'], periods: Line['period'][], from = linesForService) => {
    const ofKind = lines.filter((line) => line.kind === kind && periods.includes(line.period));
    return applicable(from(ofKind, question), network);
  };
  const money = ({ money: amount }: Line) => amount;
  const perVisit: Line['period'][] = [undefined, 'visit'];
  const copay = commonValue(pick('copay', perVisit), money);
  const coinsurance = commonValue(pick('coinsurance', perVisit), ({ share }) => share);

  // A deductible usually applies to the whole plan; one for the service itself takes precedence.
  const deductibles = (...periods: Line['period'][]) => {
    const forService = pick('deductible', periods);
    return forService.length > 0 ? forService : pick('deductible', periods, linesForPlan);
  };
  const deductible = commonValue(deductibles('total', undefined), money);
  const spent = commonValue(deductibles('spent'), money);
  const left =
    commonValue(deductibles('left'), money) ??
    (deductible && spent && deductible.currency === spent.currency
      ? {
          amount: Math.max(0, Math.round((deductible.amount - spent.amount) * 100) / 100),
          currency: deductible.currency,
        }
      : undefined);

  const answers = linesForService(lines, question).map((line) => line.priorAuthorization);
  const priorAuthorization =
    answers.includes(true) || (answers.includes(false) ? false : undefined);

  const benefit: Benefit = {
    service: question.service,
    ...(copay && { copay }),
    ...(coinsurance !== undefined && { coinsurance }),
    ...(deductible && { deductible }),
    ...(left && { deductibleLeft: left }),
    ...(priorAuthorization !== undefined && { priorAuthorization }),
  };
  return {
    outcome,
    network: networkHint(ofService.length > 0 ? ofService : ofPlan),
    payer: payer ?? name,
    ...(plan && { plan }),
    benefits: outcome === 'active' && Object.keys(benefit).length > 1 ? [benefit] : [],
    asOf,
    source: 'insurer',
  };
}

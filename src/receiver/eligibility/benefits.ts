import type { Benefit, Coverage, Money } from '../../contract/index.js';
import type { Question } from './insurers.js';

/**
 * One statement of a payer, whatever format it came in. A payer sends dozens: for other services, for the family, for doctors outside its
 * network. Which of them answer the question is decided here, once for all formats.
 */
export interface Line {
  says: 'active' | 'inactive' | 'not-covered' | 'copay' | 'coinsurance' | 'deductible';
  /** What it is about: X12 service types, CPT or HCPCS. None: the plan as a whole */
  about: string[];
  /** Which doctors it is for; undefined where the payer does not say, or means all */
  network?: 'in' | 'out' | undefined;
  /** For one person, or for a family together; undefined where the payer does not say */
  level?: 'one' | 'more' | undefined;
  /** Of a deductible: in all, still to pay, or paid so far. Of others: `other` is not what one visit costs */
  period?: 'total' | 'left' | 'spent' | 'visit' | 'other' | undefined;
  money?: Money | undefined;
  /** Share of the patient, 0 to 1 */
  share?: number | undefined;
  priorAuthorization?: boolean | undefined;
  /** Where it holds: CMS place of service codes */
  places?: string[] | undefined;
}

/** All that a payer answered. */
export interface Answer {
  payer?: string | undefined;
  plan?: string | undefined;
  lines: Line[];
}

/** An office: what is said about a hospital bed or an ambulance is not what a visit to us costs. */
const office = '11';

/** An amount as payers write it: `25`, `25.00`. Nothing, not zero, where it is anything else. */
export function moneyOf(value: unknown, currency = 'USD'): Money | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,7}(\.\d+)?$/.test(text.trim())) return undefined;
  return { amount: Math.round(Number(text) * 100) / 100, currency };
}

/** A share as payers write it: `0.2`, and some `20` for the same. */
export function shareOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= 0 && number <= 100)) return undefined;
  return Math.round((number > 1 ? number / 100 : number) * 10_000) / 10_000;
}

/** Whom a level is for, where a payer gives one: those named are single persons. */
export const levelOf = (code: string | undefined, ...single: string[]): Line['level'] =>
  code === undefined ? undefined : single.includes(code) ? 'one' : 'more';

/** The lines that speak of the chosen service: of its very procedure if there are any, else of its kind; never of another service. */
function aboutService(lines: Line[], { codes }: Question): Line[] {
  const naming = (wanted: string[]) =>
    lines.filter(({ about }) => about.some((code) => wanted.includes(code)));
  const exact = naming(codes.procedures);
  if (exact.length > 0) return exact;
  for (const type of codes.types) {
    const kind = naming([type]);
    if (kind.length > 0) return kind;
  }
  return [];
}

/** Lines about the plan as a whole: X12 service type 30, or none. */
const aboutPlan = (lines: Line[]) =>
  lines.filter(({ about }) => about.length === 0 || about.includes('30'));

/**
 * The one value in which the lines agree. Payers that give two different ones mean something by it that is lost here (a limit, a kind of
 * visit): then none is right enough to be shown.
 */
function agreed<T>(lines: Line[], value: (line: Line) => T | undefined): T | undefined {
  const found = lines.map(value).filter((one) => one !== undefined);
  return new Set(found.map((one) => JSON.stringify(one))).size === 1 ? found[0] : undefined;
}

/** Only what is meant for this patient at this clinic. Lines for one side of the network count only when the clinic is known to be on it. */
function applying(lines: Line[], network: Coverage['network']): Line[] {
  const ours = lines.filter(
    (line) =>
      line.level !== 'more' &&
      (line.network === undefined || line.network === network) &&
      (!line.places?.length || line.places.includes(office)),
  );
  const named = ours.filter((line) => line.network !== undefined);
  return named.length > 0 ? named : ours;
}

const isStatus = ({ says }: Line) =>
  says === 'active' || says === 'inactive' || says === 'not-covered';

/** Whether the plan pays for what was asked, as far as its lines say. */
export function outcomeOf(lines: Line[], question: Question): Coverage['outcome'] {
  const statuses = lines.filter(isStatus);
  const [service, plan] = [aboutService(statuses, question), aboutPlan(statuses)];
  const said = (lines: Line[]) => new Set(lines.map(({ says }) => says));
  const [ofService, ofPlan] = [said(service), said(plan)];
  // Active, but not for this: often another company pays for mental health. A person has to find out.
  if (ofService.has('not-covered')) return 'unknown';
  if (ofService.has('active')) return 'active';
  if (ofPlan.has('active') === ofPlan.has('inactive'))
    return ofService.has('inactive') && ofPlan.size === 0 ? 'inactive' : 'unknown';
  if (ofPlan.has('inactive')) return 'inactive';
  return ofService.has('inactive') ? 'unknown' : 'active';
}

/** The payer's own flag: a hint, which the clinic's table overrules. */
function hintOf(statuses: Line[]): Coverage['network'] {
  const flags = new Set(statuses.map(({ network }) => network));
  if (flags.size !== 1) return 'unknown';
  return [...flags][0] ?? 'unknown';
}

/**
 * What a payer's lines say about the question.
 * @param network what the clinic's own table says of this insurer
 */
export function coverageOf(
  { payer, plan, lines }: Answer,
  question: Question,
  { network, asOf, name }: { network: Coverage['network']; asOf: string; name: string },
): Coverage {
  const statuses = lines.filter(isStatus);
  const ofService = aboutService(statuses, question);
  const ofPlan = aboutPlan(statuses);
  const outcome = outcomeOf(lines, question);

  const pick = (says: Line['says'], periods: Line['period'][], from = aboutService) => {
    const kind = lines.filter((line) => line.says === says && periods.includes(line.period));
    return applying(from(kind, question), network);
  };
  const money = ({ money: amount }: Line) => amount;
  const once: Line['period'][] = [undefined, 'visit'];
  const copay = agreed(pick('copay', once), money);
  const coinsurance = agreed(pick('coinsurance', once), ({ share }) => share);

  // A deductible is mostly said for the plan as a whole; one of the service's own goes before.
  const deductibles = (...periods: Line['period'][]) => {
    const own = pick('deductible', periods);
    return own.length > 0 ? own : pick('deductible', periods, aboutPlan);
  };
  const deductible = agreed(deductibles('total', undefined), money);
  const spent = agreed(deductibles('spent'), money);
  const left =
    agreed(deductibles('left'), money) ??
    (deductible && spent && deductible.currency === spent.currency
      ? {
          amount: Math.max(0, Math.round((deductible.amount - spent.amount) * 100) / 100),
          currency: deductible.currency,
        }
      : undefined);

  const asked = aboutService(lines, question).map((line) => line.priorAuthorization);
  const priorAuthorization = asked.includes(true) || (asked.includes(false) ? false : undefined);

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
    network: hintOf(ofService.length > 0 ? ofService : ofPlan),
    payer: payer ?? name,
    ...(plan && { plan }),
    benefits: outcome === 'active' && Object.keys(benefit).length > 1 ? [benefit] : [],
    asOf,
    source: 'insurer',
  };
}

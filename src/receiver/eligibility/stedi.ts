import type { Eligibility } from '../options.js';
import { adapter } from './adapter.js';
import { at, listAt, own, textAt } from './json.js';
import { levelOf, moneyOf, outcomeOf, shareOf, type Answer, type Line } from './benefits.js';
import type { Insurers, Question } from './insurers.js';
import { followUpOf, type Rejection } from './refused.js';

const usualUrl = 'https://healthcare.us.stedi.com/2026-06-01/eligibility-check';

const person = ({
  givenName,
  familyName,
  birthDate,
  sex,
}: Question['subscriber' | 'dependent'] & object) => ({
  name: { person: { firstName: givenName, lastName: familyName } },
  ...(birthDate ? { dateOfBirth: birthDate } : {}),
  ...(sex ? { gender: sex.toUpperCase() } : {}),
});

const relations = { spouse: 'SPOUSE', child: 'CHILD', other: 'OTHER_ADULT' };

const requestOf = ({ payer, codes, subscriber, dependent }: Question, { provider }: Insurers) => ({
  payerId: payer,
  provider: { name: { organization: provider.name }, npi: provider.npi },
  subscriber: {
    memberId: subscriber.memberId,
    ...person(subscriber),
    ...(subscriber.groupNumber
      ? { additionalInformation: { groupNumber: subscriber.groupNumber } }
      : {}),
  },
  ...(dependent && {
    dependent: {
      ...person(dependent),
      relationToSubscriber: relations[dependent.relationship],
    },
  }),
  // Many payers accept only one service type per request.
  encounter: { services: [{ system: 'STC', value: codes.types[0] }] },
});

const periods: Record<string, Line['period']> = {
  CALENDAR_YEAR: 'total',
  SERVICE_YEAR: 'total',
  CONTRACT: 'total',
  YEARS: 'total',
  REMAINING: 'left',
  YEAR_TO_DATE: 'spent',
  VISIT: 'visit',
  DAY: 'visit',
};
const networks: Record<string, Line['network']> = { IN_NETWORK: 'in', OUT_OF_NETWORK: 'out' };

/** Shared by all kinds of benefits. */
function commonParts(entry: unknown): Omit<Line, 'kind'> {
  const service = textAt(entry, 'service', 'value');
  const period = textAt(entry, 'timePeriod');
  const authorization = textAt(entry, 'priorAuthIndicator');
  return {
    services: service ? [service] : [],
    network: own(networks, textAt(entry, 'network', 'indicator')),
    level: levelOf(textAt(entry, 'coverageLevel'), 'INDIVIDUAL', 'EMPLOYEE_ONLY'),
    period: period === undefined ? undefined : (own(periods, period) ?? 'other'),
    priorAuthorization:
      authorization === 'REQUIRED' ? true : authorization === 'NOT_REQUIRED' ? false : undefined,
    places: listAt(entry, 'placesOfService').flatMap((place) => textAt(place, 'code') ?? []),
  };
}

/**
 * `ACTIVE_COVERAGE` and its kinds, `INACTIVE` and its kinds. Other values mean neither and must not
 * be read as inactive.
 */
const statusOf = (entry: unknown): Line['kind'] | undefined =>
  /^(IN)?ACTIVE(?=_|$)/.exec(textAt(entry, 'status') ?? '')?.[0].toLowerCase() as Line['kind'];

function linesOf(plan: unknown): Line[] {
  const entries = (name: string) => listAt(plan, 'benefits', name);
  const amount = (kind: Line['kind']) => (entry: unknown) => ({
    kind,
    ...commonParts(entry),
    money: moneyOf(at(entry, 'amount')),
  });
  return [
    ...entries('statuses').flatMap((entry): Line[] => {
      const kind = statusOf(entry);
      return kind ? [{ kind, ...commonParts(entry) }] : [];
    }),
    ...entries('nonCovered').map((entry) => ({
      kind: 'not-covered' as const,
      ...commonParts(entry),
    })),
    ...entries('coPayment').map(amount('copay')),
    ...entries('deductible').map(amount('deductible')),
    ...entries('coInsurance').map((entry) => ({
      kind: 'coinsurance' as const,
      ...commonParts(entry),
      share: shareOf(at(entry, 'percent')),
    })),
  ];
}

/**
 * If the payer has several plans for a person (medical, dental, vision, last year's): those that
 * name the service, preferably active ones.
 */
function plansFor(plans: unknown[], question: Question): { plan: unknown; lines: Line[] }[] {
  const all = plans.map((plan) => ({ plan, lines: linesOf(plan) }));
  const { procedures, types } = question.codes;
  const plansNaming = (...names: string[]) =>
    all.filter(({ lines }) =>
      // A line without service applies to the whole plan.
      lines.some(({ services: [code = '30'] }) => names.includes(code)),
    );
  const isActive = ({ lines }: { lines: Line[] }) => outcomeOf(lines, question) === 'active';
  const wanted = [...procedures, ...types];
  const active = [wanted, [...wanted, '30']].map((names) => plansNaming(...names).filter(isActive));
  return active.find(({ length }) => length > 0) ?? plansNaming(...wanted, '30');
}

function answerFromStedi(body: unknown, question: Question): Answer {
  const plans = plansFor(listAt(body, 'plans'), question);
  return {
    payer: textAt(body, 'payer', 'name', 'organization'),
    plan: plans.length === 1 ? textAt(plans[0].plan, 'name') : undefined,
    lines: plans.flatMap(({ lines }) => lines),
  };
}

const rejectionsIn = (body: unknown): Rejection[] =>
  listAt(body, 'errors').flatMap((error) => {
    const code = textAt(error, 'code');
    const location = textAt(error, 'location');
    if (code === undefined) return [];
    const who =
      location === 'SUBSCRIBER' ? 'subscriber' : location === 'DEPENDENT' ? 'dependent' : undefined;
    return { code, followUp: followUpOf(textAt(error, 'followupAction')), who };
  });

/**
 * Asks payers through Stedi, by its JSON endpoint of 2026-06-01.
 *
 * Built and tested from Stedi's public documentation and the types of its SDK; never run against the live service.
 * https://www.stedi.com/docs/healthcare/api-reference/post-eligibility-check
 *
 * @param insurers `authorization` is the API key as Stedi wants it; `url` only for tests
 */
export const stedi = (insurers: Insurers): Eligibility =>
  adapter(insurers, {
    url: insurers.url ?? usualUrl,
    request: requestOf,
    rejections: rejectionsIn,
    answer: answerFromStedi,
  });

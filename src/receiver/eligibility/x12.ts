import type { Eligibility } from '../options.js';
import { adapter } from './adapter.js';
import { at, listAt, own, textAt, textsAt } from './json.js';
import { levelOf, moneyOf, shareOf, type Answer, type Line } from './benefits.js';
import type { Insurers, Question } from './insurers.js';
import { followUpOf, type Rejection } from './refused.js';

const compactDate = (date: string) => date.replaceAll('-', '');

const person = ({
  givenName,
  familyName,
  birthDate,
  sex,
}: Question['subscriber' | 'dependent'] & object) => ({
  firstName: givenName,
  lastName: familyName,
  ...(birthDate ? { dateOfBirth: compactDate(birthDate) } : {}),
  ...(sex ? { gender: sex === 'female' ? 'F' : 'M' } : {}),
});

/** Individual relationship codes (INS02) */
const relations = { spouse: '01', child: '19', other: '34' };

const requestOf = ({ payer, codes, subscriber, dependent }: Question, { provider }: Insurers) => ({
  controlNumber: String(Date.now() % 1_000_000_000).padStart(9, '0'),
  tradingPartnerServiceId: payer,
  provider: { organizationName: provider.name, npi: provider.npi },
  subscriber: {
    memberId: subscriber.memberId,
    ...person(subscriber),
    ...(subscriber.groupNumber ? { groupNumber: subscriber.groupNumber } : {}),
  },
  ...(dependent && {
    dependents: [
      { ...person(dependent), individualRelationshipCode: relations[dependent.relationship] },
    ],
  }),
  encounter: { serviceTypeCodes: [codes.types[0]] },
});

/** EB01. 1 to 5 are kinds of active coverage, 6 to 8 kinds of inactive. */
const kinds: Record<string, Line['kind']> = {
  ...Object.fromEntries(['1', '2', '3', '4', '5'].map((code) => [code, 'active' as const])),
  ...Object.fromEntries(['6', '7', '8'].map((code) => [code, 'inactive' as const])),
  I: 'not-covered',
  A: 'coinsurance',
  B: 'copay',
  C: 'deductible',
};
/** EB06. 23 calendar year, 22 service year, 25 contract, 21 years; 29 remaining; 24 year to date; 27 visit, 7 day */
const periods: Record<string, Line['period']> = {
  '21': 'total',
  '22': 'total',
  '23': 'total',
  '25': 'total',
  '29': 'left',
  '24': 'spent',
  '27': 'visit',
  '7': 'visit',
};
/** EB12. W means both sides of the network, U that the payer does not know. */
const networks: Record<string, Line['network']> = { Y: 'in', N: 'out' };

function linesOf(entry: unknown): Line[] {
  const kind = own(kinds, textAt(entry, 'code'));
  if (!kind) return [];
  const period = textAt(entry, 'timeQualifierCode');
  const authorization = textAt(entry, 'authOrCertIndicator');
  const procedure = textAt(entry, 'compositeMedicalProcedureIdentifier', 'procedureCode');
  return [
    {
      kind,
      // EB13 narrows EB03: a line with a procedure applies to that procedure only.
      services: procedure ? [procedure] : textsAt(entry, 'serviceTypeCodes'),
      network: own(networks, textAt(entry, 'inPlanNetworkIndicatorCode')),
      level: levelOf(textAt(entry, 'coverageLevelCode'), 'IND', 'EMP'),
      period: period === undefined ? undefined : (own(periods, period) ?? 'other'),
      money: moneyOf(at(entry, 'benefitAmount')),
      share: shareOf(at(entry, 'benefitPercent')),
      priorAuthorization: authorization === 'Y' ? true : authorization === 'N' ? false : undefined,
      places: listAt(entry, 'eligibilityAdditionalInformationList').flatMap((more) =>
        textAt(more, 'codeListQualifierCode') === 'ZZ' ? (textAt(more, 'industryCode') ?? []) : [],
      ),
    },
  ];
}

function answerFrom271(body: unknown): Answer {
  const lines = listAt(body, 'benefitsInformation').flatMap(linesOf);
  const statuses = listAt(body, 'planStatus').flatMap((status) =>
    linesOf({ ...(status as object), code: at(status, 'statusCode') }),
  );
  const planNames = [
    ...listAt(body, 'benefitsInformation').map((entry) => textAt(entry, 'planCoverage')),
    ...listAt(body, 'planStatus').map((status) => textAt(status, 'planDetails')),
  ];
  return {
    payer: textAt(body, 'payer', 'name') ?? textAt(body, 'payer', 'lastName'),
    plan: planNames.find((name) => name !== undefined),
    lines: lines.some(({ kind }) => kind === 'active' || kind === 'inactive')
      ? lines
      : [...statuses, ...lines],
  };
}

/**
 * `AAA` segments are in the part of the answer they concern; some services list them all together.
 */
function rejectionsIn(body: unknown): Rejection[] {
  const read = (found: unknown[], who?: Rejection['who']) =>
    found.flatMap((error): Rejection[] => {
      const code = textAt(error, 'code');
      const loop = textAt(error, 'location') ?? '';
      if (code === undefined || !/^(AAA)?$/.test(textAt(error, 'field') ?? '')) return [];
      const by = /2100C/.test(loop) ? 'subscriber' : /2100D/.test(loop) ? 'dependent' : who;
      return [{ code, followUp: followUpOf(textAt(error, 'followupAction')), who: by }];
    });
  return [
    ...read(listAt(body, 'payer', 'aaaErrors')),
    ...read(listAt(body, 'provider', 'aaaErrors')),
    ...read(listAt(body, 'subscriber', 'aaaErrors'), 'subscriber'),
    ...listAt(body, 'dependents').flatMap((one) => read(listAt(one, 'aaaErrors'), 'dependent')),
    ...read(listAt(body, 'errors')),
  ];
}

/**
 * Asks payers through a service that answers an X12 271 as JSON, in the flat format of Change Healthcare's Medical Network API v3, which
 * others have adopted: one list `benefitsInformation` with X12 codes.
 *
 * Built and tested from public documentation and the 005010X279A1 code lists; never run against a live service.
 *
 * @param insurers `url` is the full URL, such as `https://healthcare.us.stedi.com/2024-04-01/change/medicalnetwork/eligibility/v3`
 */
export const x12271 = (insurers: Insurers & { url: string }): Eligibility =>
  adapter(insurers, {
    url: insurers.url,
    request: requestOf,
    rejections: rejectionsIn,
    answer: answerFrom271,
  });

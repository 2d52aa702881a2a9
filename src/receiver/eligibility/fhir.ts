import type { Eligibility } from '../options.js';
import { adapter } from './adapter.js';
import { at, listAt, own, textAt } from './json.js';
import { levelOf, moneyOf, shareOf, type Answer, type Line } from './benefits.js';
import type { Insurers, Question } from './insurers.js';
import { NoAnswer, type Rejection } from './refused.js';

const serviceTypes = 'http://terminology.hl7.org/CodeSystem/ex-benefitcategory';

const patientOf = (
  id: string,
  { givenName, familyName, birthDate, sex }: Question['subscriber' | 'dependent'] & object,
) => ({
  resourceType: 'Patient',
  id,
  name: [{ family: familyName, given: [givenName] }],
  ...(birthDate ? { birthDate } : {}),
  ...(sex ? { gender: sex } : {}),
});

const coding = (system: string, code: string) => ({ coding: [{ system, code }] });

/**
 * One resource that contains everything it refers to, because a receiver has no FHIR server of its
 * own.
 */
const requestOf = ({ payer, codes, subscriber, dependent }: Question, { provider }: Insurers) => ({
  resourceType: 'CoverageEligibilityRequest',
  status: 'active',
  purpose: ['validation', 'benefits'],
  created: new Date().toISOString(),
  contained: [
    patientOf('subscriber', subscriber),
    ...(dependent ? [patientOf('patient', dependent)] : []),
    {
      resourceType: 'Organization',
      id: 'provider',
      name: provider.name,
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: provider.npi }],
    },
    { resourceType: 'Organization', id: 'insurer', identifier: [{ value: payer }] },
    {
      resourceType: 'Coverage',
      id: 'coverage',
      status: 'active',
      subscriberId: subscriber.memberId,
      subscriber: { reference: '#subscriber' },
      beneficiary: { reference: dependent ? '#patient' : '#subscriber' },
      relationship: coding(
        'http://terminology.hl7.org/CodeSystem/subscriber-relationship',
        dependent?.relationship ?? 'self',
      ),
      payor: [{ reference: '#insurer' }],
      ...(subscriber.groupNumber
        ? {
            class: [
              {
                type: coding('http://terminology.hl7.org/CodeSystem/coverage-class', 'group'),
                value: subscriber.groupNumber,
              },
            ],
          }
        : {}),
    },
  ],
  patient: { reference: dependent ? '#patient' : '#subscriber' },
  provider: { reference: '#provider' },
  insurer: { reference: '#insurer' },
  insurance: [{ focal: true, coverage: { reference: '#coverage' } }],
  item: [{ category: coding(serviceTypes, codes.types[0]) }],
});

const codesAt = (value: unknown, ...path: string[]): string[] =>
  listAt(value, ...path, 'coding').flatMap((one) => textAt(one, 'code') ?? []);

const networks: Record<string, Line['network']> = { in: 'in', out: 'out' };
/** http://terminology.hl7.org/CodeSystem/benefit-type, and a term that payers also use */
const kinds: Record<string, Line['kind']> = {
  copay: 'copay',
  'copay-percent': 'coinsurance',
  coinsurance: 'coinsurance',
  deductible: 'deductible',
};

function linesOf(item: unknown): Line[] {
  const procedures = codesAt(item, 'productOrService');
  const authorization = at(item, 'authorizationRequired');
  const common: Omit<Line, 'kind'> = {
    services: procedures.length > 0 ? procedures : codesAt(item, 'category'),
    network: own(networks, codesAt(item, 'network')[0]),
    level: levelOf(codesAt(item, 'unit')[0], 'individual'),
    priorAuthorization: typeof authorization === 'boolean' ? authorization : undefined,
  };
  const status: Line = {
    kind: at(item, 'excluded') === true ? 'not-covered' : 'active',
    ...common,
  };
  const benefits = listAt(item, 'benefit').flatMap((benefit): Line[] => {
    const kind = codesAt(benefit, 'type')
      .map((code) => own(kinds, code))
      .find(Boolean);
    if (!kind) return [];
    const money = (name: string) =>
      moneyOf(at(benefit, name, 'value'), textAt(benefit, name, 'currency'));
    if (kind === 'coinsurance')
      return [
        {
          kind,
          ...common,
          share:
            percentOf(at(benefit, 'allowedUnsignedInt')) ??
            shareOf(textAt(benefit, 'allowedString')),
        },
      ];
    if (kind === 'copay') return [{ kind, ...common, money: money('allowedMoney') }];
    return [
      { kind, ...common, period: 'total', money: money('allowedMoney') },
      { kind, ...common, period: 'spent', money: money('usedMoney') },
    ];
  });
  return [status, ...benefits];
}

/** FHIR uses whole percentages. */
const percentOf = (value: unknown) =>
  typeof value === 'number' && value >= 0 && value <= 100 ? value / 100 : undefined;

function answerFromFhir(body: unknown): Answer {
  const response = responseIn(body);
  const outcome = textAt(response, 'outcome') ?? 'none';
  if (outcome !== 'complete' && outcome !== 'partial') throw new NoAnswer(outcome);
  const all = listAt(response, 'insurance');
  // An expired plan is often listed beside its replacement.
  const current = all.filter((insurance) => at(insurance, 'inforce') === true);
  const insurances = current.length > 0 ? current : all;
  const lines = insurances.flatMap((insurance): Line[] => {
    const inforce = at(insurance, 'inforce');
    const items = listAt(insurance, 'item').flatMap(linesOf);
    if (typeof inforce !== 'boolean') return items.filter(({ kind }) => kind !== 'active');
    const status: Line = { kind: inforce ? 'active' : 'inactive', services: [] };
    // An item is a benefit of the plan, whether the plan is in force or not.
    return [status, ...items.filter(({ kind }) => inforce || kind !== 'active')];
  });
  const contained = listAt(response, 'contained');
  const insurer = textAt(response, 'insurer', 'reference')?.replace('#', '');
  const organization = contained.find((one) => textAt(one, 'id') === insurer);
  return {
    payer: textAt(response, 'insurer', 'display') ?? textAt(organization, 'name'),
    plan: insurances
      .flatMap((insurance) => listAt(insurance, 'item'))
      .map((item) => textAt(item, 'name'))
      .find((name) => name !== undefined),
    lines,
  };
}

/** The response itself, or the one in a bundle. */
function responseIn(body: unknown): unknown {
  const isResponse = (one: unknown) => at(one, 'resourceType') === 'CoverageEligibilityResponse';
  if (isResponse(body)) return body;
  const found = listAt(body, 'entry')
    .map((entry) => at(entry, 'resource'))
    .find(isResponse);
  if (!found) throw new NoAnswer(textAt(body, 'resourceType') ?? 'none');
  return found;
}

/**
 * X12 reject reason codes, if the payer sends them; the example codes of FHIR name nothing a
 * visitor could correct.
 */
const rejectionsIn = (body: unknown): Rejection[] =>
  listAt(responseIn(body), 'error').flatMap((error) => {
    const codings = listAt(error, 'code', 'coding');
    const x12 = codings.find((one) => /x12/i.test(textAt(one, 'system') ?? ''));
    const code = textAt(x12 ?? codings[0], 'code') ?? 'none';
    return { code: x12 ? code : `fhir:${code}` };
  });

/**
 * Asks a payer's or a service's FHIR R4 server: `CoverageEligibilityRequest/$submit`, answered by a `CoverageEligibilityResponse`.
 *
 * Built and tested from the specification and its examples; never run against a live server.
 * https://hl7.org/fhir/R4/operation-coverageeligibilityrequest-submit.html
 *
 * @param insurers `url` is the base of the server, `https://fhir.example/r4`
 */
export const fhir = (insurers: Insurers & { url: string }): Eligibility =>
  adapter(insurers, {
    url: `${insurers.url.replace(/\/$/, '')}/CoverageEligibilityRequest/$submit`,
    type: 'application/fhir+json',
    request: requestOf,
    rejections: rejectionsIn,
    answer: answerFromFhir,
  });

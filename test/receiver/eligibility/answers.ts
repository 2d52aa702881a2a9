/**
 * One plan, as three kinds of services would tell of it: written by us after their public specifications. Each holds, beside what is
 * wanted, what is easily taken for it: other services, other sides of the network, the family's sums, a maximum, a zero.
 *
 * The plan: active; for mental health 30 dollars copay and 20 % in network; TMS (90867) nothing to pay at the visit but half of the cost,
 * only if the plan agrees before; urgent care 75; deductible 1,500 for one person, 1,120.50 of it left.
 */

const stc = (value: string) => ({ system: 'STC', value });
const one = { coverageLevel: 'INDIVIDUAL' };
const family = { coverageLevel: 'FAMILY' };
const inside = { network: { indicator: 'IN_NETWORK' } };
const outside = { network: { indicator: 'OUT_OF_NETWORK' } };
const both = { network: { indicator: 'IN_AND_OUT_OF_NETWORK' } };

/** POST /2026-06-01/eligibility-check: https://www.stedi.com/docs/healthcare/api-reference/post-eligibility-check */
export const stediAnswer = {
  id: 'ec_1',
  payerId: '99999',
  payer: { type: 'PAYER', name: { organization: 'Example Health' } },
  x12: 'ISA*00*…',
  plans: [
    {
      name: 'Dental Plus',
      benefits: {
        statuses: [{ status: 'ACTIVE_COVERAGE', service: stc('35'), ...one }],
        coPayment: [{ amount: '0', service: stc('35'), ...one, ...inside }],
      },
    },
    {
      name: 'Gold Choice',
      benefits: {
        statuses: [
          { status: 'ACTIVE_COVERAGE', service: stc('30'), ...one, ...both },
          { status: 'ACTIVE_COVERAGE', service: stc('MH'), ...one, ...both },
        ],
        coPayment: [
          { amount: '0', service: stc('98'), ...one, ...inside },
          { amount: '75', service: stc('UC'), ...one, ...inside },
          { amount: '30.00', service: stc('MH'), ...one, ...inside, timePeriod: 'VISIT' },
          { amount: '60', service: stc('MH'), ...one, ...outside },
          { amount: '900', service: stc('MH'), ...one, ...inside, timePeriod: 'CALENDAR_YEAR' },
        ],
        coInsurance: [
          { percent: '0', service: stc('98'), ...one, ...inside },
          { percent: '0.2', service: stc('MH'), ...one, ...inside },
          { percent: '0.4', service: stc('MH'), ...one, ...outside },
          {
            percent: '0.5',
            service: { system: 'CPT', value: '90867' },
            ...one,
            ...inside,
            priorAuthIndicator: 'REQUIRED',
          },
        ],
        deductible: [
          { amount: '3000', service: stc('30'), ...family, ...inside, timePeriod: 'CALENDAR_YEAR' },
          { amount: '1500', service: stc('30'), ...one, ...inside, timePeriod: 'CALENDAR_YEAR' },
          { amount: '1120.5', service: stc('30'), ...one, ...inside, timePeriod: 'REMAINING' },
          { amount: '4000', service: stc('30'), ...one, ...outside, timePeriod: 'REMAINING' },
          { amount: '0', service: stc('35'), ...one, ...inside, timePeriod: 'REMAINING' },
        ],
      },
    },
  ],
};

const benefit = (code: string, types: string[], more: object) => ({
  code,
  serviceTypeCodes: types,
  coverageLevelCode: 'IND',
  ...more,
});
const [y, n] = [{ inPlanNetworkIndicatorCode: 'Y' }, { inPlanNetworkIndicatorCode: 'N' }];

/** The flat list of a 271 as JSON: EB01 as `code`, EB03 as `serviceTypeCodes`, EB06 as `timeQualifierCode` and so on. */
export const flatAnswer = {
  controlNumber: '000000001',
  payer: { entityIdentifier: 'Payer', name: 'Example Health' },
  planStatus: [
    {
      statusCode: '1',
      status: 'Active Coverage',
      planDetails: 'Gold Choice',
      serviceTypeCodes: ['30'],
    },
  ],
  benefitsInformation: [
    benefit('1', ['30', 'MH', '98', 'UC'], { planCoverage: 'Gold Choice' }),
    benefit('B', ['98'], { benefitAmount: '0', ...y }),
    benefit('B', ['UC'], { benefitAmount: '75', ...y }),
    benefit('B', ['MH'], { benefitAmount: '30', timeQualifierCode: '27', ...y }),
    benefit('B', ['MH'], { benefitAmount: '60', ...n }),
    benefit('B', ['MH'], { benefitAmount: '900', timeQualifierCode: '23', ...y }),
    benefit('A', ['98'], { benefitPercent: '0', ...y }),
    benefit('A', ['MH'], { benefitPercent: '0.2', ...y }),
    benefit('A', ['MH'], { benefitPercent: '0.4', ...n }),
    {
      code: 'A',
      coverageLevelCode: 'IND',
      compositeMedicalProcedureIdentifier: {
        productOrServiceIDQualifierCode: 'HC',
        procedureCode: '90867',
      },
      benefitPercent: '0.5',
      authOrCertIndicator: 'Y',
      ...y,
    },
    {
      ...benefit('C', ['30'], { benefitAmount: '3000', timeQualifierCode: '23', ...y }),
      coverageLevelCode: 'FAM',
    },
    benefit('C', ['30'], { benefitAmount: '1500', timeQualifierCode: '23', ...y }),
    benefit('C', ['30'], { benefitAmount: '379.50', timeQualifierCode: '24', ...y }),
    benefit('C', ['30'], { benefitAmount: '1120.50', timeQualifierCode: '29', ...y }),
    benefit('C', ['30'], { benefitAmount: '4000', timeQualifierCode: '29', ...n }),
    benefit('C', ['35'], { benefitAmount: '0', timeQualifierCode: '29', ...y }),
    benefit('G', ['30'], { benefitAmount: '0', timeQualifierCode: '29', ...y }),
  ],
};

const coded = (
  code: string,
  system = 'http://terminology.hl7.org/CodeSystem/ex-benefitcategory',
) => ({
  coding: [{ system, code }],
});
const usd = (value: number) => ({ value, currency: 'USD' });
const copay = (value: number) => ({ type: coded('copay'), allowedMoney: usd(value) });
const percent = (value: number) => ({ type: coded('copay-percent'), allowedUnsignedInt: value });
const item = (category: string, network: string, benefit: object[], more = {}) => ({
  category: coded(category),
  network: coded(network),
  unit: coded('individual'),
  benefit,
  ...more,
});

/** FHIR R4: https://hl7.org/fhir/R4/coverageeligibilityresponse.html */
export const fhirAnswer = {
  resourceType: 'CoverageEligibilityResponse',
  status: 'active',
  purpose: ['validation', 'benefits'],
  patient: { reference: '#subscriber' },
  created: '2026-11-23',
  outcome: 'complete',
  insurer: { reference: 'Organization/2', display: 'Example Health' },
  insurance: [
    {
      coverage: { reference: '#coverage' },
      inforce: true,
      item: [
        item(
          '30',
          'in',
          [
            {
              type: coded('deductible'),
              allowedMoney: usd(1500),
              usedMoney: usd(379.5),
            },
          ],
          { name: 'Gold Choice' },
        ),
        item(
          '30',
          'in',
          [{ type: coded('deductible'), allowedMoney: usd(3000), usedMoney: usd(0) }],
          {
            unit: coded('family'),
          },
        ),
        item('30', 'out', [
          { type: coded('deductible'), allowedMoney: usd(4000), usedMoney: usd(0) },
        ]),
        item('98', 'in', [copay(0), percent(0)]),
        item('UC', 'in', [copay(75)]),
        item('MH', 'in', [copay(30), percent(20)]),
        item('MH', 'out', [copay(60), percent(40)]),
        {
          productOrService: coded('90867', 'http://www.ama-assn.org/go/cpt'),
          network: coded('in'),
          unit: coded('individual'),
          authorizationRequired: true,
          benefit: [percent(50)],
        },
      ],
    },
  ],
};

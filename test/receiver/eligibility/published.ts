/**
 * Messages that the specifications themselves give as examples, as far as an adapter looks at them: the facts of each, written down as data.
 */

const benefitCategory = 'http://terminology.hl7.org/CodeSystem/ex-benefitcategory';
const coded = (code: string, system = benefitCategory) => ({ coding: [{ system, code }] });
const money = (value: number, currency: string) => ({ value, currency });
const item = (category: string, benefit: object[], more: object = {}) => ({
  category: coded(category),
  network: coded('in', 'http://terminology.hl7.org/CodeSystem/benefit-network'),
  unit: coded('individual', 'http://terminology.hl7.org/CodeSystem/benefit-unit'),
  term: coded('annual', 'http://terminology.hl7.org/CodeSystem/benefit-term'),
  benefit,
  ...more,
});
const limit = (value: number, currency: string, more: object = {}) => ({
  type: coded('benefit'),
  allowedMoney: money(value, currency),
  ...more,
});
const response = (id: string, more: object) => ({
  resourceType: 'CoverageEligibilityResponse',
  id,
  status: 'active',
  purpose: ['validation', 'benefits'],
  outcome: 'complete',
  disposition: 'Policy is currently in-force.',
  insurer: { reference: 'Organization/2' },
  ...more,
});
const medical = (currency: string, used: object = {}) =>
  item('30', [
    limit(500_000, currency, used),
    { type: coded('copay-maximum'), allowedMoney: money(100, currency) },
    { type: coded('copay-percent'), allowedUnsignedInt: 20 },
  ]);

/** HL7 FHIR R4, examples of CoverageEligibilityResponse: https://hl7.org/fhir/R4/coverageeligibilityresponse-examples.html */
export const hl7 = {
  /** E2500, "example": in force, and nothing else is said */
  inForce: response('E2500', {
    purpose: ['validation'],
    insurance: [{ coverage: { reference: 'Coverage/9876B1' }, inforce: true }],
  }),
  /** E2501, "benefits": limits in Saudi riyals, a room in a hospital */
  limits: response('E2501', {
    insurance: [
      {
        coverage: { reference: 'Coverage/9876B1' },
        inforce: true,
        item: [
          medical('SAR'),
          item('69', [limit(15_000, 'SAR')]),
          item('F3', [limit(2_000, 'SAR')]),
          item('F6', [limit(400, 'SAR')]),
          item('49', [{ type: coded('room'), allowedString: 'shared' }, limit(600, 'SAR')]),
        ],
      },
    ],
  }),
  /** E2502, "benefits-2": some of the limit used, eyes excluded */
  used: response('E2502', {
    insurance: [
      {
        coverage: { reference: '#coverage-1' },
        inforce: true,
        item: [
          medical('USD', { usedMoney: money(3748, 'USD') }),
          item('69', [limit(15_000, 'USD')]),
          item('F3', [limit(2_000, 'USD')]),
          { category: coded('F6'), excluded: true, name: 'Vision' },
        ],
      },
    ],
  }),
  /** E2503, "error" */
  error: response('E2503', {
    purpose: ['validation'],
    outcome: 'error',
    disposition: undefined,
    error: [{ code: coded('a001', 'http://terminology.hl7.org/CodeSystem/adjudication-error') }],
  }),
};

const usual = ['1', '33', '35', '47', '86', '88', '98', 'AL', 'MH', 'UC'];
const gold = { planCoverage: 'GOLD 123 PLAN', insuranceTypeCode: 'HM', timeQualifierCode: '27' };

/**
 * ASC X12 005010X279A1, the 271 of "generic request by a clinic for the patient's eligibility", segment by segment as the flat JSON has it:
 * `EB*1**30**GOLD 123 PLAN`, `EB*L`, `EB*1**1>33>…>MH>UC`, `EB*B**…*HM*GOLD 123 PLAN*27*10*****Y` and the same with 30 and N.
 * https://x12.org/examples/005010x279
 */
export const x12Clinic = {
  payer: { entityIdentifier: 'Payer', name: 'ABC COMPANY', payorIdentification: '842610001' },
  benefitsInformation: [
    { code: '1', serviceTypeCodes: ['30'], planCoverage: 'GOLD 123 PLAN' },
    { code: 'L' },
    { code: '1', serviceTypeCodes: usual },
    {
      code: 'B',
      serviceTypeCodes: usual,
      ...gold,
      benefitAmount: '10',
      inPlanNetworkIndicatorCode: 'Y',
    },
    {
      code: 'B',
      serviceTypeCodes: usual,
      ...gold,
      benefitAmount: '30',
      inPlanNetworkIndicatorCode: 'N',
    },
  ],
};

/** What Stedi's announcement of the endpoint shows of a plan: https://www.stedi.com/changelog/introducing-our-redesigned-json-real-time-eligibility-check-api */
export const stediAnnounced = {
  payerId: '87726',
  plans: [
    {
      name: 'Gold Plan HMO',
      benefits: {
        statuses: [
          {
            status: 'ACTIVE_COVERAGE',
            coverageLevel: 'INDIVIDUAL',
            network: { indicator: 'IN_AND_OUT_OF_NETWORK' },
            service: { system: 'STC', value: '30' },
          },
        ],
      },
    },
  ],
};

/** The simulated insurers of the demo: made-up answers by member ID. */

/** One statement of an X12 271 answer in JSON. */
const line = (code, serviceTypeCodes, more = {}) => ({
  code,
  serviceTypeCodes,
  coverageLevelCode: 'IND',
  ...more,
});
const inNetwork = { inPlanNetworkIndicatorCode: 'Y' };
const outOfNetwork = { inPlanNetworkIndicatorCode: 'N' };
const procedure = (procedureCode) => ({
  compositeMedicalProcedureIdentifier: { procedureCode },
});

const active = [
  line('1', ['30', 'MH', '98'], { planCoverage: 'Demonstration Plan' }),
  line('B', ['98'], { benefitAmount: '0', ...inNetwork }),
  line('B', ['MH'], { benefitAmount: '30', timeQualifierCode: '27', ...inNetwork }),
  line('A', ['MH'], { benefitPercent: '0.4', ...outOfNetwork }),
  line('A', [], {
    ...procedure('90867'),
    benefitPercent: '0.2',
    authOrCertIndicator: 'Y',
    ...inNetwork,
  }),
  line('A', [], {
    ...procedure('G2082'),
    benefitPercent: '0.2',
    authOrCertIndicator: 'Y',
    ...inNetwork,
  }),
  line('C', ['30'], { benefitAmount: '1500', timeQualifierCode: '23' }),
  line('C', ['30'], { benefitAmount: '640', timeQualifierCode: '29' }),
];

/** A rejection, by its X12 reject reason code. */
const rejected = (code) => ({ subscriber: { aaaErrors: [{ field: 'AAA', code }] } });

/**
 * The answer to each member ID; `undefined`: none, until the time is over.
 * @type {Record<string, object | undefined>}
 */
const answers = {
  'DEMO-ACTIVE': { benefitsInformation: active },
  'DEMO-FEW': {
    benefitsInformation: [line('1', ['30']), line('B', ['MH'], { benefitAmount: '30' })],
  },
  'DEMO-NONE': { benefitsInformation: [line('1', ['30'])] },
  'DEMO-INACTIVE': { benefitsInformation: [line('6', ['30'])] },
  'DEMO-UNCLEAR': { benefitsInformation: [line('1', ['30']), line('6', ['MH'])] },
  'DEMO-DOWN': rejected('42'),
  'DEMO-SLOW': undefined,
  'DEMO-BAD-ID': rejected('72'),
  'DEMO-NOT-FOUND': rejected('75'),
  'DEMO-NAME': rejected('73'),
  'DEMO-BIRTH-DATE': rejected('71'),
  'DEMO-GROUP': rejected('78'),
};

/** The member IDs that have an answer. */
export const demoMemberIds = Object.keys(answers);

/**
 * Stands in for the service that asks insurers. It sends nothing anywhere.
 * @type {typeof fetch}
 */
const simulatedFetch = (_url, init) =>
  new Promise((resolve, reject) => {
    const id = JSON.parse(init.body).subscriber.memberId.toUpperCase();
    if (!Object.hasOwn(answers, id)) return resolve(Response.json({}, { status: 503 }));
    const answer = answers[id];
    if (answer) return resolve(Response.json(answer));
    init.signal?.addEventListener('abort', () => reject(init.signal.reason));
  });

/**
 * Answers checks with the simulated insurers, through the same adapter that reads real answers.
 * @param {typeof import('../../src/receiver/index.js').x12271} x12271 the adapter; given, so that tests can give the one of the sources
 * @returns {import('../../src/receiver/index.js').Eligibility}
 */
export const demoEligibility = (x12271) => (check, options) => {
  const id = check.payer.id ?? check.payer.name;
  const ask = x12271({
    url: 'https://eligibility.invalid',
    provider: { name: 'Demonstration', npi: '0000000000' },
    payers: { [id]: 'DEMO' },
    fetch: simulatedFetch,
  });
  return ask({ ...check, payer: { ...check.payer, id } }, options);
};

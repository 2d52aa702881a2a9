import type { Eligibility } from '../options.js';
import { textAt } from './json.js';
import { x12271 } from './x12.js';

const line = (code: string, serviceTypeCodes: string[], more: object = {}) => ({
  code,
  serviceTypeCodes,
  coverageLevelCode: 'IND',
  ...more,
});
const [inside, outside] = [
  { inPlanNetworkIndicatorCode: 'Y' },
  { inPlanNetworkIndicatorCode: 'N' },
];
const procedure = (procedureCode: string) => ({
  compositeMedicalProcedureIdentifier: { procedureCode },
});

const active = [
  line('1', ['30', 'MH', '98'], { planCoverage: 'Demonstration Plan' }),
  line('B', ['98'], { benefitAmount: '0', ...inside }),
  line('B', ['MH'], { benefitAmount: '30', timeQualifierCode: '27', ...inside }),
  line('A', ['MH'], { benefitPercent: '0.4', ...outside }),
  line('A', [], {
    ...procedure('90867'),
    benefitPercent: '0.2',
    authOrCertIndicator: 'Y',
    ...inside,
  }),
  line('A', [], {
    ...procedure('G2082'),
    benefitPercent: '0.2',
    authOrCertIndicator: 'Y',
    ...inside,
  }),
  line('C', ['30'], { benefitAmount: '1500', timeQualifierCode: '23' }),
  line('C', ['30'], { benefitAmount: '640', timeQualifierCode: '29' }),
];

const refused = (code: string) => ({ subscriber: { aaaErrors: [{ field: 'AAA', code }] } });

/** What each member id of the demonstration is answered with; `undefined`: nothing, until the time is over. */
const answers: Record<string, object | undefined> = {
  'DEMO-ACTIVE': { benefitsInformation: active },
  'DEMO-FEW': {
    benefitsInformation: [line('1', ['30']), line('B', ['MH'], { benefitAmount: '30' })],
  },
  'DEMO-NONE': { benefitsInformation: [line('1', ['30'])] },
  'DEMO-INACTIVE': { benefitsInformation: [line('6', ['30'])] },
  'DEMO-UNCLEAR': { benefitsInformation: [line('1', ['30']), line('6', ['MH'])] },
  'DEMO-DOWN': refused('42'),
  'DEMO-SLOW': undefined,
  'DEMO-BAD-ID': refused('72'),
  'DEMO-NOT-FOUND': refused('75'),
  'DEMO-NAME': refused('73'),
  'DEMO-BIRTH-DATE': refused('71'),
  'DEMO-GROUP': refused('78'),
};

/** The member ids that the demonstration knows. */
export const demoMemberIds = Object.keys(answers);

/** Stands in for the service that asks insurers. It asks nobody. */
const pretend: typeof fetch = (_url, init) =>
  new Promise((resolve, reject) => {
    const asked = textAt(JSON.parse(init?.body as string), 'subscriber', 'memberId') ?? '';
    const id = asked.toUpperCase();
    if (!Object.hasOwn(answers, id)) return resolve(Response.json({}, { status: 503 }));
    const answer = answers[id];
    if (answer) return resolve(Response.json(answer));
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

/**
 * The insurers of the demonstration: made-up answers by member id, through the same adapter that reads real ones. `npm start` uses it where no
 * service is configured; nothing else does, and no receiver of a clinic should.
 */
export const demoEligibility: Eligibility = (check, options) => {
  const id = check.payer.id ?? check.payer.name;
  const port = x12271({
    url: 'https://eligibility.invalid',
    provider: { name: 'Demonstration', npi: '0000000000' },
    payers: { [id]: 'DEMO' },
    fetch: pretend,
  });
  return port({ ...check, payer: { ...check.payer, id } }, options);
};

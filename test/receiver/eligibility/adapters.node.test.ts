import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Coverage, InsuranceCheck } from '../../../src/contract/index.js';
import {
  CheckRefused,
  fhir,
  stedi,
  x12271,
  type Eligibility,
  type Insurers,
} from '../../../src/receiver/index.js';
import { fhirAnswer, flatAnswer, stediAnswer } from './answers.js';
import { hl7, stediAnnounced, x12Clinic } from './published.js';

const key = 'Key CNRY-key';
const insurers = {
  authorization: key,
  provider: { name: 'Example Clinic', npi: '1999999984' },
  payers: { p1: '99999' },
};
const url = 'https://eligibility.example/r4';

const sources: [string, (more?: Partial<Insurers>) => Eligibility, object][] = [
  ['stedi', (more) => stedi({ ...insurers, url, ...more }), stediAnswer],
  ['x12-271-json', (more) => x12271({ ...insurers, url, ...more }), flatAnswer],
  ['fhir', (more) => fhir({ ...insurers, url, ...more }), fhirAnswer],
];

const check = (more: Partial<InsuranceCheck> = {}): InsuranceCheck => ({
  payer: { id: 'p1', name: 'Example Health' },
  memberId: ' 00123\u00a0-A ',
  givenName: 'Ana',
  familyName: 'Li',
  birthDate: '1990-02-28',
  email: 'ana@example.org',
  ...more,
});

const signal = new AbortController().signal;
const answering = (body: unknown, status = 200) =>
  vi.fn(async (_url: unknown, _init?: RequestInit) => Response.json(body, { status }));

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T15:00:00Z') }),
);
afterEach(() => void vi.useRealTimers());

const usd = (amount: number) => ({ amount, currency: 'USD' });
const frame = {
  outcome: 'active',
  network: 'unknown',
  payer: 'Example Health',
  plan: 'Gold Choice',
  asOf: '2026-11-23T15:00:00.000Z',
  source: 'insurer',
};
const deductible = { deductible: usd(1500), deductibleLeft: usd(1120.5) };

describe.each(sources)('%s', (_name, make, body) => {
  const ask = (
    more?: Partial<InsuranceCheck>,
    network?: Coverage['network'],
    answer: unknown = body,
  ) => make({ fetch: answering(answer) })(check(more), { signal, ...(network && { network }) });

  test('tells what a visit costs, for somebody in network', async () => {
    expect(await ask({}, 'in')).toEqual({
      ...frame,
      benefits: [{ service: 'visit', copay: usd(30), coinsurance: 0.2, ...deductible }],
    });
  });

  test('tells it for the chosen procedure, and takes nothing from another line', async () => {
    const { benefits } = await ask({ service: 'tms' }, 'in');
    // No copay is named for 90867: the zero of the office visit is not its own. What its kind of service says, counts.
    expect(benefits).toEqual([
      {
        service: 'tms',
        copay: usd(30),
        coinsurance: 0.5,
        ...deductible,
        priorAuthorization: true,
      },
    ]);
  });

  test('tells the other side of the network to somebody out of it', async () => {
    const { benefits } = await ask({}, 'out');
    expect(benefits[0]).toMatchObject({ copay: usd(60), coinsurance: 0.4 });
    expect(benefits[0].deductibleLeft).toEqual(usd(4000));
  });

  test('tells no amount that holds for one side only, where the side is not known', async () => {
    expect((await ask()).benefits).toEqual([]);
  });

  test('never says a zero that the payer has not said', async () => {
    const text = JSON.stringify(body)
      .replaceAll(/"(amount|benefitAmount)":"[\d.]+"/g, '"$1":""')
      .replaceAll(/"(percent|benefitPercent)":"[\d.]+"/g, '"$1":null')
      .replaceAll(/"value":[\d.]+/g, '"value":"-"')
      .replaceAll(/"allowedUnsignedInt":\d+/g, '"allowedUnsignedInt":"n/a"');
    const { benefits } = await ask({}, 'in', JSON.parse(text));
    expect(benefits).toEqual([]);
  });

  test('is wary of answers that are none', async () => {
    for (const odd of [
      null,
      [],
      'yes',
      7,
      {},
      { plans: 'x', benefitsInformation: 1, insurance: {} },
    ]) {
      const answer = await ask({}, 'in', odd).catch((error: Error) => error);
      if (answer instanceof Error) expect(answer.name).toBe('NoAnswer');
      else expect(answer).toMatchObject({ outcome: 'unknown', benefits: [] });
    }
  });

  test('sends the key to the one address, and neither key nor answers into an error', async () => {
    const fetch = answering({ message: 'CNRY' }, 401);
    const error = await make({ fetch })(check(), { signal }).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(CheckRefused);
    expect(JSON.stringify([error, (error as Error).message])).not.toMatch(/CNRY|00123|Ana/);
    const [address, init] = fetch.mock.calls[0];
    expect(address).toMatch(/^https:\/\/eligibility\.example\/r4/);
    expect(address).not.toMatch(/CNRY|00123/);
    expect(init).toMatchObject({ method: 'POST', redirect: 'error', signal });
    expect(new Headers(init!.headers).get('Authorization')).toBe(key);
  });

  test('stops when the time is over', async () => {
    const abort = new AbortController();
    const fetch: typeof globalThis.fetch = (_url, init) =>
      new Promise((_, reject) =>
        init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason as Error)),
      );
    const answer = make({ fetch })(check(), { signal: abort.signal });
    abort.abort(new DOMException('late', 'TimeoutError'));
    await expect(answer).rejects.toThrow('late');
  });

  test.each([
    ['an insurer that is only a name', { payer: { name: 'Example Health' } }],
    ['an insurer the service does not know', { payer: { id: 'toString', name: 'X' } }],
    [
      'a photo in place of a number',
      { memberId: undefined, cards: [{ side: 'front' as const, part: 'a' }] },
    ],
    ['a plan of somebody who is not named', { relationship: 'child' as const }],
  ])('does not ask about %s', async (_name, more) => {
    const fetch = answering(body);
    await expect(make({ fetch })(check(more), { signal })).rejects.toThrow(
      expect.objectContaining({ name: 'CannotAsk' }) as Error,
    );
    expect(fetch).not.toHaveBeenCalled();
  });

  test('refuses an address without TLS, except on this computer', () => {
    expect(() => make({ url: 'http://eligibility.example' })).toThrow(/https/);
    expect(() => make({ url: 'https://me:CNRY@eligibility.example' })).toThrow(/username/);
    expect(() => make({ url: 'http://localhost:9' })).not.toThrow();
  });
});

describe('what is asked', () => {
  const holder = {
    relationship: 'child' as const,
    subscriber: { givenName: 'Bo', familyName: 'Li', birthDate: '1960-01-02' },
    groupNumber: 'G-7',
    legalSex: 'female' as const,
  };
  const sent = async (make: (more?: Partial<Insurers>) => Eligibility, body: object, more = {}) => {
    const fetch = answering(body);
    await make({ fetch })(check(more), { signal });
    return {
      url: fetch.mock.calls[0][0],
      body: JSON.parse(fetch.mock.calls[0][1]!.body as string) as unknown,
    };
  };

  test('of Stedi', async () => {
    const [, make, body] = sources[0];
    expect((await sent(make, body)).body).toEqual({
      payerId: '99999',
      provider: { name: { organization: 'Example Clinic' }, npi: '1999999984' },
      subscriber: {
        memberId: '00123-A',
        name: { person: { firstName: 'Ana', lastName: 'Li' } },
        dateOfBirth: '1990-02-28',
      },
      encounter: { services: [{ system: 'STC', value: 'MH' }] },
    });
    expect((await sent(make, body, holder)).body).toMatchObject({
      subscriber: {
        memberId: '00123-A',
        name: { person: { firstName: 'Bo', lastName: 'Li' } },
        dateOfBirth: '1960-01-02',
        additionalInformation: { groupNumber: 'G-7' },
      },
      dependent: {
        name: { person: { firstName: 'Ana', lastName: 'Li' } },
        dateOfBirth: '1990-02-28',
        gender: 'FEMALE',
        relationToSubscriber: 'CHILD',
      },
    });
  });

  test('of a 271 service', async () => {
    const [, make, body] = sources[1];
    expect((await sent(make, body, holder)).body).toEqual({
      controlNumber: expect.stringMatching(/^\d{9}$/),
      tradingPartnerServiceId: '99999',
      provider: { organizationName: 'Example Clinic', npi: '1999999984' },
      subscriber: {
        memberId: '00123-A',
        firstName: 'Bo',
        lastName: 'Li',
        dateOfBirth: '19600102',
        groupNumber: 'G-7',
      },
      dependents: [
        {
          firstName: 'Ana',
          lastName: 'Li',
          dateOfBirth: '19900228',
          gender: 'F',
          individualRelationshipCode: '19',
        },
      ],
      encounter: { serviceTypeCodes: ['MH'] },
    });
  });

  test('of a FHIR server', async () => {
    const [, make, body] = sources[2];
    const { url: address, body: asked } = await sent(make, body, holder);
    expect(address).toBe(`${url}/CoverageEligibilityRequest/$submit`);
    expect(asked).toMatchObject({
      resourceType: 'CoverageEligibilityRequest',
      status: 'active',
      purpose: ['validation', 'benefits'],
      patient: { reference: '#patient' },
      insurance: [{ focal: true, coverage: { reference: '#coverage' } }],
    });
    const { contained } = asked as { contained: { id: string }[] };
    // Whatever is referred to is there.
    const named = [...JSON.stringify(asked).matchAll(/"#([a-z]+)"/g)].map(([, id]) => id);
    for (const id of named) expect(contained.map((one) => one.id)).toContain(id);
    expect(contained.find(({ id }) => id === 'coverage')).toMatchObject({
      subscriberId: '00123-A',
      subscriber: { reference: '#subscriber' },
      beneficiary: { reference: '#patient' },
    });
  });
});

describe('whether the plan is active', () => {
  const status = (code: string, types: string[], more = {}) => ({
    code,
    serviceTypeCodes: types,
    ...more,
  });
  const outcome = async (lines: object[]) => {
    const fetch = answering({ benefitsInformation: lines });
    const port = x12271({ ...insurers, url, fetch });
    return (await port(check(), { signal, network: 'in' })).outcome;
  };
  test.each([
    ['active', [status('1', ['30'])]],
    ['active', [status('4', [])]],
    ['inactive', [status('6', ['30'])]],
    ['inactive', [status('7', [])]],
    ['inactive', [status('6', ['MH'])]],
    ['active', [status('1', ['30']), status('6', ['35'])]],
    ['active', [status('6', ['30']), status('1', ['MH'])]],
    ['unknown', [status('1', ['30']), status('6', ['MH'])]],
    ['unknown', [status('1', ['30']), status('I', ['MH'])]],
    ['unknown', [status('1', ['30']), status('6', ['30'])]],
    ['unknown', [status('V', ['30'])]],
    ['unknown', [status('1', ['35'])]],
    ['unknown', []],
  ])('%s: %j', async (expected, lines) => expect(await outcome(lines)).toBe(expected));
});

describe('an example of the specification', () => {
  const byFhir = (body: object, services?: Insurers['services']) =>
    fhir({ ...insurers, url, fetch: answering(body), ...(services && { services }) })(check(), {
      signal,
      network: 'in',
    });

  test('of HL7 that says "in force" is active, and no limit of it is taken for what a visit costs', async () => {
    for (const body of [hl7.inForce, hl7.limits, hl7.used])
      expect(await byFhir(body)).toMatchObject({ outcome: 'active', benefits: [] });
  });

  test('of HL7 gives its share to a service that is filed under the plan as a whole', async () => {
    for (const body of [hl7.limits, hl7.used]) {
      const { benefits } = await byFhir(body, { visit: { types: ['30'] } });
      expect(benefits).toEqual([{ service: 'visit', coinsurance: 0.2 }]);
    }
  });

  test('of HL7 does not cover what it excludes', async () => {
    const eyes = { visit: { types: ['F6'] } };
    expect(await byFhir(hl7.used, eyes)).toMatchObject({ outcome: 'unknown', benefits: [] });
  });

  test('of HL7 that is an error is for a person', async () => {
    await expect(byFhir(hl7.error)).rejects.toThrow(
      expect.objectContaining({ name: 'NoAnswer', code: 'fhir:a001' }) as Error,
    );
  });

  test.each([
    ['in', 10],
    ['out', 30],
  ] as const)('of X12 tells the copay %s network', async (network, amount) => {
    const port = x12271({ ...insurers, url, fetch: answering(x12Clinic) });
    const answer = await port(check(), { signal, network });
    expect(answer).toMatchObject({
      outcome: 'active',
      payer: 'ABC COMPANY',
      plan: 'GOLD 123 PLAN',
      benefits: [{ service: 'visit', copay: usd(amount) }],
    });
    expect(Object.keys(answer.benefits[0])).toEqual(['service', 'copay']);
  });

  test('of X12 tells none where the side of the network is not known', async () => {
    const port = x12271({ ...insurers, url, fetch: answering(x12Clinic) });
    expect((await port(check(), { signal })).benefits).toEqual([]);
  });

  test('of Stedi is active', async () => {
    const port = stedi({ ...insurers, url, fetch: answering(stediAnnounced) });
    expect(await port(check(), { signal, network: 'in' })).toMatchObject({
      outcome: 'active',
      plan: 'Gold Plan HMO',
      network: 'unknown',
      benefits: [],
    });
  });
});

describe('of several plans Stedi tells of', () => {
  const mh = { service: { system: 'STC', value: 'MH' } };
  const whole = { service: { system: 'STC', value: '30' } };
  const plan = (status: string | undefined, amount: string, service: object = mh) => ({
    name: `Plan ${amount}`,
    benefits: {
      statuses: [{ ...(status && { status }), ...service }],
      coPayment: [{ amount, ...mh }],
    },
  });
  const found = async (...plans: object[]) => {
    const port = stedi({ ...insurers, url, fetch: answering({ plans }) });
    const { outcome, plan, benefits } = await port(check(), { signal, network: 'in' });
    return { outcome, plan, copay: benefits[0]?.copay?.amount };
  };

  test('the current one counts, wherever it stands', async () => {
    const [ended, now] = [plan('INACTIVE', '10'), plan('ACTIVE_COVERAGE', '30')];
    const wanted = { outcome: 'active', plan: 'Plan 30', copay: 30 };
    expect(await found(ended, now)).toEqual(wanted);
    expect(await found(now, ended)).toEqual(wanted);
    // It may say no more than that it is active as a whole.
    const plain = plan('ACTIVE_COVERAGE', '30', whole);
    expect(await found(ended, plain)).toMatchObject({ outcome: 'active', plan: 'Plan 30' });
  });

  test('two current ones that differ give no amount and no name', async () => {
    const found2 = await found(plan('ACTIVE_COVERAGE', '10'), plan('ACTIVE_COVERAGE', '30'));
    expect(found2).toEqual({ outcome: 'active' });
  });

  test('ended ones alone are ended', async () => {
    expect(
      await found(plan('INACTIVE', '10'), plan('INACTIVE_PENDING_INVESTIGATION', '30')),
    ).toEqual({ outcome: 'inactive' });
  });

  test.each([undefined, '', 'CONTACT_PAYER', 'INACTIVELY', 'toString', 'ACTIVEX'])(
    'a status of %j is neither active nor ended',
    async (status) => {
      expect(await found(plan(status, '10'))).toMatchObject({
        outcome: 'unknown',
        copay: undefined,
      });
    },
  );

  test('one of teeth says nothing of a mind', async () => {
    const dental = plan('INACTIVE', '10', { service: { system: 'STC', value: '35' } });
    dental.benefits.coPayment = [];
    expect(await found(dental)).toEqual({ outcome: 'unknown' });
  });
});

test('of several insurances a FHIR server tells of the one in force counts', async () => {
  const [insurance] = fhirAnswer.insurance;
  const ended = { ...insurance, inforce: false };
  for (const list of [
    [ended, insurance],
    [insurance, ended],
  ]) {
    const fetch = answering({ ...fhirAnswer, insurance: list });
    const answer = await fhir({ ...insurers, url, fetch })(check(), { signal, network: 'in' });
    expect(answer).toMatchObject({ outcome: 'active', benefits: [{ copay: usd(30) }] });
  }
});

describe('which line counts', () => {
  const active = { code: '1', serviceTypeCodes: ['30'] };
  const benefit = async (
    lines: object[],
    network: Coverage['network'] = 'in',
    service?: string,
  ) => {
    const fetch = answering({ benefitsInformation: [active, ...lines] });
    const port = x12271({ ...insurers, url, fetch });
    return (await port(check(service ? { service } : {}), { signal, network })).benefits[0];
  };
  const line = (code: string, types: string[], more = {}) => ({
    code,
    serviceTypeCodes: types,
    ...more,
  });

  test('none, where two disagree', async () => {
    const lines = [
      line('B', ['MH'], { benefitAmount: '20' }),
      line('B', ['MH'], { benefitAmount: '45' }),
    ];
    expect(await benefit(lines)).toBeUndefined();
    expect(await benefit([...lines, line('A', ['MH'], { benefitPercent: '0.1' })])).toEqual({
      service: 'visit',
      coinsurance: 0.1,
    });
  });

  test('the one for the office, where places are named', async () => {
    const place = (industryCode: string) => ({
      eligibilityAdditionalInformationList: [{ codeListQualifierCode: 'ZZ', industryCode }],
    });
    expect(
      await benefit([
        line('B', ['MH'], { benefitAmount: '250', ...place('21') }),
        line('B', ['MH'], { benefitAmount: '25', ...place('11') }),
      ]),
    ).toMatchObject({ copay: usd(25) });
  });

  test('a true zero is a zero', async () => {
    expect(await benefit([line('B', ['MH'], { benefitAmount: '0' })])).toMatchObject({
      copay: usd(0),
    });
    expect(await benefit([line('A', ['MH'], { benefitPercent: '0' })])).toMatchObject({
      coinsurance: 0,
    });
  });

  test('what is left of a deductible is told, or what was paid of it, never guessed', async () => {
    const sum = (amount: string, period: string) =>
      line('C', ['30'], { benefitAmount: amount, timeQualifierCode: period });
    expect(await benefit([sum('1000', '23'), sum('250', '29')])).toMatchObject({
      deductible: usd(1000),
      deductibleLeft: usd(250),
    });
    expect(await benefit([sum('1000', '22'), sum('250.10', '24')])).toMatchObject({
      deductibleLeft: usd(749.9),
    });
    expect(await benefit([sum('100', '23'), sum('250', '24')])).toMatchObject({
      deductibleLeft: usd(0),
    });
    expect(await benefit([sum('1000', '23')])).toEqual({ service: 'visit', deductible: usd(1000) });
    expect(await benefit([sum('1000', '32')])).toBeUndefined();
  });

  test.each(['-5', '1e3', '12,50', 'NaN', '99999999', ' ', '$25', '0x10'])(
    '%j is no amount',
    async (text) => {
      expect(await benefit([line('B', ['MH'], { benefitAmount: text })])).toBeUndefined();
    },
  );

  test.each([
    ['0.25', 0.25],
    ['25', 0.25],
    ['100', 1],
    ['101', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('a share of %j is %s', async (text, share) => {
    expect((await benefit([line('A', ['MH'], { benefitPercent: text })]))?.coinsurance).toBe(share);
  });

  test('SPRAVATO has codes of its own', async () => {
    const procedure = (procedureCode: string, benefitAmount: string) => ({
      code: 'B',
      compositeMedicalProcedureIdentifier: { procedureCode },
      benefitAmount,
    });
    const lines = [
      procedure('G2083', '90'),
      procedure('90867', '10'),
      line('B', ['MH'], { benefitAmount: '30' }),
    ];
    expect(await benefit(lines, 'in', 'spravato')).toMatchObject({ copay: usd(90) });
    expect(await benefit(lines, 'in', 'tms')).toMatchObject({ copay: usd(10) });
    expect(await benefit(lines)).toMatchObject({ copay: usd(30) });
  });

  test('the payer’s flag is passed on as the hint it is', async () => {
    const hint = async (...flags: string[]) => {
      const lines = flags.map((inPlanNetworkIndicatorCode) => ({
        code: '1',
        serviceTypeCodes: ['MH'],
        inPlanNetworkIndicatorCode,
      }));
      const port = x12271({ ...insurers, url, fetch: answering({ benefitsInformation: lines }) });
      return (await port(check(), { signal })).network;
    };
    expect(await hint('Y')).toBe('in');
    expect(await hint('N')).toBe('out');
    expect(await hint('Y', 'N')).toBe('unknown');
    expect(await hint('W')).toBe('unknown');
  });
});

describe('why a payer refuses', () => {
  const at = (code: string, ...paths: string[]) =>
    paths.map((path) => ({ path: ['data', ...path.split('.')], code }));
  const person = at('mismatch', 'givenName', 'familyName');
  const table: [string, object[]][] = [
    ['58', at('mismatch', 'birthDate')],
    ['64', at('not-recognized', 'memberId')],
    ['65', person],
    ['66', at('mismatch', 'legalSex')],
    ['67', at('not-found', 'memberId')],
    ['71', at('mismatch', 'birthDate')],
    ['72', at('not-recognized', 'memberId')],
    ['73', person],
    ['74', at('mismatch', 'legalSex')],
    ['75', at('not-found', 'memberId')],
    ['77', person],
    ['78', at('mismatch', 'groupNumber')],
  ];
  const full = { groupNumber: 'G-7', legalSex: 'female' as const };
  const thrown = async (
    make: (more?: Partial<Insurers>) => Eligibility,
    body: object,
    more: object = full,
  ) => {
    const error: unknown = await make({ fetch: answering(body) })(check(more), { signal }).catch(
      (e: unknown) => e,
    );
    return error instanceof CheckRefused ? error.issues : (error as Error).name;
  };
  const [byStedi, by271, byFhir] = sources.map(([, make]) => make) as [
    (more?: Partial<Insurers>) => Eligibility,
    (more?: Partial<Insurers>) => Eligibility,
    (more?: Partial<Insurers>) => Eligibility,
  ];
  const inStedi = (code: string, more = {}) => ({
    errors: [{ code, followupAction: 'C', location: 'SUBSCRIBER', ...more }],
  });
  const in271 = (code: string) => ({
    subscriber: {
      aaaErrors: [{ field: 'AAA', code, followupAction: 'Please Correct and Resubmit' }],
    },
  });
  const inFhir = (code: string, system = 'https://codesystem.x12.org/005010/901') => ({
    resourceType: 'CoverageEligibilityResponse',
    outcome: 'error',
    error: [{ code: { coding: [{ system, code }] } }],
  });

  test.each(table)('%s, however it is told', async (code, issues) => {
    expect(await thrown(byStedi, inStedi(code))).toEqual(issues);
    expect(await thrown(by271, in271(code))).toEqual(issues);
    expect(await thrown(by271, { errors: [{ code, location: 'Loop 2100C' }] })).toEqual(issues);
    expect(await thrown(byFhir, inFhir(code))).toEqual(issues);
  });

  test.each([
    '04',
    '15',
    '33',
    '41',
    '42',
    '43',
    '51',
    '57',
    '62',
    '63',
    '68',
    '76',
    '79',
    '80',
    'T4',
    '',
    'toString',
  ])('%j is for a person to look at', async (code) => {
    for (const [make, body] of [
      [byStedi, inStedi(code || 'none')],
      [by271, in271(code || 'none')],
      [byFhir, inFhir(code || 'none')],
    ] as const)
      expect(await thrown(make, body)).toBe('NoAnswer');
  });

  test('together with a payer that is down it is nobody’s mistake', async () => {
    const errors = [{ code: '72' }, { code: '42' }];
    expect(await thrown(byStedi, { errors })).toBe('NoAnswer');
  });

  test('a field that was not filled in is not sent back', async () => {
    expect(await thrown(byStedi, inStedi('78'), {})).toBe('NoAnswer');
    expect(await thrown(byStedi, inStedi('66'), {})).toBe('NoAnswer');
  });

  test('two persons are told apart', async () => {
    const two = {
      relationship: 'child',
      subscriber: { givenName: 'Bo', familyName: 'Li', birthDate: '1960-01-02' },
    };
    expect(await thrown(byStedi, inStedi('71'), two)).toEqual(
      at('mismatch', 'subscriber.birthDate'),
    );
    expect(await thrown(byStedi, inStedi('72'), two)).toEqual(at('not-recognized', 'memberId'));
    expect(await thrown(byStedi, inStedi('71', { location: 'DEPENDENT' }), two)).toEqual(
      at('mismatch', 'birthDate'),
    );
    expect(await thrown(by271, { dependents: [{ aaaErrors: [{ code: '71' }] }] }, two)).toEqual(
      at('mismatch', 'birthDate'),
    );
  });

  test('FHIR’s own example codes mean nothing to mend', async () => {
    const body = inFhir('72', 'http://terminology.hl7.org/CodeSystem/adjudication-error');
    expect(await thrown(byFhir, body)).toBe('NoAnswer');
  });

  test('a refusal beside benefits is a refusal', async () => {
    expect(await thrown(byStedi, { ...stediAnswer, ...inStedi('75') })).toEqual(
      at('not-found', 'memberId'),
    );
  });
});

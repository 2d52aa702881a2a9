import { describe, expect, test } from 'vitest';
import { examples, type Receipt } from '../../../src/contract/index.js';
import { demoEligibility, demoMemberIds } from '../../../src/receiver/eligibility/demo.js';
import { eligibilityFrom } from '../../../src/receiver/eligibility/from-environment.js';
import {
  clinic,
  insuranceCheck,
  newReceiver,
  post,
  problemOf,
  receiptOf,
} from '../../support/receiver.js';

describe('the demonstration', () => {
  const answered = async (memberId: string, data = {}) => {
    const { receive } = await newReceiver({ eligibility: demoEligibility });
    const response = await post(receive, insuranceCheck({ memberId, ...data }));
    return response.status === 422
      ? (await problemOf(response)).issues!.map(
          ({ path, code }) => `${path.slice(1).join('.')} ${code}`,
        )
      : await receiptOf(response);
  };
  const coverage = async (memberId: string, data = {}) =>
    ((await answered(memberId, data)) as Receipt).coverage;

  test('has an answer of each kind', async () => {
    expect(await coverage('DEMO-ACTIVE')).toMatchObject({
      outcome: 'active',
      network: 'in',
      benefits: [{ copay: { amount: 30 }, deductibleLeft: { amount: 640 } }],
    });
    expect(await coverage('demo-active', { service: 'tms' })).toMatchObject({
      benefits: [{ service: 'tms', coinsurance: 0.2, priorAuthorization: true }],
    });
    expect((await coverage('DEMO-FEW'))!.benefits).toEqual([
      { service: 'visit', copay: { amount: 30, currency: 'USD' } },
    ]);
    expect((await coverage('DEMO-NONE'))!.benefits).toEqual([]);
    expect(await coverage('DEMO-INACTIVE')).toMatchObject({ outcome: 'inactive', benefits: [] });
    expect(await answered('DEMO-UNCLEAR')).toMatchObject({ status: 'pending' });
    expect(await answered('DEMO-DOWN')).toMatchObject({ status: 'pending' });
    expect(await answered('00123')).toMatchObject({ status: 'pending' });
    expect(await answered('toString')).toMatchObject({ status: 'pending' });
    expect(await answered('DEMO-BAD-ID')).toEqual(['memberId not-recognized']);
    expect(await answered('DEMO-NOT-FOUND')).toEqual(['memberId not-found']);
    expect(await answered('DEMO-NAME')).toEqual(['givenName mismatch', 'familyName mismatch']);
    expect(await answered('DEMO-BIRTH-DATE')).toEqual(['birthDate mismatch']);
    expect(await answered('DEMO-GROUP', { groupNumber: 'G' })).toEqual(['groupNumber mismatch']);
  });

  test('keeps silent until the time is over', async () => {
    const abort = new AbortController();
    const check = { ...insuranceCheck({ memberId: 'DEMO-SLOW' }).data };
    const answer = demoEligibility(check, { signal: abort.signal });
    abort.abort(new Error('late'));
    await expect(answer).rejects.toThrow('late');
  });

  test('knows no member id that a visitor could have', () => {
    for (const id of demoMemberIds) expect(id).toMatch(/^DEMO-/);
  });

  test('is in no receiver that did not ask for it', async () => {
    const { receive } = await newReceiver({ clinic });
    const receipt = await receiptOf(
      await post(receive, insuranceCheck({ memberId: 'DEMO-ACTIVE' })),
    );
    expect(receipt).toMatchObject({ status: 'pending' });
    expect(receipt.coverage).toBeUndefined();
  });

  test('leaves the examples as they are', async () => {
    const { submission } = examples.find(({ name }) => name === 'insurance check')!;
    const { receive } = await newReceiver({ eligibility: demoEligibility });
    expect(await receiptOf(await post(receive, submission))).toMatchObject({ status: 'pending' });
  });
});

describe('from the environment', () => {
  const settings = { provider: { name: 'C', npi: '1' }, payers: { p1: '1' } };
  const all = { kind: 'stedi', url: undefined, authorization: 'Key CNRY', settings };

  test.each([
    ['stedi', undefined],
    ['stedi', 'http://localhost:1'],
    ['x12-271-json', 'https://a.example'],
    ['fhir', 'https://a.example'],
  ])('%s at %s', (kind, url) => {
    expect(eligibilityFrom({ ...all, kind, url })).toBeTypeOf('function');
  });

  test('nothing is asked where nothing is said', () => {
    for (const kind of [undefined, '']) expect(eligibilityFrom({ ...all, kind })).toBeUndefined();
  });

  test.each([
    [{ kind: 'demo' }, /must be one of stedi/],
    [{ kind: 'toString' }, /must be one of stedi/],
    [{ kind: 'fhir' }, /needs ELIGIBILITY_URL/],
    [{ authorization: undefined }, /needs ELIGIBILITY_AUTHORIZATION/],
    [{ settings: undefined }, /ELIGIBILITY_SETTINGS/],
    [{ settings: { ...settings, provider: {} } }, /ELIGIBILITY_SETTINGS/],
    [{ url: 'http://a.example/CNRY' }, /https/],
    [{ url: 'https://CNRY:CNRY@a.example' }, /https/],
  ])('%j stops at the start, and tells no secret', (more, message) => {
    const start = () => eligibilityFrom({ ...all, ...more });
    expect(start).toThrow(message);
    expect(start).not.toThrow(/CNRY/);
  });
});

import { describe, expect, test } from 'vitest';
import { examples, type Receipt } from '../../src/contract/index.js';
import { x12271 } from '../../src/receiver/index.js';
import { demoEligibility, demoMemberIds } from '../../stories/demo/eligibility.mjs';
import {
  clinic,
  insuranceCheck,
  newReceiver,
  post,
  problemOf,
  receiptOf,
} from '../support/receiver.js';

const simulatedInsurers = demoEligibility(x12271);

describe('the simulated insurers', () => {
  const answered = async (memberId: string, data = {}) => {
    const { receive } = await newReceiver({ eligibility: simulatedInsurers });
    const response = await post(receive, insuranceCheck({ memberId, ...data }));
    return response.status === 422
      ? (await problemOf(response)).issues!.map(
          ({ path, code }) => `${path.slice(1).join('.')} ${code}`,
        )
      : await receiptOf(response);
  };
  const coverage = async (memberId: string, data = {}) =>
    ((await answered(memberId, data)) as Receipt).coverage;

  test('have an answer of each kind', async () => {
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

  test('are silent until the time is over', async () => {
    const abort = new AbortController();
    const check = { ...insuranceCheck({ memberId: 'DEMO-SLOW' }).data };
    const answer = simulatedInsurers(check, { signal: abort.signal });
    abort.abort(new Error('late'));
    await expect(answer).rejects.toThrow('late');
  });

  test('know no member ID that a visitor could have', () => {
    for (const id of demoMemberIds) expect(id).toMatch(/^DEMO-/);
  });

  test('are in no receiver that did not ask for them', async () => {
    const { receive } = await newReceiver({ clinic });
    const receipt = await receiptOf(
      await post(receive, insuranceCheck({ memberId: 'DEMO-ACTIVE' })),
    );
    expect(receipt).toMatchObject({ status: 'pending' });
    expect(receipt.coverage).toBeUndefined();
  });

  test('leave the examples as they are', async () => {
    const { submission } = examples.find(({ name }) => name === 'insurance check')!;
    const { receive } = await newReceiver({ eligibility: simulatedInsurers });
    expect(await receiptOf(await post(receive, submission))).toMatchObject({ status: 'pending' });
  });
});

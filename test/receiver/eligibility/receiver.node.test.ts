import { describe, expect, test } from 'vitest';
import type { Clinic, Coverage } from '../../../src/contract/index.js';
import { CheckRefused, type Eligibility } from '../../../src/receiver/index.js';
import {
  clinic,
  coverage,
  insuranceCheck,
  newReceiver,
  newStore,
  post,
  problemOf,
  receiptOf,
  staffList,
} from '../../support/receiver.js';

const receiptFor = async (eligibility: Eligibility, data = {}, more: { clinic?: Clinic } = {}) => {
  const { receive } = await newReceiver({ eligibility, ...more });
  return receiptOf(await post(receive, insuranceCheck(data)));
};

describe('the network', () => {
  const payers = [
    { id: 'in', name: 'Inside', aliases: ['Old Inside'], network: 'in' as const },
    { id: 'out', name: 'Outside', network: 'out' as const },
    { id: 'ask', name: 'Perhaps', network: 'ask' as const },
  ];
  test.each([
    ['in', 'in', 'in'],
    ['in', 'out', 'in'],
    ['in', 'unknown', 'in'],
    ['out', 'out', 'out'],
    ['out', 'unknown', 'out'],
    // The payer says in, the clinic's list says out: not confirmed, and never shown as in.
    ['out', 'in', 'unknown'],
    ['ask', 'in', 'unknown'],
    ['ask', 'out', 'unknown'],
    ['nobody', 'in', 'unknown'],
  ] as const)('of the list says %s, the insurer %s: %s', async (id, hint, network) => {
    const told: (Coverage['network'] | undefined)[] = [];
    const receipt = await receiptFor(
      async (_check, options) => {
        told.push(options.network);
        return { ...coverage, network: hint };
      },
      { payer: { id, name: 'X' } },
      { clinic: { ...clinic, payers } },
    );
    expect(receipt.coverage?.network).toBe(network);
    expect(told).toEqual([id === 'in' || id === 'out' ? id : 'unknown']);
  });

  test('is found by a name that was typed as the list has it', async () => {
    const network = async (name: string) => {
      const receipt = await receiptFor(
        async () => coverage,
        { payer: { name } },
        { clinic: { ...clinic, payers } },
      );
      return receipt.coverage?.network;
    };
    expect(await network('old inside ')).toBe('in');
    expect(await network('Insid')).toBe('unknown');
  });

  test.each([
    ['in', 'unknown'],
    ['out', 'out'],
    ['unknown', 'unknown'],
  ] as const)(
    'is never in where the receiver has no list: the insurer says %s',
    async (hint, network) => {
      const { payers: _none, ...bare } = clinic;
      for (const list of [undefined, 'https://clinic.example/payers.json']) {
        const receipt = await receiptFor(
          async () => ({ ...coverage, network: hint }),
          {},
          { clinic: { ...bare, ...(list && { payers: list }) } },
        );
        expect(receipt.coverage?.network).toBe(network);
      }
    },
  );
});

describe('an answer', () => {
  test.each([
    ['active', 'received'],
    ['inactive', 'received'],
    ['unknown', 'pending'],
    ['pending', 'pending'],
  ] as const)('that says %s is %s', async (outcome, status) => {
    expect(await receiptFor(async () => ({ ...coverage, outcome }))).toMatchObject({ status });
  });

  test.each([undefined, null, 'active', [], {}, { outcome: 'yes' }, { outcome: ['active'] }])(
    'that is none (%j) leaves the check to a person',
    async (answer) => {
      const receipt = await receiptFor(async () => answer as unknown as Coverage);
      expect(receipt).toMatchObject({ status: 'pending' });
      expect(receipt.coverage).toBeUndefined();
    },
  );

  test('carries nothing but what the contract names', async () => {
    const odd = {
      ...coverage,
      raw: 'CNRY',
      plan: 'x'.repeat(9_000),
      asOf: 'yesterday',
      source: 7,
      benefits: [
        {
          service: 'tms',
          ssn: 'CNRY',
          copay: { amount: 25, currency: 'USD', note: 'CNRY' },
          coinsurance: 20,
          deductible: { amount: Number.NaN, currency: 'USD' },
          deductibleLeft: { amount: -1, currency: 'USD' },
          priorAuthorization: 'yes',
        },
        { service: 'visit', copay: { amount: '0', currency: 'USD' }, coinsurance: 0.2 },
        { copay: { amount: 1, currency: 'USD' } },
        null,
      ],
    };
    const receipt = await receiptFor(async () => odd as unknown as Coverage);
    expect(JSON.stringify(receipt)).not.toContain('CNRY');
    expect(receipt.coverage).toMatchObject({ outcome: 'active', source: 'insurer' });
    expect(receipt.coverage!.plan).toHaveLength(500);
    expect(Date.parse(receipt.coverage!.asOf)).not.toBeNaN();
    expect(receipt.coverage!.benefits).toEqual([
      { service: 'tms', copay: { amount: 25, currency: 'USD' } },
      { service: 'visit', coinsurance: 0.2 },
    ]);
  });
});

describe('a check the insurer refuses', () => {
  const issues = [{ path: ['data', 'memberId'], code: 'not-recognized' }];
  const refusing: Eligibility = async () => {
    throw new CheckRefused(issues);
  };

  test('is sent back with the fields to mend, and its reason is in no log', async () => {
    const { receive, lines } = await newReceiver({ eligibility: refusing });
    const response = await post(receive, insuranceCheck({ memberId: 'CNRY' }));
    expect(response.status).toBe(422);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await problemOf(response)).toMatchObject({ code: 'invalid', issues });
    expect(lines.join()).not.toContain('CNRY');
  });

  test('is kept for a person, and accepted as it is when it is sent again', async () => {
    const { receive } = await newReceiver({ eligibility: refusing });
    const sent = insuranceCheck();
    expect((await post(receive, sent)).status).toBe(422);
    const { submissions } = await staffList(receive);
    expect(submissions).toMatchObject([{ id: sent.id, status: 'pending' }]);
    const again = await post(receive, sent);
    expect(again.status).toBe(200);
    expect(await receiptOf(again)).toEqual({
      status: 'pending',
      reference: submissions[0].reference,
    });
  });

  test('gives way to the corrected one', async () => {
    const store = await newStore();
    const { receive } = await newReceiver({
      store,
      eligibility: async (check, options) =>
        check.memberId === '00123' ? refusing(check, options) : coverage,
    });
    const sent = insuranceCheck();
    await post(receive, sent);
    const mended = { ...insuranceCheck({ memberId: '00124' }), replaces: sent.id };
    const response = await post(receive, mended);
    expect(response.status).toBe(201);
    expect(await receiptOf(response)).toMatchObject({ status: 'received', coverage });
    const { submissions } = await staffList(receive);
    expect(submissions.map(({ id, status }) => [id, status])).toEqual([
      [mended.id, 'received'],
      [sent.id, 'replaced'],
    ]);
  });

  test('counts as one of the submissions of a minute: asking insurers costs', async () => {
    const { receive } = await newReceiver({ eligibility: refusing, limits: { perMinute: 1 } });
    expect((await post(receive, insuranceCheck())).status).toBe(422);
    expect((await post(receive, insuranceCheck())).status).toBe(429);
  });
});

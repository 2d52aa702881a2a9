import { expect } from '@open-wc/testing';
import { fakeEndpoint, fill, hear, mount, submit, until, wordsIn } from '../../support/index.js';
import '../../../src/widgets/insurance-check/insurance-check.js';

const list = [
  { id: 'in', name: 'Inside Health', network: 'in' },
  { id: 'out', name: 'Outside Health', network: 'out' },
  { id: 'ask', name: 'Perhaps Health', network: 'ask' },
];
const names = { in: 'Inside Health', out: 'Outside Health', ask: 'Perhaps Health' };
const said = {
  in: 'We’re in network with your insurer.',
  out: 'We’re not in network with your insurer.',
  unknown: 'We haven’t confirmed',
};
const coverage = {
  outcome: 'active',
  payer: 'Some Insurer',
  benefits: [{ service: 'visit', copay: { amount: 30, currency: 'USD' } }],
  asOf: '2026-11-23T15:00:00Z',
  source: 'insurer',
};

/** A check that has been sent, and what its endpoint answered. */
const checked = async (payer: string, receipt: object) => {
  const endpoint = fakeEndpoint({ body: { reference: 'C-1', ...receipt } });
  const payers = fakeEndpoint({ body: list });
  const host = await mount(
    `<insurance-check payers="${payers.url}" endpoint="${endpoint.url}"></insurance-check>`,
  );
  fill(host, { payer });
  await until(
    () => payers.requests.length > 0 && /with this insurer|on your plan/.test(wordsIn(host)),
  );
  fill(host, {
    memberId: '00123-A',
    givenName: 'Ana',
    familyName: 'Ruiz',
    'birthDate.month': '2',
    'birthDate.day': '9',
    'birthDate.year': '1985',
    phone: '555 010 0123',
    'consent.privacy': true,
  });
  await submit(host);
  await until(() => wordsIn(host).includes('C-1'), 'the answer');
  return host;
};

describe('an answer of the insurer in <insurance-check>', () => {
  for (const [listed, network, shown] of [
    ['in', 'in', 'in'],
    ['in', 'unknown', 'in'],
    ['in', 'out', 'unknown'],
    ['out', 'out', 'out'],
    ['out', 'in', 'unknown'],
    ['out', 'unknown', 'unknown'],
    ['ask', 'in', 'unknown'],
    ['ask', 'out', 'unknown'],
  ] as const)
    it(`says ${shown} where the clinic’s list says ${listed} and the insurer ${network}`, async () => {
      const host = await checked(names[listed], {
        status: 'received',
        coverage: { ...coverage, network },
      });
      await until(() => wordsIn(host).includes('$30'), 'the card');
      expect(wordsIn(host)).to.include(said[shown]);
      for (const [other, words] of Object.entries(said))
        if (other !== shown) expect(wordsIn(host)).not.to.include(words);
    });

  it('is pending where the receipt says so, whatever comes with it', async () => {
    const told = hear('clinic-coverage');
    const host = await checked(names.in, {
      status: 'pending',
      coverage: { ...coverage, outcome: 'unknown', network: 'in' },
    });
    expect(wordsIn(host)).to.include('Someone on our team will contact').and.not.to.include('$30');
    expect(told.at(-1)).to.include({ ref: 'C-1', status: 'pending' });
  });
});

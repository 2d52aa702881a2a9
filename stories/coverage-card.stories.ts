/** What is shown of an insurer's answer, and where its refusals lead: each state of the card, and each code. */
import '../src/widgets/insurance-check/insurance-check.js';
import type { Coverage } from '../src/contract/index.js';
import { inClinic } from './support/clinic.js';
import * as on from './support/endpoints.js';
import { widget, type Meta, type Story } from './support/story.js';
import { arrive, sent, until, type Answers } from './support/visitor.js';

const meta: Meta = {
  title: 'Insurance answer',
  component: 'insurance-check',
  args: { endpoint: on.endpoint, phone: '+1 555 010 0123' },
  render: (args) => inClinic(widget('insurance-check', args)),
};
export default meta;

const answers: Answers = {
  payer: 'Blue Harbor Health',
  memberId: 'BHH123456',
  groupNumber: '4410',
  givenName: 'Robin',
  familyName: 'Hale',
  'birthDate.month': '4',
  'birthDate.day': '9',
  'birthDate.year': '1988',
  phone: '555 010 0144',
  'consent.privacy': true,
};
const usd = (amount: number) => ({ amount, currency: 'USD' });
const visit = {
  service: 'visit',
  copay: usd(30),
  coinsurance: 0.2,
  deductible: usd(1500),
  deductibleLeft: usd(640),
  priorAuthorization: false,
};
const coverage: Coverage = {
  outcome: 'active',
  network: 'in',
  payer: 'Blue Harbor Health',
  plan: 'Blue Harbor Gold',
  benefits: [visit],
  asOf: '2026-11-23T15:00:00Z',
  source: 'insurer',
};

/** Ends when the card is there: it is fetched when the first answer comes. */
const answered = (more: Partial<Coverage> = {}, by: Answers = {}): Story => {
  const story = sent(
    { ...answers, ...by },
    { fetch: on.answers({ ...coverage, ...more }) },
    'sent',
  );
  return {
    ...story,
    play: async (context) => {
      await story.play!(context);
      const { root } = await arrive(context.canvasElement);
      await until('the card', () => root.querySelector('.coverage'));
    },
  };
};
const refused = (issues: Record<string, string>): Story =>
  sent(answers, { fetch: on.refuses(issues) }, 'invalid');

export const Active: Story = answered();
export const ActiveForService: Story = answered(
  {
    benefits: [
      { service: 'therapy', copay: usd(45) },
      {
        service: 'tms',
        coinsurance: 0.2,
        deductible: usd(1500),
        deductibleLeft: usd(640.5),
        priorAuthorization: true,
      },
    ],
  },
  { service: 'tms' },
);
export const ActiveSeveralServices: Story = answered({
  benefits: [
    { service: 'therapy', copay: usd(45) },
    { ...visit, service: 'medication' },
  ],
});
export const AmountsMissing: Story = answered({ benefits: [{ service: 'visit', copay: usd(30) }] });
export const NoAmounts: Story = answered({ benefits: [] });
export const NothingToPay: Story = answered({
  benefits: [{ service: 'visit', copay: usd(0), coinsurance: 0, deductibleLeft: usd(0) }],
});
export const OutOfNetwork: Story = answered({ network: 'out' }, { payer: 'Northline Mutual' });
export const NetworkNotConfirmed: Story = answered(
  { network: 'unknown' },
  { payer: 'Cedar Valley Plan' },
);
export const Inactive: Story = answered({ outcome: 'inactive', benefits: [] });
export const FromAnotherReceiver: Story = answered({
  source: 'Benefits desk of Alder Street, by phone with the insurer',
  asOf: 'last week',
  benefits: [
    {
      service:
        'A very long name of a service that nobody has put into the clinic file of this clinic',
      copay: usd(9_999_999.99),
      note: '<b>DEDUCTIBLE APPLIES TO ALL SERVICES EXCEPT PREVENTIVE</b> '.repeat(20),
    },
  ],
});

export const NumberNotRecognized: Story = refused({ memberId: 'not-recognized' });
export const NobodyFound: Story = refused({ memberId: 'not-found' });
export const NameMismatch: Story = refused({ givenName: 'mismatch', familyName: 'mismatch' });
export const BirthDateMismatch: Story = refused({ birthDate: 'mismatch' });
export const GroupMismatch: Story = refused({ groupNumber: 'mismatch' });
export const SecondPlan: Story = answered(
  {},
  { secondary: true, 'secondary.payer': 'Cedar Valley Plan' },
);
export const PayerDown: Story = sent(answers, { fetch: on.accepts('pending') }, 'sent');

export const Spanish: Story = { ...Active, globals: { language: 'es' } };
export const SpanishInactive: Story = { ...Inactive, globals: { language: 'es' } };
export const SpanishNumberNotRecognized: Story = {
  ...NumberNotRecognized,
  globals: { language: 'es' },
};
export const RightToLeft: Story = { ...Active, globals: { direction: 'rtl' } };
export const Dark: Story = { ...Active, globals: { theme: 'dark' } };
export const DarkNotConfirmed: Story = { ...NetworkNotConfirmed, globals: { theme: 'dark' } };
export const Narrow: Story = { ...ActiveForService, globals: { width: '320px' } };

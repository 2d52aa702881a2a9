import '../src/widgets/insurance-check/insurance-check.js';
import { address, inClinic, payers } from './support/clinic.js';
import * as on from './support/endpoints.js';
import { widget, type Meta, type Story } from './support/story.js';
import {
  arrive,
  fill,
  filled,
  hurried,
  offline,
  sent,
  until,
  type Answers,
} from './support/visitor.js';

const meta: Meta = {
  title: 'Insurance check',
  component: 'insurance-check',
  args: {
    endpoint: on.endpoint,
    fetch: on.isSilent,
    phone: '+1 555 010 0123',
    payers: address(payers),
  },
  render: (args) => widget('insurance-check', args),
  play: async ({ canvasElement }) => void (await arrive(canvasElement)),
};
export default meta;

const answers: Answers = {
  payer: 'Blue Harbor Health',
  memberId: 'BHH123456',
  givenName: 'Robin',
  familyName: 'Hale',
  'birthDate.month': '4',
  'birthDate.day': '9',
  'birthDate.year': '1988',
  phone: '555 010 0144',
  'consent.privacy': true,
};
const clinic = (story: Story): Story => ({
  ...story,
  render: (args) => inClinic(widget('insurance-check', { ...args, payers: undefined })),
});

/** Writes the name of an insurer, and waits for what is said about it. */
const asks = (payer: string, says: RegExp): Story => ({
  play: async ({ canvasElement }) => {
    const { root } = await fill(canvasElement, { payer });
    // The list comes when the control is first entered: the answer, when both are there.
    await until(`an answer like ${says}`, () => {
      root
        .querySelector('[data-field="payer"]')!
        .dispatchEvent(new Event('change', { bubbles: true }));
      return says.test(root.textContent);
    });
  },
});

export const Empty: Story = {};
export const ClinicFile: Story = clinic({});
export const ClinicFileService: Story = clinic({ args: { service: 'tms' } });
export const PayerInNetwork: Story = asks('Blue Harbor Health', /in network with this insurer/);
export const PayerOutOfNetwork: Story = asks(
  'northline mutual',
  /not in network with this insurer/,
);
export const PayerToAsk: Story = asks('Cedar Valley Plan', /depends on the plan/);
export const PayerByItsOtherName: Story = asks('BHH', /in network with this insurer/);
export const PayerUnknown: Story = filled({ payer: 'Some Other Plan' });
export const PayerListUnavailable: Story = {
  ...asks('Blue Harbor Health', /no list of insurers/),
  args: { payers: 'data:text/html,moved' },
};

export const FilledIn: Story = filled(answers);
export const InError: Story = sent({}, {}, 'invalid');
export const DateInError: Story = sent({ ...answers, 'birthDate.day': '31' }, {}, 'invalid');
export const Sending: Story = sent(answers, {}, 'sending');
export const Retrying: Story = sent(answers, { fetch: on.isBusy }, 'retrying');
export const Received: Story = sent(answers, { fetch: on.accepts('received') }, 'sent');
export const Pending: Story = sent(answers, { fetch: on.accepts('pending') }, 'sent');
export const PendingWithReplyTime: Story = clinic(Pending);
export const Sandbox: Story = sent(answers, { sandbox: true, endpoint: undefined }, 'sent');

export const RefusedField: Story = sent(
  answers,
  { fetch: on.refuses({ memberId: 'format', birthDate: 'future' }) },
  'invalid',
);
export const NotTaken: Story = sent(answers, { fetch: on.forbids }, 'failed');
export const ServerTrouble: Story = sent(answers, { fetch: on.breaks }, 'failed');
export const NotConfirmed: Story = sent(answers, { fetch: on.isCaptive, format: 'form' }, 'failed');
export const Offline: Story = offline(
  sent(answers, { fetch: on.isUnreachable, format: 'form' }, 'failed'),
);
export const Timeout: Story = hurried(
  sent(answers, { fetch: on.isSilent, format: 'form' }, 'failed'),
);

export const NoEndpointAnswers: Story = {
  ...asks('Northline Mutual', /not in network/),
  args: { endpoint: undefined },
};
export const NoEndpoint: Story = {
  args: {
    endpoint: undefined,
    payers: undefined,
    content: '<p>Ask us about your plan: <a href="tel:+15550100123">+1 555 010 0123</a></p>',
  },
};

export const Spanish: Story = clinic({ globals: { language: 'es' } });
export const SpanishInError: Story = {
  ...clinic(sent({}, {}, 'invalid')),
  globals: { language: 'es' },
};
export const SpanishSent: Story = { ...clinic(Pending), globals: { language: 'es' } };
export const RightToLeft: Story = { ...InError, globals: { direction: 'rtl' } };
export const Dark: Story = { ...PayerInNetwork, globals: { theme: 'dark' } };
export const DarkInError: Story = { ...InError, globals: { theme: 'dark' } };
export const DarkSent: Story = { ...Pending, globals: { theme: 'dark' } };
export const Narrow: Story = { ...clinic(PayerOutOfNetwork), globals: { width: '320px' } };

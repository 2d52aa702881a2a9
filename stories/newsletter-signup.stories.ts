import '../src/widgets/newsletter-signup/newsletter-signup.js';
import { inClinic } from './support/clinic.js';
import * as on from './support/endpoints.js';
import { widget, type Meta, type Story } from './support/story.js';
import {
  arrive,
  filled,
  press,
  until,
  hurried,
  offline,
  sent,
  type Answers,
} from './support/visitor.js';

const meta: Meta = {
  title: 'Newsletter sign-up',
  component: 'newsletter-signup',
  args: { endpoint: on.endpoint, fetch: on.isSilent, phone: '+1 555 010 0123' },
  render: (args) => widget('newsletter-signup', args),
  play: async ({ canvasElement }) => void (await arrive(canvasElement)),
};
export default meta;

const answers: Answers = { email: 'robin@example.org', 'consent.marketing-email': true };
const clinic = (story: Story): Story => ({
  ...story,
  render: (args) => inClinic(widget('newsletter-signup', args)),
});
const spanish = { language: 'es' };

export const Empty: Story = {};
export const Topics: Story = { args: { topics: 'news:Clinic news, events:Talks and events' } };
export const ClinicFile: Story = clinic({});
export const AskingForAName: Story = { args: { fields: 'email, givenName?' } };
export const OwnHeading: Story = {
  args: { heading: 'Letters from Alder Street', headingLevel: '3' },
};
export const WithoutHeading: Story = { args: { heading: '' } };

export const InADialog: Story = { args: { display: 'dialog' } };
export const Floating: Story = { args: { display: 'floating' } };
export const DialogOpen: Story = {
  args: { display: 'dialog' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="open"]');
    const { root } = await arrive(canvasElement);
    await until('the dialog', () => root.querySelector('dialog:modal'));
  },
};

export const FilledIn: Story = filled(answers);
export const InError: Story = sent({}, {}, 'invalid');
export const OneError: Story = sent(
  { email: 'robin@example', 'consent.marketing-email': true },
  {},
  'invalid',
);
export const Sending: Story = sent(answers, {}, 'sending');
export const Retrying: Story = sent(answers, { fetch: on.isBusy }, 'retrying');
export const Subscribed: Story = sent(answers, { fetch: on.accepts('subscribed') }, 'sent');
export const CheckInbox: Story = sent(answers, { fetch: on.accepts('check-inbox') }, 'sent');
export const Sandbox: Story = sent(answers, { sandbox: true, endpoint: undefined }, 'sent');

export const RefusedField: Story = sent(
  answers,
  { fetch: on.refuses({ email: 'format' }) },
  'invalid',
);
export const RefusedAsAWhole: Story = sent(answers, { fetch: on.refusesAll }, 'rejected');
export const NotTaken: Story = sent(answers, { fetch: on.forbids }, 'failed');
export const ServerTrouble: Story = sent(answers, { fetch: on.breaks }, 'failed');
export const NotConfirmed: Story = sent(answers, { fetch: on.isCaptive, format: 'form' }, 'failed');
export const Offline: Story = offline(
  sent(answers, { fetch: on.isUnreachable, format: 'form' }, 'failed'),
);
export const Timeout: Story = hurried(
  sent(answers, { fetch: on.isSilent, format: 'form' }, 'failed'),
);
export const Blocked: Story = {
  ...sent(answers, { fetch: on.isBlocked, format: 'form' }, 'failed'),
  parameters: { complaint: 'Content-Security-Policy' },
};

export const NoEndpoint: Story = {
  parameters: { complaint: '<newsletter-signup>' },
  args: {
    endpoint: undefined,
    content: '<p>Write to <a href="mailto:news@clinic.example">news@clinic.example</a></p>',
  },
};
export const NoEndpointNoFallback: Story = { args: { endpoint: undefined } };

export const Spanish: Story = clinic({ globals: spanish });
export const SpanishInError: Story = { ...sent({}, {}, 'invalid'), globals: spanish };
export const SpanishSent: Story = {
  ...sent(answers, { fetch: on.accepts('check-inbox') }, 'sent'),
  globals: spanish,
};
export const RightToLeft: Story = { ...sent({}, {}, 'invalid'), globals: { direction: 'rtl' } };
export const Dark: Story = clinic({ globals: { theme: 'dark' } });
export const DarkInError: Story = { ...sent({}, {}, 'invalid'), globals: { theme: 'dark' } };
export const DarkSent: Story = {
  ...sent(answers, { fetch: on.accepts('subscribed') }, 'sent'),
  globals: { theme: 'dark' },
};
export const DarkOnALightPage: Story = { args: { theme: 'dark' } };
export const Narrow: Story = clinic({ globals: { width: '320px' } });

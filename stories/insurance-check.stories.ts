import type { Coverage } from '../src/contract/index.js';
import '../src/widgets/insurance-check/insurance-check.js';
import { address, inClinic, payers } from './support/clinic.js';
import * as on from './support/endpoints.js';
import { widget, type Args, type Meta, type Story } from './support/story.js';
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
const without = (fields: RegExp): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([field]) => !fields.test(field)));

/** What an insurer may answer. */
const found: Coverage = {
  outcome: 'active',
  network: 'in',
  payer: 'Blue Harbor Health',
  benefits: [
    {
      service: 'visit',
      copay: { amount: 35, currency: 'USD' },
      coinsurance: 0.2,
      deductible: { amount: 1500, currency: 'USD' },
      deductibleLeft: { amount: 640.5, currency: 'USD' },
      priorAuthorization: true,
    },
  ],
  asOf: '2026-11-23T15:00:00Z',
  source: 'Blue Harbor Health',
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

/** Sends a check that the insurer answers. */
const answered = (coverage: Partial<Coverage>, own: Answers = {}): Story => {
  const story = sent(
    { ...answers, ...own },
    { fetch: on.answers({ ...found, ...coverage }) },
    'sent',
  );
  return {
    ...story,
    play: async (context) => {
      await story.play!(context);
      const { root } = await arrive(context.canvasElement);
      await until('the answer', () => root.querySelector('.coverage'));
    },
  };
};

/** Sends a check with a photo of the card in place of its number. */
const photographed = (args: Args, state: string): Story => {
  const story = sent(without(/memberId/), { fetch: on.accepts('pending'), ...args }, state);
  return {
    ...story,
    play: async (context) => {
      const { root } = await arrive(context.canvasElement);
      const input = root.querySelector<HTMLInputElement>('[data-field="cards.front"]')!;
      input.focus({ preventScroll: true });
      const canvas = new OffscreenCanvas(640, 400);
      canvas.getContext('2d')!.fillRect(40, 40, 300, 60);
      const chosen = new DataTransfer();
      chosen.items.add(new File([await canvas.convertToBlob()], 'card.png', { type: 'image/png' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await until('the photo', () =>
        root.querySelector('[part~="form"] canvas, [part~="form"] img'),
      );
      await story.play!(context);
    },
  };
};

export const Empty: Story = {};
export const ClinicFile: Story = clinic({});
export const ClinicFileService: Story = clinic({ args: { service: 'tms' } });
export const PayerInNetwork: Story = asks('Blue Harbor Health', /in network with this insurer/);
export const PayerOutOfNetwork: Story = asks(
  'northline mutual',
  /not in network with this insurer/,
);
export const PayerToAsk: Story = asks('Cedar Valley Plan', /depends on your plan/);
export const PayerByItsOtherName: Story = asks('BHH', /in network with this insurer/);
export const PayerUnknown: Story = filled({ payer: 'Some Other Plan' });
export const PayerListUnavailable: Story = {
  ...asks('Blue Harbor Health', /list of insurers isn’t available/),
  args: { payers: 'data:text/html,moved' },
  parameters: { complaint: 'payers: data:text/html,moved' },
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

/** Every reason of a payer that somebody can put right, at the field that it is about. */
const holder: Answers = {
  relationship: 'spouse',
  'subscriber.givenName': 'Alex',
  'subscriber.familyName': 'Hale',
  'subscriber.birthDate.month': '7',
  'subscriber.birthDate.day': '21',
  'subscriber.birthDate.year': '1986',
};
const payerRefuses = (field: string, code: string): Story =>
  sent(
    { ...answers, groupNumber: '7', ...(field.startsWith('subscriber') && holder) },
    { fetch: on.refuses({ [field]: code }) },
    'invalid',
  );
export const MemberIdNotRecognized: Story = payerRefuses('memberId', 'not-recognized');
export const MemberIdNotFound: Story = payerRefuses('memberId', 'not-found');
export const GroupNumberMismatch: Story = payerRefuses('groupNumber', 'mismatch');
export const FirstNameMismatch: Story = payerRefuses('givenName', 'mismatch');
export const LastNameMismatch: Story = payerRefuses('familyName', 'mismatch');
export const BirthDateMismatch: Story = payerRefuses('birthDate', 'mismatch');
export const HolderFirstNameMismatch: Story = payerRefuses('subscriber.givenName', 'mismatch');
export const HolderLastNameMismatch: Story = payerRefuses('subscriber.familyName', 'mismatch');
export const HolderBirthDateMismatch: Story = payerRefuses('subscriber.birthDate', 'mismatch');
export const SexMismatch: Story = sent(
  { ...answers, legalSex: 'unknown' },
  {
    fetch: on.refuses({ legalSex: 'mismatch' }),
    fields: 'memberId, groupNumber, phone, email, legalSex',
  },
  'invalid',
);
/** The holder of the plan is not found: the number is what can be compared (75 at the subscriber). */
export const HolderNotFound: Story = sent(
  { ...answers, ...holder },
  { fetch: on.refuses({ memberId: 'not-found', 'subscriber.familyName': 'mismatch' }) },
  'invalid',
);
/** What nobody here can put right a person looks after: the reason (X12 AAA03) is for staff, and each ends on the same friendly screen. */
export const PayerDown: Story = Pending;
export const ClinicNotAllowedToAsk41: Story = Pending;
export const ClinicNotKnown43: Story = Pending;
export const ClinicNotOnFile51: Story = Pending;
export const TwoPatientsOfOneNumber76: Story = Pending;
/** The plan is there, but not for the patient, or not any more. */
export const PlanNotEligible: Story = answered({ outcome: 'inactive', benefits: [] });

export const HolderIsAnother: Story = filled({ ...answers, ...holder });
export const HolderInError: Story = sent({ ...answers, relationship: 'child' }, {}, 'invalid');
export const SecondPlan: Story = filled({
  ...answers,
  secondary: true,
  'secondary.payer': 'Northline Mutual',
});
export const SecondPlanInError: Story = sent({ ...answers, secondary: true }, {}, 'invalid');
export const LegalSexAsked: Story = { args: { fields: 'memberId, phone, email, legalSex?' } };

export const Medicare: Story = asks('Medicare (Original)', /We won’t guess/);
export const Medicaid: Story = asks('State Medicaid', /We won’t guess/);
export const Tricare: Story = asks('TRICARE', /We won’t guess/);
export const VeteransAffairs: Story = asks('VA Community Care', /We won’t guess/);
export const MedicaidAnswered: Story = answered({ network: 'out' }, { payer: 'State Medicaid' });

const alone: Answers = { selfPay: true, ...without(/payer|memberId/) };
/** Ticks the box, and waits for the notice, which is fetched then. */
const paysAlone = (args: Args = {}): Story => ({
  args,
  play: async ({ canvasElement }) => {
    const { root } = await fill(canvasElement, { selfPay: true });
    await until('the notice', () => root.querySelector('.estimate a'));
  },
});
export const SelfPay: Story = clinic(paysAlone());
export const SelfPaySent: Story = clinic(sent(alone, { fetch: on.accepts('pending') }, 'sent'));
export const SelfPayWithoutEndpoint: Story = paysAlone({ endpoint: undefined });

export const Active: Story = answered({});
export const Inactive: Story = answered({ outcome: 'inactive', benefits: [] });
export const OutcomeUnknown: Story = sent(
  answers,
  { fetch: on.answers({ ...found, outcome: 'unknown', benefits: [] }) },
  'sent',
);
export const ActiveWithSecondPlan: Story = answered(
  {},
  { secondary: true, 'secondary.payer': 'Northline Mutual' },
);
export const SecondPlanIsMedicaid: Story = answered(
  {},
  { secondary: true, 'secondary.payer': 'State Medicaid' },
);
export const NotConfirmedBooking: Story = sent(answers, { fetch: on.breaks }, 'failed');

export const PhotoOnly: Story = photographed({}, 'sent');
export const PhotoSending: Story = photographed({ fetch: on.isSilent }, 'sending');
export const KeyOnThePage: Story = {
  parameters: { complaint: 'authorization' },
  args: {
    authorization: 'Key of-a-service',
    content: '<p>Ask us about your plan: <a href="tel:+15550100123">+1 555 010 0123</a></p>',
  },
};

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
export const SpanishSelfPay: Story = { ...SelfPay, globals: { language: 'es' } };
export const SpanishHolderInError: Story = { ...HolderInError, globals: { language: 'es' } };
export const SpanishActive: Story = {
  ...answered({}),
  globals: { language: 'es' },
};
export const SpanishMedicaid: Story = {
  ...asks('State Medicaid', /No vamos a adivinar/),
  globals: { language: 'es' },
};
export const RightToLeftHolder: Story = { ...HolderIsAnother, globals: { direction: 'rtl' } };
export const RightToLeftActive: Story = { ...Active, globals: { direction: 'rtl' } };
export const DarkSelfPay: Story = { ...SelfPay, globals: { theme: 'dark' } };
export const DarkActive: Story = { ...Active, globals: { theme: 'dark' } };
export const DarkSecondPlan: Story = { ...SecondPlan, globals: { theme: 'dark' } };
export const NarrowSelfPay: Story = { ...SelfPay, globals: { width: '320px' } };
export const NarrowHolder: Story = { ...HolderInError, globals: { width: '320px' } };
export const RightToLeft: Story = { ...InError, globals: { direction: 'rtl' } };
export const Dark: Story = { ...PayerInNetwork, globals: { theme: 'dark' } };
export const DarkInError: Story = { ...InError, globals: { theme: 'dark' } };
export const DarkSent: Story = { ...Pending, globals: { theme: 'dark' } };
export const Narrow: Story = { ...clinic(PayerOutOfNetwork), globals: { width: '320px' } };

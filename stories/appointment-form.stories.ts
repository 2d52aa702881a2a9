import '../src/widgets/appointment-form/appointment-form.js';
import { inClinic } from './support/clinic.js';
import * as on from './support/endpoints.js';
import * as feed from './support/slots.js';
import { widget, type Args, type Meta, type Story } from './support/story.js';
import {
  arrive,
  fill,
  filled,
  hurried,
  leftAlone,
  offline,
  press,
  sent,
  until,
  type Answers,
} from './support/visitor.js';

const meta: Meta = {
  title: 'Appointment form',
  component: 'appointment-form',
  args: { endpoint: on.endpoint, fetch: on.isSilent, phone: '+1 555 010 0123', layout: 'page' },
  render: (args) => widget('appointment-form', args),
  play: async ({ canvasElement }) => void (await arrive(canvasElement)),
};
export default meta;

/** Far enough away to be free whenever the stories are looked at, and the same in each. */
const day = '2031-05-06';
const answers: Answers = {
  forWhom: 'self',
  givenName: 'Robin',
  familyName: 'Hale',
  email: 'robin@example.org',
  'preferences.0.day': day,
  'preferences.0.time': 'morning',
  'consent.privacy': true,
};
const clinic = (story: Story): Story => ({
  ...story,
  render: (args) => inClinic(widget('appointment-form', args)),
});
/** Free times, and a clinic that answers with `status`. */
const booking = (story: feed.SlotStory = {}, status = 'confirmed'): Args => {
  const [times, post] = [feed.offers(story), on.accepts(status)];
  return {
    layout: 'steps',
    slots: feed.slots,
    fetch: (address: string) => (address.startsWith(feed.slots) ? times : post)(address),
  };
};

export const Empty: Story = {};
export const ClinicFile: Story = clinic({});
export const ClinicFileService: Story = clinic({ args: { service: 'tms', location: 'main' } });
export const ByVideo: Story = clinic(filled({ service: 'therapy', visit: 'telehealth' }));
export const CallMe: Story = clinic(filled({ phone: '555 010 0144', contactBy: 'phone' }));
export const ThreeDays: Story = {
  play: async ({ canvasElement }) => {
    const { root } = await fill(canvasElement, { 'preferences.0.day': day });
    for (const at of [1, 2]) {
      await press(canvasElement, '[data-field="preferences"] button');
      await until(`day ${at + 1}`, () =>
        root.querySelector(`[data-field="preferences.${at}.day"]`),
      );
    }
  },
};
export const OwnFields: Story = {
  args: { fields: 'givenName, phone?, email!, birthDate, chosenName?, preferences' },
};
export const EmergencyElsewhere: Story = {
  args: { region: 'NZ' },
  play: async ({ canvasElement }) => {
    const { root } = await arrive(canvasElement);
    await until('the lines of the region', () => root.querySelector('.emergency a'));
  },
};
export const OwnHeading: Story = { args: { heading: 'Request a first visit', headingLevel: '3' } };

export const FilledIn: Story = filled(answers);
export const InError: Story = clinic(sent({}, {}, 'invalid'));
export const OneError: Story = sent({ ...answers, email: 'robin@example' }, {}, 'invalid');
export const Sending: Story = sent(answers, {}, 'sending');
export const Retrying: Story = sent(answers, { fetch: on.isBusy }, 'retrying');
export const Received: Story = sent(answers, { fetch: on.accepts('received') }, 'sent');
export const ReceivedWithReplyTime: Story = clinic(Received);
export const Confirmed: Story = sent(answers, { fetch: on.accepts('confirmed') }, 'sent');
/** With what the clinic wants people to know before the visit. */
export const ReceivedWithLogistics: Story = clinic(
  sent({ ...answers, service: 'tms' }, { layout: 'page', fetch: on.accepts('received') }, 'sent'),
);
export const WithoutReference: Story = sent(answers, { fetch: on.accepts('received', '') }, 'sent');
export const Sandbox: Story = sent(answers, { sandbox: true, endpoint: undefined }, 'sent');

export const RefusedField: Story = sent(
  answers,
  { fetch: on.refuses({ email: 'format', preferences: 'format' }) },
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

/** Somebody asks for a child: who speaks for it must be reachable, and what is for adults only is said. */
const forChild: Answers = {
  forWhom: 'other',
  service: 'tms',
  'birthDate.month': '5',
  'birthDate.day': '6',
  'birthDate.year': String(new Date().getFullYear() - 9),
};
const adultsOnly = (story: Story): Story => ({
  ...story,
  render: (args) =>
    inClinic(widget('appointment-form', args), {
      services: [
        { id: 'tms', name: { en: 'TMS therapy', es: 'Terapia TMS' }, minimumAge: 18 },
        { id: 'talk', name: { en: 'Talk therapy', es: 'Terapia de conversación' } },
      ],
    }),
});
/** A notice looks like one as soon as the part behind the form is there. */
const told = (story: Story): Story => ({
  ...story,
  play: async (context) => {
    await story.play!(context);
    const { root } = await arrive(context.canvasElement);
    await until('the notice', () => {
      const notice = root.querySelector('.trouble');
      return notice && getComputedStyle(notice).borderInlineStartStyle !== 'none';
    });
  },
});
export const GuardianOfMinor: Story = adultsOnly(told(filled(forChild)));
export const GuardianMissing: Story = adultsOnly(
  sent({ ...answers, ...forChild }, { layout: 'page' }, 'invalid'),
);
export const TooYoung: Story = adultsOnly(told(filled({ ...forChild, forWhom: 'self' })));

const referral = {
  id: 'referral',
  type: 'file' as const,
  label: { en: 'Your referral', es: 'Su derivación' },
  hint: { en: 'From your doctor, if you have one.', es: 'De su médico, si la tiene.' },
};
const photo = async () => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 400 });
  canvas.getContext('2d')!.fillRect(60, 60, 480, 280);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  return new File([blob!], 'referral.jpg', { type: 'image/jpeg' });
};
/** A story in which a file is given to the question for one; it ends when `part` is there. */
const given = (part: string, file: () => Promise<File>): Story => ({
  render: (args) => inClinic(widget('appointment-form', args), { questions: [referral] }),
  play: async ({ canvasElement }) => {
    const { root } = await fill(canvasElement, { forWhom: 'self' });
    const find = () => root.querySelector<HTMLInputElement>('[data-field="answers.referral"]');
    await until('the question', find);
    const transfer = new DataTransfer();
    transfer.items.add(await file());
    find()!.files = transfer.files;
    find()!.dispatchEvent(new Event('change', { bubbles: true }));
    await until(part, () => root.querySelector(part));
  },
});
export const PhotoGiven: Story = given('.photo canvas', photo);
export const PhotoUnfit: Story = given('[role="alert"]', () =>
  Promise.resolve(new File(['%PDF-1.7'], 'referral.pdf', { type: 'application/pdf' })),
);

export const QuickExit: Story = { args: { exit: 'https://weather.example' } };
export const InADialog: Story = { args: { display: 'dialog', layout: 'steps' } };
export const DialogOpen: Story = {
  args: { display: 'dialog', layout: 'steps' },
  play: async ({ canvasElement }) => {
    const { root } = await arrive(canvasElement);
    await press(canvasElement, '[part="open"]');
    await until('the dialog', () => root.querySelector('dialog:modal form'));
  },
};
export const AlmostLeftAlone: Story = leftAlone(13.5, OneError);

/** Words that sound like danger have opened the emergency lines beside the field. */
export const Danger: Story = {
  args: { layout: 'page' },
  play: async ({ canvasElement }) => {
    const { root } = await fill(canvasElement, { reason: 'I do not want to live any more' });
    await until('the signpost', () => root.querySelector('form .emergency a'));
  },
};

/** Nothing is free, and the visitor has turned to the waitlist. */
const waiting = (story: Story): Story => ({
  ...story,
  play: async (context) => {
    const { root } = await fill(context.canvasElement, {
      forWhom: 'self',
      phone: '555 010 0144',
    });
    const way = () =>
      root
        .querySelector('clinic-slot-picker')
        ?.shadowRoot?.querySelector<HTMLElement>('button.way');
    await until('the way to the waitlist', way);
    way()!.click();
    await until('the waitlist', () => root.querySelector('form > .intro'));
    await story.play?.(context);
  },
});
const noTimes: Args = { ...booking({ list: feed.empty }, 'received'), layout: 'page' };
export const Waitlist: Story = waiting(clinic({ args: noTimes }));
export const WaitlistJoined: Story = waiting(
  clinic(
    sent({ givenName: 'Robin', familyName: 'Hale', 'consent.privacy': true }, noTimes, 'sent'),
  ),
);

export const NoEndpoint: Story = {
  parameters: { complaint: '<appointment-form>' },
  args: {
    endpoint: undefined,
    content:
      '<p>Call us to make an appointment: <a href="tel:+15550100123">+1 555 010 0123</a></p>',
  },
};
export const NoEndpointNoFallback: Story = { args: { endpoint: undefined } };

export const Spanish: Story = clinic({ globals: { language: 'es' } });
export const SpanishInError: Story = { ...InError, globals: { language: 'es' } };
export const SpanishSent: Story = { ...clinic(Received), globals: { language: 'es' } };
export const SpanishLogistics: Story = { ...ReceivedWithLogistics, globals: { language: 'es' } };
export const SpanishDanger: Story = { ...Danger, globals: { language: 'es' } };
export const SpanishWaitlist: Story = { ...Waitlist, globals: { language: 'es' } };
export const RightToLeft: Story = { ...InError, globals: { direction: 'rtl' } };
export const Dark: Story = clinic({ globals: { theme: 'dark' } });
export const DarkInError: Story = { ...InError, globals: { theme: 'dark' } };
export const DarkSent: Story = { ...Received, globals: { theme: 'dark' } };
export const Narrow: Story = clinic({ globals: { width: '320px' } });

// — step by step —

const person: Answers = {
  givenName: 'Robin',
  familyName: 'Hale',
  phone: '555 010 0144',
};
/** Answers each step in turn and goes on; the last one stays. */
const steps = (steps: Answers[], args: Args = {}): Story => ({
  args: { layout: 'steps', ...args },
  play: async ({ canvasElement }) => {
    for (const [at, answers] of steps.entries()) {
      const { root } = await fill(canvasElement, answers);
      if (at === steps.length - 1) return;
      const before = root.querySelector('form [part~="heading"]')?.textContent;
      await press(canvasElement, '[part="submit"]');
      await until(
        `the step after ${at + 1}`,
        () => root.querySelector('form [part~="heading"]')?.textContent !== before,
      );
    }
  },
});
const who: Answers = { forWhom: 'self' };
const when: Answers = { 'preferences.0.day': day };
const questions = [
  {
    id: 'ride',
    type: 'yes-no' as const,
    label: { en: 'Can someone take you home?', es: '¿Alguien puede llevarle a casa?' },
  },
  {
    id: 'how',
    type: 'text' as const,
    label: { en: 'How would you get home?', es: '¿Cómo volvería a casa?' },
    showIf: { question: 'ride', is: false },
  },
];
const asking = (story: Story): Story => ({
  ...story,
  render: (args) => inClinic(widget('appointment-form', args), { questions }),
});

export const StepWho: Story = steps([{}]);
export const StepVisit: Story = clinic(steps([who, { service: 'therapy' }]));
export const StepWhen: Story = steps([who, {}]);
export const StepAbout: Story = steps([who, when, {}]);
export const StepAboutOther: Story = steps([{ forWhom: 'other' }, when, {}]);
export const StepQuestions: Story = asking(steps([who, {}, when, { 'answers.ride': 'false' }]));
const toCheck = steps([who, when, person, {}]);
/** The page to check the answers, once they are there. */
const toldBack = (story: Story): Story => ({
  ...story,
  play: async (context) => {
    await story.play!(context);
    const { root } = await arrive(context.canvasElement);
    await until('the answers', () => root.querySelector('[part="answer"]'));
  },
});
export const StepCheck: Story = toldBack(toCheck);

/** Chooses the earliest time and waits for what is said of it. */
const choose = async (canvas: HTMLElement, part: string) => {
  const { root } = await arrive(canvas);
  const picker = () => root.querySelector('clinic-slot-picker')?.shadowRoot;
  await until('the times', () => picker()?.querySelector('.earliest'));
  picker()!.querySelector<HTMLElement>('.earliest')!.click();
  await until(part, () =>
    picker()?.querySelector('clinic-slot-choice')?.shadowRoot?.querySelector(part),
  );
};
const timed = (part: string, story?: feed.SlotStory): Story => {
  const first = steps([who, {}], booking(story));
  return {
    ...first,
    play: async (context) => {
      await first.play!(context);
      await choose(context.canvasElement, part);
    },
  };
};
/** The steps after the one with the times. */
const thenOn = (story: Story, ...answers: Answers[]): Story => ({
  ...story,
  play: async (context) => {
    await story.play!(context);
    await press(context.canvasElement, '[part="submit"]');
    await steps(answers).play!(context);
  },
});
export const StepTimes: Story = steps([who, {}], booking());
export const StepTimeHeld: Story = timed('[role="timer"]');
export const StepTimeTaken: Story = timed('.taken', { hold: feed.taken });
export const StepTimeExpired: Story = timed('.expired', {
  hold: () => feed.held(900),
});
export const StepAboutHeld: Story = thenOn(StepTimeHeld, { givenName: 'Robin' });
export const StepCheckTime: Story = toldBack(thenOn(StepTimeHeld, person, {}));
const booked = thenOn(StepTimeHeld, person, { 'consent.privacy': true });
/** With the file for a calendar. */
export const Booked: Story = {
  ...booked,
  play: async (context) => {
    await booked.play!(context);
    const { host } = await arrive(context.canvasElement);
    await press(context.canvasElement, '[part="submit"]');
    await until('sent', () => host.matches(':state(sent)'));
  },
};
export const BookedSpanish: Story = { ...Booked, globals: { language: 'es' } };
export const StepSpanish: Story = { ...StepAbout, globals: { language: 'es' } };
export const StepRightToLeft: Story = { ...StepCheck, globals: { direction: 'rtl' } };
export const StepDark: Story = { ...StepCheck, globals: { theme: 'dark' } };
export const StepNarrow: Story = { ...StepCheck, globals: { width: '320px' } };

import '../src/widgets/appointment-form/appointment-form.js';
import { inClinic } from './support/clinic.js';
import { endpoint } from './support/endpoints.js';
import * as feed from './support/slots.js';
import { widget, type Args, type Meta, type Story } from './support/story.js';
import { arrive, fill, until } from './support/visitor.js';

/** The times of an appointment form, with as little around them as a form can have. */
const meta: Meta = {
  title: 'Slot picker',
  component: 'appointment-form',
  args: {
    endpoint,
    layout: 'page',
    fields: 'slot',
    slots: feed.slots,
    phone: '+1 555 010 0123',
    fetch: feed.offers(),
  },
  render: (args: Args) => inClinic(widget('appointment-form', args)),
  play: async ({ canvasElement }) => void (await times(canvasElement)),
};
export default meta;

/** The picker's own root, open as all roots of the stories are. */
async function picker(canvas: HTMLElement, holds: (root: ShadowRoot) => unknown) {
  const { root } = await arrive(canvas);
  const find = () => root.querySelector('clinic-slot-picker')?.shadowRoot;
  await until('the picker', () => find() && holds(find()!));
  return find()!;
}
const times = (canvas: HTMLElement) => picker(canvas, (root) => root.querySelector('.time'));
const says = (root: ShadowRoot, part: string) =>
  root.querySelector('clinic-slot-choice')?.shadowRoot?.querySelector(part);

/** A story that ends when its picker shows `part`. */
const shows = (part: string, list: feed.SlotStory['list']): Story => ({
  args: { fetch: feed.offers({ ...(list && { list }) }) },
  play: async ({ canvasElement }) =>
    void (await picker(canvasElement, (root) => root.querySelector(part))),
});

/** A story in which the last time of the day is chosen; it ends when what is said of it has `part`. */
const chosen = (part: string, story: feed.SlotStory = {}, args: Args = {}): Story => ({
  args: { fetch: feed.offers(story), ...args },
  play: async ({ canvasElement }) => {
    const root = await times(canvasElement);
    [...root.querySelectorAll<HTMLElement>('.time')].at(-1)!.click();
    await until(part, () => says(root, part));
  },
});

const narrow = (story: Story): Story => ({ ...story, globals: { width: '360px' } });

export const Month: Story = {};
export const Strip: Story = narrow({});
export const Narrowest: Story = { globals: { width: '320px' } };
export const SeveralClinicians: Story = { args: { fetch: feed.offers({ list: feed.byTwo }) } };
export const TenThousand: Story = { args: { fetch: feed.offers({ list: feed.tenThousand }) } };

export const Loading: Story = shows('.skeleton', feed.never);
export const Late: Story = shows('.way', feed.never);
export const Empty: Story = shows('.way', feed.empty);
export const BrokenFeed: Story = {
  ...shows('.way', feed.malformed),
  parameters: { complaint: 'slots="https://clinic.example/api/slots"' },
};
export const RequestInstead: Story = {
  play: async ({ canvasElement }) => {
    const root = await times(canvasElement);
    root.querySelector<HTMLElement>('.others button')!.click();
    const { root: form } = await arrive(canvasElement);
    await until('days', () => form.querySelector('[data-field="preferences.0.day"]'));
  },
};

export const Held: Story = chosen('[role="timer"]');
export const HeldNarrow: Story = narrow(Held);
export const LastMinute: Story = chosen('[role="timer"]', { hold: () => feed.held(50_000) });
export const Expired: Story = chosen('.expired', {
  hold: () => feed.held(900),
});
export const NotHeld: Story = chosen('.hint', { hold: feed.noHolds });
export const Taken: Story = chosen('.taken', { hold: feed.taken });
export const TakenNarrow: Story = narrow(Taken);

/** By video, in a clinic whose clocks differ from those of whoever looks at this. */
const byVideo = (clock: number): Story => ({
  args: { fetch: feed.offers({ list: feed.inTokyo }), fields: 'service, visit, slot' },
  play: async ({ canvasElement }) => {
    await fill(canvasElement, { service: 'therapy', visit: 'telehealth' });
    const root = await times(canvasElement);
    await until('two clocks', () => root.querySelectorAll('.clock button').length === 2);
    root.querySelectorAll<HTMLElement>('.clock button')[clock].click();
    root.querySelector<HTMLElement>('.earliest')!.click();
    await until('two times', () => says(root, '.moment + .moment'));
  },
});
export const ByVideoYourTime: Story = byVideo(0);
export const ByVideoClinicTime: Story = byVideo(1);
export const AtTheClinicAway: Story = chosen('.moment + .moment', { list: feed.inTokyo });

export const DeepLink: Story = chosen('a', { list: feed.elsewhere(true) });
export const PhoneSlot: Story = chosen('a', { list: feed.elsewhere(false) });

export const Spanish: Story = { ...Held, globals: { language: 'es' } };
export const SpanishTaken: Story = { ...Taken, globals: { language: 'es', width: '360px' } };
export const Dark: Story = { ...Held, globals: { theme: 'dark' } };
export const DarkTaken: Story = { ...Taken, globals: { theme: 'dark', width: '360px' } };
export const RightToLeft: Story = { ...Held, globals: { direction: 'rtl' } };
export const RightToLeftNarrow: Story = { ...Held, globals: { direction: 'rtl', width: '360px' } };

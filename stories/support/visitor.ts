import type { ClinicElement } from '../../src/element/index.js';
import type { Args, Story } from './story.js';

const frame = () => new Promise((resolve) => setTimeout(resolve, 16));

/** Waits until a condition holds. The error names the condition that did not. */
export async function until(what: string, holds: () => unknown): Promise<void> {
  for (const start = performance.now(); !holds(); await frame())
    if (performance.now() - start > 8000) throw new Error(`This never came about: ${what}`);
}

/** Values to enter, by `data-field`: text, `true` for a checkbox, the value of a radio button. */
export type Answers = Record<string, string | true>;

/** The widget of a story and its open root, once it is ready and has the clinic file. */
export async function arrive(canvas: HTMLElement) {
  const host = [...canvas.querySelectorAll<ClinicElement>('*')].find(
    ({ shadowRoot }) => shadowRoot,
  );
  if (!host) throw new Error('No widget with an open root: axe would see nothing of it');
  await host.clinicSettled;
  await host.updateComplete;
  await until('the widget shows itself', () => host.matches(':state(settled)'));
  return { host, root: host.shadowRoot! };
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

async function put(root: ShadowRoot, field: string, answer: string | true) {
  const choice = answer === true ? '' : `[value="${CSS.escape(answer)}"]`;
  const find = () => {
    const all = [
      ...root.querySelectorAll<Control>(`:is(input, select, textarea)[data-field="${field}"]`),
    ];
    return all.length > 1 ? all.find((control) => control.matches(choice)) : all[0];
  };
  await until(`a control for ${field}`, find);
  const control = find()!;
  control.focus({ preventScroll: true });
  if (control.matches('[type="radio"], [type="checkbox"]'))
    (control as HTMLInputElement).checked = true;
  else control.value = String(answer);
  for (const type of ['input', 'change'])
    control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}

/** Fills in controls one after the other, as a visitor would. */
export async function fill(canvas: HTMLElement, answers: Answers) {
  const widget = await arrive(canvas);
  for (const [field, answer] of Object.entries(answers)) await put(widget.root, field, answer);
  return widget;
}

/** Presses a button inside the widget. */
export async function press(canvas: HTMLElement, selector: string) {
  const { root } = await arrive(canvas);
  await until(`a button ${selector}`, () => root.querySelector(selector));
  root.querySelector<HTMLElement>(selector)!.click();
}

/** A story that fills in controls and sends nothing. */
export const filled = (answers: Answers, args: Args = {}): Story => ({
  args,
  play: async ({ canvasElement }) => {
    await fill(canvasElement, answers);
  },
});

/** A story that sends the form and waits until the widget is in `state`. */
export const sent = (answers: Answers, args: Args, state: string): Story => ({
  args,
  play: async ({ canvasElement }) => {
    const { host, root } = await fill(canvasElement, answers);
    await press(canvasElement, '[part="submit"]');
    if (state === 'retrying')
      await until(state, () => root.querySelector('[part="status"] p')?.textContent);
    else if (state === 'rejected') await until(state, () => root.querySelector('[part="summary"]'));
    else await until(state, () => host.matches(`:state(${state})`));
  },
});

/** The same story on a device without network. */
export const offline = (story: Story): Story => ({
  ...story,
  play: async (context) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      await story.play!(context);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  },
});

/** The same story with short timeouts: seconds become hundredths of a second. */
export const hurried = (story: Story): Story => ({
  ...story,
  play: async (context) => {
    const { setTimeout } = window;
    window.setTimeout = ((run: () => void, time = 0) =>
      setTimeout(run, time < 1000 ? time : time / 100)) as typeof setTimeout;
    try {
      await story.play!(context);
    } finally {
      window.setTimeout = setTimeout;
    }
  },
});

/** The same story after some minutes without input, by the device's clock. */
export const leftAlone = (minutes: number, story: Story): Story => ({
  ...story,
  play: async (context) => {
    await story.play!(context);
    const { root } = await arrive(context.canvasElement);
    const { now } = Date;
    Date.now = () => now() + minutes * 60_000;
    try {
      // Waking up fires an event that makes the timers read the clock.
      await until('what is said of it', () => {
        document.dispatchEvent(new Event('visibilitychange'));
        return root.querySelector('.still');
      });
    } finally {
      Date.now = now;
    }
  },
});

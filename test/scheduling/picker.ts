/** An appointment form with times, and hands for its picker. */
import {
  all,
  fill,
  inside,
  leave,
  mount,
  ready,
  rootOf,
  serve,
  setUp,
  until,
  wordsIn,
} from '../support/index.js';
import '../../src/widgets/appointment-form/appointment-form.js';
import type { AppointmentForm } from '../../src/widgets/appointment-form/appointment-form.js';
import { free, type SlotServer } from '../support/slot-server.js';

export const clinic = {
  timeZone: 'America/New_York',
  phone: '+1 555 010 0123',
  services: [
    { id: 'tms', name: 'TMS', visit: ['in-person'] },
    { id: 'talk', name: 'Talk', visit: ['in-person', 'telehealth'] },
  ],
  clinicians: [
    { id: 'c1', name: 'Dr. One' },
    { id: 'c2', name: 'Dr. Two' },
  ],
};
export const person = {
  forWhom: 'self',
  givenName: 'Ada',
  familyName: 'Quill',
  phone: '555 010 0199',
  'consent.privacy': true,
};

/** Fills the form in, and waits for the part that checks it and watches over it. */
export const watched = async (host: Element) => {
  fill(host, { ...person, email: 'ana@' });
  leave(host);
  await until(() => all(host, '[part~="error"]').length === 1, 'the part that watches');
  fill(host, { email: 'ana@example.net' });
};

/** All on one page: what the steps do with the picker is in test/e2e/slots.e2e.mjs. */
export async function open(server: SlotServer, { file = {}, attributes = '' } = {}) {
  setUp({ meta: { config: serve({ ...clinic, ...file }) } });
  const host = await mount<AppointmentForm>(
    `<appointment-form layout="page" endpoint="${location.origin}/fake-post" slots="${server.url}" ${attributes}></appointment-form>`,
    (widget) => {
      widget.fetch = server.fetch;
    },
  );
  await ready(host);
  await until(() => rootOf(host).querySelector('clinic-slot-picker:defined'), 'the picker');
  return host;
}

export const picker = (host: Element) => inside(host, 'clinic-slot-picker');
export const choice = (host: Element) => inside(picker(host), 'clinic-slot-choice');
export const said = (host: Element) => wordsIn(picker(host));
export const button = (at: Element, words: string | RegExp) => {
  const found = all(at, 'button, a').find((one) => {
    const name = one.getAttribute('aria-label') ?? one.textContent.replace(/\s+/g, ' ').trim();
    return typeof words === 'string' ? name.includes(words) : words.test(name);
  });
  if (!found) throw new Error(`no button ${String(words)} in: ${wordsIn(at)}`);
  return found;
};
export const shown = (host: Element, words: string) =>
  until(() => said(host).includes(words), words);
export const chosen = (host: Element) =>
  all<HTMLTextAreaElement>(choice(host), 'textarea').map(({ value }) => value);
export const held = (host: Element) =>
  until(() => wordsIn(choice(host)).includes('Held for you:'), 'a hold');
export const three = () => [free('a', 2, '10:00'), free('b', 2, '14:30'), free('c', 3, '18:00')];

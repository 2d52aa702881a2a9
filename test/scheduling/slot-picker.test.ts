import { aTimeout, expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  all,
  clock,
  control,
  fill,
  hear,
  inside,
  leave,
  mount,
  press,
  ready,
  rootOf,
  serve,
  settle,
  setUp,
  submit,
  until,
  wordsIn,
} from '../support/index.js';
import '../../src/widgets/appointment-form/appointment-form.js';
import type { AppointmentForm } from '../../src/widgets/appointment-form/appointment-form.js';
import { dayAhead, free, json, slotServer, type SlotServer } from '../support/slot-server.js';

const clinic = {
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
const person = {
  forWhom: 'self',
  givenName: 'Ada',
  familyName: 'Quill',
  phone: '555 010 0199',
  'consent.privacy': true,
};

/** Fills the form in, and waits for the part that checks it and watches over it. */
const watched = async (host: Element) => {
  fill(host, { ...person, email: 'ana@' });
  leave(host);
  await until(() => all(host, '[part~="error"]').length === 1, 'the part that watches');
  fill(host, { email: 'ana@example.net' });
};

/** All on one page: what the steps do with the picker is in test/e2e/slots.e2e.mjs. */
async function open(server: SlotServer, { file = {}, attributes = '' } = {}) {
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

const picker = (host: Element) => inside(host, 'clinic-slot-picker');
const choice = (host: Element) => inside(picker(host), 'clinic-slot-choice');
const said = (host: Element) => wordsIn(picker(host));
const button = (at: Element, words: string | RegExp) => {
  const found = all(at, 'button, a').find((one) => {
    const name = one.getAttribute('aria-label') ?? one.textContent.replace(/\s+/g, ' ').trim();
    return typeof words === 'string' ? name.includes(words) : words.test(name);
  });
  if (!found) throw new Error(`no button ${String(words)} in: ${wordsIn(at)}`);
  return found;
};
const shown = (host: Element, words: string) => until(() => said(host).includes(words), words);
const chosen = (host: Element) =>
  all<HTMLTextAreaElement>(choice(host), 'textarea').map(({ value }) => value);
const held = (host: Element) =>
  until(() => wordsIn(choice(host)).includes('Held for you:'), 'a hold');
const three = () => [free('a', 2, '10:00'), free('b', 2, '14:30'), free('c', 3, '18:00')];

describe('the slot picker', () => {
  it('offers the earliest time first, in the clinic’s time, one or two Tab stops away', async () => {
    const host = await open(slotServer(three().reverse()));
    await shown(host, 'First available');
    expect(said(host)).to.match(/First available: \w{3}, \w{3} \d+, 10:00 AM ET \(clinic time\)/);
    const first = all(picker(host), 'button').find(({ tabIndex }) => tabIndex >= 0)!;
    expect(first.textContent).to.include('First available');
  });

  it('groups the times of a day under headings, each named with its day', async () => {
    const host = await open(slotServer(three()));
    await shown(host, 'First available');
    const groups = all(picker(host), '.times [role="group"]').map((group) => [
      rootOf(picker(host))
        .getElementById(group.getAttribute('aria-labelledby')!)!
        .textContent.trim(),
      [...group.querySelectorAll('button')].map((one) => one.getAttribute('aria-label')),
    ]);
    const day = new Intl.DateTimeFormat('en', {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(dayAhead(2)));
    expect(groups).to.deep.equal([
      ['Morning', [`${day}, 10:00 AM`]],
      ['Afternoon', [`${day}, 2:30 PM`]],
    ]);
  });

  it('names who is seen where there are several', async () => {
    const host = await open(
      slotServer([
        free('a', 2, '10:00', { clinician: 'c1' }),
        free('b', 2, '10:00', { clinician: 'c2' }),
      ]),
    );
    await shown(host, 'First available');
    button(picker(host), /10:00 AM, Dr\. One$/);
    button(picker(host), /10:00 AM, Dr\. Two$/);
  });

  it('holds what is chosen, says so, and sends it with its offset', async () => {
    const server = slotServer(three());
    const host = await open(server);
    const states = hear('clinic-slot');
    await shown(host, 'First available');
    button(picker(host), '2:30 PM').click();
    await held(host);
    expect(button(picker(host), '2:30 PM').getAttribute('aria-pressed')).to.equal('true');
    expect(wordsIn(choice(host), '[aria-live]')).to.equal(
      'Selected. We’ll hold this time for 5 minutes.',
    );
    expect(wordsIn(choice(host), '[role="timer"]')).to.match(/Held for you: (5:00|4:5\d)/);
    expect(chosen(host)[0]).to.match(/2:30 PM ET \(clinic time\)$/);
    fill(host, person);
    await submit(host);
    expect(server.sent[0].data['slot']).to.deep.equal({
      ...free('b', 2, '14:30'),
      hold: 'h1',
    });
    expect(server.sent[0].data).to.not.have.property('preferences');
    host.remove();
    await settle();
    expect(server.writes, 'what is booked is not given back').to.deep.equal(['hold b', 'POST']);
    expect(states.map(({ state }) => state)).to.deep.equal(['held']);
    expect(Object.keys(states[0]).sort()).to.deep.equal(['instance', 'state', 'widget']);
  });

  it('writes what came in UTC with the clinic’s own offset', async () => {
    const local = free('z', 3, '10:00');
    const utc = (text: string) => new Date(text).toISOString();
    const server = slotServer([{ ...local, start: utc(local.start), end: utc(local.end) }]);
    const host = await open(server);
    await shown(host, 'First available');
    button(picker(host), 'First available').click();
    await held(host);
    fill(host, person);
    await submit(host);
    expect(server.sent[0].data['slot']).to.include({
      start: local.start,
      end: local.end,
    });
  });

  describe('sends what the time says where nothing else was said', () => {
    const file = {
      services: [
        { id: 'tms', name: 'TMS', visit: ['in-person'], logistics: 'Bring someone.' },
        { id: 'talk', name: 'Talk', visit: ['in-person', 'telehealth'] },
      ],
      locations: [
        { id: 'main', name: 'Main', address: '1 Street' },
        { id: 'north', name: 'North' },
      ],
    };
    const slots = (more: object) => [free('a', 2, '10:00', more)];
    const book = async (more: object, answers = {}, attributes = '') => {
      const server = slotServer(slots(more));
      const host = await open(server, { file, attributes });
      await shown(host, 'First available');
      fill(host, { ...person, ...answers });
      // What was answered may mean another list.
      await host.updateComplete;
      await settle();
      await shown(host, 'First available');
      button(picker(host), 'First available').click();
      await held(host);
      await submit(host);
      return { host, data: server.sent[0].data };
    };
    const place = (host: Element) =>
      all<HTMLTextAreaElement>(host, '.booked textarea').map(({ value }) => value);

    it('so that a booking has a place, also in the thanks', async () => {
      const { host, data } = await book({ service: 'tms', location: 'main', clinician: 'c1' });
      expect(data).to.include({
        service: 'tms',
        location: 'main',
        clinician: 'c1',
        visit: 'in-person',
      });
      await until(() => place(host).length > 0, 'the place');
      expect(place(host)).to.deep.equal(['Main\n1 Street']);
      expect(wordsIn(host)).to.include('Bring someone.');
    });

    it('also where it was not asked', async () => {
      const fields = 'fields="givenName, familyName, phone, slot"';
      const { data } = await book({ service: 'talk', location: 'north' }, {}, fields);
      expect(data).to.include({ service: 'talk', location: 'north' });
      expect(data).to.not.have.any.keys('visit', 'clinician');
    });

    it('also where the visitor has no preference, and never against an answer', async () => {
      const { data } = await book(
        { location: 'north', clinician: 'c2' },
        { clinician: 'any', service: 'talk', visit: 'in-person' },
      );
      expect(data).to.include({ clinician: 'c2', service: 'talk', visit: 'in-person' });
    });

    it('but nothing that the clinic does not list, and no place for a visit by video', async () => {
      const odd = await book({ service: 'other', location: 'moon', clinician: 'c9' });
      expect(odd.data).to.not.have.any.keys('service', 'location', 'clinician');
      const video = await book({ service: 'talk', location: 'main', visit: 'telehealth' });
      expect(video.data).to.include({ service: 'talk', visit: 'telehealth' });
      expect(video.data).to.not.have.property('location');
    });
  });

  it('sends no days that were asked for before, beside a time', async () => {
    const server = slotServer(three());
    const host = await open(server);
    await shown(host, 'First available');
    fill(host, person);
    button(picker(host), 'Request other days').click();
    await until(() => rootOf(host).querySelector('[data-field="preferences.0.day"]'));
    fill(host, { 'preferences.0.day': '2099-01-05' });
    button(picker(host), 'See available times').click();
    await shown(host, 'First available');
    button(picker(host), '10:00 AM').click();
    await held(host);
    await submit(host);
    expect(server.sent[0].data).to.have.property('slot');
    expect(server.sent[0].data).to.not.have.property('preferences');
  });

  it('waits with sending for a hold that is on its way', async () => {
    const server = slotServer(three());
    let answer!: (response: Response) => void;
    server.hold = () => new Promise((resolve) => (answer = resolve));
    const host = await open(server);
    await shown(host, 'First available');
    fill(host, person);
    button(picker(host), '10:00 AM').click();
    const done = submit(host);
    await until(() => host.matches(':state(sending)'));
    await settle();
    expect(server.sent).to.have.length(0);
    answer(json(201, { hold: 'late', until: new Date(Date.now() + 60_000).toISOString() }));
    await done;
    expect(server.sent[0].data['slot']).to.include({ id: 'a', hold: 'late' });
  });

  describe('gives a hold back exactly once', () => {
    const held1 = async (server = slotServer(three())) => {
      const host = await open(server);
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await held(host);
      return { host, server };
    };

    it('when another time is chosen, before that one is asked for', async () => {
      const { host, server } = await held1();
      button(picker(host), '2:30 PM').click();
      await until(() => server.writes.length === 3);
      expect(server.writes).to.deep.equal(['hold a', 'release a h1', 'hold b']);
    });

    it('and does not wait for ever for that: another is held all the same', async () => {
      const { host, server } = await held1();
      const answer = server.fetch;
      server.fetch = host.fetch = ((to: string, init?: RequestInit) =>
        to.endsWith('/release') ? new Promise(() => {}) : answer(to, init)) as typeof fetch;
      const { setTimeout: later } = window;
      window.setTimeout = ((run: () => void, ms = 0) =>
        later(run, ms === 6000 ? 30 : ms)) as typeof setTimeout;
      try {
        button(picker(host), '2:30 PM').click();
        await until(() => server.writes.includes('hold b'), 'the next hold');
      } finally {
        window.setTimeout = later;
      }
    });

    it('when the page goes', async () => {
      const { host, server } = await held1();
      const states = hear('clinic-slot');
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
      host.remove();
      await settle();
      expect(server.writes).to.deep.equal(['hold a', 'release a h1']);
      expect(states.map(({ state }) => state)).to.deep.equal(['released']);
    });

    it('when the widget goes, but not when it only moves', async () => {
      const { host, server } = await held1();
      const elsewhere = document.createElement('div');
      document.body.append(elsewhere);
      elsewhere.append(host);
      await settle();
      expect(server.writes).to.deep.equal(['hold a']);
      await held(host);
      elsewhere.remove();
      await settle();
      expect(server.writes).to.deep.equal(['hold a', 'release a h1']);
    });

    it('when it no longer fits the other answers', async () => {
      const { host, server } = await held1(
        slotServer([
          free('a', 2, '10:00', { service: 'tms' }),
          free('t', 2, '11:00', { service: 'talk' }),
        ]),
      );
      fill(host, { service: 'talk' });
      await until(() => server.writes.length === 2);
      expect(server.writes).to.deep.equal(['hold a', 'release a h1']);
      // The times of the other service are on their way.
      await shown(host, 'First available');
      expect(chosen(host)).to.deep.equal([]);
    });

    it('when the list was asked for another service and does not say which', async () => {
      const server = slotServer(three());
      const host = await open(server);
      await shown(host, 'First available');
      fill(host, { service: 'tms' });
      await until(() => server.log.at(-1)!.includes('service=tms'));
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await held(host);
      server.slots = [free('other', 3, '09:00')];
      fill(host, { service: 'talk' });
      await shown(host, '9:00 AM');
      expect(chosen(host)).to.deep.equal([]);
      expect(said(host)).to.not.include('Someone else');
      expect(server.writes).to.deep.equal(['hold a', 'release a h1']);
    });

    it('also when the answer comes after the visitor has chosen another', async () => {
      const server = slotServer(three());
      const answers: ((response?: Response) => void)[] = [];
      server.hold = () => new Promise<Response>((resolve) => answers.push(resolve as never));
      const host = await open(server);
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await until(() => answers.length === 1);
      button(picker(host), '2:30 PM').click();
      await until(() => answers.length === 2);
      const until1 = new Date(Date.now() + 60_000).toISOString();
      answers[0](json(201, { hold: 'first', until: until1 }));
      answers[1](json(201, { hold: 'second', until: until1 }));
      await held(host);
      await settle();
      expect(server.writes).to.deep.equal(['hold a', 'hold b', 'release a first']);
    });

    it('not after it was sent and nobody said what came of it', async () => {
      const { host, server } = await held1();
      host.deliver = () => Promise.reject(new Error('silence'));
      fill(host, person);
      await submit(host);
      host.remove();
      await settle();
      expect(server.writes).to.deep.equal(['hold a']);
    });
  });

  it('lets a hold run out without losing an answer, and holds again', async () => {
    const server = slotServer(three());
    server.hold = (_id, hold) =>
      json(201, { hold: hold ?? 'short', until: new Date(Date.now() + 1500).toISOString() });
    const host = await open(server);
    const states = hear('clinic-slot');
    await shown(host, 'First available');
    fill(host, person);
    button(picker(host), '10:00 AM').click();
    await until(
      () => wordsIn(choice(host)).includes('We’re no longer holding'),
      'the end of the hold',
    );
    expect(wordsIn(choice(host), '[aria-live]')).to.include('We’re no longer holding this time');
    expect(chosen(host)).to.have.length.above(0);
    expect(states.map(({ state }) => state)).to.deep.equal(['held', 'expired']);
    server.hold = () => undefined;
    button(choice(host), 'Hold it again').click();
    await held(host);
    await submit(host);
    expect(server.sent[0].data).to.include({ givenName: 'Ada' });
    expect(server.sent[0].data['slot']).to.include({ id: 'a', hold: 'h1' });
    expect(server.writes).to.deep.equal(['hold a', 'hold a', 'POST']);
  });

  it('keeps a time longer, once', async () => {
    const server = slotServer(three());
    const host = await open(server);
    await shown(host, 'First available');
    button(picker(host), '10:00 AM').click();
    await held(host);
    button(choice(host), 'Hold it longer').click();
    await until(() => wordsIn(choice(host), '[aria-live]').includes('more'));
    expect(server.writes).to.deep.equal(['hold a', 'extend a h1']);
    expect(all(choice(host), 'button')).to.have.length(0);
  });

  it('says so where a time cannot be kept longer because somebody else has it', async () => {
    const server = slotServer(three());
    server.hold = (_id, hold) =>
      hold ? json(409, { code: 'slot-taken', slots: [free('n', 2, '12:00')] }) : undefined;
    const host = await open(server);
    await shown(host, 'First available');
    button(picker(host), '10:00 AM').click();
    await held(host);
    button(choice(host), 'Hold it longer').click();
    await until(() => wordsIn(choice(host)).includes('Someone else'), 'the truth');
    expect(wordsIn(choice(host))).to.not.include('Held for you');
    expect(all(choice(host), '.taken button')).to.have.length(1);
    fill(host, person);
    await submit(host);
    expect(server.sent).to.have.length(0);
  });

  it('takes a click on a time that was given back for a wish to have it again', async () => {
    const server = slotServer(three());
    const host = await open(server);
    await shown(host, 'First available');
    await watched(host);
    button(picker(host), '10:00 AM').click();
    await held(host);
    host.dispatchEvent(new Event('close'));
    await until(() => wordsIn(choice(host)).includes('This time is available now'));
    button(picker(host), /, 10:00 AM$/).click();
    await held(host);
    expect(server.writes).to.deep.equal(['hold a', 'release a h1', 'hold a']);
  });

  describe('while nobody has said whether it was booked', () => {
    /** Sent, with no answer: a stub in the place of `fetch`, which would try for a minute. */
    const unsure = async (server = slotServer(three())) => {
      const host = await open(server);
      const sent: { id: string; data: object }[] = [];
      host.deliver = (submission) => {
        sent.push(submission);
        return Promise.reject(new Error('silence'));
      };
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await until(() => chosen(host).length > 0);
      await settle();
      fill(host, person);
      await submit(host);
      expect(host.matches(':state(failed)')).to.equal(true);
      return { host, server, sent };
    };
    /** Two minutes later, when the list no longer has the time; and presses on it. */
    const looksBack = async (host: Element, server: SlotServer) => {
      server.slots = three().slice(1);
      const { now } = Date;
      Date.now = () => now() + 121_000;
      try {
        document.dispatchEvent(new Event('visibilitychange'));
        await until(() => server.log.filter((line) => line.startsWith('GET')).length === 2);
        await settle();
      } finally {
        Date.now = now;
      }
      expect(said(host)).to.not.include('Someone else');
      button(picker(host), /, 10:00 AM$/).click();
      await settle();
      expect(server.writes).to.deep.equal(['hold a']);
    };
    const short = () => {
      const server = slotServer(three());
      const until = new Date(Date.now() + 1200).toISOString();
      server.hold = () => json(201, { hold: 'short', until });
      return server;
    };

    it('sends the same under the same id, also after its hold has run out', async () => {
      const { host, sent } = await unsure(short());
      const states = hear('clinic-slot');
      await aTimeout(2500);
      expect(states).to.deep.equal([]);
      expect(wordsIn(choice(host), '.choice')).to.not.match(/hold/i);
      await submit(host);
      expect(sent[1]).to.deep.equal(sent[0]);
      expect(sent[0].data).to.have.property('slot').that.includes({ id: 'a', hold: 'short' });
    });

    it('lets the hold run out as soon as it is known that nothing was booked', async () => {
      const { host } = await unsure(short());
      host.deliver = () =>
        Promise.reject(
          Object.assign(new Error(), { issues: [{ path: ['data', 'phone'], code: 'format' }] }),
        );
      await aTimeout(1200);
      await submit(host);
      await until(
        () => wordsIn(choice(host)).includes('We’re no longer holding'),
        'the end of the hold',
      );
    });

    it('neither gives it back nor asks for it again when the visitor looks back', async () => {
      const { host, server, sent } = await unsure();
      // As Back does, and a dialog that is closed.
      host.dispatchEvent(new Event('close'));
      await looksBack(host, server);
      const { deliver } = host;
      await submit(host);
      expect(sent[1]).to.deep.equal(sent[0]);
      // Refused, so nothing was booked: the time is still held by the same name.
      const issues = [{ path: ['data', 'phone'], code: 'format' }];
      host.deliver = () => Promise.reject(Object.assign(new Error(), { issues }));
      await submit(host);
      await held(host);
      fill(host, { phone: '555 010 0198' });
      host.deliver = deliver;
      await submit(host);
      expect(sent[2].data).to.have.property('slot').that.includes({ id: 'a', hold: 'h1' });
      expect(server.writes).to.deep.equal(['hold a']);
    });

    it('sends the same when the widget was taken out of the page and put back', async () => {
      const { host, server, sent } = await unsure();
      const { parentElement } = host;
      host.remove();
      await settle();
      parentElement!.append(host);
      await ready(host);
      await submit(host);
      expect(sent[1]).to.deep.equal(sent[0]);
      expect(server.writes).to.deep.equal(['hold a']);
    });

    it('does not take its own booking for somebody else’s where nobody holds times', async () => {
      const server = slotServer(three());
      server.hold = () => new Response('', { status: 404 });
      const { host, sent } = await unsure(server);
      await looksBack(host, server);
      await submit(host);
      expect(sent[1]).to.deep.equal(sent[0]);
    });

    it('is another submission with another time', async () => {
      const { host, sent, server } = await unsure();
      button(picker(host), '2:30 PM').click();
      await held(host);
      await submit(host);
      expect(sent[1]).to.include({ replaces: sent[0].id });
      expect(sent[1].data).to.have.property('slot').that.includes({ id: 'b', hold: 'h2' });
      expect(server.writes, 'what may be booked is not given back').to.deep.equal([
        'hold a',
        'hold b',
      ]);
    });
  });

  it('lets a time go that the endpoint does not know, and says so', async () => {
    const server = slotServer(three());
    server.post = () =>
      json(422, {
        code: 'invalid',
        issues: [{ path: ['data', 'slot', 'id'], code: 'not-allowed' }],
      });
    const host = await open(server);
    await shown(host, 'First available');
    button(picker(host), '10:00 AM').click();
    await held(host);
    fill(host, person);
    server.slots = three().slice(1);
    await submit(host);
    expect(wordsIn(host, '[part="summary"]')).to.include('This time is no longer available.');
    await until(() => !said(host).includes('10:00 AM'), 'a list without it');
    expect(chosen(host)).to.deep.equal([]);
    await until(() => server.writes.length === 3, 'its release');
    expect(server.writes).to.deep.equal(['hold a', 'POST', 'release a h1']);
  });

  describe('leaves nothing to the next visitor', () => {
    let time: ReturnType<typeof clock>;
    beforeEach(() => (time = clock()));
    afterEach(() => time.restore());

    it('of a time, once nobody was there for long, and gives it back once', async () => {
      const server = slotServer(three());
      const host = await open(server);
      await shown(host, 'First available');
      await watched(host);
      button(picker(host), '10:00 AM').click();
      await held(host);
      time.pass(16);
      await until(() => control(host, 'givenName').value === '', 'an empty form');
      await until(() => !rootOf(choice(host)).querySelector('.choice'), 'no time');
      await settle();
      expect(server.writes).to.deep.equal(['hold a', 'release a h1']);
      expect(button(picker(host), /, 10:00 AM$/).getAttribute('aria-pressed')).to.equal('false');
      button(picker(host), /, 10:00 AM$/).click();
      await held(host);
      expect(server.writes).to.deep.equal(['hold a', 'release a h1', 'hold a']);
    });

    it('of a time that somebody else has taken', async () => {
      const server = slotServer(three());
      server.hold = () => json(409, { slots: [free('n', 2, '12:00')] });
      const host = await open(server);
      await shown(host, 'First available');
      await watched(host);
      button(picker(host), '10:00 AM').click();
      await until(() => wordsIn(choice(host)).includes('Someone else'));
      time.pass(16);
      await until(() => !wordsIn(choice(host)).includes('Someone else'), 'no word of it');
    });

    it('when the page comes back from the browser’s cache', async () => {
      const server = slotServer(three());
      const host = await open(server);
      await shown(host, 'First available');
      await watched(host);
      button(picker(host), '10:00 AM').click();
      await held(host);
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await until(() => !rootOf(choice(host)).querySelector('.choice'), 'no time');
      await settle();
      expect(server.writes).to.deep.equal(['hold a', 'release a h1']);
    });

    it('but days to ask for, where no times come', async () => {
      const server = slotServer(three());
      server.list = () => json(500, {});
      const host = await open(server, { attributes: 'data-case="left alone"' });
      await shown(host, 'Tell us below which days');
      await watched(host);
      time.pass(16);
      await until(() => control(host, 'givenName').value === '', 'an empty form');
      await settle();
      expect(said(host)).to.include('Tell us below which days');
      expect(control(host, 'preferences.0.day').value).to.equal('');
    });
  });

  for (const status of [404, 405, 500])
    it(`goes on without a hold where the feed knows none (${status})`, async () => {
      const server = slotServer(three());
      server.hold = () => new Response('', { status });
      const host = await open(server);
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await until(() => wordsIn(choice(host)).includes('This time is available now'));
      fill(host, person);
      await submit(host);
      expect(server.sent[0].data['slot']).to.have.all.keys('id', 'start', 'end');
    });

  describe('when somebody was quicker', () => {
    const nearest = () => [
      free('n4', 5, '09:00'),
      free('n1', 2, '09:30'),
      free('n2', 2, '10:30'),
      free('n3', 2, '11:30'),
    ];
    const taken = () => json(409, { code: 'slot-taken', slots: nearest() });

    it('offers the three nearest at once', async () => {
      const server = slotServer(three());
      server.hold = (id) => (id === 'a' ? taken() : undefined);
      const host = await open(server);
      const states = hear('clinic-slot');
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await until(() => wordsIn(choice(host)).includes('Someone else'));
      const offered = all(choice(host), '.taken button').map((one) => one.textContent.trim());
      expect(offered).to.have.length(3);
      expect(offered.map((words) => /\d+:\d+ \wM/.exec(words)![0])).to.deep.equal([
        '9:30 AM',
        '10:30 AM',
        '11:30 AM',
      ]);
      expect(rootOf(choice(host)).activeElement!.getAttribute('role')).to.equal('alert');
      all(choice(host), '.taken button')[1].click();
      await held(host);
      expect(server.writes).to.deep.equal(['hold a', 'hold n2']);
      expect(states.map(({ state }) => state)).to.deep.equal(['taken', 'held']);
    });

    it('also at the very end, with every answer kept, and the next one is sent', async () => {
      const server = slotServer(three());
      server.post = taken;
      const host = await open(server);
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await held(host);
      const { hold: _, ...start } = person as Record<string, string | boolean>;
      fill(host, start);
      await submit(host);
      await until(() => wordsIn(choice(host)).includes('Someone else'));
      expect(inside<HTMLInputElement>(host, '[data-field="givenName"]').value).to.equal('Ada');
      expect(wordsIn(host, '[part="summary"]')).to.include('took that time');
      server.post = () => json(201, { reference: 'B-2', status: 'confirmed' });
      all(choice(host), '.taken button')[0].click();
      await held(host);
      await submit(host);
      expect(server.sent[1].data['slot']).to.include({ id: 'n1', hold: 'h2' });
      expect(server.sent[1].data).to.include({ givenName: 'Ada', familyName: 'Quill' });
      expect(server.writes).to.deep.equal(['hold a', 'POST', 'hold n1', 'POST']);
    });

    it('takes the nearest of its own list where the refusal names none', async () => {
      const server = slotServer(three());
      server.hold = (id) => (id === 'b' ? json(409, {}) : undefined);
      const host = await open(server);
      await shown(host, 'First available');
      button(picker(host), '2:30 PM').click();
      await until(() => wordsIn(choice(host)).includes('Someone else'));
      expect(all(choice(host), '.taken button')).to.have.length(2);
    });
  });

  describe('asks for the list', () => {
    it('by ids of the clinic’s own lists alone', async () => {
      const server = slotServer(three());
      const host = await open(server);
      await shown(host, 'First available');
      fill(host, { service: 'talk', clinician: 'c2', givenName: 'Ada' });
      await until(() => server.log.at(-1)!.includes('clinician'));
      const asked = new URLSearchParams(server.log.at(-1)!.slice(4));
      expect([...asked.keys()]).to.deep.equal(['from', 'to', 'service', 'clinician']);
      expect(asked.get('service')).to.equal('talk');
      expect(asked.get('clinician')).to.equal('c2');
    });

    it('once where nobody sees it', async () => {
      const server = slotServer(three());
      setUp({ meta: { config: serve(clinic) } });
      const host = await mount<AppointmentForm>(
        `<div style="display: none"><appointment-form layout="page" endpoint="${location.origin}/p" slots="${server.url}"></appointment-form></div>`,
        (widget) => (widget.fetch = server.fetch),
      );
      await ready(host);
      await until(() => server.log.length === 1);
      host.parentElement!.style.display = '';
      await shown(host, 'First available');
      await settle();
      expect(server.log).to.have.length(1);
    });

    it('again when somebody comes back after a minute, and keeps what is chosen', async () => {
      const server = slotServer(three());
      server.hold = () => new Response('', { status: 404 });
      const host = await open(server);
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await until(() => chosen(host).length > 0);
      const seen = () => document.dispatchEvent(new Event('visibilitychange'));
      seen();
      await settle();
      expect(server.log.filter((line) => line.startsWith('GET'))).to.have.length(1);
      const { now } = Date;
      Date.now = () => now() + 121_000;
      try {
        server.slots = [free('a', 2, '10:00'), free('new', 2, '12:00')];
        seen();
        seen();
        await until(() => /12:00 PM/.test(said(host)));
        expect(server.log.filter((line) => line.startsWith('GET'))).to.have.length(2);
        expect(button(picker(host), /, 10:00 AM$/).getAttribute('aria-pressed')).to.equal('true');
        expect(said(host)).to.not.include('2:30 PM');
        server.slots = [free('new', 2, '12:00')];
        Date.now = () => now() + 300_000;
        seen();
        await until(() => wordsIn(choice(host)).includes('Someone else'));
        expect(chosen(host)).to.deep.equal([]);
      } finally {
        Date.now = now;
      }
    });
  });

  describe('has a decent screen for a feed', () => {
    it('that is empty: waitlist, request or a call', async () => {
      const host = await open(slotServer([]));
      await shown(host, 'No times are available');
      const ways = all(picker(host), '.way').map((one) => one.textContent.trim());
      expect(ways).to.deep.equal([
        'Notify me when a time opens up',
        'Request other days',
        'Call +1 555 010 0123',
      ]);
      button(picker(host), 'Request other days').click();
      await until(() => rootOf(host).querySelector('[data-field="preferences.0.day"]'));
      fill(host, { ...person, 'preferences.0.day': '2099-01-05' });
      await submit(host);
      expect(host.matches(':state(sent)')).to.equal(true);
    });

    it('that has only times gone by', async () => {
      const host = await open(slotServer([free('old', -2, '10:00')]));
      await shown(host, 'No times are available');
    });

    const broken: [string, () => Response | Promise<Response>][] = [
      ['malformed', () => new Response('{"slots":[')],
      ['a page', () => new Response('<!doctype html>')],
      ['gone', () => json(404, {})],
      ['down', () => Promise.reject(new TypeError())],
    ];
    for (const [what, list] of broken)
      it(`that is ${what}: days are asked for, and times again when they come`, async () => {
        const server = slotServer(three());
        server.list = list;
        const host = await open(server, { attributes: `data-case="${what}"` });
        await shown(host, 'can’t show available times right now');
        await until(() => rootOf(host).querySelector('[data-field="preferences.0.day"]'));
        fill(host, { ...person, 'preferences.0.day': '2099-01-05' });
        delete server.list;
        button(picker(host), 'Try again').click();
        await shown(host, 'First available');
        expect(rootOf(host).querySelector('[data-field="preferences.0.day"]')).to.equal(null);
        expect(server.writes).to.deep.equal([]);
      });

    it('that is late', async () => {
      const server = slotServer(three());
      let answer!: (response: Response) => void;
      server.list = () => new Promise((resolve) => (answer = resolve));
      const { setTimeout: later } = window;
      window.setTimeout = ((run: () => void, ms = 0) =>
        later(run, ms === 3000 ? 30 : ms)) as typeof setTimeout;
      try {
        const host = await open(server);
        await shown(host, 'is taking longer than usual');
        button(picker(host), 'Call +1 555 010 0123');
        answer(json(200, { slots: three() }));
        await shown(host, 'First available');
      } finally {
        window.setTimeout = later;
      }
    });

    it('that does not come within eight seconds', async () => {
      const server = slotServer(three());
      server.list = () => new Promise(() => {});
      const { setTimeout: later } = window;
      window.setTimeout = ((run: () => void, ms = 0) =>
        later(run, ms === 8000 ? 60 : ms === 3000 ? 20 : ms)) as typeof setTimeout;
      try {
        const host = await open(server, { attributes: 'data-case="eight seconds"' });
        await shown(host, 'is taking longer than usual');
        await shown(host, 'can’t show available times right now');
        control(host, 'preferences.0.day');
        delete server.list;
        button(picker(host), 'Try again').click();
        await shown(host, 'First available');
      } finally {
        window.setTimeout = later;
      }
    });

    it('that is empty, without a waitlist where nothing takes one', async () => {
      setUp({
        meta: {
          config: serve({
            ...clinic,
            endpoints: { appointment: `${location.origin}/fake-post` },
          }),
        },
      });
      const server = slotServer([]);
      const host = await mount<AppointmentForm>(
        `<appointment-form layout="page" slots="${server.url}"></appointment-form>`,
        (widget) => (widget.fetch = server.fetch),
      );
      await ready(host);
      await until(() => rootOf(host).querySelector('clinic-slot-picker:defined'), 'the picker');
      await shown(host, 'No times are available');
      const ways = () => all(picker(host), '.way').map((one) => one.textContent.trim());
      expect(ways()[0]).to.equal('Request other days');
      host.sandbox = true;
      await until(() => ways()[0] === 'Notify me when a time opens up');
    });

    it('whose zone no clock knows: the clinic file’s, else the offset of the times', async () => {
      const server = slotServer();
      server.list = () => json(200, { timeZone: 'Mars/Olympus', slots: three() });
      expect(said(await settled(await open(server)))).to.include('10:00 AM ET (clinic time)');
      const bare = await settled(await open(server, { file: { timeZone: undefined } }));
      expect(said(bare)).to.include('10:00 AM (clinic time)');
    });

    const settled = async (host: AppointmentForm) => {
      await shown(host, 'First available');
      return host;
    };
  });

  it('needs a time, and leads there', async () => {
    const host = await open(slotServer(three()));
    await shown(host, 'First available');
    fill(host, person);
    await submit(host);
    expect(wordsIn(host, '[part="summary"]')).to.include('Choose a time.');
    inside(host, '[part="summary"] button').click();
    await until(() => rootOf(picker(host)).activeElement);
    expect(rootOf(picker(host)).activeElement!.textContent).to.include('First available');
  });

  it('says nothing of what was chosen to the page', async () => {
    const server = slotServer(three());
    const host = await open(server);
    const seen: string[] = [];
    const note = ({ type, target }: Event) => seen.push(`${type} ${(target as Element).localName}`);
    const types = ['change', 'input', 'slot-way', 'slot-chosen'];
    for (const type of types) host.parentElement!.addEventListener(type, note);
    await shown(host, 'First available');
    button(picker(host), '2:30 PM').click();
    await held(host);
    expect(seen).to.deep.equal([]);
    expect(picker(host).shadowRoot).to.equal(null);
    const drawn = rootOf(choice(host)).querySelector('.choice')!;
    const markup = drawn.innerHTML + drawn.textContent;
    expect(markup).to.not.match(/2:30|h1/);
    expect(rootOf(picker(host)).innerHTML).to.not.include('h1');
  });

  it('makes each day of a month wide enough for a thumb', async () => {
    await setViewport({ width: 1000, height: 900 });
    const host = await open(slotServer(three()));
    await shown(host, 'First available');
    const seen = new Set<boolean>();
    for (let width = 520; width <= 660; width += 10) {
      host.parentElement!.style.inlineSize = `${width}px`;
      await aTimeout(50);
      await (picker(host) as unknown as { updateComplete: Promise<unknown> }).updateComplete;
      const cells = all(picker(host), '.cell').map((cell) => cell.getBoundingClientRect());
      seen.add(cells.length > 0);
      for (const cell of cells) {
        expect(cell.width, `in ${width} px`).to.be.at.least(44);
        expect(cell.height, `in ${width} px`).to.be.at.least(44);
      }
      expect(picker(host).scrollWidth).to.be.at.most(picker(host).clientWidth);
    }
    expect([...seen], 'a strip, then a month').to.deep.equal([false, true]);
  });

  describe('keeps the focus', () => {
    const at = (host: Element) => rootOf(picker(host)).activeElement;
    const press1 = async (host: Element, words: string) => {
      button(picker(host), words).focus();
      await press('Enter');
    };

    it('on the way to days and back', async () => {
      const host = await open(slotServer(three()));
      await shown(host, 'First available');
      const before = picker(host);
      await press1(host, 'Request other days');
      await until(() => rootOf(host).querySelector('[data-field="preferences.0.day"]'));
      await settle();
      expect(picker(host)).to.equal(before);
      expect(at(host)!.textContent).to.include('See available times');
      await press('Enter');
      await shown(host, 'First available');
      await settle();
      expect(at(host)!.textContent).to.include('First available');
    });

    it('on its way back while it looks again, and says that it does', async () => {
      const server = slotServer(three());
      server.list = () => json(500, {});
      const host = await open(server, { attributes: 'data-case="again"' });
      await shown(host, 'can’t show available times right now');
      let answer!: (response: Response) => void;
      server.list = () => new Promise((resolve) => (answer = resolve));
      await press1(host, 'Try again');
      await shown(host, 'Looking for available times');
      control(host, 'preferences.0.day');
      expect(document.activeElement === document.body, 'nobody has moved it').to.equal(true);
      answer(json(500, {}));
      await shown(host, 'can’t show available times right now');
      expect(at(host)!.textContent).to.include('Try again');
      await press('Enter');
      await shown(host, 'Looking for available times');
      answer(json(200, { slots: three() }));
      await shown(host, 'First available');
      expect(at(host)!.textContent).to.include('First available');
    });

    it('where there are no more days', async () => {
      await setViewport({ width: 360, height: 800 });
      const server = slotServer(three());
      const host = await open(server);
      await shown(host, 'First available');
      await press1(host, 'More days');
      await until(() => server.log.length === 2);
      await until(() => button(picker(host), 'More days').ariaDisabled === 'true', 'the end');
      expect(at(host)!.textContent).to.include('More days');
      await press('Enter');
      await settle();
      expect(server.log).to.have.length(2);
    });

    it('on the time, when it is kept longer', async () => {
      const host = await open(slotServer(three()));
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await held(host);
      button(choice(host), 'Hold it longer').focus();
      await press('Enter');
      await until(() => all(choice(host), 'button').length === 0);
      await until(() => rootOf(choice(host)).activeElement?.localName === 'textarea', 'the focus');
    });
  });

  describe('by keyboard', () => {
    const focusDay = async (host: Element) => {
      const day = all(picker(host), '[data-day]').find(({ tabIndex }) => tabIndex === 0)!;
      day.focus();
      await settle();
      return () => rootOf(picker(host)).activeElement as HTMLElement;
    };

    it('walks a month day by day, week by week and month by month', async () => {
      await setViewport({ width: 1000, height: 900 });
      const server = slotServer([
        free('a', 10, '10:00'),
        free('b', 30, '10:00'),
        free('z', 50, '10:00'),
      ]);
      const host = await open(server);
      await shown(host, 'First available');
      await until(() => rootOf(picker(host)).querySelector('[role="grid"]'), 'a month');
      const at = await focusDay(host);
      const day = () => Number(at().dataset['day']);
      const start = day();
      for (const [key, moved] of [
        ['ArrowRight', 1],
        ['ArrowDown', 8],
        ['ArrowLeft', 7],
        ['ArrowUp', 0],
      ] as const) {
        await press(key);
        await until(() => day() === start + moved, key);
      }
      await press('Home');
      await until(() => /^Sunday/.test(at().getAttribute('aria-label')!));
      await press('End');
      await until(() => /^Saturday/.test(at().getAttribute('aria-label')!));
      const title = () => inside(picker(host), '#month').textContent;
      const month = title();
      await press('PageDown');
      await until(() => title() !== month);
      expect(at().dataset['day']).to.not.equal(undefined);
      await press('PageUp');
      await until(() => title() === month);
      expect(all(picker(host), '[data-day][tabindex="0"]')).to.have.length(1);
    });

    it('walks the strip and the times, each one stop of Tab', async () => {
      await setViewport({ width: 360, height: 800 });
      const host = await open(slotServer(three()));
      await shown(host, 'First available');
      const at = await focusDay(host);
      expect(rootOf(picker(host)).querySelector('[role="grid"]')).to.equal(null);
      const first = at();
      await press('ArrowRight');
      await until(() => at() !== first);
      await press('Home');
      await until(() => at() === first);
      await press('Tab');
      await until(() => at().matches('.time, .quiet'));
      if (!at().matches('.time')) await press('Tab');
      await until(() => at().matches('.time'));
      await press('ArrowRight');
      await until(() => /2:30/.test(at().textContent));
      expect(all(picker(host), '.time[tabindex="0"]')).to.have.length(1);
      await press('Enter');
      await held(host);
    });
  });

  it('keeps the focus on a time when the list comes anew under it', async () => {
    const server = slotServer(three());
    const host = await open(server);
    await shown(host, 'First available');
    button(picker(host), '2:30 PM').focus();
    const { now } = Date;
    Date.now = () => now() + 121_000;
    try {
      server.slots = three().slice(1);
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => !said(host).includes('10:00'));
    } finally {
      Date.now = now;
    }
    await settle();
    expect(rootOf(picker(host)).activeElement!.textContent).to.include('2:30 PM');
  });

  it('shows a time that is booked elsewhere with its ways there, and neither holds nor sends it', async () => {
    const server = slotServer();
    const url = 'http://hl7.org/fhir/uv/smart-scheduling-links/StructureDefinition/';
    const smart = {
      resourceType: 'Slot',
      status: 'free',
      ...free('deep', 2, '10:45'),
      extension: [
        { url: `${url}booking-deep-link`, valueUrl: 'https://ehr.example.org/booking/slots/123' },
        { url: `${url}booking-phone`, valueString: '+1-555-123-4567' },
      ],
    };
    const file = `data:application/fhir+ndjson,${encodeURIComponent(JSON.stringify(smart))}`;
    server.list = () => json(200, { output: [{ type: 'Slot', url: `${server.url}/slot.ndjson` }] });
    const own = server.fetch;
    server.fetch = ((to: string, init?: RequestInit) =>
      to.endsWith('.ndjson') ? fetch(file) : own(to, init)) as typeof fetch;
    const host = await open(server);
    await shown(host, 'First available');
    button(picker(host), '10:45 AM').click();
    await until(() => all(choice(host), 'a').length === 2, 'two ways');
    const [link, call] = all<HTMLAnchorElement>(choice(host), 'a');
    expect(link.href).to.equal('https://ehr.example.org/booking/slots/123');
    expect(link.rel).to.include('noreferrer');
    expect(call.href).to.equal('tel:+15551234567');
    fill(host, person);
    await submit(host);
    expect(server.writes).to.deep.equal([]);
    expect(wordsIn(host, '[part="summary"]')).to.include('Choose a time.');
  });

  it('stays quick with ten thousand times', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      free(
        `n${i}`,
        1 + Math.floor(i / 170),
        `${String(8 + Math.floor((i % 170) / 20)).padStart(2, '0')}:${String((i % 20) * 3).padStart(2, '0')}`,
      ),
    );
    const host = await open(slotServer(many));
    await shown(host, 'First available');
    const days = () => all(picker(host), '[data-day]:not([aria-disabled])');
    expect(all(picker(host), '.time').length).to.be.below(200);
    const [, second] = days();
    const started = performance.now();
    second.click();
    await (picker(host) as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    rootOf(picker(host)).querySelector('.times')!.getBoundingClientRect();
    expect(performance.now() - started).to.be.below(200);
    await aTimeout(0);
  });

  it('speaks Spanish', async () => {
    document.documentElement.lang = 'es';
    try {
      const host = await open(slotServer(three()));
      await shown(host, 'Primera hora disponible');
      expect(said(host)).to.include('hora de la clínica');
    } finally {
      document.documentElement.lang = 'en';
    }
  });
});

import { aTimeout, expect } from '@open-wc/testing';
import {
  all,
  clock,
  control,
  fill,
  hear,
  inside,
  ready,
  rootOf,
  settle,
  submit,
  until,
  wordsIn,
} from '../support/index.js';
import { free, json, slotServer, type SlotServer } from '../support/slot-server.js';
import {
  person,
  watched,
  open,
  picker,
  choice,
  said,
  button,
  shown,
  chosen,
  held,
  three,
} from './picker.js';

describe('the slot picker', () => {
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
});

/** What shows only in steps: a choice that is left, changed from the check page, or kept while the form goes on. */
import { expect } from '@open-wc/testing';
import {
  all,
  clock,
  complaints,
  control,
  fill,
  inside,
  leave,
  mount,
  ready,
  rootOf,
  serve,
  settle,
  setUp,
  submit,
  until,
  wordsIn,
} from '../../support/index.js';
import { bus } from '../../../src/bus/index.js';
import '../../../src/widgets/appointment-form/appointment-form.js';
import type { AppointmentForm } from '../../../src/widgets/appointment-form/appointment-form.js';
import { free, json, slotServer, type SlotServer } from '../../support/slot-server.js';

const clinic = {
  timeZone: 'America/New_York',
  services: [
    {
      id: 'evaluation',
      name: 'Evaluation',
      visit: ['in-person', 'telehealth'],
      clinicians: ['okafor', 'reyes', 'lindqvist'],
      locations: ['port', 'west'],
    },
    {
      id: 'ketamine',
      name: 'Ketamine',
      visit: ['in-person'],
      clinicians: ['reyes'],
      locations: ['port'],
    },
    {
      id: 'tms',
      name: 'TMS',
      visit: ['in-person'],
      clinicians: ['okafor', 'lindqvist'],
      locations: ['port', 'west'],
    },
  ],
  locations: [
    { id: 'port', name: 'Port Ansel' },
    { id: 'west', name: 'Westmere' },
  ],
  clinicians: [
    { id: 'okafor', name: 'Dana Okafor' },
    { id: 'reyes', name: 'Lucía Reyes' },
    { id: 'lindqvist', name: 'Tom Lindqvist' },
  ],
};
const about = { givenName: 'Ada', familyName: 'Quill', phone: '555 010 0199' };

async function open(server: SlotServer, { file = {}, attributes = '' } = {}) {
  setUp({ meta: { config: serve({ ...clinic, ...file }) } });
  const host = await mount<AppointmentForm>(
    `<appointment-form endpoint="${location.origin}/fake-post" slots="${server.url}" ${attributes}></appointment-form>`,
    (widget) => {
      widget.fetch = server.fetch;
    },
  );
  await ready(host);
  await host.clinicSettled;
  return host;
}

const heading = (host: Element) => wordsIn(host, 'h2:has([part="progress"])');
const on = (host: Element, words: string) =>
  until(() => heading(host).includes(words), `the step "${words}"`);
const [who, what, when, me, check] = [
  'Who is this visit for?',
  'About your visit',
  'When works for you?',
  'About you',
  'Review your answers',
];
const picker = (host: Element) => inside(host, 'clinic-slot-picker');
/** In the picker, or on the steps after it. */
const choice = (host: Element) =>
  inside(
    rootOf(host).querySelector('clinic-slot-picker') ? picker(host) : host,
    'clinic-slot-choice',
  );
const shown = (host: Element, words: string) =>
  until(() => wordsIn(picker(host)).includes(words), words);
const button = (at: Element, words: string) => {
  const found = all(at, 'button').find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent.replace(/\s+/g, ' ')).includes(words),
  );
  if (!found) throw new Error(`no button ${words} in: ${wordsIn(at)}`);
  return found;
};
const held = (host: Element) =>
  until(() => wordsIn(choice(host)).includes('Held for you:'), 'a hold');
const back = async (host: AppointmentForm) => {
  inside(host, '[part="back"]').click();
  await host.updateComplete;
};
const rows = (host: Element) =>
  Object.fromEntries(
    all(host, '[part="answer"]').map((row) => [
      row.querySelector('label')!.textContent.trim(),
      row.querySelector('textarea')!.value,
    ]),
  );
const change = (host: Element, label: string) =>
  all(host, '[part="answer"] button')
    .find((one) => one.textContent.replace(/\s+/g, ' ').trim() === `Change ${label}`)!
    .click();
const asked = (server: SlotServer) =>
  Object.fromEntries(
    new URLSearchParams(
      server.log
        .filter((line) => line.startsWith('GET'))
        .at(-1)!
        .slice(4),
    ),
  );

async function toVisit(host: AppointmentForm) {
  fill(host, { forWhom: 'self' });
  await submit(host);
  await on(host, what);
  await until(() => rootOf(host).querySelector('input[data-field="service"]'), 'the services');
}
async function toTimes(host: AppointmentForm, service = 'tms') {
  await toVisit(host);
  fill(host, { service });
  await submit(host);
  await on(host, when);
  await until(() => rootOf(host).querySelector('clinic-slot-picker:defined'), 'the picker');
}
async function toAbout(host: AppointmentForm, service = 'tms', first = 'First available') {
  await toTimes(host, service);
  await shown(host, 'First available');
  button(picker(host), first).click();
  await held(host);
  await submit(host);
  await on(host, me);
}
async function toCheck(host: AppointmentForm, service = 'tms') {
  await toAbout(host, service);
  fill(host, about);
  await submit(host);
  await on(host, check);
  await until(() => all(host, '[part="answer"]').length > 0, 'the answers');
}

const three = (more: object = {}) => [
  free('a', 2, '10:00', more),
  free('b', 2, '14:30', more),
  free('c', 3, '18:00', more),
];

describe('an appointment in steps', () => {
  it('says how many steps there are from the first paint on, also after the first focus', async () => {
    const { services, locations } = clinic;
    setUp({ meta: { config: serve({ services: services.slice(2), locations }) } });
    const host = await mount('<appointment-form sandbox></appointment-form>');
    await ready(host);
    await host.clinicSettled;
    await host.updateComplete;
    expect(heading(host), 'who, where, when, about, review').to.match(/^Step 1 of 5 /);
    control(host, 'forWhom').focus();
    // What comes with the first focus may bring questions, and must not bring steps.
    for (let turn = 0; turn < 10; turn++) await settle();
    expect(heading(host)).to.match(/^Step 1 of 5 /);
  });

  describe('asks for free times by what the answers mean now', () => {
    it('and not by what was entered under questions that are gone', async () => {
      const server = slotServer([free('k', 2, '10:00', { service: 'ketamine', location: 'port' })]);
      const host = await open(server);
      await toVisit(host);
      fill(host, { service: 'evaluation' });
      await host.updateComplete;
      fill(host, { visit: 'in-person', location: 'west', clinician: 'lindqvist' });
      await submit(host);
      await on(host, when);
      await until(() => server.log.length === 1);
      expect(asked(server)).to.include({
        service: 'evaluation',
        location: 'west',
        clinician: 'lindqvist',
      });
      await back(host);
      await on(host, what);
      fill(host, { service: 'ketamine' });
      await submit(host);
      await on(host, when);
      await shown(host, 'First available');
      expect(asked(server)).to.include({
        service: 'ketamine',
        location: 'port',
        clinician: 'reyes',
      });
    });

    it('and offers only those who do the service', async () => {
      const server = slotServer([
        free('a', 2, '10:00', { service: 'tms', clinician: 'okafor' }),
        free('b', 2, '11:00', { service: 'tms', clinician: 'lindqvist' }),
      ]);
      const host = await open(server);
      await toVisit(host);
      fill(host, { service: 'tms' });
      await host.updateComplete;
      const offered = all<HTMLInputElement>(host, 'input[data-field="clinician"]');
      expect(offered.map(({ value }) => value)).to.deep.equal(['any', 'okafor', 'lindqvist']);
      fill(host, { clinician: 'lindqvist' });
      await submit(host);
      await on(host, when);
      await shown(host, 'First available');
      expect(asked(server)).to.include({ service: 'tms', clinician: 'lindqvist' });
      expect(wordsIn(picker(host)))
        .to.include('11:00 AM')
        .and.not.include('10:00 AM');
    });

    it('and a visit that was by video before has a place again', async () => {
      const server = slotServer(three());
      const host = await open(server);
      await toVisit(host);
      fill(host, { service: 'evaluation' });
      await host.updateComplete;
      fill(host, { visit: 'telehealth' });
      await host.updateComplete;
      expect(rootOf(host).querySelector('[data-field="location"]')).to.equal(null);
      fill(host, { service: 'tms' });
      await host.updateComplete;
      fill(host, { location: 'west' });
      await submit(host);
      await on(host, when);
      await until(() => server.log.length === 1);
      expect(asked(server)).to.include({ service: 'tms', location: 'west' });
    });
  });

  describe('lets the time go with the service it was for', () => {
    const times = () => [
      ...three({ service: 'tms' }),
      free('k', 4, '09:00', { service: 'ketamine' }),
    ];

    it('when that is changed from the check page, and leads to the times again', async () => {
      const server = slotServer(times());
      const host = await open(server);
      await toCheck(host);
      expect(Object.keys(rows(host))).to.include('Time');
      change(host, 'What kind of visit do you need?');
      await on(host, what);
      fill(host, { service: 'ketamine' });
      await submit(host);
      await on(host, when);
      await until(() => server.writes.length === 2);
      expect(server.writes).to.deep.equal(['hold a', 'release a h1']);
      await shown(host, 'First available');
      button(picker(host), '9:00 AM').click();
      await held(host);
      await submit(host);
      await on(host, check);
      expect(rows(host)['Time']).to.include('9:00 AM');
      fill(host, { 'consent.privacy': true });
      await submit(host);
      expect(server.sent[0].data).to.include({ service: 'ketamine' });
      expect(server.sent[0].data['slot']).to.include({ id: 'k' });
    });

    it('when the page asks for another one', async () => {
      const server = slotServer(times());
      const host = await open(server);
      await toCheck(host);
      bus.emit('clinic-open', { target: 'appointment-form', service: 'ketamine' } as never);
      await until(() => server.writes.length === 2, 'its release');
      fill(host, { 'consent.privacy': true });
      await submit(host);
      await on(host, when);
      expect(server.sent).to.deep.equal([]);
      expect(wordsIn(host, '[part="summary"]')).to.include('Choose a time.');
    });
  });

  it('tells the time that will be sent, also where it was chosen on a later step', async () => {
    const server = slotServer(three());
    const until1 = () => new Date(Date.now() + 1500).toISOString();
    server.hold = () => json(201, { hold: 'short', until: until1() });
    const host = await open(server);
    await toCheck(host);
    expect(rows(host)['Time']).to.include('10:00 AM');
    await until(
      () => wordsIn(choice(host)).includes('We’re no longer holding'),
      'the end of the hold',
    );
    server.hold = () => json(409, { slots: [free('n', 2, '11:00')] });
    button(choice(host), 'Hold it again').click();
    await until(() => wordsIn(choice(host)).includes('Someone else'));
    expect(rows(host)).to.not.have.property('Time');
    delete server.hold;
    button(choice(host), '11:00 AM').click();
    await held(host);
    await host.updateComplete;
    expect(rows(host)['Time']).to.match(/11:00 AM ET \(clinic time\)$/);
    expect(wordsIn(host, '[part="answer"]:has(textarea)')).to.not.include('11:00');
    fill(host, { 'consent.privacy': true });
    await submit(host);
    expect(server.sent[0].data['slot']).to.include({ id: 'n' });
  });

  it('tells the place and the person that a time brings along, and sends what it tells', async () => {
    const server = slotServer(three({ location: 'west', clinician: 'lindqvist' }));
    const host = await open(server);
    await toCheck(host);
    expect(Object.values(rows(host))).to.include.members(['Westmere', 'Tom Lindqvist']);
    const changes = all(host, '[part="answer"] button').map((one) => one.textContent);
    expect(changes.join(), 'they change with the time').to.not.match(/location|someone/);
    fill(host, { 'consent.privacy': true });
    await submit(host);
    expect(server.sent[0].data).to.include({ location: 'west', clinician: 'lindqvist' });
  });

  describe('holds a time', () => {
    it('that was given back on the way back, once it is given back, and says nobody has taken it', async () => {
      const server = slotServer(three());
      const host = await open(server);
      await toAbout(host);
      let done!: () => void;
      const answer = server.fetch;
      const released = new Promise<void>((resolve) => (done = resolve));
      host.fetch = (async (to: string, init?: RequestInit) => {
        if (to.endsWith('/release')) await released.then(() => (server.slots = three()));
        return answer(to, init);
      }) as typeof fetch;
      const { now } = Date;
      // The list is old, and without the visitor's own time until that is free again.
      Date.now = () => now() + 61_000;
      try {
        server.slots = three().slice(1);
        await back(host);
        await on(host, when);
        await settle();
        expect(server.log.filter((line) => line.startsWith('GET'))).to.have.length(1);
        done();
        await until(() => server.log.filter((line) => line.startsWith('GET')).length === 2);
        await settle();
      } finally {
        Date.now = now;
      }
      expect(wordsIn(picker(host))).to.not.include('Someone else');
      expect(wordsIn(choice(host))).to.include('This time is available now');
      await submit(host);
      await on(host, me);
      await held(host);
      expect(server.writes).to.deep.equal(['hold a', 'release a h1', 'hold a']);
    });

    it('again when a dialog is opened again, and gives it back once when it is closed', async () => {
      const server = slotServer(three());
      const host = await open(server, { attributes: 'display="dialog"' });
      await until(() => rootOf(host).querySelector('[part="open"]'), 'the button');
      inside(host, '[part="open"]').click();
      await until(() => inside<HTMLDialogElement>(host, 'dialog').open, 'the dialog');
      await toAbout(host);
      inside(host, '[part="close"]').click();
      await until(() => server.writes.length === 2, 'its release');
      expect(server.writes).to.deep.equal(['hold a', 'release a h1']);
      inside(host, '[part="open"]').click();
      await until(() => inside<HTMLDialogElement>(host, 'dialog').open, 'the dialog');
      button(choice(host), 'Hold it again').click();
      await held(host);

      // Closed over the times, it is held again on the way forward.
      await back(host);
      await on(host, when);
      await until(() => server.writes.length === 4);
      button(choice(host), 'Hold it again').click();
      await held(host);
      inside(host, '[part="close"]').click();
      await until(() => server.writes.length === 6);
      await settle();
      inside(host, '[part="open"]').click();
      await until(() => inside<HTMLDialogElement>(host, 'dialog').open, 'the dialog');
      await submit(host);
      await on(host, me);
      await held(host);
      expect(server.writes.map((line) => line.slice(0, 4))).to.deep.equal([
        'hold',
        'rele',
        'hold',
        'rele',
        'hold',
        'rele',
        'hold',
      ]);
    });

    it('that may be booked already as it is, when the visitor looks back and sends again', async () => {
      const server = slotServer(three());
      const host = await open(server);
      await toCheck(host);
      const sent: { id: string }[] = [];
      host.deliver = (submission) => {
        sent.push(submission);
        return Promise.reject(new Error('silence'));
      };
      fill(host, { 'consent.privacy': true });
      await submit(host);
      await until(() => host.matches(':state(failed)'));
      await back(host);
      await on(host, me);
      await back(host);
      await on(host, when);
      await settle();
      expect(wordsIn(picker(host))).to.not.include('Someone else');
      await submit(host);
      await on(host, me);
      await submit(host);
      await on(host, check);
      fill(host, { 'consent.privacy': true });
      await submit(host);
      await until(() => sent.length === 2);
      expect(sent[1]).to.deep.equal(sent[0]);
      expect(server.writes).to.deep.equal(['hold a']);
    });
  });

  it('tells the zone of the thanks where only the list of times knows it', async () => {
    const server = slotServer(three());
    const host = await mount<AppointmentForm>(
      `<appointment-form endpoint="${location.origin}/fake-post" slots="${server.url}"></appointment-form>`,
      (widget) => (widget.fetch = server.fetch),
    );
    await ready(host);
    fill(host, { forWhom: 'self' });
    await submit(host);
    await on(host, when);
    await until(() => rootOf(host).querySelector('clinic-slot-picker:defined'), 'the picker');
    await shown(host, 'First available');
    button(picker(host), '2:30 PM').click();
    await held(host);
    await submit(host);
    await on(host, me);
    fill(host, about);
    await submit(host);
    await on(host, check);
    fill(host, { 'consent.privacy': true });
    await submit(host);
    await until(() => rootOf(host).querySelector('.booked'), 'the time');
    expect(wordsIn(host, '.booked')).to.include('Eastern Time');
    const times = all<HTMLInputElement>(host, '.booked input').map(({ value }) =>
      value.replace(/\s/g, ' '),
    );
    expect(times[1]).to.equal('2:30 – 3:00 PM');
  });

  it('asks for days that are still to come', async () => {
    const server = slotServer([]);
    const host = await open(server);
    await toTimes(host);
    await shown(host, 'No times are available');
    button(picker(host), 'Request other days').click();
    await until(() => rootOf(host).querySelector('[data-field="preferences.0.day"]'));
    fill(host, { 'preferences.0.day': '2020-01-05' });
    await submit(host);
    expect(wordsIn(host, '[part="summary"]')).to.include('Choose a day in the future.');
    expect(control(host, 'preferences.0.day').getAttribute('aria-invalid')).to.equal('true');
    const today = new Intl.DateTimeFormat('sv-SE').format();
    fill(host, { 'preferences.0.day': today });
    await submit(host);
    await on(host, me);
  });

  describe('has a waitlist', () => {
    const joined = () => json(201, { reference: 'W-1', status: 'received' });
    const toWaitlist = async (host: AppointmentForm) => {
      await toTimes(host);
      await shown(host, 'No times are available');
      button(picker(host), 'Notify me when').click();
      await until(() => wordsIn(host).includes('Join the waitlist'), 'the waitlist');
    };
    const join = async (host: AppointmentForm) => {
      await toWaitlist(host);
      fill(host, { ...about, 'consent.privacy': true });
      await submit(host);
      await until(() => wordsIn(host).includes('You’re on the waitlist'), 'the thanks');
    };
    const fresh = async (host: AppointmentForm) => {
      await on(host, who);
      expect(heading(host)).to.match(/^Step 1 of \d /);
      expect(control(host, 'forWhom').checked).to.equal(false);
      await toVisit(host);
      expect(control(host, 'service').checked).to.equal(false);
    };

    it('where nothing is free, and begins anew when the page comes back', async () => {
      const server = slotServer([]);
      server.post = joined;
      const host = await open(server);
      await join(host);
      expect(server.sent[0]).to.include({ type: 'waitlist' });
      expect(server.sent[0].data).to.deep.equal({ ...about, service: 'tms', visit: 'in-person' });
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await fresh(host);
    });

    it('that begins anew when its dialog is opened again', async () => {
      const server = slotServer([]);
      server.post = joined;
      const host = await open(server, { attributes: 'display="dialog"' });
      await until(() => rootOf(host).querySelector('[part="open"]'), 'the button');
      inside(host, '[part="open"]').click();
      await until(() => inside<HTMLDialogElement>(host, 'dialog').open, 'the dialog');
      await join(host);
      inside(host, '[part="close"]').click();
      inside(host, '[part="open"]').click();
      await fresh(host);
    });

    it('that leads back to the times, with all that was entered', async () => {
      const server = slotServer([]);
      const host = await open(server);
      await toWaitlist(host);
      inside(host, '[part="back"]').click();
      await on(host, when);
      await shown(host, 'No times are available');
      await back(host);
      await on(host, what);
      const chosen = all<HTMLInputElement>(host, 'input[data-field="service"]:checked');
      expect(chosen.map(({ value }) => value)).to.deep.equal(['tms']);
    });

    it('whose form does not complain of fields that an appointment asks', async () => {
      const server = slotServer([]);
      const fields = 'fields="givenName, familyName, phone, service, slot, reason"';
      const host = await open(server, { attributes: fields });
      await toWaitlist(host);
      fill(host, about);
      await settle();
      expect(complaints()).to.deep.equal([]);
    });

    describe('and', () => {
      let time: ReturnType<typeof clock>;
      beforeEach(() => (time = clock()));
      afterEach(() => time.restore());

      it('is not where the next visitor begins, once nobody was there for long', async () => {
        const server = slotServer([]);
        const host = await open(server);
        await toWaitlist(host);
        fill(host, { phone: '5' });
        leave(host);
        await until(() => all(host, '[part~="error"]').length === 1, 'the part that watches');
        control(host, 'givenName').focus();
        time.pass(16);
        await fresh(host);
      });
    });
  });
});

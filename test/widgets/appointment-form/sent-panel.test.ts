import { expect } from '@open-wc/testing';
import { render } from 'lit/html.js';
import type { Submission } from '../../../src/contract/index.js';
import { SentPanel } from '../../../src/widgets/appointment-form/parts/sent-panel.lazy/sent-panel.js';
import {
  all,
  control,
  fakeEndpoint,
  fill,
  inside,
  mount,
  rootOf,
  serve,
  setUp,
  submit,
  until,
  wordsIn,
} from '../../support/index.js';
import '../../../src/widgets/appointment-form/appointment-form.js';

const clinic = {
  timeZone: 'America/New_York',
  services: [
    {
      id: 'spravato',
      name: 'SPRAVATO',
      visit: ['in-person'],
      logistics: {
        en: 'Stay two hours.\n- Bring someone\n- Do not drive',
        es: 'Quédese dos horas.',
      },
    },
    { id: 'talk', name: 'Talk' },
  ],
  locations: [
    { id: 'main', name: 'Main', address: '1 Street' },
    { id: 'north', name: 'North' },
  ],
};
const whoWaits = {
  forWhom: 'self',
  givenName: 'Ana',
  familyName: 'Li',
  phone: '(555) 010-0123',
  'consent.privacy': true,
};
const person = { ...whoWaits, 'preferences.0.day': '2099-01-05' };
const open = async (attributes = '') => {
  setUp({ meta: { config: serve(clinic) } });
  const endpoint = fakeEndpoint({ body: { reference: 'A-1', status: 'received' } });
  const host = await mount(
    `<appointment-form layout="page" endpoint="${endpoint.url}" ${attributes}></appointment-form>`,
  );
  await host.clinicSettled;
  await host.updateComplete;
  await until(() => rootOf(host).querySelector('form'), 'the form');
  return { host, endpoint };
};

/** The panel of a visit that was booked, drawn by itself. */
const booked = async (more: object, attributes = '') => {
  const { host } = await open(attributes);
  const slot = { id: 's', start: '2026-11-24T10:20:00-05:00', end: '2026-11-24T11:00:00-05:00' };
  const data = { service: 'spravato', location: 'main', visit: 'in-person', slot, ...more };
  const sent = { id: 'e0c6c9c2-0000-4000-8000-000000000000', type: 'appointment', data };
  const panel = new SentPanel(
    host,
    sent as unknown as Submission & { type: 'appointment' },
    host.clinic?.timeZone,
  );
  const stage = document.createElement('div');
  const draw = () => render(panel.view(true), stage);
  draw();
  return { stage, draw };
};
const shown = (stage: Element) =>
  [...stage.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(
    (one) => {
      expect(one.readOnly).to.equal(true);
      return one.value.replace(/\s/g, ' ');
    },
  );

describe('after sending', () => {
  it('says what the clinic wants people to know about the service, and can be printed', async () => {
    const { host } = await open();
    fill(host, { ...person, service: 'spravato' });
    await submit(host);
    await until(() => wordsIn(host).includes('Before your visit'));
    const before = inside(host, '.before');
    expect(before.querySelector('p')!.textContent).to.equal('Stay two hours.');
    expect([...before.querySelectorAll('li')].map((item) => item.textContent)).to.deep.equal([
      'Bring someone',
      'Do not drive',
    ]);
    expect(wordsIn(host)).not.to.include('calendar');
    let printed = 0;
    const real = window.print;
    window.print = () => void printed++;
    all<HTMLButtonElement>(host, '.keep button').at(-1)!.click();
    window.print = real;
    expect(printed).to.equal(1);
    expect(wordsIn(host)).not.to.match(/Ana|Li\b|555/);
  });

  it('says nothing of a service that has no such words, and forgets the visit with the form', async () => {
    const { host } = await open();
    fill(host, { ...person, service: 'talk' });
    await submit(host);
    await until(() => wordsIn(host).includes('Print'));
    expect(all(host, '.before')).to.have.length(0);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await host.updateComplete;
    expect(control(host, 'givenName').value).to.equal('');
    expect(wordsIn(host)).not.to.include('Print');
  });

  it('shows day, time and place of a booking in read-only controls, never as text', async () => {
    const { stage } = await booked({});
    expect(shown(stage)).to.deep.equal([
      'Tuesday, Nov 24, 2026',
      '10:20 – 11:00 AM',
      'Main 1 Street',
    ]);
    expect(stage.textContent).to.include('Time (Eastern Time)');
    expect(stage.textContent).not.to.match(/Tuesday|10:20|Main|1 Street/);
  });

  it('shows the visitor’s own time for a video visit, and no place', async () => {
    const { stage } = await booked({ visit: 'telehealth' });
    const own = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
    expect(shown(stage)).to.have.length(2);
    expect(shown(stage)[1]).to.include(
      own.format(new Date('2026-11-24T10:20:00-05:00')).replace(/\s.*/, ''),
    );
  });

  it('speaks Spanish on a Spanish page', async () => {
    const { stage, draw } = await booked({}, 'lang="es"');
    await until(() => (draw(), stage.textContent.includes('Agregar a mi calendario')));
    expect(shown(stage)[0]).to.match(/^martes, 24 (de )?nov\.? (de )?2026$/);
    expect(stage.textContent).to.include('Quédese dos horas.').and.to.include('“Cita”');
  });

  it('gives a file for the calendar: private, neutral, made in memory', async () => {
    const { stage } = await booked({});
    const files: Blob[] = [];
    const names: string[] = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => (files.push(file as Blob), make(file));
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    stage.querySelector<HTMLButtonElement>('.keep .button')!.click();
    Object.assign(URL, { createObjectURL: make });
    HTMLAnchorElement.prototype.click = click;
    expect(names).to.deep.equal(['appointment.ics']);
    expect(files[0].type).to.equal('text/calendar');
    const text = await files[0].text();
    expect(text).to.include('SUMMARY:Appointment\r\nCLASS:PRIVATE');
    expect(text).to.include('DTSTART:20261124T152000Z');
    expect(text).not.to.match(/spravato|main|street|clinic/i);
  });
});

describe('the waitlist', () => {
  /** A slots address without a free time. */
  const noTimes = () => serve({ timeZone: 'America/New_York', slots: [] });
  const ways = (host: Element) =>
    all(host, 'clinic-slot-picker:defined').flatMap((picker) => all(picker, '.way'));
  const wait = async (host: Element) => {
    const way = () => ways(host).find(({ textContent }) => textContent.includes('Notify me'));
    await until(way, 'the way to the waitlist');
    way()!.click();
    await until(() => wordsIn(host).includes('Join the waitlist'), 'the waitlist');
  };
  const asked = (host: Element) => [
    ...new Set(all(host, '[data-field]').map(({ dataset }) => dataset['field']!.split('.')[0])),
  ];

  it('asks only what is missing, under consents of its own', async () => {
    const { host: form, endpoint } = await open(`slots="${noTimes()}"`);
    fill(form, { forWhom: 'self', givenName: 'Ana', phone: '(555) 010-0123', service: 'talk' });
    await wait(form);
    expect(asked(form)).to.deep.equal([
      'familyName',
      'email',
      'contactBy',
      'preferences',
      'consent',
    ]);
    expect(inside(form, '[part="submit"]').textContent?.trim()).to.equal('Join the waitlist');
    expect(wordsIn(form)).to.include('doesn’t book a visit');
    await submit(form);
    expect(endpoint.requests, 'the contract’s rules hold here too').to.have.length(0);
    fill(form, {
      familyName: 'Li',
      contactBy: 'text',
      'preferences.0.day': '2099-01-05',
      'preferences.0.time': 'morning',
      'consent.privacy': true,
    });
    await submit(form);
    const sent = endpoint.json();
    expect(sent['type']).to.equal('waitlist');
    expect(sent.data).to.deep.equal({
      givenName: 'Ana',
      familyName: 'Li',
      phone: '(555) 010-0123',
      service: 'talk',
      visit: 'in-person',
      contactBy: 'text',
      preferences: [{ day: '2099-01-05', time: 'morning' }],
    });
    expect(sent['consents']).to.have.length(1);
    expect(wordsIn(form)).to.include('You’re on the waitlist').and.to.include('A-1');
    expect(wordsIn(form))
      .to.include('Nothing is booked')
      .and.not.to.match(/Ana|555/);
  });

  it('goes to its own endpoint where the clinic has one', async () => {
    const waiting = fakeEndpoint({ body: { reference: 'W-1', status: 'received' } });
    const appointment = fakeEndpoint();
    const endpoints = { appointment: appointment.url, waitlist: waiting.url };
    setUp({ meta: { config: serve({ ...clinic, endpoints }) } });
    const host = await mount(
      `<appointment-form layout="page" slots="${noTimes()}"></appointment-form>`,
    );
    await until(() => rootOf(host).querySelector('form'), 'the form');
    fill(host, whoWaits);
    await wait(host);
    fill(host, { 'consent.privacy': true });
    await submit(host);
    expect(waiting.json()['type']).to.equal('waitlist');
    expect(appointment.requests).to.have.length(0);
  });

  it('is not offered by a clinic that takes appointments only: a request says the same', async () => {
    const appointment = fakeEndpoint();
    const endpoints = { appointment: appointment.url };
    setUp({ meta: { config: serve({ ...clinic, endpoints }) } });
    const host = await mount(
      `<appointment-form layout="page" slots="${noTimes()}"></appointment-form>`,
    );
    await until(() => rootOf(host).querySelector('form'), 'the form');
    fill(host, whoWaits);
    await until(() => ways(host).length > 0, 'ways on');
    expect(ways(host).map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Request other days',
    ]);
    ways(host)[0].click();
    await until(() => all(host, '[data-field="preferences.0.day"]').length > 0, 'days');
    fill(host, { 'preferences.0.day': '2099-01-05' });
    await submit(host);
    expect(appointment.json()['type']).to.equal('appointment');
  });

  it('leads back to the times, with everything that was entered', async () => {
    const { host } = await open(`slots="${noTimes()}"`);
    fill(host, { ...whoWaits, service: 'talk' });
    await wait(host);
    expect(rootOf(host).activeElement?.getAttribute('part')).to.equal('heading');
    fill(host, { email: 'ana@example.org' });
    inside<HTMLButtonElement>(host, '[part="back"]').click();
    await until(() => all(host, '[data-field="forWhom"]').length > 0);
    expect(control(host, 'givenName').value).to.equal('Ana');
    expect(control(host, 'email').value).to.equal('ana@example.org');
  });

  it('is over when the page comes back after it', async () => {
    const { host } = await open(`slots="${noTimes()}"`);
    fill(host, whoWaits);
    await wait(host);
    fill(host, { 'consent.privacy': true });
    await submit(host);
    await until(() => wordsIn(host).includes('You’re on the waitlist'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await host.updateComplete;
    await until(() => all(host, '[data-field="forWhom"]').length > 0);
    expect(control(host, 'givenName').value).to.equal('');
  });
});

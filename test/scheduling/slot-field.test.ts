import { expect } from '@open-wc/testing';
import { all, fill, inside, rootOf, settle, submit, until, wordsIn } from '../support/index.js';
import { free, json, slotServer } from '../support/slot-server.js';
import { person, open, picker, said, button, shown, chosen, held, three } from './picker.js';

describe('the slot picker', () => {
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
});

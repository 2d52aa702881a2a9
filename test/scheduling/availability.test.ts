import { expect } from '@open-wc/testing';
import {
  all,
  control,
  fill,
  mount,
  ready,
  rootOf,
  serve,
  settle,
  setUp,
  submit,
  until,
  wordsIn,
} from '../support/index.js';
import type { AppointmentForm } from '../../src/widgets/appointment-form/appointment-form.js';
import { free, json, slotServer } from '../support/slot-server.js';
import {
  clinic,
  person,
  open,
  picker,
  choice,
  said,
  button,
  shown,
  chosen,
  three,
} from './picker.js';

describe('the slot picker', () => {
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
});

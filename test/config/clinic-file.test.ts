import { expect } from '@open-wc/testing';
import { clinicFile } from '../../src/config/clinic-file.js';
import {
  complaints,
  fakeEndpoint,
  hear,
  inside,
  mount,
  rootOf,
  serve,
  setUp,
  settle,
  until,
  wordsIn,
  type Reply,
} from '../support/index.js';
import '../../src/widgets/appointment-form/appointment-form.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

// The check waits for an idle moment; in a test it need not.
globalThis.requestIdleCallback = ((check: () => void) => void check()) as never;

const bare = '<newsletter-signup><p>Write to us.</p></newsletter-signup>';
const withEndpoint = '<newsletter-signup endpoint="/x"><p>Write to us.</p></newsletter-signup>';
const shown = (host: Element) => rootOf(host).querySelector('form') !== null;

/** The lines about a clinic file, once it has been checked. */
const linesOf = async (file: unknown): Promise<string[]> => {
  const address = serve(file);
  complaints();
  await clinicFile(address).settled;
  const lines: string[] = [];
  await until(() => lines.push(...complaints()), 'a console line');
  await settle();
  lines.push(...complaints());
  return lines.map((line) => line.replace(`[clinic-widgets] ${address}: `, ''));
};

describe('a clinic file that cannot be used', () => {
  for (const [what, reply, why] of [
    ['is broken', { body: '{ "phone": "+1', type: 'application/json' }, 'format'],
    ['is not there', { status: 404, body: {} }, 'HTTP 404'],
    ['is a web page', { body: '<!doctype html>', type: 'text/html' }, 'format'],
    ['is a list', { body: [] }, 'single JSON object'],
    ['is null', { body: 'null' }, 'single JSON object'],
    ['cannot be reached', 'down', 'network'],
  ] as [string, Reply, string][])
    it(`because it ${what}: widgets with an endpoint go on, bare ones keep the fallback, one line`, async () => {
      const file = fakeEndpoint(reply);
      setUp({ meta: { config: file.url } });
      const errors = hear('clinic-error');
      const [one, other] = [await mount(withEndpoint), await mount(bare)];
      await Promise.all([one.clinicSettled, other.clinicSettled]);
      await Promise.all([one.updateComplete, other.updateComplete]);
      await settle();
      expect(shown(one)).to.equal(true);
      expect(shown(other)).to.equal(false);
      expect(rootOf(other).querySelector('slot')).to.not.equal(null);
      expect(file.requests, 'fetched once for both').to.have.length(1);
      const about = complaints().filter((line) => line.includes(file.url));
      expect(about).to.have.length(1);
      expect(about[0]).to.include(why).and.to.include('work without it');
      expect(errors.map(({ code }) => code)).to.deep.equal(['no-endpoint']);
    });

  for (const around of ['', '<clinic-config config="https://[clinic]/clinic.json">'])
    it(`because there is no such address: widgets with an endpoint go on, one line${around && ', in a <clinic-config>'}`, async () => {
      setUp({ meta: around ? {} : { config: 'https://[clinic]/clinic.json' } });
      const host = await mount(around + withEndpoint);
      await until(() => shown(host), 'the form');
      const lines = complaints();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include('config="https://[clinic]/clinic.json" is not a valid URL');
    });

  it('because it does not come in 8 s', async () => {
    const real = globalThis.setTimeout;
    let over: (() => void) | undefined;
    globalThis.setTimeout = ((done: () => void, ms?: number) => {
      if (ms === 8000) over = done;
      return real(done, ms);
    }) as typeof setTimeout;
    try {
      const file = fakeEndpoint('never');
      setUp({ meta: { config: file.url } });
      const [one, other] = [await mount(withEndpoint), await mount(bare)];
      await until(() => over && file.requests.length === 1, 'the request');
      expect(shown(one), 'an endpoint is known: no reason to wait').to.equal(true);
      expect(one.clinicPending).to.equal(true);
      over!();
      await other.clinicSettled;
      await other.updateComplete;
      expect(one.clinicPending).to.equal(false);
      expect([shown(one), shown(other)]).to.deep.equal([true, false]);
      expect(complaints().filter((line) => line.includes(file.url))).to.have.length(1);
    } finally {
      globalThis.setTimeout = real;
    }
  });
});

describe('a clinic file on its way', () => {
  it('leaves the fallback of a bare widget, then the widget takes its place', async () => {
    let give!: (answer: object) => void;
    const file = fakeEndpoint(new Promise<object>((resolve) => (give = resolve)));
    setUp({ meta: { config: file.url } });
    const became = hear('clinic-ready');
    const host = await mount(bare);
    expect(shown(host)).to.equal(false);
    expect(became).to.have.length(0);
    give({ body: { endpoints: { 'newsletter-signup': 'api' } } });
    await until(() => shown(host), 'the form');
    await until(() => became.length === 1, 'clinic-ready');
  });

  it('adds what it feeds in the room kept for it, and the control in focus stays where it is', async () => {
    let give!: (answer: object) => void;
    const file = fakeEndpoint(new Promise<object>((resolve) => (give = resolve)));
    setUp({ meta: { config: file.url } });
    const host = await mount('<appointment-form layout="page" endpoint="/x"></appointment-form>');
    document.body.style.minHeight = '4000px';
    const reason = inside<HTMLTextAreaElement>(host, 'textarea');
    reason.focus();
    reason.scrollIntoView({ block: 'center' });
    const { top } = reason.getBoundingClientRect();
    const services = [1, 2, 3].map((n) => ({ id: `s${n}`, name: `Service ${n}` }));
    give({ body: { services } });
    await until(() => wordsIn(host).includes('Service 3'), 'the services');
    expect(Math.abs(reason.getBoundingClientRect().top - top)).to.be.lessThan(2);
    expect(rootOf(host).activeElement).to.equal(reason);
    await until(() => rootOf(host).querySelector('.unseen > [role="status"]'), 'the last part');
    expect(Math.abs(reason.getBoundingClientRect().top - top)).to.be.lessThan(2);
    document.body.style.minHeight = '';
  });

  it('resolves addresses from its own', async () => {
    const file = fakeEndpoint(
      {
        body: {
          endpoints: { appointment: 'api' },
          slots: '/slots',
          payers: './payers.json',
          documents: { privacy: { href: 'p', version: '1' }, terms: {} },
        },
      },
      'clinic.json',
    );
    const about = clinicFile(file.url);
    await about.settled;
    const folder = file.url.replace('clinic.json', '');
    expect(about.clinic).to.deep.include({
      endpoints: { appointment: `${folder}api` },
      slots: `${location.origin}/slots`,
      payers: `${folder}payers.json`,
    });
    expect(about.clinic!.documents!.privacy).to.deep.equal({ href: `${folder}p`, version: '1' });
    expect(about.clinic!.documents!.terms!.href).to.equal(undefined);
  });
});

describe('mistakes in a clinic file', () => {
  for (const [what, file, lines] of [
    [
      'an unknown key',
      { phnoe: '1' },
      ['phnoe is not a key of the clinic file; did you mean "phone"?'],
    ],
    [
      'an unknown key deep inside',
      { services: [{ id: 'a', name: 'A', minuts: 20 }] },
      ['services[0].minuts is not a key of the clinic file; did you mean "minutes"?'],
    ],
    ['a key like no other', { zzzzzzzzzzz: 1 }, ['zzzzzzzzzzz is not a key of the clinic file']],
    ['a number for a phone', { phone: 5 }, ['phone must be string']],
    ['an object for a list', { services: {} }, ['services must be array']],
    ['a service without an id', { services: [{ name: 'A' }] }, ['services[0].id must be string']],
    [
      'hours that are no hours',
      { locations: [{ id: 'm', name: 'M', hours: { mon: ['9-12'] } }] },
      ['locations[0].hours.mon[0] has the wrong format; write it like 09:00-17:00'],
    ],
    [
      'a question of an unknown kind',
      { questions: [{ id: 'q', type: 'essay', label: 'Q' }] },
      ['questions[0].type must be one of text, choice, choices, yes-no, date, file'],
    ],
    [
      'a text that is neither text nor texts',
      { reply: 5 },
      ['reply must be text, or one text per language: { "en": "…", "es": "…" }'],
    ],
  ] as [string, object, string[]][])
    it(`are named with path and fix: ${what}`, async () => {
      expect(await linesOf(file)).to.deep.equal(lines);
    });

  it('are each named, and do not stop what is right', async () => {
    expect(await linesOf({ phone: '+1 5', emergncy: [], topics: 'x' })).to.have.length(2);
    const config = serve({
      phone: '+1 5',
      services: 'x',
      topics: [null, 5, { id: 'n', label: 'N' }],
    });
    const file = clinicFile(config);
    await file.settled;
    expect(file.clinic!.phone).to.equal('+1 5');
    expect(file.clinic!.services).to.equal(undefined);
    expect(file.clinic!.topics).to.deep.equal([{ id: 'n', label: 'N' }]);
  });

  for (const [at, file] of [
    { services: [{ id: 'a' }, 'x', null, { id: 'b', name: { en: 'B' }, visit: 'telehealth' }] },
    { emergency: [{ text: 'x', href: 'javascript:alert(1)' }, 7] },
    { documents: { privacy: 'not an object', terms: { href: 5 } } },
    { endpoints: { appointment: 5 } },
    {
      consents: [
        { id: 'x', text: 5 },
        { id: 'y', types: 'all' },
      ],
    },
    { messages: { en: null, es: 'x' } },
    { services: [{ id: 'a', name: 'A', locations: 'm', clinicians: 5 }], locations: [{ id: 'm' }] },
    { topics: [{ id: 'a' }], reply: ['x'], region: 5, name: 5, payers: [null] },
  ].entries())
    it(`never keep a form from standing (${at + 1})`, async () => {
      setUp({ meta: { config: serve(file) } });
      const host = await mount('<appointment-form layout="page" endpoint="/x"></appointment-form>');
      await host.clinicSettled;
      await host.updateComplete;
      expect(shown(host)).to.equal(true);
      expect(rootOf(host).querySelectorAll('a[href^="javascript:"]')).to.have.length(0);
      const letter = await mount('<newsletter-signup endpoint="/x"></newsletter-signup>');
      await letter.updateComplete;
      expect(shown(letter)).to.equal(true);
    });
});

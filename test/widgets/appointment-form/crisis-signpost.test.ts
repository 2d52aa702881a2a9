import { expect } from '@open-wc/testing';
import { bus } from '../../../src/bus/index.js';
import {
  regions,
  contactsIn,
} from '../../../src/widgets/appointment-form/parts/crisis-signpost.lazy/regions.js';
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
  settle,
  submit,
  until,
  wordsIn,
} from '../../support/index.js';
import '../../../src/widgets/appointment-form/appointment-form.js';

const person = {
  forWhom: 'self',
  givenName: 'Ana',
  familyName: 'Li',
  phone: '(555) 010-0123',
  'preferences.0.day': '2099-01-05',
  'consent.privacy': true,
};
const open = async (attributes = 'layout="page"', file?: object) => {
  const endpoint = fakeEndpoint({ body: { reference: 'A-1', status: 'received' } });
  if (file) setUp({ meta: { config: serve(file) } });
  const host = await mount(
    `<appointment-form layout="page" endpoint="${endpoint.url}" ${attributes}></appointment-form>`,
  );
  await host.clinicSettled;
  await host.updateComplete;
  await until(() => rootOf(host).querySelector('form'), 'the form');
  return { host, endpoint };
};
const signpost = (host: Element) =>
  all(host, '[part="form"] .emergency').find((one) => one.querySelector('a'));
const links = (within: ParentNode) =>
  [...within.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);
/** Longer than the pause after which the words are looked at. */
const aWhile = () => new Promise((done) => setTimeout(done, 600));

describe('words that sound like danger', () => {
  it('open the emergency lines beside the field, and nothing else happens', async () => {
    const { host, endpoint } = await open();
    const events: string[] = [];
    const kinds = ['clinic-start', 'clinic-step', 'clinic-open', 'clinic-error', 'clinic-invalid'];
    for (const kind of kinds) document.addEventListener(kind, () => events.push(kind));
    const reason = control<HTMLTextAreaElement>(host, 'reason');
    fill(host, { reason: 'ok' });
    await aWhile();
    const live = inside(
      host,
      '[part~="field"]:has([data-field="reason"]) + .unseen [role="status"]',
    );
    expect(live.textContent?.trim()).to.equal('');
    const fetched = () => performance.getEntriesByType('resource').length;
    // What every visitor fetches who comes into a form.
    for (let seen = -1; seen !== fetched(); await aWhile()) seen = fetched();
    const [before, title] = [fetched(), document.title];
    events.length = 0;
    const attributes = [...host.attributes].map(({ name, value }) => name + value).join();
    fill(host, { reason: 'Lately I want to die' });
    await until(() => signpost(host));
    expect(live.textContent, 'said by a live region that was there before').to.include('in danger');
    expect(rootOf(host).activeElement, 'the focus stays').to.equal(reason);
    expect(reason.value).to.equal('Lately I want to die');
    expect(links(signpost(host)!).map(([, href]) => href)).to.deep.equal([
      'tel:988',
      'sms:988',
      'https://988lifeline.org/chat/',
      'tel:911',
    ]);
    expect(signpost(host)!.textContent).not.to.include('want to die');
    expect(events).to.deep.equal([]);
    expect(fetched(), 'nothing is fetched for it').to.equal(before);
    expect(endpoint.requests).to.have.length(0);
    expect(document.title).to.equal(title);
    expect([...host.attributes].map(({ name, value }) => name + value).join()).to.equal(attributes);
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.to.include('die');
    fill(host, person);
    await submit(host);
    expect(endpoint.json().data['reason'], 'sent as it was written').to.equal(
      'Lately I want to die',
    );
    expect(bus.last('clinic-submitted')).to.have.property('reference', 'A-1');
  });

  it('leave the signpost where it is until the field is empty or the visitor hides it', async () => {
    const { host } = await open();
    fill(host, { reason: 'I want to die' });
    await until(() => signpost(host));
    fill(host, { reason: 'I want' });
    await aWhile();
    expect(signpost(host)).to.not.equal(undefined);
    inside<HTMLButtonElement>(host, '[part="form"] .emergency button').click();
    await host.updateComplete;
    expect(signpost(host)).to.equal(undefined);
    fill(host, { reason: 'I want to die' });
    await aWhile();
    fill(host, { reason: 'I want to die, please help' });
    await aWhile();
    expect(signpost(host), 'new words open it again').to.not.equal(undefined);
    fill(host, { reason: '' });
    await host.updateComplete;
    expect(signpost(host)).to.equal(undefined);
  });

  it('control: other words do not', async () => {
    const { host } = await open();
    fill(host, { reason: 'I am dying to try TMS. I have never wanted to kill myself.' });
    await aWhile();
    expect(signpost(host)).to.equal(undefined);
  });

  it('show the clinic’s own lines, in Spanish on a Spanish page', async () => {
    const emergency = [
      { text: { en: 'Our night line', es: 'Nuestra línea' }, href: 'tel:5550100' },
    ];
    const { host } = await open('layout="page" lang="es"', { emergency });
    fill(host, { reason: 'no quiero vivir' });
    await until(() => signpost(host));
    expect(links(signpost(host)!)).to.deep.equal([['Nuestra línea', 'tel:5550100']]);
    await until(() => signpost(host)!.textContent.includes('No se ha enviado nada'));
  });
});

describe('the emergency lines', () => {
  const top = (host: Element) => inside(host, '.emergency');
  const digits = (text: string | null) => (text ?? '').replace(/\D/g, '');

  it('say 988 by call, text and chat, and 911, in both languages', async () => {
    for (const lang of ['en', 'es']) {
      const { host } = await open(`lang="${lang}"`);
      const shown = links(top(host));
      expect(shown.map(([, href]) => href)).to.deep.equal([
        'tel:988',
        'sms:988',
        'https://988lifeline.org/chat/',
        'tel:911',
      ]);
      for (const [text, href] of shown.filter(([, href]) => !href?.startsWith('https')))
        expect(digits(text), text ?? '').to.include(digits(href));
      expect(shown[2][0]).to.include('988lifeline.org');
    }
  });

  for (const region of [...Object.keys(regions), 'FR', 'de']) {
    it(`of ${region}: each link calls what it says`, async () => {
      const { host } = await open(`region="${region}"`);
      await until(() => links(top(host)).length > 0);
      const shown = links(top(host));
      expect(shown).to.have.length(contactsIn(region)!.length);
      for (const [text, href] of shown) {
        expect(href).to.match(/^(tel|sms):\d+$/);
        expect(digits(text), text ?? '').to.include(digits(href));
      }
    });
  }

  it('control: a label and a link that differ are seen', () => {
    expect(digits('Call 1 800 273 8255')).not.to.include(digits('tel:988'));
  });

  it('of a region we know nothing of: your local emergency number', async () => {
    const { host } = await open('region="BR"');
    await settle();
    expect(links(top(host))).to.deep.equal([]);
    expect(wordsIn(host)).to.include('local emergency number');
  });

  it('each region says where its numbers were read', () => {
    for (const { source } of Object.values(regions)) expect(source).to.match(/^https:\/\//);
  });
});

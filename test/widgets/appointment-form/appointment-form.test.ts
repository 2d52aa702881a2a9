import { expect } from '@open-wc/testing';
import { bus } from '../../../src/bus/index.js';
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
  wordsIn,
} from '../../support/index.js';
import '../../../src/widgets/appointment-form/appointment-form.js';

const person = {
  forWhom: 'self',
  givenName: 'Siobhán',
  familyName: "O'Connor",
  phone: '(555) 010-0123',
  'preferences.0.day': '2099-01-05',
  'consent.privacy': true,
};
const clinic = {
  reply: 'within a day',
  services: [
    {
      id: 'tms',
      name: 'TMS',
      visit: ['in-person'],
      locations: ['main', 'north'],
      clinicians: ['c1'],
    },
    { id: 'talk', name: 'Talk', visit: ['in-person', 'telehealth'], locations: ['main'] },
  ],
  locations: [
    { id: 'main', name: 'Main', address: '1 Street' },
    { id: 'north', name: 'North' },
  ],
  clinicians: [
    { id: 'c1', name: 'Dr. One' },
    { id: 'c2', name: 'Dr. Two' },
  ],
};
const open = async (attributes = '', file?: object) => {
  const endpoint = fakeEndpoint({ body: { reference: 'A-1', status: 'received' } });
  if (file) setUp({ meta: { config: serve(file) } });
  const host = await mount(
    `<appointment-form layout="page" endpoint="${endpoint.url}" ${attributes}></appointment-form>`,
  );
  await host.clinicSettled;
  await host.updateComplete;
  return { host, endpoint };
};
const values = (host: Element, name: string) =>
  all<HTMLInputElement>(host, `input[data-field="${name}"]`).map(({ value }) => value);

describe('<appointment-form layout="page">', () => {
  it('sends a request and never calls it booked', async () => {
    const { host, endpoint } = await open('', clinic);
    fill(host, { ...person, newPatient: 'true', service: 'talk', contactBy: 'phone' });
    await host.updateComplete;
    fill(host, { visit: 'telehealth', voicemailOk: 'false', callTime: 'evening' });
    await submit(host);
    expect(endpoint.json().data).to.deep.equal({
      forWhom: 'self',
      givenName: 'Siobhán',
      familyName: "O'Connor",
      phone: '(555) 010-0123',
      newPatient: true,
      service: 'talk',
      visit: 'telehealth',
      contactBy: 'phone',
      callTime: 'evening',
      voicemailOk: false,
      preferences: [{ day: '2099-01-05', time: 'any' }],
    });
    expect(wordsIn(host)).to.include('We got your request').and.to.include('isn’t booked yet');
    expect(wordsIn(host)).to.include('A-1').and.to.include('within a day');
  });

  it('promises no more than it knows where the clinic does not say how soon it answers', async () => {
    const { host } = await open();
    expect(wordsIn(host)).to.include('We’ll get back to you as soon as we can to set a time.');
    fill(host, person);
    await submit(host);
    expect(wordsIn(host)).to.include('We’ll get back to you as soon as we can to set a time.');
  });

  it('says booked only where the endpoint has confirmed', async () => {
    const endpoint = fakeEndpoint({ body: { reference: 'A-2', status: 'confirmed' } });
    const host = await mount(
      `<appointment-form layout="page" endpoint="${endpoint.url}"></appointment-form>`,
    );
    fill(host, person);
    await submit(host);
    expect(wordsIn(host)).to.include('Your visit is booked');
  });

  it('takes up to three days', async () => {
    const { host, endpoint } = await open();
    const more = () => inside<HTMLButtonElement>(host, 'fieldset button');
    more().click();
    await host.updateComplete;
    more().click();
    await host.updateComplete;
    expect(all(host, 'fieldset button')).to.have.length(0);
    fill(host, { ...person, 'preferences.1.day': '2099-01-06', 'preferences.2.day': '2099-01-07' });
    fill(host, { 'preferences.2.time': 'morning' });
    await submit(host);
    expect(endpoint.json().data['preferences']).to.deep.equal([
      { day: '2099-01-05', time: 'any' },
      { day: '2099-01-06', time: 'any' },
      { day: '2099-01-07', time: 'morning' },
    ]);
  });

  it('offers what the chosen service has, and drops an answer that no longer fits', async () => {
    const { host, endpoint } = await open('', clinic);
    expect(values(host, 'location')).to.deep.equal(['main', 'north']);
    fill(host, { service: 'tms' });
    await host.updateComplete;
    expect(values(host, 'visit'), 'one way only: not asked').to.deep.equal([]);
    fill(host, { location: 'north' });
    fill(host, { service: 'talk' });
    await host.updateComplete;
    expect(values(host, 'visit')).to.deep.equal(['in-person', 'telehealth']);
    fill(host, person);
    await submit(host);
    expect(endpoint.json().data['location']).to.equal('main');
  });

  it('begins with the service, location and clinician that the page names', async () => {
    const { host } = await open(
      'service="tms" location="north" fields="service, location"',
      clinic,
    );
    expect(all<HTMLInputElement>(host, 'input:checked').map(({ value }) => value)).to.deep.equal([
      'tms',
      'north',
    ]);
  });

  it('sends no service that the clinic does not have', async () => {
    const { host, endpoint } = await open('service="no-such"', clinic);
    fill(host, person);
    await submit(host);
    expect(endpoint.json().data).to.not.have.property('service');
  });

  it('opens with a service when it is asked to, focused at its start', async () => {
    const { host } = await open('', clinic);
    const asked = { widget: 'clinic-faq', instance: 'f', target: 'appointment-form' };
    expect(bus.emit('clinic-open', { ...asked, service: 'tms' })).to.equal(false);
    await host.updateComplete;
    expect(inside<HTMLInputElement>(host, '[value="tms"]').checked).to.equal(true);
    expect(rootOf(host).activeElement!.matches('[part~="heading"]')).to.equal(true);
    expect(bus.emit('clinic-open', { ...asked, target: 'elsewhere' })).to.equal(true);
  });

  it('shows more than five services as a list', async () => {
    const services = [...'abcdef'].map((id) => ({ id, name: `Service ${id}` }));
    const { host, endpoint } = await open('', { services });
    fill(host, { ...person, service: 'c' });
    expect(control<HTMLSelectElement>(host, 'service').localName).to.equal('select');
    await submit(host);
    expect(endpoint.json().data['service']).to.equal('c');
  });

  describe('emergency lines', () => {
    const links = (host: Element) =>
      all<HTMLAnchorElement>(host, '.emergency a').map((link) => link.getAttribute('href'));

    it('are those of the United States unless a region is set', async () => {
      const { host } = await open();
      expect(links(host)).to.deep.equal([
        'tel:988',
        'sms:988',
        'https://988lifeline.org/chat/',
        'tel:911',
      ]);
      host.setAttribute('region', 'BR');
      await host.updateComplete;
      expect(links(host)).to.deep.equal([]);
      expect(wordsIn(host)).to.include('your local emergency number');
    });

    it('are the clinic’s own where it has some, as text where an address would run', async () => {
      const { host } = await open('', {
        emergency: [
          { text: { en: 'Ring us', es: 'Llame' }, href: 'tel:112' },
          { text: 'Bad', href: 'javascript:alert(1)' },
        ],
      });
      expect(links(host)).to.deep.equal(['tel:112']);
      expect(wordsIn(host, '.emergency')).to.include('Ring us').and.to.include('Bad');
    });

    it('stay in sight after sending', async () => {
      const { host } = await open();
      fill(host, person);
      await submit(host);
      expect(host.matches(':state(sent)')).to.equal(true);
      expect(links(host)).to.have.length(4);
    });
  });
});

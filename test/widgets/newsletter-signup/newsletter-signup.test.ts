import { expect } from '@open-wc/testing';
import {
  all,
  control,
  fakeEndpoint,
  fill,
  inside,
  mount,
  serve,
  setUp,
  submit,
  until,
  wordsIn,
} from '../../support/index.js';
import '../../../src/widgets/newsletter-signup/newsletter-signup.js';

const given = { email: 'ana@example.org', 'consent.marketing-email': true };
const open = async (attributes = '', file?: object, status = 'subscribed') => {
  const endpoint = fakeEndpoint({ body: { reference: 'N-1', status } });
  if (file) setUp({ meta: { config: serve(file, 'clinic.json') } });
  const host = await mount(
    `<newsletter-signup endpoint="${endpoint.url}" ${attributes}></newsletter-signup>`,
  );
  await host.clinicSettled;
  await host.updateComplete;
  return { host, endpoint };
};
const consentOf = (endpoint: { json(): Record<string, unknown> }, at = 0) =>
  (endpoint.json()['consents'] as Record<string, unknown>[])[at];

describe('<newsletter-signup>', () => {
  it('says the same to an address that is new and to one that is known', async () => {
    const { host } = await open('', undefined, 'check-inbox');
    fill(host, given);
    await submit(host);
    expect(wordsIn(host)).to.include('check your inbox').and.to.not.include('N-1');
  });

  it('sends the topics that were ticked, in the order of the list', async () => {
    const { host, endpoint } = await open('topics="news:Clinic news, events:Events, x"');
    expect(
      all<HTMLInputElement>(host, '[type="checkbox"]').map(({ value }) => value),
    ).to.deep.equal(['news', 'events', 'x', 'true']);
    fill(host, { ...given, topics: ['x', 'news'] });
    await submit(host);
    expect(endpoint.json().data['topics']).to.deep.equal(['news', 'x']);
  });

  it('takes its topics from the clinic file, in the language shown', async () => {
    const topics = [{ id: 'n', label: { en: 'News', es: 'Noticias' } }];
    const { host } = await open('', { topics });
    expect(wordsIn(host)).to.include('News');
    host.lang = 'es';
    await until(() => wordsIn(host).includes('Noticias'), 'Spanish');
    expect(all(host, '[data-field="topics"][value="n"]')).to.have.length(1);
  });

  it('agrees in the language and the very words shown', async () => {
    const { host, endpoint } = await open('lang="es"');
    await until(() => wordsIn(host).includes('boletín'), 'Spanish');
    fill(host, given);
    const shown = inside(host, 'label.consent').textContent.replace(/\s+/g, ' ').trim();
    await submit(host);
    expect(endpoint.json()['locale']).to.equal('es');
    expect(consentOf(endpoint)).to.deep.equal({
      id: 'marketing-email',
      granted: true,
      text: shown,
      locale: 'es',
    });
  });

  it('names the documents it shows, with the version of the clinic file', async () => {
    const documents = {
      privacy: { href: 'privacy', version: '2026-01-01' },
      terms: { href: { en: '/terms', es: '/terminos' }, version: '3' },
      notice: {},
    };
    const { host, endpoint } = await open('', { documents });
    const links = all<HTMLAnchorElement>(host, 'label.consent a');
    expect(links.map((link) => link.href)).to.deep.equal([
      `${location.origin}/terms`,
      links[1].href,
    ]);
    for (const link of links) expect(link.rel).to.include('noopener');
    fill(host, given);
    await submit(host);
    const { text, documents: named } = consentOf(endpoint);
    expect(text).to.include('Terms of Use and Privacy Policy');
    expect((named as object[]).length).to.equal(2);
    expect(named).to.deep.include({
      name: 'terms',
      href: `${location.origin}/terms`,
      version: '3',
    });
  });

  it('links nothing, and gives no version, where the page names its own or a bad document', async () => {
    const documents = { privacy: { href: '/file', version: '1' } };
    const { host, endpoint } = await open('privacy="/page" terms="javascript:alert(1)"', {
      documents,
    });
    const hrefs = all(host, 'label.consent a').map((link) => link.getAttribute('href'));
    expect(hrefs).to.deep.equal([`${location.origin}/page`]);
    fill(host, given);
    await submit(host);
    const named = consentOf(endpoint)['documents'] as { name: string; version?: string }[];
    expect(named.find(({ name }) => name === 'privacy')!.version).to.equal(undefined);
  });

  it('asks the clinic’s own words for a consent, and more consents', async () => {
    const consents = [
      { id: 'marketing-email', text: { en: 'Write to me.' } },
      { id: 'partners', types: ['newsletter-signup'], text: 'Partners too.' },
      { id: 'other', types: ['appointment-form'], text: 'Not here.' },
    ];
    const { host, endpoint } = await open('', { consents });
    expect(wordsIn(host)).to.include('Write to me.').and.to.not.include('Not here.');
    fill(host, given);
    await submit(host);
    expect(consentOf(endpoint)).to.include({ text: 'Write to me.', granted: true });
    expect(consentOf(endpoint, 1)).to.include({ text: 'Partners too.', granted: false });
  });

  it('cannot be sent without the consent', async () => {
    const { host, endpoint } = await open();
    fill(host, { email: 'ana@example.org' });
    await submit(host);
    expect(endpoint.requests).to.have.length(0);
    expect(control(host, 'consent.marketing-email').getAttribute('aria-invalid')).to.equal('true');
  });

  it('opens inside the root where the page asks for an audit', async () => {
    setUp({ script: { inspect: '' } });
    const host = await mount('<newsletter-signup sandbox></newsletter-signup>');
    expect(host.shadowRoot!.querySelector('form')).to.not.equal(null);
  });
});

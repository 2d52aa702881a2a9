import { expect } from '@open-wc/testing';
import { complaints, hear, rootOf, until } from '../support/index.js';

describe('a page that was there first', () => {
  before(async () => {
    document.body.insertAdjacentHTML(
      'afterbegin',
      `<a id="clinicWidgets" name="clinicWidgets" href="/x">x</a>
       <img name="currentScript"><form name="head"></form>
       <div data-clinic-widget="newsletter-signup" data-sandbox id="early"><p>Wait.</p></div>
       <newsletter-signup sandbox id="element"><p>Wait.</p></newsletter-signup>`,
    );
    location.hash = '#clinic-newsletter-signup';
    await import('../../src/loader.js');
  });
  after(() => history.replaceState(null, '', location.pathname + location.search));

  it('keeps its elements, and an element of our global’s name is no configuration', () => {
    const { clinicWidgets } = globalThis as unknown as { clinicWidgets: object };
    expect(clinicWidgets).to.not.be.instanceOf(Element);
    expect(clinicWidgets).to.have.keys('bus', 'discover');
    expect(complaints()).to.deep.equal([]);
  });

  it('has its markers and elements at work', async () => {
    const hosts = document.querySelectorAll('newsletter-signup');
    expect(hosts).to.have.length(2);
    for (const host of hosts)
      await until(() => rootOf(host).querySelector('form'), `the form of ${host.id}`);
  });

  it('is opened at the widget that its address names', async () => {
    const opened = hear('clinic-open');
    await until(
      () => document.activeElement?.localName === 'newsletter-signup' || opened.length,
      'the focus',
    );
    expect(document.activeElement!.localName).to.equal('newsletter-signup');
  });
});

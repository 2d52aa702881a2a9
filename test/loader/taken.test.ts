import { expect, fixtureSync } from '@open-wc/testing';
import type { ClinicElement } from '../../src/element/index.js';
import { complaints, rootOf, settle } from '../support/index.js';

/** Someone else's element of our name. */
class Stranger extends HTMLElement {}
let lines: string[] = [];

describe('a name that is already taken', () => {
  before(async () => {
    customElements.define('appointment-form', Stranger);
    complaints();
    await import('../../src/loader.js');
    lines = complaints();
  });

  it('is named once, with the name to write instead', () => {
    expect(lines).to.have.length(1);
    expect(lines[0])
      .to.include('<appointment-form> is already defined')
      .and.to.include('<clinic-appointment-form>');
  });

  it('stays with its owner', () => {
    expect(document.createElement('appointment-form')).to.be.instanceOf(Stranger);
  });

  it('leaves our other name, and the other widgets, at work', async () => {
    const at = fixtureSync<HTMLElement>(
      '<main><clinic-appointment-form sandbox></clinic-appointment-form><newsletter-signup sandbox></newsletter-signup></main>',
    );
    await settle();
    for (const host of at.children) expect(rootOf(host).querySelector('form')).to.not.equal(null);
    expect((at.firstElementChild as ClinicElement).instance).to.match(/^appointment-form-\d+$/);
  });

  it('is got round by a div', async () => {
    const at = fixtureSync<HTMLElement>(
      '<div data-clinic-widget="appointment-form" data-sandbox>Call us.</div>',
    );
    const { discover } = (
      globalThis as unknown as { clinicWidgets: { discover(root: Element): void } }
    ).clinicWidgets;
    discover(at);
    await settle();
    expect(at.firstElementChild!.localName).to.equal('clinic-appointment-form');
    expect(rootOf(at.firstElementChild!).querySelector('form')).to.not.equal(null);
  });

  it('control: a second look at our own names says nothing', async () => {
    const { define } = await import('../../src/element/index.js');
    const { NewsletterSignup } = await import('../../src/widgets/index.js');
    complaints();
    define('newsletter-signup', NewsletterSignup);
    expect(complaints()).to.deep.equal([]);
  });
});

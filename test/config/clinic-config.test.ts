import { expect } from '@open-wc/testing';
import { all, complaints, hear, mount, rootOf, serve, until } from '../support/index.js';
import type { NewsletterSignup } from '../../src/widgets/newsletter-signup/newsletter-signup.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

const defined = () => customElements.get('clinic-config') !== undefined;
const widgets = (at: ParentNode) => [...at.querySelectorAll<NewsletterSignup>('newsletter-signup')];

// The order counts: an element that has once been defined stays so.
describe('<clinic-config> where only the script of one widget is', () => {
  it('is not fetched for a page that has none', async () => {
    const host = await mount('<newsletter-signup sandbox></newsletter-signup>');
    expect(all(host, 'form')).to.have.length(1);
    expect(defined()).to.equal(false);
  });

  it('is not fetched for one that stands elsewhere', async () => {
    await mount('<newsletter-signup sandbox></newsletter-signup><clinic-config></clinic-config>');
    expect(defined()).to.equal(false);
  });

  it('is waited for by the widgets inside, through shadow roots and slots, and heard by each', async () => {
    const errors = hear('clinic-error');
    const config = serve({ phone: '+1 3' });
    const first = await mount<NewsletterSignup>(
      `<clinic-config phone="+1 1" endpoint="/one"><clinic-config partner="inner">
         <newsletter-signup><p>Write to us.</p></newsletter-signup></clinic-config></clinic-config>
       <clinic-config phone="+1 2" endpoint="/two"><div id="open"></div></clinic-config>
       <div id="slotted"><newsletter-signup></newsletter-signup></div>
       <clinic-config config="${config}" endpoint="/three"><newsletter-signup></newsletter-signup></clinic-config>`,
      (widget) => {
        const root = widget.getRootNode() as DocumentFragment;
        const within = root.querySelector('#open')!.attachShadow({ mode: 'open' });
        within.append(document.createElement('newsletter-signup'));
        const around = root.querySelector('#slotted')!.attachShadow({ mode: 'open' });
        const outer = document.createElement('clinic-config');
        outer.setAttribute('endpoint', '/slotted');
        outer.setAttribute('phone', '+1 4');
        outer.append(document.createElement('slot'));
        around.append(outer);
      },
    );
    const page = first.closest('div')!;
    const [, slotted, filed] = widgets(page);
    const [within] = widgets(page.querySelector('#open')!.shadowRoot!);
    expect(first.clinicPending).to.equal(true);
    await until(defined, '<clinic-config>');
    for (const widget of [first, slotted, filed, within])
      await until(() => rootOf(widget).querySelector('form'), 'the form');
    expect(first.settings).to.include({ phone: '+1 1', partner: 'inner', endpoint: '/one' });
    expect(within.settings).to.include({ phone: '+1 2', endpoint: '/two' });
    expect(slotted.settings).to.include({ phone: '+1 4', endpoint: '/slotted' });
    await filed.clinicSettled;
    expect(filed.settings.phone).to.equal('+1 3');
    expect([errors, complaints()]).to.deep.equal([[], []]);
  });

  it('is followed by a widget that comes later', async () => {
    const host = await mount(
      '<clinic-config phone="7"><newsletter-signup sandbox></newsletter-signup></clinic-config>',
    );
    expect(host.settings.phone).to.equal('7');
  });
});

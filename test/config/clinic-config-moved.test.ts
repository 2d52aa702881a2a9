import { expect } from '@open-wc/testing';
import { inside, mount, until } from '../support/index.js';
import type { NewsletterSignup } from '../../src/widgets/newsletter-signup/newsletter-signup.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

describe('a widget that moves into a <clinic-config> which is not there yet', () => {
  it('keeps what was typed, and sends where it is told', async () => {
    const host = await mount<NewsletterSignup>(
      '<newsletter-signup endpoint="/x"></newsletter-signup>',
    );
    const email = inside<HTMLInputElement>(host, '[data-field="email"]');
    email.value = 'ana@example.org';
    const config = document.createElement('clinic-config');
    config.setAttribute('phone', '9');
    host.after(config);
    config.append(host);
    expect(customElements.get('clinic-config')).to.equal(undefined);
    expect(host.clinicPending).to.equal(true);
    await host.clinicSettled;
    await until(() => host.settings.phone === '9', 'the settings');
    expect(host.clinicPending).to.equal(false);
    expect(inside(host, '[data-field="email"]')).to.equal(email);
    expect(email.value).to.equal('ana@example.org');
  });
});

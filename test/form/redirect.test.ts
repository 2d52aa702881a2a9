import { expect } from '@open-wc/testing';
import { fakeEndpoint, fill, hear, mount, setUp, submit } from '../support/index.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

const answers = { email: 'ana@example.org', 'consent.marketing-email': true };

describe('where the page goes after success', () => {
  const go = async (redirect: string, allow = '') => {
    if (allow) setUp({ script: { allow } });
    const lines: string[] = [];
    const { error } = console;
    console.error = (line: string) => lines.push(line);
    const events = hear('clinic-submitted');
    const endpoint = fakeEndpoint({ body: { reference: 'R-2', status: 'subscribed' } });
    const before = location.href;
    try {
      const host = await mount(
        `<newsletter-signup endpoint="${endpoint.url}" redirect="${redirect}"></newsletter-signup>`,
      );
      fill(host, answers);
      await submit(host);
      return { lines, events, before, after: location.href };
    } finally {
      console.error = error;
      history.replaceState(null, '', before);
    }
  };

  it('goes to an address of the site, after the event, with nothing added', async () => {
    const { events, before, after, lines } = await go('#thanks');
    expect(events).to.have.length(1);
    expect(after).to.equal(`${before.replace(/#.*/, '')}#thanks`);
    expect(lines).to.deep.equal([]);
  });

  for (const address of [
    'javascript:parent.hurt=true',
    'https://elsewhere.example/thanks',
    '//elsewhere.example/',
    'data:text/html,hello',
    'https://',
  ])
    it(`stays where it is told to go to ${address}`, async () => {
      const { before, after, lines, events } = await go(address, 'https://partner.example/');
      expect(events).to.have.length(1);
      expect(after).to.equal(before);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include('redirect').and.to.include('data-allow');
      expect(window).to.not.have.property('hurt');
    });

  it('is not hindered by what is no address in data-allow, which the console names', async () => {
    const { before, after, lines, events } = await go('https://a.example/', 'https://[partner]/');
    expect(events).to.have.length(1);
    expect(after).to.equal(before);
    expect(lines[0]).to.include('data-allow="https://[partner]/" is not a valid URL');
    expect(lines[1]).to.include('redirect');
  });
});

import { expect } from '@open-wc/testing';
import {
  all,
  clock,
  control,
  fakeEndpoint,
  fill,
  hear,
  inside,
  leave,
  mount,
  rootOf,
  settle,
  submit,
  until,
  wordsIn,
} from '../support/index.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

const answers = { email: 'ana@example.org', 'consent.marketing-email': true };

describe('a form that is left alone', () => {
  let time: ReturnType<typeof clock>;
  beforeEach(() => (time = clock()));
  afterEach(() => time.restore());

  const place = async (reply = {}) => {
    const endpoint = fakeEndpoint(reply);
    const host = await mount(`<newsletter-signup endpoint="${endpoint.url}"></newsletter-signup>`);
    return { host, endpoint };
  };
  const begun = async () => {
    const placed = await place();
    fill(placed.host, answers);
    // The part that watches is there as soon as it says what is wrong.
    fill(placed.host, { email: 'ana@' });
    leave(placed.host);
    await until(() => all(placed.host, '[part~="error"]').length === 1, 'the part that watches');
    fill(placed.host, { email: 'ana@example.net' });
    return placed;
  };
  const said = (host: Element) =>
    all(host, '[role="alert"]').length ? wordsIn(host, '[role="alert"]') : '';

  it('warns after 13 minutes and is empty after 15, in words', async () => {
    const { host } = await begun();
    time.pass(12.9);
    await host.updateComplete;
    expect(said(host)).to.equal('');
    time.pass(0.2);
    await host.updateComplete;
    expect(said(host)).to.include('Are you still there?').and.to.include('2 minutes');
    expect(control(host, 'email').value).to.equal('ana@example.net');
    time.pass(2);
    await host.updateComplete;
    expect(said(host)).to.include('cleared');
    expect(control(host, 'email').value).to.equal('');
    expect(all(host, ':checked')).to.have.length(0);
  });

  it('keeps everything where somebody says that they are there, as often as they like', async () => {
    const { host } = await begun();
    for (let times = 0; times < 3; times++) {
      time.pass(14);
      await host.updateComplete;
      inside(host, '[role="alert"] button').click();
      await host.updateComplete;
      expect(said(host)).to.equal('');
    }
    expect(control(host, 'email').value).to.equal('ana@example.net');
  });

  it('begins to count anew with every entry', async () => {
    const { host } = await begun();
    time.pass(12);
    fill(host, { email: 'eva@example.org' });
    time.pass(12);
    await host.updateComplete;
    expect(said(host)).to.equal('');
    time.pass(2);
    await host.updateComplete;
    expect(said(host)).to.include('still there');
  });

  it('is empty when a device wakes that has slept longer', async () => {
    const { host } = await begun();
    time.pass(60, true);
    document.dispatchEvent(new Event('visibilitychange'));
    await host.updateComplete;
    expect(control(host, 'email').value).to.equal('');
    expect(said(host)).to.include('cleared');
  });

  it('says nothing more once somebody begins anew', async () => {
    const { host } = await begun();
    time.pass(16);
    await host.updateComplete;
    const started = hear('clinic-start');
    fill(host, { email: 'new@example.org' });
    await host.updateComplete;
    expect(said(host)).to.equal('');
    expect(started).to.have.length(1);
  });

  it('leaves a form in peace that nobody has touched, or that was sent', async () => {
    const { host } = await place({ body: { reference: 'R-1', status: 'subscribed' } });
    control(host, 'email').focus();
    await settle();
    time.pass(20);
    await host.updateComplete;
    expect(said(host)).to.equal('');
    fill(host, answers);
    await submit(host);
    time.pass(20);
    await host.updateComplete;
    expect(host.matches(':state(sent)')).to.equal(true);
    expect(rootOf(host).querySelector('[role="alert"]')).to.equal(null);
  });
});

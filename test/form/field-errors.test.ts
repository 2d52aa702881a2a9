import { expect } from '@open-wc/testing';
import {
  all,
  control,
  fakeEndpoint,
  fill,
  hear,
  inside,
  mount,
  rootOf,
  submit,
  until,
  wordsIn,
} from '../support/index.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

const refuse = async (body: object, attributes = '', status = 422) => {
  const endpoint = fakeEndpoint([{ status, body, type: 'application/problem+json' }, {}]);
  const host = await mount(
    `<newsletter-signup endpoint="${endpoint.url}" fields="email, givenName, topics" topics="a:A, b:B" ${attributes}></newsletter-signup>`,
  );
  fill(host, { email: 'ana@example.org', 'consent.marketing-email': true });
  const invalid = hear('clinic-invalid');
  await submit(host);
  return { host, endpoint, invalid };
};
const lines = (host: Element) =>
  all(host, '[part~="summary"] li').map((line) => line.textContent.trim());

describe('what an endpoint refuses', () => {
  it('lands on its fields in the same words and by the same path', async () => {
    const { host, invalid } = await refuse({
      code: 'invalid',
      issues: [
        { path: ['consents', 'marketing-email'], code: 'required' },
        { path: ['data', 'email'], code: 'format' },
        { path: ['data', 'topics', 0], code: 'not-allowed' },
      ],
    });
    expect(lines(host)).to.deep.equal([
      'Enter your email address, like name@example.org.',
      'Please choose one of the answers for “What would you like to read about?”.',
      'Check the box if you want the newsletter.',
    ]);
    expect(invalid[0].fields).to.deep.equal(['email', 'topics', 'consent.marketing-email']);
    for (const name of ['email', 'consent.marketing-email'])
      expect(control(host, name).getAttribute('aria-invalid')).to.equal('true');
    expect(rootOf(host).activeElement).to.equal(inside(host, '[part~="summary"]'));
    inside(host, '[part~="summary"] button').click();
    expect(rootOf(host).activeElement).to.equal(control(host, 'email'));
  });

  it('shows the words of the endpoint as text, never as markup', async () => {
    const message = '<img src=x onerror="parent.hurt = true"> is not a domain';
    const { host } = await refuse({
      issues: [{ path: ['data', 'email'], code: 'format', message }],
    });
    expect(lines(host)).to.deep.equal([message]);
    expect(all(host, 'img')).to.have.length(0);
  });

  it('stands until its field is edited, because it looks right from here', async () => {
    const { host, endpoint } = await refuse({
      issues: [{ path: ['data', 'email'], code: 'format', message: 'We know no such domain.' }],
    });
    fill(host, { givenName: 'Ana' });
    await host.updateComplete;
    expect(wordsIn(host, '[part~="error"]')).to.include('no such domain');
    fill(host, { email: 'eva@example.org' });
    await until(() => all(host, '[part~="error"]').length === 0, 'the error to go');
    await submit(host);
    expect(endpoint.json(1)['replaces']).to.equal(endpoint.json(0).id);
  });

  it('is told at the form where no field is meant', async () => {
    const { host } = await refuse({
      issues: [
        { path: ['data', 'shoeSize'], code: 'unknown-key', message: 'No shoes.' },
        { path: ['data', 'email'], code: 'format' },
      ],
    });
    const [known, unknown] = all(host, '[part~="summary"] li');
    expect(known.querySelector('button')).to.not.equal(null);
    expect(unknown.textContent.trim()).to.equal('No shoes.');
    expect(unknown.querySelector('button'), 'nowhere to lead to').to.equal(null);
  });

  it('is told at the form, in words, where path and code are unknown', async () => {
    const { host } = await refuse({ issues: [{ path: ['elsewhere'], code: 'odd' }] });
    expect(lines(host)).to.have.length(1);
    expect(lines(host)[0]).to.match(/^Please check/);
    expect(rootOf(host).activeElement).to.equal(inside(host, '[part~="summary"]'));
  });

  it('is told at the form where there is only a code', async () => {
    const { host } = await refuse({ code: 'slot-taken' }, '', 409);
    expect(wordsIn(host, '[part~="summary"]')).to.include('isn’t right yet');
    expect(lines(host)).to.deep.equal([]);
  });

  it('is read in the shapes of common services, under the names they were given', async () => {
    const { host } = await refuse(
      { errors: [{ field: 'EMAIL', message: 'Blocked.' }] },
      'names="email:EMAIL"',
    );
    expect(lines(host)).to.deep.equal(['Blocked.']);
    expect(control(host, 'email').getAttribute('aria-invalid')).to.equal('true');
  });

  it('is a refusal also with a 200', async () => {
    const { host } = await refuse(
      { status: 'validation_failed', invalid_fields: [{ field: 'email', message: 'No.' }] },
      '',
      200,
    );
    expect(lines(host)).to.deep.equal(['No.']);
    expect(host.matches(':state(sent)')).to.equal(false);
  });
});

import { expect } from '@open-wc/testing';
import {
  complaints,
  fakeEndpoint,
  hear,
  inside,
  mount,
  rootOf,
  serve,
  setUp,
  settle,
  until,
  type Setup,
} from '../support/index.js';
import '../../src/widgets/appointment-form/appointment-form.js';
import '../../src/widgets/insurance-check/insurance-check.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

const tags = ['insurance-check', 'appointment-form', 'newsletter-signup'] as const;
const fallback = '<p>Call us.</p>';
const secret = 'sk_live_51Hxyz';

const place = (tag: string, attributes: string, around = (widget: string) => widget) =>
  mount(around(`<${tag} endpoint="${fakeEndpoint().url}" ${attributes}>${fallback}</${tag}>`));
const shown = (host: Element) => rootOf(host).querySelector('form') !== null;

describe('a key of a service on the page', () => {
  const written: [string, string][] = [
    ['api-key', 'abc'],
    ['data-api-key', 'abc'],
    ['apikey', 'abc'],
    ['x-api-key', 'abc'],
    ['authorization', 'Key abc'],
    ['data-authorization', 'abc'],
    ['client-secret', 'abc'],
    ['stedi-key', 'abc'],
    ['data-access-token', 'abc'],
    ['auth-token', 'abc'],
    ['ocp-apim-subscription-key', 'abc'],
    ['password', 'abc'],
    ['data-private-key', 'abc'],
    ['data-anything', secret],
    ['data-anything', 'Bearer abcdefgh'],
    ['partner', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x'],
    ['extra', 'form-name:contact, Authorization:Key abc'],
    ['extra', `token:${secret}`],
    ['names', 'api_key:abc'],
    ['data-extra', 'api-key:abc'],
  ];
  for (const tag of tags)
    for (const [name, value] of written)
      it(`keeps <${tag} ${name}="${value.slice(0, 12)}"> from being shown, and says so once`, async () => {
        const errors = hear('clinic-error');
        const host = await place(tag, `${name}="${value}"`);
        host.requestUpdate();
        await host.updateComplete;
        await settle();
        expect(shown(host)).to.equal(false);
        expect(inside(host, 'slot')).to.not.equal(null);
        expect(errors.map(({ code }) => code)).to.deep.equal(['key-refused']);
        expect(errors[0].message).to.include(name).and.not.include(value);
        expect(complaints().join()).to.not.include(value);
      });

  const elsewhere: [string, Setup, ((widget: string) => string)?][] = [
    ['the script', { script: { authorization: 'Key abc' } }],
    ['the head’s meta', { meta: { apiKey: 'abc' } }],
    ['window.clinicWidgets', { window: { apiKey: 'abc' } }],
    ['<clinic-config>', {}, (widget) => `<clinic-config api-key="abc">${widget}</clinic-config>`],
    [
      'an outer <clinic-config>',
      {},
      (widget) =>
        `<clinic-config extra="x:${secret}"><clinic-config>${widget}</clinic-config></clinic-config>`,
    ],
  ];
  for (const [where, setup, around] of elsewhere)
    it(`is found on ${where}`, async () => {
      setUp(setup);
      const errors = hear('clinic-error');
      const host = await place('insurance-check', '', around);
      await until(() => errors.length > 0, 'clinic-error');
      expect(shown(host)).to.equal(false);
      expect(errors.map(({ code }) => code)).to.deep.equal(['key-refused']);
    });

  for (const [name, value] of [
    ['apiKey', 'abc'],
    ['accessToken', 'abc'],
    ['token', secret],
    ['endpoint', 'https://payer.example/check?api_key=abc'],
  ])
    it(`is found in the property ${name}`, async () => {
      const errors = hear('clinic-error');
      const host = await mount(`<insurance-check>${fallback}</insurance-check>`, (widget) =>
        Object.assign(widget, { [name]: value }),
      );
      await until(() => errors.length > 0, 'clinic-error');
      expect(shown(host)).to.equal(false);
      expect(errors.map(({ code }) => code)).to.deep.equal(['key-refused']);
      expect(complaints().join()).to.include(name).and.not.include(value);
    });

  for (const [what, file] of [
    ['an endpoint', { endpoints: { 'insurance-check': 'https://p.example/?api_key=abc123' } }],
    ['the address of a list', { payers: 'https://p.example/payers?access_token=abc123' }],
    ['a key of its own', { apiKey: 'abc123' }],
  ] as [string, object][])
    it(`is found in ${what} of the clinic file`, async () => {
      setUp({ meta: { config: serve(file) } });
      const errors = hear('clinic-error');
      const host = await place('insurance-check', '');
      await until(() => errors.length > 0, 'clinic-error');
      await host.updateComplete;
      expect(shown(host)).to.equal(false);
      expect(errors.map(({ code }) => code)).to.include('key-refused');
      expect(complaints().join()).to.include('clinic file').and.not.include('abc123');
    });

  it('is found on a <clinic-config> outside of the shadow root that the widget stands in', async () => {
    const errors = hear('clinic-error');
    const outer = document.createElement('clinic-config');
    outer.setAttribute('api-key', 'abc');
    const inner = outer.appendChild(document.createElement('div'));
    inner.attachShadow({ mode: 'open' }).innerHTML =
      `<insurance-check endpoint="${fakeEndpoint().url}">${fallback}</insurance-check>`;
    document.body.append(outer);
    try {
      await until(() => errors.length > 0, 'clinic-error');
      expect(errors.map(({ code }) => code)).to.deep.equal(['key-refused']);
    } finally {
      outer.remove();
    }
  });

  it('is not seen in what is none', async () => {
    const host = await place(
      'insurance-check',
      'heading="Password: what your plan needs" accesskey="k" extra="form-name:contact, access_key:1234" ' +
        'names="email:EMAIL" partner="key-west" title="The bearer of the card"',
    );
    expect(shown(host)).to.equal(true);
    expect(complaints()).to.deep.equal([]);
  });

  it('in the query of the endpoint counts as well', async () => {
    const errors = hear('clinic-error');
    const host = await mount(
      `<insurance-check endpoint="https://payer.example/check?api_key=abc123">${fallback}</insurance-check>`,
    );
    await settle();
    expect(shown(host)).to.equal(false);
    expect(errors.map(({ code }) => code)).to.deep.equal(['key-refused']);
    expect(complaints().join()).to.not.include('abc123');
  });
});

describe('session recorders', () => {
  for (const tag of tags)
    it(`are told by <${tag}> to look away, outside and inside`, async () => {
      const host = await place(tag, 'class="mine" data-dd-privacy="allow"');
      // The form itself, or what a widget has put it in.
      const form = inside(host, 'form').closest<HTMLElement>('[data-clarity-mask]')!;
      for (const element of [host, form])
        for (const name of [
          'clarity-mask',
          'sentry-block',
          'openreplay-hidden',
          'private',
          'hj-suppress',
        ])
          expect(element.hasAttribute(`data-${name}`), name).to.equal(true);
      expect(host.getAttribute('data-clarity-mask')).to.equal('true');
      for (const name of ['fs-exclude', 'ph-no-capture', 'rr-block', 'sentry-block'])
        expect(form.classList.contains(name), name).to.equal(true);
      // What the page says on its own element stands.
      expect(host.className).to.equal('mine');
      expect(host.getAttribute('data-dd-privacy')).to.equal('allow');
      expect(form.getAttribute('data-dd-privacy')).to.equal('hidden');
    });
});

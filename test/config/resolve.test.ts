import { expect } from '@open-wc/testing';
import { clinicFile } from '../../src/config/clinic-file.js';
import { complaints, mount, serve, setUp, until, type Setup } from '../support/index.js';
import type { NewsletterSignup } from '../../src/widgets/newsletter-signup/newsletter-signup.js';
import '../../src/config/clinic-config.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

/** Where a setting can be said, weakest first. Each says a number of its own as the phone. */
const layers = ['file', 'meta', 'window', 'script', 'context', 'attribute', 'property'] as const;
type Layer = (typeof layers)[number];
const numbers = Object.fromEntries(layers.map((layer, at) => [layer, `+1 555 010 00${at}`]));

/** A widget for which just these layers say something. */
async function widgetWith(said: readonly Layer[]): Promise<NewsletterSignup> {
  const has = (layer: Layer) => said.includes(layer);
  const data = (layer: Layer): Record<string, string> =>
    has(layer) ? { phone: numbers[layer] } : {};
  const setup: Setup = { meta: data('meta'), script: data('script') };
  if (has('file')) setup.meta!['config'] = serve({ phone: numbers['file'] });
  if (has('window')) setup.window = data('window');
  setUp(setup);
  const own = has('attribute') ? `phone="${numbers['attribute']}"` : '';
  const widget = `<newsletter-signup sandbox ${own}></newsletter-signup>`;
  const host = await mount<NewsletterSignup>(
    has('context')
      ? `<clinic-config phone="${numbers['context']}">${widget}</clinic-config>`
      : widget,
  );
  if (has('property')) host.phone = numbers['property']!;
  if (has('file')) await host.clinicSettled;
  await host.updateComplete;
  return host;
}

describe('one merge', () => {
  it('has defaults where nobody says anything', async () => {
    const { settings } = await widgetWith([]);
    expect(settings).to.include({
      format: 'json',
      display: 'inline',
      headingLevel: 2,
      theme: 'auto',
    });
    expect(settings.phone).to.equal(undefined);
  });

  it('lets the clinic file win over the defaults', async () => {
    expect((await widgetWith(['file'])).phone).to.equal(numbers['file']);
  });

  for (let at = 1; at < layers.length; at++) {
    const [weaker, stronger] = [layers[at - 1], layers[at]];
    it(`lets ${stronger} win over ${weaker}`, async () => {
      expect((await widgetWith([weaker])).phone).to.equal(numbers[weaker]);
      expect((await widgetWith([weaker, stronger])).phone).to.equal(numbers[stronger]);
    });
  }

  it('lets the strongest win over all of them', async () => {
    expect((await widgetWith(layers)).phone).to.equal(numbers['property']);
  });

  it('goes back to the weaker one where the stronger is taken away', async () => {
    const host = await widgetWith(['context', 'attribute', 'property']);
    (host as { phone?: string | undefined }).phone = undefined;
    expect(host.phone).to.equal(numbers['attribute']);
    host.removeAttribute('phone');
    expect(host.phone).to.equal(numbers['context']);
  });

  it('lets a plain attribute win over its data- form, which counts too', async () => {
    const host = await mount<NewsletterSignup>(
      '<newsletter-signup sandbox phone="1" data-phone="2" data-heading-level="3"></newsletter-signup>',
    );
    expect(host.settings).to.include({ phone: '1', headingLevel: 3 });
  });

  it('merges name by name: a layer that is silent about one setting hides nothing', async () => {
    setUp({ meta: { phone: '1', partner: 'p' }, script: { phone: '2' } });
    const { settings } = await mount('<newsletter-signup sandbox></newsletter-signup>');
    expect(settings).to.include({ phone: '2', partner: 'p' });
  });
});

describe('where answers go', () => {
  const page = `${location.origin}/page`;
  const config = () => serve({ endpoints: { 'newsletter-signup': '/by-type' } });
  const target = async (setup: Setup, markup = '<newsletter-signup></newsletter-signup>') => {
    setUp(setup);
    const host = await mount<NewsletterSignup>(markup);
    await host.clinicSettled;
    const asked: string[] = [];
    host.fetch = async (url) => {
      asked.push(url as string);
      return Response.json({});
    };
    await host.updateComplete;
    const { fill, submit } = await import('../support/index.js');
    fill(host, { email: 'ana@example.org', 'consent.marketing-email': true });
    await submit(host);
    return asked[0];
  };

  it('is the page’s own default where nothing else is said', async () => {
    expect(await target({ meta: { endpoint: page } })).to.equal(page);
  });
  for (const layer of ['meta', 'script'] as const)
    it(`is the clinic file’s endpoint for the type rather than that of ${layer}`, async () => {
      const setup: Setup = { meta: { config: config() } };
      setup[layer] = { ...setup[layer], endpoint: page };
      expect(await target(setup)).to.equal(`${location.origin}/by-type`);
    });
  it('is the clinic file’s endpoint for the type rather than that of window.clinicWidgets', async () => {
    expect(await target({ meta: { config: config() }, window: { endpoint: page } })).to.equal(
      `${location.origin}/by-type`,
    );
  });
  it('is that of clinic-config rather than the file’s', async () => {
    expect(
      await target(
        { meta: { config: config() } },
        `<clinic-config endpoint="${page}"><newsletter-signup></newsletter-signup></clinic-config>`,
      ),
    ).to.equal(page);
  });
  it('is that of the element rather than clinic-config’s', async () => {
    expect(
      await target(
        {},
        `<clinic-config endpoint="/around"><newsletter-signup endpoint="${page}"></newsletter-signup></clinic-config>`,
      ),
    ).to.equal(page);
  });
  it('counts from the page, never from <base>', async () => {
    const base = document.createElement('base');
    base.href = 'https://elsewhere.example/';
    document.head.append(base);
    try {
      expect(await target({}, '<newsletter-signup endpoint="/here"></newsletter-signup>')).to.equal(
        `${location.origin}/here`,
      );
    } finally {
      base.remove();
    }
  });
});

describe('clinic-config', () => {
  it('gives the inner one the settings of the outer, and the inner one wins', async () => {
    const host = await mount(
      `<clinic-config phone="1" partner="p" theme="dark"><clinic-config phone="2">
        <newsletter-signup sandbox></newsletter-signup></clinic-config></clinic-config>`,
    );
    expect(host.settings).to.include({ phone: '2', partner: 'p', theme: 'dark' });
  });

  it('is followed when it changes, inside and outside', async () => {
    const host = await mount(
      `<clinic-config phone="1"><clinic-config>
        <newsletter-signup sandbox></newsletter-signup></clinic-config></clinic-config>`,
    );
    const outer = host.parentElement!.parentElement!;
    outer.setAttribute('phone', '2');
    expect(host.settings.phone).to.equal('2');
    outer.removeAttribute('phone');
    expect(host.settings.phone).to.equal(undefined);
    host.parentElement!.setAttribute('data-phone', '3');
    expect(host.settings.phone).to.equal('3');
  });

  it('names a clinic file for what is inside, and another one later', async () => {
    const [one, two] = [serve({ phone: '+1 1' }), serve({ phone: '+1 2' })];
    const host = await mount(
      `<clinic-config config="${one}"><newsletter-signup sandbox></newsletter-signup></clinic-config>`,
    );
    await host.clinicSettled;
    expect(host.settings.phone).to.equal('+1 1');
    host.parentElement!.setAttribute('config', two);
    await until(() => host.settings.phone === '+1 2', 'the other file');
    expect(clinicFile(two).state).to.equal('ready');
  });

  it('gives its settings to a widget that moves in', async () => {
    const host = await mount('<newsletter-signup sandbox></newsletter-signup>');
    const config = document.createElement('clinic-config');
    config.setAttribute('phone', '9');
    host.after(config);
    config.append(host);
    await host.updateComplete;
    expect(host.settings.phone).to.equal('9');
  });
});

describe('a value that cannot be used', () => {
  const cases: [string, string, RegExp][] = [
    ['format="xml"', 'format', /format="xml".*use json, form, multipart/],
    ['theme="pink"', 'theme', /theme="pink".*use auto, light, dark/],
    ['display="popup"', 'display', /display="popup".*use inline, dialog, floating/],
    ['heading-level="7"', 'headingLevel', /heading-level="7".*use 1, 2, 3, 4, 5, 6/],
    ['sandbox="maybe"', 'sandbox', /sandbox="maybe".*use true, false/],
    ['data-theme="grey"', 'theme', /theme="grey".*use auto, light, dark/],
  ];
  for (const [attribute, name, line] of cases)
    it(`counts as not said, with one line: ${attribute}`, async () => {
      complaints();
      const host = await mount<NewsletterSignup>(
        `<newsletter-signup endpoint="/x" ${attribute}></newsletter-signup>`,
      );
      host.requestUpdate();
      await host.updateComplete;
      const defaults = { format: 'json', theme: 'auto', display: 'inline', headingLevel: 2 };
      expect(host.settings[name as 'theme']).to.equal(
        (defaults as Record<string, unknown>)[name] ?? false,
      );
      const lines = complaints();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(line).and.to.include('<newsletter-signup>');
    });

  for (const [setup, line] of [
    [{ meta: { theme: 'violet' } }, /<meta name="clinic-widgets"> data-theme="violet"/],
    [{ script: { theme: 'brown' } }, /<script> data-theme="brown"/],
    [{ window: { theme: 'ochre' } }, /window\.clinicWidgets theme="ochre"/],
    [{ window: { phone: {} } }, /window\.clinicWidgets phone="an object" is not valid: use text/],
  ] as [Setup, RegExp][])
    it(`is named with its place: ${JSON.stringify(setup)}`, async () => {
      setUp(setup);
      await mount('<newsletter-signup sandbox></newsletter-signup>');
      const lines = complaints();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(line);
    });

  it('is named where it was set as a property', async () => {
    const host = await mount<NewsletterSignup>('<newsletter-signup sandbox></newsletter-signup>');
    host.theme = 'mauve' as 'dark';
    await host.updateComplete;
    expect(complaints().join()).to.match(/<newsletter-signup>\.theme="mauve".*use auto/);
  });
});

describe('flags', () => {
  for (const [written, is] of [
    ['sandbox', true],
    ['sandbox="true"', true],
    ['sandbox="false"', false],
    ['data-sandbox', true],
    ['', false],
  ] as const)
    it(`${written || 'nothing'} is ${is}`, async () => {
      const host = await mount(`<newsletter-signup endpoint="/x" ${written}></newsletter-signup>`);
      expect(host.settings.sandbox).to.equal(is);
    });
});

import { expect, fixtureSync } from '@open-wc/testing';
import type { ClinicElement } from '../../src/element/index.js';
import {
  all,
  complaints,
  hear,
  inside,
  rootOf,
  serve,
  setUp,
  settle,
  until,
} from '../support/index.js';
import '../../src/loader.js';

interface Door {
  bus: object;
  discover(root: Document | ShadowRoot | Element): void;
}
const door = () => (globalThis as unknown as { clinicWidgets: Door }).clinicWidgets;

/** A page's own markup, as it stands when the script looks. */
const place = async (markup: string) => {
  const at = fixtureSync<HTMLElement>(`<main>${markup}</main>`);
  await settle();
  return at;
};
const widget = (at: ParentNode, tag = 'newsletter-signup') => {
  const found = at.querySelector<ClinicElement>(tag);
  if (!found) throw new Error(`no <${tag}>`);
  return found;
};
const marker = (data = '', children = '<p>Write to us.</p>', attributes = '') =>
  `<div data-clinic-widget="newsletter-signup" ${data} ${attributes}>${children}</div>`;
const shown = (host: Element) => rootOf(host).querySelector('form') !== null;
const follow = (link: HTMLElement, init: MouseEventInit = {}) => {
  const click = new MouseEvent('click', {
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  // A link that is left alone would take the test's page away.
  const stay = (event: Event) => {
    followed = !event.defaultPrevented;
    event.preventDefault();
  };
  let followed = false;
  addEventListener('click', stay, { once: true });
  link.dispatchEvent(click);
  removeEventListener('click', stay);
  return { followed };
};

describe('a div that names a widget', () => {
  it('gets it inside, with its children as fallback and its data as attributes', async () => {
    const at = await place(
      marker('data-sandbox data-heading="Letters"', undefined, 'id="nl" class="box"'),
    );
    const div = at.firstElementChild!;
    const host = widget(div);
    expect([div.id, div.className, div.children.length]).to.deep.equal(['nl', 'box', 1]);
    expect(host.querySelector('p')!.textContent).to.equal('Write to us.');
    expect(host.settings).to.include({ sandbox: true, heading: 'Letters' });
    expect(host.instance).to.equal('nl');
    expect(shown(host)).to.equal(true);
  });

  it('is found when it comes later, also deep inside what comes', async () => {
    const at = await place('');
    at.innerHTML = `<section><div>${marker('data-sandbox')}</div></section>`;
    await until(() => at.querySelector('newsletter-signup'), 'the widget');
    at.insertAdjacentHTML('beforeend', marker('data-sandbox'));
    await until(() => at.querySelectorAll('newsletter-signup').length === 2, 'the other');
    expect([...at.querySelectorAll('newsletter-signup')].map(shown)).to.deep.equal([true, true]);
  });

  it('is left alone when it moves or is cloned with its widget', async () => {
    const at = await place(marker('data-sandbox'));
    const div = at.firstElementChild!;
    const clone = div.cloneNode(true) as Element;
    at.append(clone, div);
    await settle();
    for (const each of [div, clone]) {
      expect(each.querySelectorAll('newsletter-signup')).to.have.length(1);
      expect(shown(widget(each))).to.equal(true);
    }
    door().discover(div);
    expect(div.querySelectorAll('newsletter-signup')).to.have.length(1);
  });

  it('takes either name of a widget', async () => {
    const at = await place(
      '<div data-clinic-widget="clinic-appointment-form" data-sandbox></div><div data-clinic-widget="clinic-faq"><details><summary>Q</summary></details></div>',
    );
    expect(shown(widget(at, 'appointment-form'))).to.equal(true);
    expect(widget(at, 'clinic-faq').querySelector('summary')!.textContent).to.equal('Q');
  });

  it('is left alone with a name that is none of ours, with one line that lists ours', async () => {
    const at = await place('<div data-clinic-widget="appointmentform"><p>x</p></div>');
    expect(at.innerHTML).to.include('<p>x</p>');
    const lines = complaints();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('"appointmentform"').and.to.include('appointment-form, clinic-faq');
  });

  it('is never mounted in or on words by strangers', async () => {
    const at = await place(
      `<section rel="UGC nofollow">${marker('data-sandbox')}</section><div rel="ugc" data-clinic-widget="newsletter-signup" data-sandbox>x</div>`,
    );
    expect(at.querySelector('newsletter-signup')).to.equal(null);
  });

  it('is found in an open root that is shown to discover, now and later', async () => {
    const at = await place('<span></span>');
    const root = at.firstElementChild!.attachShadow({ mode: 'open' });
    root.innerHTML = marker('data-sandbox');
    await settle();
    expect(root.querySelector('newsletter-signup')).to.equal(null);
    door().discover(root);
    expect(root.querySelectorAll('newsletter-signup')).to.have.length(1);
    root.append(document.createRange().createContextualFragment(marker('data-sandbox')));
    await until(() => root.querySelectorAll('newsletter-signup').length === 2, 'the later one');
  });
});

describe('an element', () => {
  it('works as soon as it stands in the page, also later', async () => {
    const at = await place('<newsletter-signup sandbox></newsletter-signup>');
    expect(shown(widget(at))).to.equal(true);
    at.innerHTML = '<clinic-newsletter-signup data-sandbox></clinic-newsletter-signup>';
    expect(widget(at, 'clinic-newsletter-signup').settings.sandbox).to.equal(true);
  });
});

describe('where answers of a div go', () => {
  const allow = 'https://a.example/api, https://b.example';
  const endpointOf = async (endpoint: string, more = '') => {
    setUp({ script: { allow } });
    const at = await place(marker(`data-endpoint="${endpoint}" ${more}`));
    return at.querySelector<ClinicElement>('newsletter-signup')?.settings.endpoint;
  };

  for (const good of [
    'https://a.example/api',
    'https://a.example/api/x',
    'https://a.example/api?x=1',
    'https://a.example/api#x',
    'https://b.example',
    'https://b.example/anything',
    'https://B.example:443/x',
  ])
    it(`may be ${good}`, async () => {
      expect(await endpointOf(good)).to.equal(good);
      expect(complaints()).to.deep.equal([]);
    });

  for (const bad of [
    'https://a.example.evil.test/api',
    'https://a.example/apis',
    'https://a.example/api-2',
    'https://a.example/',
    'https://a.example/x/../other',
    'https://a.example@evil.test/api',
    'https://a.example:8443/api',
    'https://b.example.evil.test/',
    'https://b.example:444/',
    'http://b.example/',
    '//evil.test/api',
    '/comments',
    'comments',
    '',
    'https://',
    'javascript:alert(1)',
  ])
    it(`is not ${bad || '""'}: the fallback stays, with one line`, async () => {
      setUp({ script: { allow } });
      const at = await place(marker(`data-endpoint="${bad}" data-partner="${bad}"`));
      expect(at.querySelector('newsletter-signup')).to.equal(null);
      expect(at.textContent).to.include('Write to us.');
      const lines = complaints();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include(`data-endpoint="${bad}"`).and.to.include('data-allow');
    });

  it('is nowhere on its word alone, not even the page’s own origin', async () => {
    setUp({});
    const at = await place(marker(`data-endpoint="${location.origin}/wp-comments-post.php"`));
    expect(at.querySelector('newsletter-signup')).to.equal(null);
    expect(complaints()).to.have.length(1);
  });

  for (const claim of ['format="form"', 'names="email:comment"', 'extra="comment_post_ID:1"'])
    it(`is where the page says, and data-${claim} of the div does not count`, async () => {
      setUp({ script: { endpoint: 'https://clinic.example/in' } });
      const at = await place(marker(`data-${claim}`));
      const { settings } = widget(at);
      expect(settings).to.include({ endpoint: 'https://clinic.example/in', format: 'json' });
      expect(settings.names ?? settings.extra).to.equal(undefined);
      const lines = complaints();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include(`data-${claim.split('=')[0]}`);
    });

  it('may be written its own way together with an allowed endpoint', async () => {
    setUp({ script: { allow } });
    const at = await place(
      marker('data-endpoint="https://b.example/in" data-format="form" data-names="email:EMAIL"'),
    );
    expect(widget(at).settings).to.include({ format: 'form', names: 'email:EMAIL' });
  });

  it('is what clinic-config, script, meta or file say, which only trusted people write', async () => {
    setUp({
      meta: { config: serve({ endpoints: { 'newsletter-signup': 'https://f.example/' } }) },
    });
    const at = await place(marker());
    await widget(at).clinicSettled;
    await until(() => shown(widget(at)), 'the form');
  });
});

describe('a link to a widget on the page', () => {
  const services = [
    { id: 'tms', name: 'TMS' },
    { id: 'talk', name: 'Talk' },
  ];
  const page = async (link: string) => {
    setUp({ meta: { config: serve({ services }) } });
    const at = await place(
      `${link}<div style="height: 3000px"></div><appointment-form sandbox layout="page"></appointment-form>`,
    );
    const host = widget(at, 'appointment-form');
    await host.clinicSettled;
    await until(() => rootOf(host).querySelector('[data-field="service"]'), 'the questions');
    return { host, link: at.querySelector('a')! };
  };

  it('brings it into view, opens it with the service and focuses its start', async () => {
    const { host, link } = await page(
      '<a href="#clinic-appointment-form" data-service="tms">Book</a>',
    );
    const opened = hear('clinic-open');
    const { hash } = location;
    expect(follow(link).followed).to.equal(false);
    await host.updateComplete;
    expect(opened[0]).to.include({ target: 'appointment-form', service: 'tms' });
    expect(inside<HTMLInputElement>(host, '[value="tms"]').checked).to.equal(true);
    expect(document.activeElement).to.equal(host);
    expect(rootOf(host).activeElement!.matches('[part~="heading"]')).to.equal(true);
    await until(() => Math.abs(host.getBoundingClientRect().top) < innerHeight, 'the scroll');
    expect(location.hash).to.equal(hash);
  });

  it('works with an address before the fragment and with markup inside the link', async () => {
    const { link } = await page('<a href="/book#clinic-appointment-form"><b>Book</b></a>');
    expect(follow(link.querySelector('b')!).followed).to.equal(false);
  });

  it('is left alone with a modifier or another button: a new tab is wanted', async () => {
    const { link } = await page('<a href="#clinic-appointment-form">Book</a>');
    for (const init of [
      { ctrlKey: true },
      { metaKey: true },
      { shiftKey: true },
      { altKey: true },
      { button: 1 },
    ])
      expect(follow(link, init).followed, JSON.stringify(init)).to.equal(true);
  });

  it('is left alone where the page has no such widget, or the name is none of ours', async () => {
    const { link } = await page('<a href="#clinic-newsletter-signup">Letters</a>');
    expect(follow(link).followed).to.equal(true);
    for (const href of ['#appointment-form', '#clinic-', '#clinic-x', '/#', '#clinic-clinic-faq']) {
      link.setAttribute('href', href);
      expect(follow(link).followed, href).to.equal(true);
    }
  });

  it('is left alone in words by strangers', async () => {
    const { link } = await page('<p rel="ugc"><a href="#clinic-appointment-form">Book</a></p>');
    expect(follow(link).followed).to.equal(true);
  });

  it('sets no service that the clinic does not have', async () => {
    const { host, link } = await page(
      '<a href="#clinic-appointment-form" data-service="nothing">Book</a>',
    );
    follow(link);
    await host.updateComplete;
    expect(all(host, '[data-field="service"]:checked')).to.have.length(0);
  });
});

describe('window.clinicWidgets', () => {
  it('holds the bus and discover', () => {
    expect(door().discover).to.be.a('function');
    expect(door().bus).to.have.property('on');
  });
});

import { expect } from '@open-wc/testing';
import type { ClinicElement } from '../../src/element/index.js';
import {
  all,
  complaints,
  fakeEndpoint,
  fill,
  hear,
  inside,
  mount,
  rootOf,
  serve,
  setUp,
  settle,
  submit,
  until,
  wordsIn,
} from '../support/index.js';
import '../../src/widgets/index.js';

const posting = ['newsletter-signup', 'appointment-form', 'insurance-check'] as const;
const shown = (host: Element) => rootOf(host).querySelector('form') !== null;
const place = (tag: string, attributes = '', children = '') =>
  mount(`<${tag} ${onePage(tag)} ${attributes}>${children}</${tag}>`);
/** With all questions in sight; the other widgets have no other way. */
const onePage = (tag: string) => (tag.endsWith('appointment-form') ? 'layout="page"' : '');

for (const tag of posting)
  describe(`<${tag}>`, () => {
    it('tells once that it is ready, with its name and its instance', async () => {
      const heard = hear('clinic-ready');
      const one = await place(tag, 'endpoint="/x"');
      const other = await place(tag, 'endpoint="/x" id="second"');
      one.requestUpdate();
      await one.updateComplete;
      expect(one.instance).to.match(new RegExp(`^${tag}-\\d+$`));
      expect(heard).to.deep.equal([
        { widget: tag, instance: one.instance },
        { widget: tag, instance: 'second' },
      ]);
      expect(other.instance).to.equal('second');
    });

    it('counts instances in order of appearance', async () => {
      const [one, other] = [await place(tag, 'sandbox'), await place(tag, 'sandbox')];
      const number = (host: ClinicElement) => Number(host.instance.split('-').at(-1));
      expect(number(other)).to.equal(number(one) + 1);
    });

    it('keeps its root to itself', async () => {
      const host = await place(tag, 'sandbox');
      expect(host.shadowRoot).to.equal(null);
      expect(host.renderRoot).to.equal(host);
      const own = Object.values(host as object).filter((value) => value instanceof ShadowRoot);
      expect(own).to.deep.equal([]);
    });

    it('shows its children until its words are there, and then itself', async () => {
      const host = await mount(`<div lang="es"><${tag} sandbox><p>Wait.</p></${tag}></div>`);
      await until(() => shown(host), 'the form');
      expect(rootOf(host).querySelector('slot'), 'the fallback is gone').to.equal(null);
    });

    it('answers to its other name, and events still say the plain one', async () => {
      const heard = hear('clinic-ready');
      const host = await place(`clinic-${tag}`, 'sandbox');
      expect(shown(host)).to.equal(true);
      expect(host.localName).to.equal(`clinic-${tag}`);
      expect(heard[0].widget).to.equal(tag);
      expect(heard[0].instance).to.match(new RegExp(`^${tag}-\\d+$`));
    });

    it('refuses an endpoint that may not be used, and says why', async () => {
      for (const [endpoint, why] of [
        ['http://elsewhere.example/a', 'must start with https:'],
        ['javascript:alert(1)', 'must start with https:'],
        ['data:text/plain,x', 'must start with https:'],
        ['https://ana:secret@clinic.example/', 'must not contain a username'],
        ['https://', 'is not a valid URL'],
      ] as const) {
        const errors = hear('clinic-error');
        const host = await place(tag, `endpoint="${endpoint}?${tag}"`, '<p>Call us.</p>');
        await settle();
        const lines = complaints().filter((line) => line.includes('endpoint='));
        expect(lines, endpoint).to.have.length(1);
        expect(lines[0]).to.include(why).and.to.include(`<${tag}>`);
        expect(errors[0].code).to.equal('endpoint-refused');
        if (tag !== 'insurance-check') {
          expect(shown(host)).to.equal(false);
          expect(rootOf(host).querySelector('slot')).to.not.equal(null);
        }
        expect(all(host, '[part="submit"]')).to.have.length(0);
      }
    });

    it('takes its heading, another level, or none', async () => {
      const host = await place(tag, 'sandbox heading="Ask us" heading-level="4"');
      expect(inside(host, '[part~="heading"]').outerHTML).to.match(/^<h4 .*Ask us.*<\/h4>$/s);
      host.setAttribute('heading', '');
      await host.updateComplete;
      expect(all(host, '.intro [part~="heading"]')).to.have.length(0);
      host.removeAttribute('heading');
      host.setAttribute('data-heading', 'By data');
      await host.updateComplete;
      expect(inside(host, '[part~="heading"]').textContent).to.equal('By data');
    });

    it('shows markup in an attribute as text', async () => {
      const host = await place(tag, `sandbox heading="<img src=x onerror=alert(1)>"`);
      expect(inside(host, '[part~="heading"]').textContent).to.include('<img');
      expect(all(host, 'img')).to.have.length(0);
    });

    it('speaks the language of the place and follows it, keeping the form', async () => {
      const host = await mount(`<div lang="es-MX"><${tag} sandbox></${tag}></div>`);
      await until(() => shown(host), 'the form');
      const form = inside<HTMLFormElement>(host, 'form');
      expect(form.lang).to.equal('es');
      const spanish = inside(host, '[part="submit"]').textContent.trim();
      host.parentElement!.lang = 'en';
      await until(() => form.lang === 'en', 'English');
      const english = inside(host, '[part="submit"]').textContent.trim();
      expect(english).to.not.equal(spanish);
      expect(inside(host, 'form')).to.equal(form);
    });

    it('speaks English where we have no words', async () => {
      const host = await mount(`<div lang="tlh"><${tag} sandbox></${tag}></div>`);
      expect(inside(host, 'form').lang).to.equal('en');
    });

    it('has no word missing in any language it speaks', async () => {
      for (const lang of ['en', 'es']) {
        const host = await mount(`<div lang="${lang}"><${tag} sandbox></${tag}></div>`);
        await until(() => shown(host), 'the form');
        await submit(host);
        const text = wordsIn(host);
        expect(text).to.not.match(/\{\w+\}/);
        expect(text, 'a key that stands for itself').to.not.match(
          /\b[a-zA-Z]+\.(label|hint|required|format|title|text)\b/,
        );
      }
    });

    it('takes the clinic’s own words', async () => {
      const messages = { en: { [`${tag}.submit`]: 'Go, {name}', [`${tag}.nothing`]: 'x' } };
      setUp({ meta: { config: serve({ messages }) } });
      const host = await place(tag, 'sandbox');
      await host.clinicSettled;
      await host.updateComplete;
      expect(inside(host, '[part="submit"]').textContent.trim()).to.equal('Go, {name}');
    });

    it('wears its theme as a state', async () => {
      const host = await place(tag, 'sandbox theme="dark"');
      expect(host.matches(':state(dark)')).to.equal(true);
      const dark = getComputedStyle(host).colorScheme;
      host.setAttribute('theme', 'light');
      await host.updateComplete;
      expect([host.matches(':state(dark)'), host.matches(':state(light)')]).to.deep.equal([
        false,
        true,
      ]);
      expect(getComputedStyle(host).colorScheme).to.not.equal(dark);
      host.setAttribute('theme', 'auto');
      await host.updateComplete;
      expect(host.matches(':state(light), :state(dark)')).to.equal(false);
    });

    it('stands from right to left without a scroll bar', async () => {
      const host = await mount(
        `<div dir="rtl" style="inline-size: 320px"><${tag} sandbox></${tag}></div>`,
      );
      const form = inside(host, 'form');
      expect(getComputedStyle(form).direction).to.equal('rtl');
      expect(host.parentElement!.scrollWidth).to.be.at.most(320);
      const label = inside(host, 'label, legend').getBoundingClientRect();
      expect(form.getBoundingClientRect().right - label.right).to.be.lessThan(60);
    });

    it('never mounts inside words by strangers', async () => {
      const host = await mount(
        `<div rel="nofollow UGC"><${tag} endpoint="https://evil.example/"><p>Hi</p></${tag}></div>`,
      );
      expect(shown(host)).to.equal(false);
      expect(rootOf(host).querySelector('slot')).to.not.equal(null);
    });

    it('survives being moved, with what was entered', async () => {
      const host = await place(tag, 'sandbox');
      fill(host, { [tag === 'newsletter-signup' ? 'email' : 'givenName']: 'ana@example.org' });
      const elsewhere = document.createElement('section');
      host.after(elsewhere);
      elsewhere.append(host);
      await host.updateComplete;
      const [first] = all<HTMLInputElement>(host, 'input').filter(({ value }) =>
        value.includes('ana'),
      );
      expect(first.value).to.equal('ana@example.org');
      await submit(host);
      expect(all(host, '[part~="summary"]')).to.have.length(1);
    });
  });

describe('stable hooks', () => {
  const services = [
    { id: 'a', name: 'A', visit: ['in-person', 'telehealth'] },
    { id: 'b', name: 'B' },
  ];
  const file = {
    services,
    locations: [
      { id: 'm', name: 'Main' },
      { id: 'n', name: 'North' },
    ],
    consents: [{ id: 'sms', text: 'Text me.' }],
  };
  const fields: Record<(typeof posting)[number], string[]> = {
    'newsletter-signup': ['email', 'givenName', 'topics', 'consent.marketing-email', 'consent.sms'],
    'appointment-form': [
      'forWhom',
      'givenName',
      'familyName',
      'newPatient',
      'phone',
      'email',
      'contactBy',
      'service',
      'visit',
      'location',
      'preferences',
      'preferences.0.day',
      'preferences.0.time',
      'interpreter',
      'access.needs',
      'access.note',
      'reason',
      'consent.privacy',
      'consent.sms',
    ],
    'insurance-check': [
      'payer',
      'selfPay',
      'service',
      'relationship',
      'memberId',
      'groupNumber',
      'cards',
      'cards.front',
      'cards.back',
      'secondary',
      'givenName',
      'familyName',
      'birthDate',
      'birthDate.month',
      'birthDate.day',
      'birthDate.year',
      'phone',
      'email',
      'consent.privacy',
      'consent.sms',
    ],
  };
  const open = async (tag: (typeof posting)[number]) => {
    setUp({ meta: { config: serve(file) } });
    const more =
      tag === 'newsletter-signup' ? 'fields="email, givenName, topics" topics="n:N, e:E"' : '';
    const host = await place(
      tag,
      `endpoint="${fakeEndpoint({ status: 403, body: {} }).url}" ${more}`,
    );
    await host.clinicSettled;
    await host.updateComplete;
    return host;
  };

  for (const tag of posting) {
    it(`<${tag}> has one form, one visible submit button, and a name on every control`, async () => {
      const host = await open(tag);
      expect(all(host, 'form')).to.have.length(1);
      expect(all(host, 'form[part="form"]')).to.have.length(1);
      const buttons = all<HTMLButtonElement>(host, 'button[type="submit"][part="submit"]').filter(
        (button) => button.checkVisibility(),
      );
      expect(buttons).to.have.length(1);
      const controls = all(host, 'form :is(input, select, textarea)');
      expect(controls.filter((control) => !control.dataset['field'])).to.deep.equal([]);
      expect(controls.filter((control) => !control.part.contains('control'))).to.deep.equal([]);
      const names = new Set(all(host, '[data-field]').map((each) => each.dataset['field']));
      expect([...names].sort()).to.deep.equal([...fields[tag]].sort());
    });

    it(`<${tag}> has all parts`, async () => {
      const host = await open(tag);
      for (const part of ['form', 'field', 'label', 'control', 'status', 'submit'])
        expect(all(host, `[part~="${part}"]`), part).to.not.have.length(0);
      if (tag !== 'newsletter-signup') expect(all(host, '[part~="hint"]')).to.not.have.length(0);
      await submit(host);
      for (const part of ['summary', 'error'])
        expect(all(host, `[part~="${part}"]`), part).to.not.have.length(0);
      const refused = all(host, '[aria-invalid="true"]');
      expect(refused).to.not.have.length(0);
      expect(rootOf(host).activeElement, 'focus is in the root').to.not.equal(null);
    });

    it(`<${tag}> labels every control, and groups carry their name on the fieldset`, async () => {
      const host = await open(tag);
      for (const control of all<HTMLInputElement>(host, 'form :is(input, select, textarea)'))
        expect(control.labels!.length, control.dataset['field']).to.be.greaterThan(0);
      for (const group of all(host, 'fieldset')) {
        expect(group.dataset['field'], 'its name').to.be.a('string');
        expect(group.querySelector('legend')!.textContent.trim()).to.not.equal('');
      }
      for (const box of all<HTMLInputElement>(
        host,
        'input:is([type="radio"], [type="checkbox"])',
      )) {
        expect(box.value).to.not.equal('on');
        expect(box.checked, 'nothing is ticked beforehand').to.equal(false);
      }
      const ids = all(host, '[id]').map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const each of all(host, '[aria-describedby]'))
        for (const id of each.getAttribute('aria-describedby')!.split(' '))
          expect(ids).to.include(id);
    });
  }

  it('are told apart in two forms on one page', async () => {
    const [one, other] = [await open('newsletter-signup'), await open('newsletter-signup')];
    const ids = new Set(all(one, '[id]').map(({ id }) => id));
    expect(all(other, '[id]').filter(({ id }) => ids.has(id))).to.deep.equal([]);
  });
});

describe('no endpoint, no deliver, no sandbox', () => {
  for (const tag of ['newsletter-signup', 'appointment-form'] as const) {
    it(`<${tag}> keeps its children, with one line and one event`, async () => {
      const errors = hear('clinic-error');
      const ready = hear('clinic-ready');
      const host = await place(tag, '', '<p>Call us.</p>');
      await settle();
      expect(shown(host)).to.equal(false);
      expect(rootOf(host).querySelector('slot')!.assignedElements()[0].textContent).to.equal(
        'Call us.',
      );
      host.requestUpdate();
      await settle();
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include({ widget: tag, instance: host.instance, code: 'no-endpoint' });
      expect(errors[0].message).to.include('endpoint="https://…"');
      expect(complaints().filter((line) => line.includes('no endpoint'))).to.have.length(1);
      expect(ready).to.have.length(0);
    });

    it(`<${tag}> without children shows its name and the phone`, async () => {
      const host = await place(tag, 'phone="+1 (555) 010-0100"', ' ');
      await settle();
      expect(shown(host)).to.equal(false);
      expect(inside(host, '[part~="heading"]').textContent).to.not.equal('');
      expect(inside(host, 'a').getAttribute('href')).to.equal('tel:+15550100100');
      expect(all(host, 'button')).to.have.length(0);
    });

    it(`<${tag}> comes to life when the endpoint comes`, async () => {
      const host = await place(tag, '', '<p>Call us.</p>');
      host.setAttribute('endpoint', '/x');
      await host.updateComplete;
      expect(shown(host)).to.equal(true);
    });
  }
});

describe('fields', () => {
  const asked = (host: Element) => [
    ...new Set(
      all(host, 'form [data-field]')
        .map(({ dataset }) => dataset['field']!.split('.')[0])
        .filter((name) => name !== 'consent'),
    ),
  ];

  it('are asked in the order given, with those the contract insists on', async () => {
    const host = await place('appointment-form', 'sandbox fields="email!, reason, phone?"');
    expect(asked(host)).to.include.members(['forWhom', 'givenName', 'familyName']);
    const chosen = asked(host).filter((name) => ['email', 'reason', 'phone'].includes(name));
    expect(chosen).to.deep.equal(['email', 'reason', 'phone']);
    expect(asked(host)).to.not.include('contactBy');
  });

  it('are required where the mark says so', async () => {
    const host = await place('newsletter-signup', 'sandbox fields="givenName!"');
    const name = all<HTMLInputElement>(host, '[data-field="givenName"]')[0];
    expect(name.required).to.equal(true);
    fill(host, { email: 'ana@example.org', 'consent.marketing-email': true });
    await submit(host);
    expect(wordsIn(host, '[part~="summary"]')).to.include('First name');
  });

  it('say "(optional)" where they may be left out', async () => {
    const host = await place('newsletter-signup', 'sandbox fields="givenName"');
    expect(all(host, 'label').map((label) => label.textContent.includes('(optional)'))).to.include(
      true,
    );
    expect(inside(host, 'label').textContent).to.not.include('(optional)');
  });

  it('that do not exist are named with those that do', async () => {
    await place('newsletter-signup', 'sandbox fields="givenNam"');
    const lines = complaints();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('"givenNam"').and.to.include('givenName');
  });

  for (const nonsense of ['', ',,,', '!!?', 'constructor', '__proto__, toString!'])
    it(`do not fall over ${JSON.stringify(nonsense)}`, async () => {
      const host = await place('newsletter-signup', `sandbox fields="${nonsense}"`);
      expect(asked(host)).to.include('email');
    });
});

describe('a question with a single possible answer', () => {
  it('is not asked, and its answer goes along', async () => {
    const endpoint = fakeEndpoint();
    const file = {
      services: [{ id: 'tms', name: 'TMS', visit: ['in-person'] }],
      locations: [{ id: 'main', name: 'Main' }],
    };
    setUp({ meta: { config: serve(file) } });
    const host = await place('appointment-form', `endpoint="${endpoint.url}"`);
    await host.clinicSettled;
    await host.updateComplete;
    for (const name of ['service', 'visit', 'location'])
      expect(all(host, `[data-field="${name}"]`), name).to.have.length(0);
    fill(host, {
      forWhom: 'self',
      givenName: 'Ana',
      familyName: 'Ruiz',
      email: 'ana@example.org',
      'preferences.0.day': '2099-01-05',
      'consent.privacy': true,
    });
    await submit(host);
    expect(endpoint.json().data).to.include({
      service: 'tms',
      visit: 'in-person',
      location: 'main',
    });
  });
});

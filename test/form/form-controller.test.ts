import { aTimeout, expect } from '@open-wc/testing';
import {
  all,
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
import '../../src/widgets/appointment-form/appointment-form.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

const newsletter = (attributes = '') =>
  mount(`<newsletter-signup endpoint="${fakeEndpoint().url}" ${attributes}></newsletter-signup>`);

const appointment = (attributes = '') =>
  mount(
    `<appointment-form layout="page" endpoint="${fakeEndpoint().url}" ${attributes}></appointment-form>`,
  );

const errorsOf = (host: Element) =>
  all(host, '[part~="error"]').map((error) => error.textContent.replace(/\s+/g, ' ').trim());

describe('filling a form', () => {
  it('starts once, with the first edit, and only then', async () => {
    const started = hear('clinic-start');
    const host = await newsletter();
    control(host, 'email').focus();
    leave(host);
    expect(started).to.have.length(0);
    fill(host, { email: 'a' });
    fill(host, { email: 'ab' });
    expect(started).to.deep.equal([{ widget: 'newsletter-signup', instance: host.instance }]);
  });

  it('keeps what was entered through every drawing, and a box that is not named stays empty', async () => {
    const host = await newsletter('topics="news:News, events:Events"');
    fill(host, { email: 'ana@example.org', topics: ['events'] });
    host.setAttribute('heading', 'Another heading');
    host.lang = 'es';
    await until(() => wordsIn(host).includes('Correo'), 'Spanish words');
    expect(control(host, 'email').value).to.equal('ana@example.org');
    expect(all<HTMLInputElement>(host, ':checked').map(({ value }) => value)).to.deep.equal([
      'events',
    ]);
  });

  it('keeps what was entered where an answer takes the question away and another brings it back', async () => {
    const host = await appointment();
    fill(host, { contactBy: 'phone' });
    await host.updateComplete;
    fill(host, { callTime: 'evening' });
    fill(host, { contactBy: 'email' });
    await host.updateComplete;
    expect(all(host, '[data-field="callTime"]')).to.have.length(0);
    fill(host, { contactBy: 'phone' });
    await host.updateComplete;
    expect(control<HTMLSelectElement>(host, 'callTime').value).to.equal('evening');
  });

  it('leaves a field in peace that is only passed through', async () => {
    const host = await newsletter();
    control(host, 'email').focus();
    leave(host);
    await settle();
    expect(errorsOf(host)).to.deep.equal([]);
  });

  it('judges a field when it is left after an edit, not while somebody types', async () => {
    const host = await newsletter();
    fill(host, { email: 'ana@' });
    await settle();
    expect(errorsOf(host)).to.deep.equal([]);
    leave(host);
    await until(() => errorsOf(host).length === 1, 'the error');
    expect(errorsOf(host)).to.deep.equal([
      'Error: Enter your email address, like name@example.org.',
    ]);
    const field = control(host, 'email');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(field.getAttribute('aria-describedby')!.split(' ')).to.include(
      inside(host, '[part~="error"]').id,
    );
    expect(host.matches(':state(invalid)')).to.equal(true);
    expect(all(host, '[part~="summary"]'), 'no list before a submit').to.have.length(0);
  });

  describe('moves nothing that is pressed', () => {
    const left = async (...types: string[]) => {
      const host = await newsletter();
      fill(host, { email: 'ana@' });
      await settle();
      for (const type of types) dispatchEvent(new PointerEvent(type));
      leave(host);
      await settle();
      expect(errorsOf(host)).to.deep.equal([]);
      return host;
    };

    for (const end of ['pointerup', 'pointercancel', 'click'])
      it(`until ${end}`, async () => {
        const host = await left('pointerdown');
        const since = performance.now();
        dispatchEvent(new PointerEvent(end));
        await until(() => errorsOf(host).length === 1, 'the error');
        expect(performance.now() - since).to.be.below(1000);
      });

    it('or until something is entered: a list that opens over the page keeps the end of its press', async () => {
      const host = await left('pointerdown');
      fill(host, { 'consent.marketing-email': true });
      await settle();
      expect(errorsOf(host)).to.have.length(1);
    });

    it('but not for ever, where nobody sees the finger lifted', async () => {
      const host = await left('pointerdown');
      await until(() => errorsOf(host).length === 1, 'the error');
    });

    it('and waits for the second press of a double click', async () => {
      const host = await left('pointerdown', 'pointerup');
      dispatchEvent(new PointerEvent('click'));
      dispatchEvent(new PointerEvent('pointerdown'));
      await aTimeout(500);
      expect(errorsOf(host)).to.deep.equal([]);
      dispatchEvent(new PointerEvent('pointerup'));
      await until(() => errorsOf(host).length === 1, 'the error');
    });
  });

  it('takes an error away as soon as it is put right', async () => {
    const host = await newsletter();
    fill(host, { email: 'ana@' });
    leave(host);
    await until(() => errorsOf(host).length === 1, 'the error');
    fill(host, { email: 'ana@example.org' });
    await until(() => errorsOf(host).length === 0, 'the error to go');
    expect(control(host, 'email').hasAttribute('aria-invalid')).to.equal(false);
    expect(host.matches(':state(invalid)')).to.equal(false);
  });

  it('judges three boxes of one date only when all of them are left', async () => {
    const host = await appointment('fields="birthDate"');
    fill(host, { 'birthDate.month': '2' });
    fill(host, { 'birthDate.day': '31' });
    await settle();
    expect(errorsOf(host)).to.deep.equal([]);
    fill(host, { 'birthDate.year': '1985' });
    leave(host);
    await until(() => errorsOf(host).length === 1, 'the error');
    expect(errorsOf(host)[0]).to.include('Enter a real date of birth');
  });
});

describe('the fields attribute', () => {
  const asked = (host: Element) => [
    ...new Set(
      all(host, '[data-field]').map(({ dataset }) => dataset['field']!.replace(/\..*/, '')),
    ),
  ];

  it('keeps what nothing could be sent without', async () => {
    const host = await appointment('fields="reason"');
    expect(asked(host)).to.include.members(['phone', 'email', 'preferences', 'reason']);
    expect(asked(host)).to.not.include('contactBy');
  });

  it('drops one way to answer where it names the other', async () => {
    const host = await appointment('fields="email!"');
    expect(asked(host)).to.include('email').and.to.not.include('phone');
  });
});

describe('issue codes as words', () => {
  for (const [entries, words] of [
    [{ reason: 'x'.repeat(501) }, 'Please shorten this to 500 characters.'],
    [{ givenName: 'Ana\0' }, '“First name” has a character we can’t read.'],
    [{ givenName: 'Ana \ud83d' }, '“First name” has a character we can’t read.'],
    [{ familyName: 'x'.repeat(121) }, '“Last name” is too long. Please shorten it.'],
    [{ phone: '12' }, 'Enter a full phone number'],
    [{ email: 'ana@example' }, 'Enter an email address, like name@example.org.'],
  ] as const)
    it(`says “${words}” and keeps what was typed`, async () => {
      const host = await appointment();
      const [[name, value]] = Object.entries(entries) as [[string, string]];
      fill(host, entries);
      leave(host);
      await until(() => errorsOf(host).length === 1, 'the error');
      expect(errorsOf(host)[0]).to.include(words);
      expect(control(host, name).value).to.equal(value);
    });

  it('refuses a web address in a name that goes into greetings', async () => {
    const host = await newsletter('fields="givenName"');
    fill(host, { givenName: 'win www.example.org' });
    leave(host);
    await until(() => errorsOf(host).length === 1, 'the error');
    expect(errorsOf(host)[0]).to.include('without a web address');
  });
});

describe('the error summary', () => {
  const refused = async () => {
    const host = await newsletter('fields="email, givenName"');
    await submit(host);
    return { host, box: inside(host, '[part~="summary"]') };
  };
  const focused = (host: Element) => rootOf(host).activeElement;

  it('takes the focus after a refused submit, with a line for each field in their order', async () => {
    const invalid = hear('clinic-invalid');
    const { host, box } = await refused();
    expect(focused(host)).to.equal(box);
    expect(document.activeElement).to.equal(host);
    expect(box.querySelector('h3')!.textContent).to.equal('There is a problem');
    expect(all(host, '[part~="summary"] li').map((line) => line.textContent.trim())).to.deep.equal([
      'Enter your email address.',
      'Check the box if you want the newsletter.',
    ]);
    expect(invalid).to.have.length(1);
    expect(invalid[0].fields).to.deep.equal(['email', 'consent.marketing-email']);
  });

  it('gives the errors of list and field in the same words', async () => {
    const { host } = await refused();
    const lines = all(host, '[part~="summary"] li').map((line) => line.textContent.trim());
    expect(errorsOf(host)).to.deep.equal(lines.map((line) => `Error: ${line}`));
  });

  it('loses its tabindex when it is left, so that a later click does not focus the box', async () => {
    const { host, box } = await refused();
    expect(box.getAttribute('tabindex')).to.equal('-1');
    control(host, 'email').focus();
    expect(box.hasAttribute('tabindex')).to.equal(false);
  });

  it('leads from a line to its control, label in view, without touching the address', async () => {
    const { host, box } = await refused();
    const { href } = location;
    const length = history.length;
    const seen: Element[] = [];
    const scroll = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function () {
      seen.push(this);
    };
    try {
      box.querySelectorAll('button')[1].click();
    } finally {
      Element.prototype.scrollIntoView = scroll;
    }
    expect(focused(host)).to.equal(control(host, 'consent.marketing-email'));
    expect(seen).to.have.length(1);
    expect(seen[0].matches('[part~="field"]')).to.equal(true);
    expect(seen[0].querySelector('label')).to.not.equal(null);
    expect([location.href, history.length]).to.deep.equal([href, length]);
  });

  it('takes the focus again at the next refusal', async () => {
    const { host } = await refused();
    control(host, 'email').focus();
    await submit(host);
    expect(focused(host)).to.equal(inside(host, '[part~="summary"]'));
  });

  it('goes when all is put right', async () => {
    const { host } = await refused();
    fill(host, { email: 'ana@example.org', 'consent.marketing-email': true });
    await until(() => all(host, '[part~="summary"]').length === 0, 'the summary to go');
    expect(errorsOf(host)).to.deep.equal([]);
  });

  it('sends nothing, and draws no list, for a form that is right', async () => {
    const endpoint = fakeEndpoint();
    const host = await mount(`<newsletter-signup endpoint="${endpoint.url}"></newsletter-signup>`);
    await submit(host);
    expect(endpoint.requests).to.have.length(0);
    fill(host, { email: 'ana@example.org', 'consent.marketing-email': true });
    await submit(host);
    expect(endpoint.requests).to.have.length(1);
    expect(all(host, '[part~="summary"]')).to.have.length(0);
  });
});

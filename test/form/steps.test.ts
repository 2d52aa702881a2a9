import { expect } from '@open-wc/testing';
import {
  all,
  control,
  fakeEndpoint,
  fill,
  hear,
  inside,
  mount,
  press,
  rootOf,
  submit,
  until,
  wordsIn,
  type Answer,
  hurry,
} from '../support/index.js';
import { choices, consent, text } from '../../src/fields/index.js';
import {
  defineForm,
  formEn,
  FormController,
  type FormFlow,
  PostingWidget,
  required,
  Steps,
} from '../../src/form/index.js';
import type { Stage } from '../../src/element/index.js';
import { Messages } from '../../src/i18n/index.js';

const words = {
  ...formEn,
  heading: 'A letter',
  submit: 'Send it',
  'step.what': 'What about?',
  'step.name': 'What is your name?',
  'step.where': 'Where to?',
  'email.label': 'Email',
  'givenName.label': 'First name',
  'topics.label': 'Topics',
  'topics.news': 'News',
  'topics.events': 'Events',
  'consent.marketing-email': 'Yes.',
};

const letter = defineForm({
  type: 'newsletter-signup',
  fields: {
    email: required(text({ type: 'email' })),
    givenName: text({ asked: ({ answers }) => !!answers.list('topics')?.includes('events') }),
    topics: choices({ options: ['news', 'events'] }),
  },
  consents: consent(),
});

/** Three steps; the second comes only for those who want to hear of events. */
class Letter extends PostingWidget {
  static override tag = 'x-letter';
  protected readonly words = new Messages(this, { en: words });
  readonly #form: FormController<'newsletter-signup'> = new FormController(
    this,
    letter,
    this.words,
    { flow: (): FormFlow => this.#steps },
  );
  readonly #steps = new Steps(this, this.#form, this.words, [
    { id: 'what', fields: ['topics'] },
    { id: 'name', fields: ['givenName'] },
    { id: 'where', fields: ['email'] },
  ]);
  protected override get stage(): Stage {
    return this.#form.stage;
  }
  protected override render() {
    return this.#form.status.is === 'sent' ? this.#form.sent('Thanks') : this.#steps.frame();
  }
}
customElements.define('x-letter', Letter);

const open = async (answer: Answer | Answer[] = {}) => {
  const endpoint = fakeEndpoint(answer);
  const host = await mount<Letter>(
    `<x-letter endpoint="${endpoint.url}" phone="+1 555 0100"></x-letter>`,
  );
  return { host, endpoint };
};
/** The step's own: where a step has errors, the list of them comes before it under one of its level. */
const heading = (host: Element) => wordsIn(host, 'h2:has([part="progress"])');
const button = (host: Element) => wordsIn(host, '[part="submit"]');
const asked = (host: Element) => [
  ...new Set(
    all(host, 'form :is(input, textarea)[data-field]').map(({ dataset }) => dataset['field']),
  ),
];
const back = async (host: Letter) => {
  inside(host, '[part="back"]').click();
  await host.updateComplete;
};
const told = (host: Element) =>
  all<HTMLTextAreaElement>(host, '[part="answer"] textarea').map(({ value }) => value);
/** To the page where answers are checked. */
const toCheck = async (host: Letter, topics = ['events'], email = 'ana@example.org') => {
  fill(host, { topics });
  await submit(host);
  if (topics.includes('events')) {
    fill(host, { givenName: 'Ana' });
    await submit(host);
  }
  fill(host, { email });
  await submit(host);
  await until(() => told(host).length > 0, 'the answers');
};

describe('a form in steps', () => {
  it('shows one step at a time under one heading that says how far it is', async () => {
    const { host } = await open();
    expect(heading(host)).to.equal('Step 1 of 3 What about?');
    expect(asked(host)).to.deep.equal(['topics']);
    fill(host, { topics: ['events'] });
    await host.updateComplete;
    expect(heading(host), 'a question more').to.equal('Step 1 of 4 What about?');
    await submit(host);
    expect(heading(host)).to.equal('Step 2 of 4 What is your name?');
    expect(asked(host)).to.deep.equal(['givenName']);
    expect(all(host, 'h1, h2, h3, h4, h5, h6')).to.have.length(1);
    expect(all(host, '[type="submit"]')).to.have.length(1);
    expect(button(host)).to.equal('Continue');
    expect(rootOf(host).activeElement).to.equal(inside(host, 'h2'));
  });

  it('goes on with Enter', async () => {
    const { host } = await open();
    control(host, 'topics').focus();
    await press('Enter');
    await until(() => asked(host).includes('email'), 'the next step');
  });

  it('tells each step that is shown, and nothing else', async () => {
    const steps = hear('clinic-step');
    const { host } = await open();
    await submit(host);
    await back(host);
    const who = { widget: 'x-letter', instance: host.instance };
    expect(steps).to.deep.equal([
      { ...who, step: 1, steps: 3 },
      { ...who, step: 2, steps: 3 },
      { ...who, step: 1, steps: 3 },
    ]);
  });

  it('checks only what the step asks', async () => {
    const invalid = hear('clinic-invalid');
    const { host, endpoint } = await open();
    await submit(host);
    expect(invalid, 'nothing must be answered in the first step').to.have.length(0);
    await submit(host);
    expect(invalid.map(({ fields }) => fields)).to.deep.equal([['email']]);
    expect(rootOf(host).activeElement).to.equal(inside(host, '[part~="summary"]'));
    expect(control(host, 'email').getAttribute('aria-invalid')).to.equal('true');
    expect(asked(host)).to.deep.equal(['email']);
    expect(endpoint.requests).to.have.length(0);
  });

  it('loses nothing on ten ways back and forth', async () => {
    const { host } = await open();
    await toCheck(host);
    const before = told(host);
    for (let times = 0; times < 10; times++) {
      for (let step = 0; step < 3; step++) await back(host);
      expect(all<HTMLInputElement>(host, ':checked').map(({ value }) => value)).to.deep.equal([
        'events',
      ]);
      expect(rootOf(host).activeElement).to.equal(inside(host, 'h2'));
      await submit(host);
      expect(control(host, 'givenName').value).to.equal('Ana');
      await submit(host);
      expect(control(host, 'email').value).to.equal('ana@example.org');
      await submit(host);
      await until(() => told(host).length > 0);
    }
    expect(told(host)).to.deep.equal(before);
    expect(all(host, '[part="back"]')).to.have.length(1);
  });

  it('sends what was answered, without what is no longer asked', async () => {
    const { host, endpoint } = await open();
    await toCheck(host);
    for (let step = 0; step < 3; step++) await back(host);
    fill(host, { topics: ['news'] });
    await submit(host);
    expect(asked(host), 'the name is skipped').to.deep.equal(['email']);
    await submit(host);
    expect(button(host)).to.equal('Send it');
    fill(host, { 'consent.marketing-email': true });
    await submit(host);
    expect(endpoint.json().data).to.deep.equal({ email: 'ana@example.org', topics: ['news'] });
    expect(host.matches(':state(sent)')).to.equal(true);
  });

  it('asks for the consent at the end, and sends nothing without it', async () => {
    const { host, endpoint } = await open();
    await toCheck(host);
    await submit(host);
    expect(endpoint.requests).to.have.length(0);
    expect(wordsIn(host, '[part~="summary"] li')).to.not.equal('');
    expect(heading(host), 'stays').to.include('Review your answers');
  });

  for (const [what, reply, reason] of [
    ['a captive portal', { body: '<h1>Log in</h1>', type: 'text/html' }, 'unconfirmed'],
    [
      'a server that breaks after it has stored',
      { status: 500, body: { 'should-retry': false } },
      'server',
    ],
    ['a line that is dead', 'down', 'offline'],
    ['an answer that never comes', 'never', 'timeout'],
  ] as const)
    it(`stays at the end on ${what}, and sends the same again when asked to`, async () => {
      const failed = hear('clinic-failed');
      const endpoint = fakeEndpoint(reply);
      const host = await mount<Letter>(
        `<x-letter endpoint="${endpoint.url}" phone="+1 555 0100"></x-letter>`,
      );
      await toCheck(host);
      fill(host, { 'consent.marketing-email': true });
      await hurry(() => submit(host));
      // A browser that believes to be on a network cannot say that it is not.
      const own = failed.filter(({ instance }) => instance === host.instance);
      expect(own.map((detail) => detail.reason)).to.deep.equal([
        reason === 'offline' ? 'unconfirmed' : reason,
      ]);
      expect(heading(host), 'stays').to.include('Review your answers');
      expect(wordsIn(host, '[role="status"]')).to.include('still here').and.include('+1 555 0100');
      expect(button(host)).to.equal('Try again');
      expect(told(host)).to.include('ana@example.org');
      const before = endpoint.requests.length;
      await hurry(() => submit(host));
      expect(endpoint.requests.length).to.be.greaterThan(before);
      expect(new Set(endpoint.requests.map(({ body }) => body)).size, 'the same bytes').to.equal(1);
    });

  it('keeps its id over a look back, and takes a new one with an answer that has changed', async () => {
    const endpoint = fakeEndpoint([{ status: 501, body: '' }, { status: 501, body: '' }, {}]);
    const host = await mount<Letter>(`<x-letter endpoint="${endpoint.url}"></x-letter>`);
    await toCheck(host);
    fill(host, { 'consent.marketing-email': true });
    await submit(host);
    await back(host);
    expect(heading(host)).to.include('Where to?');
    await submit(host);
    await submit(host);
    expect(endpoint.json(1).id).to.equal(endpoint.json(0).id);
    await back(host);
    fill(host, { email: 'ana.b@example.org' });
    await submit(host);
    await submit(host);
    expect(host.matches(':state(sent)')).to.equal(true);
    expect(endpoint.json(2).id).to.not.equal(endpoint.json(0).id);
    expect(endpoint.json(2)['replaces']).to.equal(endpoint.json(0).id);
  });

  it('leads to the step of the first field that the endpoint refuses, and from there to the others', async () => {
    const issues = [
      { path: ['data', 'email'], code: 'format', message: 'No such domain.' },
      { path: ['data', 'topics'], code: 'not-allowed', message: 'No such topic.' },
    ];
    const { host, endpoint } = await open([{ status: 422, body: { code: 'invalid', issues } }, {}]);
    await toCheck(host);
    fill(host, { 'consent.marketing-email': true });
    await submit(host);
    expect(heading(host)).to.include('What about?');
    const lines = all(host, '[part~="summary"] li button');
    expect(lines.map((line) => line.textContent.trim())).to.deep.equal([
      'No such topic.',
      'No such domain.',
    ]);
    lines[1].click();
    await until(() => asked(host).includes('email'), 'the other step');
    await until(() => rootOf(host).activeElement === control(host, 'email'), 'the focus');
    fill(host, { email: 'eva@example.org' });
    await submit(host);
    await submit(host);
    expect(endpoint.json(1)['replaces']).to.equal(endpoint.json(0).id);
    expect(endpoint.json(1).data['email']).to.equal('eva@example.org');
  });

  it('keeps id and answers where sending failed, also after a look back', async () => {
    const { host, endpoint } = await open([{ status: 403, body: {} }, {}]);
    await toCheck(host);
    fill(host, { 'consent.marketing-email': true });
    await submit(host);
    expect(button(host)).to.equal('Try again');
    expect(wordsIn(host, '[role="status"]')).to.include('+1 555 0100');
    await back(host);
    expect(button(host)).to.equal('Continue');
    await submit(host);
    await submit(host);
    expect(endpoint.json(1).id).to.equal(endpoint.json(0).id);
    expect(host.matches(':state(sent)')).to.equal(true);
  });
});

describe('the page to check the answers', () => {
  it('tells them back in controls that cannot be edited, and never as text', async () => {
    const { host } = await open();
    await toCheck(host);
    expect(told(host)).to.deep.equal(['Events', 'Ana', 'ana@example.org']);
    const text = rootOf(host).textContent;
    for (const answer of ['Events', 'Ana', 'ana@']) expect(text).to.not.include(answer);
    expect(rootOf(host).querySelector('form')!.outerHTML).to.not.match(/Ana|Events|ana@/);
    for (const answer of all<HTMLTextAreaElement>(host, '[part="answer"] textarea')) {
      expect(answer.readOnly).to.equal(true);
      expect(answer.labels).to.have.length(1);
      expect(answer.dataset['field']).to.equal(undefined);
    }
  });

  it('leads from Change to just that field and back', async () => {
    const { host, endpoint } = await open();
    await toCheck(host);
    const changes = all(host, '[part="answer"] button');
    expect(changes.map((each) => each.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Change Topics',
      'Change First name',
      'Change Email',
    ]);
    changes[1].click();
    await host.updateComplete;
    expect(rootOf(host).activeElement).to.equal(control(host, 'givenName'));
    fill(host, { givenName: 'Eva' });
    await submit(host);
    expect(heading(host)).to.equal('Step 4 of 4 Review your answers');
    expect(rootOf(host).activeElement).to.equal(inside(host, 'h2'));
    expect(told(host)).to.deep.equal(['Events', 'Eva', 'ana@example.org']);
    fill(host, { 'consent.marketing-email': true });
    await submit(host);
    expect(endpoint.json().data['givenName']).to.equal('Eva');
  });

  it('begins anew after it was sent', async () => {
    const { host } = await open();
    await toCheck(host);
    fill(host, { 'consent.marketing-email': true });
    await submit(host);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await host.updateComplete;
    expect(heading(host)).to.include('Step 1 of 3');
    expect(all(host, ':checked')).to.have.length(0);
  });
});

import { expect } from '@open-wc/testing';
import {
  all,
  complaints,
  control,
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
  type Reply,
} from '../../support/index.js';
import '../../../src/widgets/insurance-check/insurance-check.js';

const list = [
  { id: 'p1', name: 'Example Health', aliases: ['EH', 'Ejemplo Salud'], network: 'in' },
  { id: 'p2', name: 'Élan Cover', network: 'out' },
  { id: 'p3', name: 'Third Way', network: 'ask' },
];
const person = {
  payer: 'Example Health',
  memberId: '00123-A',
  givenName: 'Ana',
  familyName: 'Ruiz',
  'birthDate.month': '2',
  'birthDate.day': '9',
  'birthDate.year': '1985',
  phone: '555 010 0123',
  'consent.privacy': true,
};

const open = async (reply: Reply = { body: list }, attributes = '') => {
  const payers = fakeEndpoint(reply);
  const host = await mount(
    `<insurance-check payers="${payers.url}" ${attributes}><p>Call us.</p></insurance-check>`,
  );
  return { host, payers };
};
/** What the list offers, without the two answers that are always there. */
const names = (host: Element) => {
  control(host, 'payer').click();
  return all(host, '[role="listbox"] > :first-child > [role="option"]:not([hidden])').map(
    (option) => option.firstChild!.textContent,
  );
};

describe('<insurance-check> without an endpoint', () => {
  it('answers from the list alone, and asks for nothing but the list', async () => {
    const asked: string[] = [];
    const fetch = window.fetch;
    window.fetch = (input, init) => {
      asked.push(String(input instanceof Request ? input.url : (input as string)));
      return fetch(input, init);
    };
    const before = performance.getEntriesByType('resource').length;
    try {
      const { host, payers } = await open();
      expect(payers.requests, 'not before somebody looks').to.have.length(0);
      control(host, 'payer').focus();
      await until(() => names(host).length === 3, 'the list');
      fill(host, { payer: 'example health' });
      await until(() => wordsIn(host).includes('in network with this insurer'), 'the answer');
      fill(host, { payer: 'EH' });
      await host.updateComplete;
      expect(wordsIn(host)).to.include('not a promise of payment');
      await settle();
      expect(payers.requests).to.have.length(1);
      expect(payers.requests[0].method).to.equal('GET');
      expect(payers.requests[0].url).to.equal(payers.url);
      expect(asked).to.deep.equal([]);
      const loaded = performance
        .getEntriesByType('resource')
        .slice(before) as PerformanceResourceTiming[];
      expect(loaded.filter(({ initiatorType }) => initiatorType === 'fetch')).to.deep.equal([]);
    } finally {
      window.fetch = fetch;
    }
  });

  for (const [written, words] of [
    ['elan cover', 'We’re not in network with this insurer.'],
    ['  Third   Way ', 'With this insurer, it depends on your plan.'],
    ['ejemplo salud', 'We’re usually in network with this insurer.'],
  ] as const)
    it(`knows “${written}”`, async () => {
      const { host } = await open();
      fill(host, { payer: written });
      await until(() => wordsIn(host).includes(words), words);
      expect(all(host, '.network')).to.have.length(1);
      // A session recorder reads text: the answer must not say whom the visitor is insured with.
      expect(inside(host, '.network').textContent).to.not.match(/Élan|Third|Example/);
    });

  it('shows the phone and no button, and says once what is missing', async () => {
    const errors = hear('clinic-error');
    const { host } = await open(undefined, 'phone="+1 555 0100"');
    await settle();
    expect(all(host, '[part="submit"]')).to.have.length(0);
    expect(all(host, '[data-field="memberId"]')).to.have.length(0);
    expect(inside(host, 'a[href="tel:+15550100"]')).to.not.equal(null);
    expect(errors.length).to.be.at.most(1);
  });

  it('sends nothing by Enter either', async () => {
    const submitted = hear('clinic-submit');
    const { host } = await open();
    fill(host, { payer: 'Example Health' });
    const { href } = location;
    inside<HTMLFormElement>(host, 'form').requestSubmit();
    await settle();
    expect(submitted).to.deep.equal([]);
    expect(location.href).to.equal(href);
  });
});

describe('a list of insurers', () => {
  for (const [what, reply] of [
    ['is not there', { status: 404, body: {} }],
    ['is broken', { body: '[{"id":' }],
    ['is an object', { body: { payers: list } }],
    ['is null', { body: 'null' }],
    ['is a web page', { body: '<p>', type: 'text/html' }],
    ['cannot be reached', 'down'],
  ] as [string, Reply][])
    it(`that ${what} leaves the visitor to write the name, with one line`, async () => {
      const { host, payers } = await open(reply, 'sandbox');
      control(host, 'payer').focus();
      await until(() => wordsIn(host).includes('Please type the name.'), 'the hint');
      const lines = complaints();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include(payers.url).and.to.include('payers');
      fill(host, { ...person, payer: 'Some Plan' });
      await submit(host);
      expect(host.matches(':state(sent)')).to.equal(true);
    });

  it('leaves out what is no insurer', async () => {
    const { host } = await open({
      body: [null, 5, {}, { id: 'x' }, { id: 'y', name: ' ' }, { id: 'z', name: 5 }, list[0]],
    });
    control(host, 'payer').focus();
    await until(() => names(host).length > 0, 'the list');
    expect(names(host)).to.deep.equal(['Example Health']);
  });

  it('holds against wrong shapes inside an insurer', async () => {
    const { host } = await open({
      body: [
        { id: 'a', name: 'Alpha', aliases: 5, network: 'maybe' },
        { id: 'b', name: 'Beta', aliases: [5, null, 'B'], network: 7 },
        { id: 'c', name: '<b>Gamma</b>', network: 'in' },
      ],
    });
    control(host, 'payer').focus();
    await until(() => names(host).length === 3, 'the list');
    fill(host, { payer: 'b' });
    await until(() => wordsIn(host).includes('With this insurer, it depends'), 'the answer');
    fill(host, { payer: '<b>Gamma</b>' });
    await until(() => wordsIn(host).includes('in network with this insurer'), 'the answer');
    expect(all(host, 'b'), 'text, not markup').to.have.length(0);
  });

  it('may stand in the clinic file', async () => {
    setUp({ meta: { config: serve({ payers: serve(list) }) } });
    const host = await mount('<insurance-check></insurance-check>');
    await host.clinicSettled;
    await host.updateComplete;
    control(host, 'payer').focus();
    await until(() => names(host).length === 3, 'the list');
    expect(rootOf(host).querySelector('form')).to.not.equal(null);
  });
});

describe('<insurance-check> with an endpoint', () => {
  it('sends the check, says that a person answers, and leads on without a promise', async () => {
    const endpoint = fakeEndpoint({ body: { reference: 'C-1', status: 'pending' } });
    const coverage = hear('clinic-coverage');
    const { host } = await open(undefined, `endpoint="${endpoint.url}"`);
    fill(host, { payer: 'EH' });
    await until(() => wordsIn(host).includes('usually in network'), 'the list');
    const { payer, ...rest } = person;
    expect(payer).to.equal('Example Health');
    fill(host, rest);
    await submit(host);
    expect(endpoint.json().data).to.deep.equal({
      payer: { id: 'p1', name: 'Example Health' },
      memberId: '00123-A',
      givenName: 'Ana',
      familyName: 'Ruiz',
      birthDate: '1985-02-09',
      phone: '555 010 0123',
    });
    expect(wordsIn(host)).to.include('C-1').and.to.include('Someone on our team will contact');
    await until(() => coverage.length === 1, 'clinic-coverage');
    expect(coverage[0]).to.include({ ref: 'C-1', status: 'pending' });
    const opened = hear('clinic-open');
    inside(host, 'button').click();
    expect(opened[0]).to.include({ target: 'appointment-form', ref: 'C-1' });
  });

  it('asks for one way to answer and a member ID, and needs no email', async () => {
    const { host } = await open(undefined, 'sandbox');
    await submit(host);
    const words = wordsIn(host, '[part~="summary"]');
    for (const text of [
      'name of your insurer',
      'member ID',
      'first name',
      'date of birth',
      'phone number or an email',
      'Check the box',
    ])
      expect(words).to.include(text);
  });
});

import { expect } from '@open-wc/testing';
import {
  all,
  chord,
  complaints,
  control,
  fakeEndpoint,
  fill,
  inside,
  mount,
  press,
  rootOf,
  serve,
  settle,
  setUp,
  submit,
  type,
  until,
  wordsIn,
  type Reply,
} from '../support/index.js';
import { manyPayers } from '../support/payers.mjs';
import '../../src/widgets/insurance-check/insurance-check.js';

const list = [
  { id: 'p1', name: 'Example Health', aliases: ['EH', 'Ejemplo Salud'], network: 'in' },
  { id: 'p2', name: 'Élan Cover', network: 'out' },
  { id: 'p3', name: 'Third Way', network: 'ask' },
  { id: 'p4', name: 'Example Dental', network: 'out', states: ['OH'] },
];

const open = async (reply: Reply = { body: list }, attributes = '') => {
  const payers = fakeEndpoint(reply);
  const host = await mount(
    `<insurance-check payers="${payers.url}" ${attributes}><p>Call us.</p></insurance-check>`,
  );
  await until(() => rootOf(host).querySelector('form'), 'the form, in its language');
  return { host, payers, box: control(host, 'payer') };
};
const isOpen = (box: HTMLInputElement) => box.getAttribute('aria-expanded') === 'true';
const shown = (host: Element) =>
  all(host, '[role="option"]').filter((option) => option.checkVisibility());
const offered = (host: Element) => shown(host).map((option) => option.firstChild?.textContent);
const active = (host: Element, box: HTMLInputElement) => {
  const id = box.getAttribute('aria-activedescendant');
  return id ? rootOf(host).getElementById(id)?.firstChild?.textContent : undefined;
};
const others = ['Mine isn’t listed', 'I’m not sure'];

/** The box with the focus and its list there, opened by the keyboard. */
const ready = async (...how: Parameters<typeof open>) => {
  const all = await open(...how);
  all.box.focus();
  await until(() => all.box.role === 'combobox', 'the combobox');
  await until(() => all.payers.requests.length === 1, 'the list');
  await settle();
  return all;
};
const written = (host: Element, box: HTMLInputElement, text: string) =>
  until(() => box.value === text && offered(host).length > 0, `a list for ${text}`);

describe('the box for an insurer', () => {
  it('is a box to write in until somebody comes, and stays the same box', async () => {
    const before = performance.getEntriesByType('resource').length;
    const { host, payers, box } = await open();
    await settle();
    expect(box.getAttribute('role')).to.equal(null);
    expect(payers.requests).to.have.length(0);
    const fetched = performance.getEntriesByType('resource').slice(before);
    expect(fetched.filter(({ name }) => name.includes('payer-combobox/'))).to.deep.equal([]);
    box.focus();
    await type('exa');
    await until(() => isOpen(box), 'the list');
    expect(control(host, 'payer')).to.equal(box);
    expect(rootOf(host).activeElement).to.equal(box);
    expect(box.value, 'not a letter lost').to.equal('exa');
    await until(() => offered(host).includes('Example Health'), 'what was typed meanwhile');
  });

  it('is a combobox with a listbox, by the ARIA pattern', async () => {
    const { host, box } = await ready();
    await type('exam');
    await written(host, box, 'exam');
    const popup = rootOf(host).getElementById(box.getAttribute('aria-controls')!)!;
    expect(popup.getAttribute('role')).to.equal('listbox');
    expect(popup.getAttribute('aria-label')).to.equal('Insurers');
    expect(box.getAttribute('aria-autocomplete')).to.equal('list');
    expect(box.autocomplete).to.equal('off');
    expect(box.labels![0].textContent).to.include('Your insurance company');
    expect(offered(host)).to.deep.equal(['Example Health', 'Example Dental', ...others]);
    expect(active(host, box), 'nothing is chosen for anybody').to.equal(undefined);
    expect(all(host, '[aria-selected="true"]')).to.have.length(0);
  });

  it('is led by the arrows, round to what was written, and Enter takes', async () => {
    const { host, box } = await ready();
    await type('exam');
    await written(host, box, 'exam');
    const way: unknown[] = [];
    for (let steps = 0; steps < 6; steps++) {
      await press('ArrowDown');
      way.push(active(host, box));
    }
    expect(way).to.deep.equal([
      'Example Health',
      'Example Dental',
      ...others,
      undefined,
      'Example Health',
    ]);
    await press('ArrowUp');
    expect(active(host, box)).to.equal(undefined);
    await press('ArrowUp');
    expect(active(host, box)).to.equal('I’m not sure');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(active(host, box)).to.equal('Example Dental');
    await press('ArrowUp');
    expect(active(host, box)).to.equal('Example Health');
    expect(box.value, 'until Enter what was written stands').to.equal('exam');
    await press('Enter');
    expect(isOpen(box)).to.equal(false);
    expect(box.value).to.equal('Example Health');
    // The answer of the clinic's table is there at once, with the focus still in the box.
    await until(() => wordsIn(host).includes('usually in network'), 'the answer');
    expect(rootOf(host).activeElement).to.equal(box);
  });

  it('closes by Escape and keeps what was written; arrows open it, Alt and arrow without a step', async () => {
    const { host, box } = await ready();
    await type('exam');
    await written(host, box, 'exam');
    await press('ArrowDown');
    await press('Escape');
    expect(isOpen(box)).to.equal(false);
    expect(box.value).to.equal('exam');
    expect(box.hasAttribute('aria-activedescendant')).to.equal(false);
    await press('Escape');
    expect(box.value, 'a second one does not erase').to.equal('exam');
    await chord('Alt', 'ArrowDown');
    expect(isOpen(box)).to.equal(true);
    expect(active(host, box)).to.equal(undefined);
    await chord('Alt', 'ArrowUp');
    expect(isOpen(box)).to.equal(false);
    await press('ArrowUp');
    expect(active(host, box)).to.equal('I’m not sure');
  });

  it('leaves Home, End and the sideways arrows to the text', async () => {
    const { host, box } = await ready();
    await type('exam');
    await written(host, box, 'exam');
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      await press('ArrowDown');
      expect(active(host, box), key).to.not.equal(undefined);
      await press(key);
      expect(active(host, box), key).to.equal(undefined);
      expect(isOpen(box)).to.equal(true);
    }
    expect(box.selectionStart).to.equal(4);
  });

  it('takes nothing by Tab, and leaves a list behind closed', async () => {
    const { host, box } = await ready();
    await type('exam');
    await written(host, box, 'exam');
    await press('ArrowDown');
    await press('Tab');
    expect(isOpen(box)).to.equal(false);
    expect(box.value).to.equal('exam');
    expect(rootOf(host).activeElement).to.not.equal(box);
  });

  it('does not send the form by the Enter that ends the search', async () => {
    const endpoint = fakeEndpoint();
    const { host, box } = await ready(undefined, `endpoint="${endpoint.url}"`);
    await type('third way');
    await written(host, box, 'third way');
    await press('Enter');
    expect(isOpen(box)).to.equal(false);
    await until(() => wordsIn(host).includes('it depends on your plan'), 'the answer');
    expect(all(host, '[part~="summary"]')).to.have.length(0);
    await press('Enter');
    await until(() => all(host, '[part~="summary"]').length === 1, 'the errors of the rest');
    expect(endpoint.requests).to.have.length(0);
  });

  it('opens by pressing on it, also when the list comes later, and takes by pressing', async () => {
    let arrive!: (answer: { body: unknown }) => void;
    const { host, box } = await open(new Promise((resolve) => (arrive = resolve)));
    box.focus();
    await until(() => box.role === 'combobox', 'the combobox');
    box.click();
    expect(isOpen(box)).to.equal(true);
    expect(wordsIn(host)).to.include('Loading insurers');
    expect(offered(host)).to.deep.equal(others);
    arrive({ body: list });
    await until(() => offered(host).length === 6, 'the list');
    expect(wordsIn(host)).to.not.include('Loading insurers');
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    shown(host)[1].dispatchEvent(down);
    expect(down.defaultPrevented, 'the focus stays in the box').to.equal(true);
    shown(host)[1].click();
    expect(box.value).to.equal('Élan Cover');
    await until(() => wordsIn(host).includes('not in network'), 'the answer');
  });

  it('tells how many there are, a while after the last key and not of each', async () => {
    const { host, box } = await ready();
    await type('exam');
    await written(host, box, 'exam');
    const told = () => inside(host, '.combobox [role="status"].unseen').textContent;
    expect(told()).to.equal('');
    await until(() => told() !== '', 'the count');
    expect(told()).to.equal('2 insurers found.');
    expect(inside(host, '.combobox [role="status"].unseen').getAttribute('aria-live')).to.equal(
      null,
    );
    await type('ple h');
    await until(() => told() === '1 insurer found.', 'the count of one');
    await press('Escape');
    expect(told()).to.equal('');
  });

  it('sends what was chosen by its id; a letter changed afterwards drops it', async () => {
    const endpoint = fakeEndpoint();
    const { host, box } = await ready(undefined, `endpoint="${endpoint.url}"`);
    await type('dent');
    await written(host, box, 'dent');
    await press('ArrowDown');
    await press('Enter');
    await until(() => wordsIn(host).includes('not in network'), 'the answer');
    await type('x');
    await until(() => !wordsIn(host).includes('not in network'), 'no answer any more');
    fill(host, person);
    await submit(host);
    expect(endpoint.json().data['payer']).to.deep.equal({ name: 'Example Dentalx' });
  });

  for (const [what, drop, again, name] of [
    ['a plan', { selfPay: true }, { selfPay: false }, 'payer'],
    ['a second plan', { secondary: false }, { secondary: true }, 'secondary.payer'],
  ] as const)
    it(`forgets what was chosen for ${what} that was dropped and taken up again, as soon as another is written`, async () => {
      const endpoint = fakeEndpoint();
      const { host } = await ready(undefined, `endpoint="${endpoint.url}"`);
      if (name !== 'payer') {
        fill(host, { payer: 'Third Way', secondary: true });
        await until(() => all(host, `[data-field="${name}"]`).length === 1, 'the second plan');
        control(host, name).focus();
      }
      const choose = async () => {
        await until(() => control(host, name).role === 'combobox', 'the combobox');
        control(host, name).click();
        await until(() => offered(host).includes('Example Dental'), 'the list');
        shown(host)
          .find((option) => option.textContent.startsWith('Example Dental'))!
          .click();
      };
      await choose();
      fill(host, drop);
      await until(() => all(host, `[data-field="${name}"]`).length === 0, 'the end of it');
      fill(host, again);
      await until(() => all(host, `[data-field="${name}"]`).length === 1, 'the box again');
      expect(control(host, name).value).to.equal('Example Dental');
      fill(host, { [name]: 'Some Other Plan' });
      fill(host, person);
      await submit(host);
      const data = endpoint.json().data as Record<string, { payer?: unknown }>;
      const sent = name === 'payer' ? data['payer'] : data['secondary'].payer;
      expect(sent).to.deep.equal({ name: 'Some Other Plan' });
    });

  it('takes what was chosen for no more than it is where a script writes something else', async () => {
    const endpoint = fakeEndpoint();
    const { host, box } = await ready(undefined, `endpoint="${endpoint.url}"`);
    box.click();
    await until(() => offered(host).includes('Example Dental'), 'the list');
    shown(host)[3].click();
    fill(host, { selfPay: true });
    await until(() => all(host, '[data-field="payer"]').length === 0);
    fill(host, { selfPay: false });
    await until(() => all(host, '[data-field="payer"]').length === 1);
    // Nobody comes to the new box: a browser fills it in.
    control(host, 'payer').value = 'Élan Cover';
    fill(host, person);
    await submit(host);
    expect(endpoint.json().data['payer']).to.deep.equal({ id: 'p2', name: 'Élan Cover' });
  });

  it('tells two of one name apart, and sends the one that was chosen', async () => {
    const endpoint = fakeEndpoint();
    const twins = [
      { id: 'tx', name: 'Unity', states: ['TX'], network: 'in' },
      { id: 'oh', name: 'Unity', states: ['OH'], network: 'out' },
    ];
    const { host, box } = await ready({ body: twins }, `endpoint="${endpoint.url}"`);
    await type('unity');
    await written(host, box, 'unity');
    expect(
      shown(host)
        .slice(0, 2)
        .map(({ textContent }) => textContent),
    ).to.deep.equal(['UnityTX', 'UnityOH']);
    expect(wordsIn(host)).to.not.include('network with this insurer');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await until(() => wordsIn(host).includes('not in network'), 'the answer for Ohio');
    fill(host, person);
    await submit(host);
    expect(endpoint.json().data['payer']).to.deep.equal({ id: 'oh', name: 'Unity' });
  });

  it('says which other name was found', async () => {
    const { host, box } = await ready();
    await type('ejemplo');
    await written(host, box, 'ejemplo');
    expect(shown(host)[0].textContent).to.equal('Example HealthEjemplo Salud');
  });
});

const person = {
  memberId: '00123-A',
  givenName: 'Ana',
  familyName: 'Ruiz',
  'birthDate.month': '2',
  'birthDate.day': '9',
  'birthDate.year': '1985',
  phone: '555 010 0123',
  'consent.privacy': true,
};

describe('the two answers that are always there', () => {
  it('“Mine isn’t listed” leads back to writing, and the form goes on with what was written', async () => {
    const endpoint = fakeEndpoint();
    const { host, box } = await ready(undefined, `endpoint="${endpoint.url}"`);
    await type('Small Plan');
    await until(() => wordsIn(host).includes('No insurers match'), 'that there is none');
    expect(offered(host)).to.deep.equal(others);
    await press('ArrowDown');
    await press('Enter');
    expect(isOpen(box)).to.equal(false);
    expect(box.value).to.equal('Small Plan');
    expect(wordsIn(host)).to.include('Type the name as shown on your card');
    expect(rootOf(host).activeElement).to.equal(box);
    fill(host, person);
    await submit(host);
    expect(endpoint.json().data['payer']).to.deep.equal({ name: 'Small Plan' });
  });

  for (const [language, words, help] of [
    ['en', 'I’m not sure', 'we’ll help you find out'],
    ['es', 'No estoy seguro', 'le ayudaremos a averiguarlo'],
  ])
    it(`“${words}” lets the clinic find out, and travels in no language (${language})`, async () => {
      const endpoint = fakeEndpoint();
      const { host, box } = await ready(undefined, `lang="${language}" endpoint="${endpoint.url}"`);
      await press('ArrowUp');
      expect(active(host, box)).to.equal(words);
      await press('Enter');
      expect(box.value).to.equal(words);
      await until(() => wordsIn(host).includes(help), 'what comes next');
      fill(host, person);
      await submit(host);
      expect(endpoint.json().data['payer']).to.deep.equal({ name: 'unknown' });
    });

  it('and what was said of them go when the form is cleared', async () => {
    const { host, box } = await ready(undefined, 'sandbox');
    await press('ArrowUp');
    await press('Enter');
    await until(() => wordsIn(host).includes('we’ll help you find out'), 'what comes next');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => box.value === '', 'an empty form');
    expect(wordsIn(host)).to.not.include('we’ll help you find out');
  });

  it('are not all: who writes an insurer that is not on the list is told to ask, and no more when it is', async () => {
    const { host, box } = await ready();
    const asks = 'We don’t know yet if we’re in network with this insurer';
    await type('Small Plan');
    expect(wordsIn(host)).to.not.include(asks);
    await press('Tab');
    await until(() => wordsIn(host).includes(asks), 'what is said of it');
    box.focus();
    box.select();
    await type('EH');
    expect(wordsIn(host)).to.not.include(asks);
    await press('Tab');
    await until(() => wordsIn(host).includes('usually in network'), 'the answer');
    expect(wordsIn(host)).to.not.include(asks);
  });

  it('is an answer that can be taken back', async () => {
    const endpoint = fakeEndpoint();
    const { host, box } = await ready(undefined, `endpoint="${endpoint.url}"`);
    await press('ArrowUp');
    await press('Enter');
    box.select();
    await type('EH');
    await until(() => !wordsIn(host).includes('we’ll help you find out'), 'no word of it any more');
    fill(host, person);
    await submit(host);
    expect(endpoint.json().data['payer']).to.deep.equal({ id: 'p1', name: 'Example Health' });
  });
});

describe('the list of insurers', () => {
  it('comes once, however often and wherever it is asked for', async () => {
    const payers = fakeEndpoint({ body: list });
    const one = await mount(`<insurance-check payers="${payers.url}"></insurance-check>`);
    const two = await mount(`<insurance-check payers="${payers.url}"></insurance-check>`);
    for (const host of [one, two, one]) {
      control(host, 'payer').focus();
      await until(() => control(host, 'payer').role === 'combobox', 'the combobox');
      control(host, 'payer').click();
      await until(() => offered(host).includes('Third Way'), 'the list');
      control(host, 'payer').blur();
    }
    expect(payers.requests).to.have.length(1);
  });

  it('is asked for again after it did not come, and then serves', async () => {
    const { host, payers, box } = await open(['down', { body: list }] as unknown as Reply);
    box.focus();
    await until(() => wordsIn(host).includes('Please type the name.'), 'the hint');
    box.blur();
    box.focus();
    box.click();
    await until(() => offered(host).includes('Third Way'), 'the list');
    expect(wordsIn(host)).to.not.include('Please type the name.');
    expect(payers.requests).to.have.length(2);
    expect(complaints()).to.have.length(1);
  });

  for (const [what, reply] of [
    ['holds nobody', { body: [] }],
    ['holds nobody of use', { body: [null, 5, 'x', {}, { id: 'x' }, { id: '', name: 'x' }] }],
    ['does not come', 'down'],
    ['is no list', { body: { payers: list } }],
  ] as [string, Reply][])
    it(`that ${what} leaves a box to write in, and the way on for who does not know`, async () => {
      const { host, box } = await open(reply, 'sandbox');
      box.focus();
      await until(() => wordsIn(host).includes('Please type the name.'), 'the hint');
      await type('Some');
      await settle();
      expect(box.value).to.equal('Some');
      expect(offered(host)).to.deep.equal(['I’m not sure']);
      fill(host, { ...person, payer: 'Some Plan' });
      await submit(host);
      expect(host.matches(':state(sent)'), wordsIn(host)).to.equal(true);
      expect(complaints()).to.have.length(1);
    });

  it('that is at no address leaves a box to write in, and the console tells which', async () => {
    const host = await mount(
      '<insurance-check payers="https://[list]/payers" sandbox></insurance-check>',
    );
    control(host, 'payer').focus();
    await until(() => wordsIn(host).includes('Please type the name.'), 'the hint');
    const lines = complaints();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('payers: https://[list]/payers could not be used');
  });

  it('counts of two with one id the first, and leaves out names no answer could carry', async () => {
    const { host, box } = await ready({
      body: [
        { id: 'a', name: 'Alpha', network: 'in' },
        { id: 'a', name: 'Alphabet', network: 'out' },
        { id: 'b', name: 'Alpha '.repeat(40), network: 'in' },
        { id: 'c', name: 'Alphorn', network: 'in' },
      ],
    });
    await type('alp');
    await written(host, box, 'alp');
    expect(offered(host)).to.deep.equal(['Alpha', 'Alphorn', ...others]);
  });

  it('shows markup in a name as the text it is', async () => {
    const name = '<img src=x onerror="window.pwned=1"><b>Bold</b>';
    const { host, box } = await ready({
      body: [{ id: 'm', name, aliases: ['<i>it</i>'], network: 'in' }],
    });
    await type('bold');
    await written(host, box, 'bold');
    expect(offered(host)[0]).to.equal(name);
    await press('ArrowDown');
    await press('Enter');
    expect(box.value).to.equal(name);
    await settle();
    expect(all(host, 'img, b, i')).to.have.length(0);
    expect((window as { pwned?: number }).pwned).to.equal(undefined);
  });

  it('may hold 20,000, and no more than twenty are drawn', async () => {
    const { host, box } = await ready({ body: manyPayers() });
    await type('bcbs fl');
    await until(() => offered(host)[0] === 'Florida Blue', 'the one that is meant');
    expect(all(host, '[role="option"]').length).to.be.at.most(22);
    await press('Escape');
    box.select();
    await type('health');
    await until(() => wordsIn(host).includes('20 of '), 'that there are more');
    expect(offered(host)).to.have.length(22);
  });

  it('may stand in the clinic file, which comes after the focus', async () => {
    setUp({ meta: { config: serve({ payers: list }) } });
    const host = await mount('<insurance-check sandbox></insurance-check>');
    const box = control(host, 'payer');
    box.focus();
    await until(() => box.role === 'combobox', 'the combobox');
    box.click();
    await until(() => offered(host).length === 6, 'the list');
  });

  it('that a page does not have leaves a plain box', async () => {
    const host = await mount('<insurance-check sandbox></insurance-check>');
    const box = control(host, 'payer');
    box.focus();
    await type('Example Health');
    await settle();
    expect(box.role).to.equal(null);
    expect(box.value).to.equal('Example Health');
    expect(complaints()).to.deep.equal([]);
  });
});

describe('what is written or chosen', () => {
  it('stands in the box and in the list, and nowhere in words, titles or attributes', async () => {
    const { host, box } = await ready();
    await type('dent');
    await written(host, box, 'dent');
    await press('ArrowDown');
    await press('Enter');
    await until(() => wordsIn(host).includes('not in network'), 'the answer');
    const outside = [...rootOf(host).querySelectorAll('*')].filter(
      (element) => !element.closest('[role="listbox"]'),
    );
    for (const element of outside) {
      const own = [...element.childNodes].filter((node) => node instanceof Text);
      expect(own.map(({ data }) => data).join()).to.not.match(/dent/i);
      for (const { name, value } of element.attributes)
        expect(value, name).to.not.match(/dent|p4/i);
    }
    expect(host.outerHTML).to.not.match(/dent/i);
  });
});

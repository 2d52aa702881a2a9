import { expect } from '@open-wc/testing';
import {
  complaints,
  fakeEndpoint,
  hear,
  inside,
  mount,
  press,
  rootOf,
  serve,
  setUp,
  settle,
  until,
  type Reply,
} from '../../support/index.js';
import '../../../src/widgets/clinic-faq/clinic-faq.js';
import '../../../src/widgets/appointment-form/appointment-form.js';
import '../../../src/widgets/insurance-check/insurance-check.js';

const answers = `<details id="cost"><summary>What does it cost?</summary><p>It depends.</p></details>
  <details><summary>Does it hurt?</summary><p>No.</p></details>`;
const summaries = (host: Element) =>
  [...host.querySelectorAll('summary')].map((summary) => summary.textContent);

const load = async (reply: Reply | unknown[] | Record<string, unknown>) => {
  const source = fakeEndpoint(reply as Reply);
  const host = await mount(
    `<clinic-faq src="${source.url}"><details><summary>Old</summary><p>Still here.</p></details></clinic-faq>`,
  );
  await until(() => source.requests.length === 1, 'the request');
  await import('../../../src/widgets/clinic-faq/parts/entries.lazy/entries.js');
  await settle();
  return { host, source };
};
const entry = (more: object = {}) => ({ id: 'a', question: 'Why?', answer: 'Because.', ...more });
const one = async (answer: string) =>
  (await load({ body: { entries: [entry({ answer })] } })).host.querySelector('details')!;

describe('<clinic-faq> from its children', () => {
  it('leaves them where they are, in the page', async () => {
    const host = await mount(`<clinic-faq>${answers}</clinic-faq>`);
    expect(summaries(host)).to.deep.equal(['What does it cost?', 'Does it hurt?']);
    expect(rootOf(host).querySelector('slot')!.assignedElements()).to.have.length(2);
    host.querySelector('summary')!.click();
    expect(host.querySelector('details')!.open).to.equal(true);
  });

  it('tells which answer was opened and closed', async () => {
    const heard = hear('clinic-faq-toggle');
    const host = await mount(`<clinic-faq id="faq">${answers}</clinic-faq>`);
    const [first, second] = host.querySelectorAll('details');
    first.open = true;
    await until(() => heard.length === 1, 'the toggle');
    second.open = true;
    await until(() => heard.length === 2, 'the other toggle');
    first.open = false;
    await until(() => heard.length === 3, 'the end');
    const who = { widget: 'clinic-faq', instance: 'faq' };
    expect(heard).to.deep.equal([
      { ...who, entry: 'cost', open: true },
      { ...who, entry: 'does-it-hurt', open: true },
      { ...who, entry: 'cost', open: false },
    ]);
  });

  it('tells nothing of details inside an answer', async () => {
    const heard = hear('clinic-faq-toggle');
    const host = await mount(
      '<clinic-faq><details open><summary>Q</summary><details id="in"><summary>More</summary></details></details></clinic-faq>',
    );
    await settle();
    heard.length = 0;
    host.querySelector<HTMLDetailsElement>('#in')!.open = true;
    await settle();
    expect(heard).to.deep.equal([]);
  });

  it('keeps one open at a time where that is wished', async () => {
    const host = await mount(`<clinic-faq one-open>${answers}</clinic-faq>`);
    const [first, second] = host.querySelectorAll('details');
    first.open = true;
    second.open = true;
    await settle();
    expect([first.open, second.open]).to.deep.equal([false, true]);
    host.setAttribute('one-open', 'false');
    await host.updateComplete;
    first.open = true;
    expect([first.open, second.open]).to.deep.equal([true, true]);
  });

  it('takes a heading of the level the page needs, and none by itself', async () => {
    const host = await mount(
      `<clinic-faq heading="Questions" heading-level="3">${answers}</clinic-faq>`,
    );
    expect(inside(host, '[part="heading"]').outerHTML).to.match(/^<h3 .*Questions<\/h3>$/);
    host.removeAttribute('heading');
    await host.updateComplete;
    expect(rootOf(host).querySelector('[part="heading"]')).to.equal(null);
  });

  it('keeps the focus on its heading through a change of what is in it', async () => {
    const host = await mount(`<clinic-faq heading="Questions">${answers}</clinic-faq>`);
    host.open();
    expect(document.activeElement).to.equal(host);
    host.insertAdjacentHTML('beforeend', '<details><summary>Late</summary>1</details>');
    host.setAttribute('heading', 'Your questions');
    await settle();
    expect(rootOf(host).activeElement!.textContent).to.equal('Your questions');
  });

  it('leaves the page’s own groups of answers alone', async () => {
    const host = await mount(
      '<clinic-faq><details name="own"><summary>A</summary>1</details><details><summary>B</summary>2</details></clinic-faq>',
    );
    const names = () => [...host.querySelectorAll('details')].map(({ name }) => name);
    expect(names()).to.deep.equal(['own', '']);
    host.setAttribute('one-open', '');
    await host.updateComplete;
    expect(names()).to.deep.equal([host.instance, host.instance]);
    host.removeAttribute('one-open');
    await host.updateComplete;
    expect(names()).to.deep.equal(['', '']);
  });

  it('tells nothing of answers that have come open', async () => {
    const heard = hear('clinic-faq-toggle');
    const host = await mount(
      '<clinic-faq><details id="a" open><summary>A</summary>1</details></clinic-faq>',
    );
    host.insertAdjacentHTML('beforeend', '<details id="b" open><summary>B</summary>2</details>');
    await settle();
    expect(heard).to.deep.equal([]);
    host.querySelector('summary')!.click();
    await until(() => heard.length === 1, 'what a visitor does');
    expect(heard[0]).to.include({ entry: 'a', open: false });
  });

  it('shows answers that a copy of a page has kept from a search', async () => {
    const host = await mount(
      '<clinic-faq><details slot="clinic-faq-found"><summary>A</summary>1</details></clinic-faq>',
    );
    expect(host.querySelector('details')!.checkVisibility()).to.equal(true);
  });

  it('shows where the keyboard is, also far down a long list', async () => {
    const host = await mount(
      `<clinic-faq>${'<details><summary>Q</summary>A</details>'.repeat(105)}</clinic-faq>`,
    );
    await import('../../../src/widgets/clinic-faq/parts/reading.lazy/reading.js');
    const rows = [...host.querySelectorAll('summary')];
    for (const at of [97, 102]) {
      rows[at].focus();
      await press('Tab');
      const ring = rows[at + 1];
      expect(document.activeElement).to.equal(ring);
      if (!ring.matches(':focus-visible')) {
        console.info(
          'This engine, driven, shows no ring for Tab: only where the focus is was looked at.',
        );
        continue;
      }
      await until(() => getComputedStyle(ring).outlineWidth === '3px', 'the ring');
      const { outlineOffset } = getComputedStyle(ring);
      const { contentVisibility } = getComputedStyle(ring.parentElement!);
      // What is laid out as it is seen paints nothing outside itself.
      expect(parseFloat(outlineOffset) <= -3, `row ${at + 2}`).to.equal(
        contentVisibility === 'auto',
      );
    }
  });

  it('answers to no second name, and needs no endpoint', async () => {
    const errors = hear('clinic-error');
    await mount(`<clinic-faq>${answers}</clinic-faq>`);
    await settle();
    expect(customElements.get('clinic-clinic-faq')).to.equal(undefined);
    expect([errors, complaints()]).to.deep.equal([[], []]);
  });
});

describe('<clinic-faq> from JSON', () => {
  it('replaces the children', async () => {
    const { host, source } = await load({
      body: { entries: [entry(), entry({ id: 'b', question: 'How?', keywords: 'k' })] },
    });
    expect(source.requests).to.have.length(1);
    expect(summaries(host)).to.deep.equal(['Why?', 'How?']);
    expect(host.querySelector('#a p')!.textContent).to.equal('Because.');
  });

  it('reads paragraphs, lists, emphasis and links', async () => {
    const details = await one(
      'One **strong** and *soft*.\n\n- first\n- [second](/plan)\n\n[Out](https://example.org/x) [Mail](mailto:a@example.org) [Call](tel:+15550100)',
    );
    expect(details.querySelector('strong')!.textContent).to.equal('strong');
    expect(details.querySelector('em')!.textContent).to.equal('soft');
    expect([...details.querySelectorAll('li')].map((li) => li.textContent)).to.deep.equal([
      'first',
      'second',
    ]);
    expect([...details.querySelectorAll('a')].map((a) => a.getAttribute('href'))).to.deep.equal([
      '/plan',
      'https://example.org/x',
      'mailto:a@example.org',
      'tel:+15550100',
    ]);
  });

  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:x',
  ])
    it(`makes no link that runs of ${JSON.stringify(address)}`, async () => {
      const details = await one(`[Click](${address})`);
      const unsafe = [...details.querySelectorAll('a')].filter(
        ({ protocol }) => !['http:', 'https:', 'mailto:', 'tel:', 'sms:'].includes(protocol),
      );
      expect(unsafe).to.deep.equal([]);
      expect(details.textContent).to.include('Click');
    });

  it('shows markup as text', async () => {
    const markup = '<img src=x onerror="parent.hurt=1"><script>parent.hurt=1</script>';
    const { host } = await load({
      body: {
        entries: [
          entry({ question: markup, answer: markup, actions: [{ text: markup, open: 'x' }] }),
        ],
      },
    });
    expect(host.querySelector('img, script')).to.equal(null);
    expect(host.querySelector('summary')!.textContent).to.equal(markup);
    expect(host.querySelector('p')!.textContent).to.equal(markup);
    expect(host.querySelector('button')!.textContent).to.equal(markup);
  });

  it('reads deep and endless marks without falling over', async () => {
    const details = await one(`${'*'.repeat(5000)} ${'**a '.repeat(2000)} ${'[x]('.repeat(2000)}`);
    expect(details.querySelector('summary')!.textContent).to.equal('Why?');
  });

  it('leaves out entries and actions that are none', async () => {
    const { host } = await load({
      body: {
        entries: [
          null,
          7,
          'x',
          {},
          { id: 'q', question: 'No answer' },
          entry({ answer: ['x'] }),
          entry({ actions: [null, {}, { text: 'Go' }, { text: 'Ask', open: 'insurance-check' }] }),
          entry({ id: 'b', actions: 'x' }),
        ],
      },
    });
    expect(summaries(host)).to.deep.equal(['Why?', 'Why?']);
    expect([...host.querySelectorAll('button')].map((b) => b.textContent)).to.deep.equal(['Ask']);
  });

  for (const [what, reply] of [
    ['is not there', { status: 404, body: {} }],
    ['is broken', { body: '{"entries": [', status: 200 }],
    ['is a web page', { body: '<p>', type: 'text/html' }],
    ['is a list', { body: [] }],
    ['is null', { body: 'null' }],
    ['has no entries', { body: { entries: 'x' } }],
    ['cannot be reached', 'down'],
  ] as [string, Reply][])
    it(`keeps its children where the file ${what}, with one line`, async () => {
      const { host, source } = await load(reply);
      await until(() => host.isConnected && summaries(host)[0] === 'Old', 'the children');
      let lines: string[] = [];
      await until(() => (lines = [...lines, ...complaints()]).length > 0, 'the line');
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include(source.url).and.to.include('<clinic-faq> src');
      expect(host.textContent).to.include('Still here.');
    });

  it('comes from the clinic file where there are no children, and not where there are', async () => {
    setUp({ meta: { config: serve({ faq: serve({ entries: [entry()] }) }) } });
    const bare = await mount('<clinic-faq></clinic-faq>');
    const full = await mount(`<clinic-faq>${answers}</clinic-faq>`);
    await until(() => summaries(bare).length === 1, 'the entries');
    expect(summaries(bare)).to.deep.equal(['Why?']);
    expect(summaries(full)).to.have.length(2);
  });
});

describe('an answer that leads to another widget', () => {
  it('opens the insurance check with its service set', async () => {
    const file = {
      services: [
        { id: 'tms', name: 'TMS' },
        { id: 'talk', name: 'Talk therapy' },
      ],
    };
    setUp({ meta: { config: serve(file) } });
    const check = await mount('<insurance-check sandbox></insurance-check>');
    await check.clinicSettled;
    await check.updateComplete;
    const asked = hear('clinic-open');
    const { host } = await load({
      body: {
        entries: [entry({ actions: [{ text: 'Check', open: 'insurance-check', service: 'tms' }] })],
      },
    });
    host.querySelector('details')!.open = true;
    host.querySelector('button')!.click();
    await until(() => asked.length > 0, 'the event');
    await check.updateComplete;
    expect(asked).to.deep.equal([
      {
        widget: 'clinic-faq',
        instance: host.instance,
        target: 'insurance-check',
        service: 'tms',
      },
    ]);
    expect(inside<HTMLInputElement>(check, '[data-field="service"][value="tms"]').checked).to.equal(
      true,
    );
    expect(document.activeElement).to.equal(check);
  });

  it('opens the appointment form with its service set', async () => {
    const services = ['tms', 'talk'].map((id) => ({ id, name: id }));
    setUp({ meta: { config: serve({ services }) } });
    const form = await mount('<appointment-form layout="page" sandbox></appointment-form>');
    await form.clinicSettled;
    await form.updateComplete;
    const { host } = await load({
      body: {
        entries: [
          entry({ actions: [{ text: 'Book', open: 'appointment-form', service: 'talk' }] }),
        ],
      },
    });
    host.querySelector('details')!.open = true;
    await until(() => host.querySelector('button')!.checkVisibility(), 'the button');
    host.querySelector('button')!.click();
    const chosen = () =>
      rootOf(form).querySelector<HTMLInputElement>('[data-field="service"][value="talk"]')?.checked;
    await until(chosen, 'the service');
    expect(document.activeElement).to.equal(form);
  });

  it('works for a button in the page’s own answer', async () => {
    const asked = hear('clinic-open');
    const host = await mount(
      '<clinic-faq><details open><summary>Q</summary><button type="button" data-clinic-open="insurance-check">Go</button></details></clinic-faq>',
    );
    host.querySelector('button')!.click();
    await until(() => asked.length > 0, 'the event');
    expect(asked).to.have.length(1);
    expect(asked[0]).to.not.have.property('service');
  });
});

describe('words by strangers', () => {
  it('get no tools, ids, feet or events, whatever is done to them', async () => {
    const heard = [hear('clinic-faq-toggle'), hear('clinic-open'), hear('clinic-ready')];
    const host = await mount(
      `<div rel="ugc"><clinic-faq endpoint="/x">${answers}<details open><summary>Book</summary><button type="button" data-clinic-open="insurance-check">Go</button></details></clinic-faq></div>`,
    );
    const before = host.innerHTML;
    host.dispatchEvent(new Event('pointerover'));
    host.dispatchEvent(new Event('focusin'));
    host.querySelector('button')!.click();
    host.querySelector('summary')!.click();
    await import('../../../src/widgets/clinic-faq/parts/reading.lazy/reading.js');
    await settle();
    host.querySelector('summary')!.click();
    await settle();
    expect(host.innerHTML).to.equal(before);
    expect(rootOf(host).querySelector('[part]')).to.equal(null);
    expect(heard).to.deep.equal([[], [], []]);
  });
});

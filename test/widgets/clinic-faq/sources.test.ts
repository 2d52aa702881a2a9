import { expect, waitUntil } from '@open-wc/testing';
import {
  complaints,
  fakeEndpoint,
  mount,
  serve,
  setUp,
  settle,
  until,
} from '../../support/index.js';
import '../../../src/widgets/clinic-faq/clinic-faq.js';

const answers = (host: Element) => [
  ...host.querySelectorAll<HTMLDetailsElement>(':scope > details'),
];
const questions = (host: Element) =>
  answers(host).map(({ firstElementChild }) => firstElementChild!.textContent.trim());
const named = (host: Element) =>
  until(() => answers(host).length > 0 && answers(host).every(({ id }) => id), 'the ids');
const ids = (host: Element) => answers(host).map(({ id }) => id);
const faq = (inside: string, attributes = '') =>
  mount(`<clinic-faq ${attributes}>${inside}</clinic-faq>`);

describe('what an editor may write into <clinic-faq>', () => {
  it('a list of terms: each becomes an answer, of the same nodes', async () => {
    let strong: Element | undefined;
    const host = await mount(
      `<clinic-faq><dl><dt id="own">What <b>is</b> TMS?</dt><dd>A <em>quiet</em> treatment.</dd>
        <div><dt>Cost?</dt><dt>Price?</dt><dd><p>It depends.</p></dd><dd>Ask us.</dd></div></dl></clinic-faq>`,
      (widget) => (strong = widget.querySelector('b')!),
    );
    await until(() => answers(host).length === 2, 'the answers');
    expect(questions(host)).to.deep.equal(['What is TMS?', 'Cost? Price?']);
    expect(host.querySelector('b')).to.equal(strong);
    expect(host.querySelector('dl, dt, dd')).to.equal(null);
    expect(answers(host).map((details) => details.textContent.replace(/\s+/g, ' '))).to.deep.equal([
      'What is TMS?A quiet treatment.',
      'Cost? Price?It depends.Ask us.',
    ]);
    await named(host);
    expect(ids(host)).to.deep.equal(['own', 'cost-price']);
  });

  it('headings with what follows them, up to the next heading of their kind', async () => {
    let heading: Element | undefined;
    const host = await mount(
      `<clinic-faq><p>Some words before.</p><h3>Does it hurt?</h3><p>No.</p><ul><li>Never</li></ul><h4>More</h4><p>Still no.</p>
        <h3 id="time">How long?</h3>Twenty minutes.<h2>Other things</h2><p>Not a question.</p></clinic-faq>`,
      (widget) => (heading = widget.querySelector('h3')!),
    );
    await until(() => answers(host).length === 2, 'the answers');
    expect(questions(host)).to.deep.equal(['Does it hurt?', 'How long?']);
    expect(host.querySelector('h3')).to.equal(heading);
    expect(heading!.parentElement!.localName).to.equal('summary');
    expect(answers(host)[0].querySelectorAll('ul, h4, p')).to.have.length(4);
    expect(answers(host)[1].textContent).to.include('Twenty minutes.').and.not.include('Other');
    expect([...host.children].map(({ localName }) => localName)).to.deep.equal([
      'p',
      'details',
      'details',
      'h2',
      'p',
    ]);
    await named(host);
    expect(ids(host)).to.deep.equal(['does-it-hurt', 'time']);
  });

  it('headings below a title, whether or not it has words of its own', async () => {
    for (const words of ['', '<p>What we are asked.</p>']) {
      const host = await faq(
        `<h2>FAQ</h2>${words}<h3>One?</h3><p>1</p><h3>Two?</h3><p>2</p><details><summary>More</summary>3</details>`,
      );
      await until(() => answers(host).length === 2, 'the answers');
      expect(questions(host)).to.deep.equal(['One?', 'Two?']);
      expect(host.querySelector('h2')!.parentElement).to.equal(host);
      expect(answers(host)[1].querySelector('details')).to.not.equal(null);
      host.remove();
    }
  });

  it('headings that have a wrapper each', async () => {
    const host = await faq(
      '<div><h3>One?</h3><p>1</p></div><div><div><h3>Two?</h3><p>2</p></div></div>',
    );
    await until(() => answers(host).length === 2, 'the answers');
    expect(questions(host)).to.deep.equal(['One?', 'Two?']);
    expect(answers(host)[1].textContent).to.equal('Two?2');
  });

  it('a list whose answers hold details or lists of their own', async () => {
    const host = await faq(
      '<dl><dt>One?</dt><dd>1<details><summary>More</summary>x</details></dd><dt>Two?</dt><dd><dl><dt>a</dt><dd>b</dd></dl></dd></dl>',
    );
    await until(() => answers(host).length === 2, 'the answers');
    expect(questions(host)).to.deep.equal(['One?', 'Two?']);
    expect(answers(host)[0].querySelector('details')).to.not.equal(null);
    expect(answers(host)[1].querySelectorAll('dl > dt, dl > dd')).to.have.length(2);
  });

  it('details in the wrappers of a page builder, in their order', async () => {
    const host = await faq(
      `<div class="group"><h3>Money</h3><div><details><summary>One</summary>1</details></div></div>
       <details><summary>Two</summary>2<details><summary>Inner</summary></details></details>
       <section><details><summary>Three</summary>3</details></section>`,
    );
    await until(() => answers(host).length === 3, 'the answers');
    expect(questions(host)).to.deep.equal(['One', 'Two', 'Three']);
    expect(host.querySelector('h3')!.nextElementSibling).to.equal(answers(host)[0]);
  });

  it('stray breaks and paragraphs between them are not shown', async () => {
    const host = await faq(
      `<br><p></p><details><summary>One</summary><br><p>1</p><p></p></details><p>&nbsp;</p><br />
       <details><summary>Two</summary>2</details><p>Read on.</p>`,
    );
    await until(
      () => host.querySelector<HTMLElement>(':scope > p:nth-of-type(2)')?.hidden,
      'the blank paragraph',
    );
    const seen = [...host.children].filter((child) => child.checkVisibility());
    expect(seen.map(({ localName }) => localName)).to.deep.equal(['details', 'details', 'p']);
  });

  it('details come before a list, a list before headings', async () => {
    const both = await faq(
      '<details><summary>One</summary>1</details><dl><dt>Two</dt><dd>2</dd></dl>',
    );
    await settle();
    expect(both.querySelector('dl')).to.not.equal(null);
    const list = await faq('<h3>Title</h3><dl><dt>Two</dt><dd>2</dd></dl><p>After</p>');
    await until(() => answers(list).length === 1, 'the list');
    expect(questions(list)).to.deep.equal(['Two']);
    expect(list.querySelector('h3')!.parentElement).to.equal(list);
  });

  it('nothing of it is touched where only words stand', async () => {
    const host = await faq('<p>Call us with any question.</p><h3>Alone</h3>');
    await settle();
    expect(host.innerHTML).to.equal('<p>Call us with any question.</p><h3>Alone</h3>');
  });

  it('nor where strangers have written it', async () => {
    const host = await mount(
      '<div rel="ugc"><clinic-faq><dl><dt>Q</dt><dd>A</dd></dl></clinic-faq></div>',
    );
    await settle();
    expect(host.querySelector('dl')).to.not.equal(null);
  });

  it('answers that come late', async () => {
    const host = await faq('');
    host.insertAdjacentHTML('beforeend', '<details><summary>Late</summary>1</details>');
    host.insertAdjacentHTML('beforeend', '<details><summary>Later</summary>2</details>');
    await named(host);
    expect(ids(host)).to.deep.equal(['late', 'later']);
    host.insertAdjacentHTML('beforeend', '<div><details><summary>Last</summary>3</details></div>');
    await until(() => answers(host).length === 3, 'the last');
  });
});

describe('a <clinic-faq> that WordPress has emptied', () => {
  const place = async (markup: string) => {
    const host = await mount(`<div>${markup}</div>`);
    await until(() => answers(host).length > 0, 'the answers');
    return host;
  };

  it('takes the answers behind the paragraph in which it stands alone', async () => {
    const host = await place(
      `<p><clinic-faq></clinic-faq></p>\n<details><summary>One</summary>1</details><br>\n<p></p>
       <details><summary>Two</summary>2</details>\n<p>After.</p><details><summary>Not ours</summary></details>`,
    );
    expect(questions(host)).to.deep.equal(['One', 'Two']);
  });

  it('takes those that follow it directly', async () => {
    const host = await place(
      '<clinic-faq></clinic-faq><br><details><summary>One</summary>1</details><h2>End</h2>',
    );
    expect(questions(host)).to.deep.equal(['One']);
  });

  it('takes those behind it also where a break was left inside', async () => {
    const host = await place(
      '<p><clinic-faq><br>\n</clinic-faq></p><details><summary>One</summary>1</details>',
    );
    expect(questions(host)).to.deep.equal(['One']);
  });

  it('takes them in a paragraph although it names a source, until that is there', async () => {
    const host = await place(
      `<p><clinic-faq src="${serve({ entries: [{ id: 'a', question: 'New', answer: 'x' }] })}"></clinic-faq></p><details><summary>Old</summary>1</details>`,
    );
    await until(() => questions(host).join() === 'New', 'the file');
    expect(host.closest('div')!.querySelectorAll('details')).to.have.length(1);
  });

  it('leaves what follows to the page where the clinic file has the questions', async () => {
    setUp({
      meta: {
        config: serve({ faq: serve({ entries: [{ id: 'a', question: 'A', answer: 'B' }] }) }),
      },
    });
    const host = await place(
      '<clinic-faq></clinic-faq><details id="other"><summary>Not ours</summary>1</details>',
    );
    await until(() => questions(host).join() === 'A', 'the questions of the file');
    expect(host.parentElement!.querySelector(':scope > #other')).to.not.equal(null);
  });

  it('looks for them once: a list that is empty later is only empty', async () => {
    const host = await faq('<details><summary>One</summary>1</details>');
    const bare = await faq('');
    for (const each of [host, bare]) {
      each.insertAdjacentHTML('afterend', '<details><summary>Next</summary></details>');
      each.replaceChildren();
      each.requestUpdate();
      await settle();
    }
    expect(answers(bare)).to.deep.equal([]);
  });

  it('takes nothing from behind a paragraph with words, nor where it names a source', async () => {
    const host = await mount(
      '<div><p>Words <clinic-faq></clinic-faq></p><details><summary>One</summary>1</details></div>',
    );
    const other = await mount(
      `<div><clinic-faq src="${serve({ entries: [] })}"></clinic-faq><details><summary>One</summary>1</details></div>`,
    );
    await settle();
    expect([answers(host), answers(other)]).to.deep.equal([[], []]);
  });
});

describe('the address of an answer', () => {
  it('is its own, else the words of the question', async () => {
    const host = await faq(
      `<details id="own"><summary>Any</summary></details>
       <details><summary>¿Cuánto <b>cuesta</b>?</summary></details>
       <details><summary>TMS &amp; “you”: 20–40 min.</summary></details>
       <details><summary>هل هو مؤلم؟</summary></details>
       <details><summary>🙂</summary></details>
       <details><summary>${'word '.repeat(40)}</summary></details>`,
    );
    await named(host);
    expect(ids(host).slice(0, 5)).to.deep.equal([
      'own',
      'cuanto-cuesta',
      'tms-you-20-40-min',
      'هل-هو-مؤلم',
      'answer',
    ]);
    expect(ids(host)[5].length).to.be.lessThan(61);
  });

  it('is told apart where two have the same, and stays when the order changes', async () => {
    const inner = [
      '<details><summary>Cost</summary>1</details>',
      '<details id="cost-2"><summary>Own</summary></details>',
      '<details><summary>Cost</summary>2</details>',
      '<details id="twin"><summary>A</summary></details>',
      '<details id="twin"><summary>B</summary></details>',
    ];
    const host = await faq(inner.join(''));
    await until(() => new Set(ids(host)).size === 5 && !ids(host).includes(''), 'the ids');
    expect(ids(host)).to.deep.equal(['cost', 'cost-2', 'cost-3', 'twin', 'twin-2']);
    host.remove();
    const again = await faq([inner[1], inner[4], inner[0]].join(''));
    await named(again);
    expect(ids(again)).to.deep.equal(['cost-2', 'twin', 'cost']);
  });

  it('takes no more time than the number of answers deserves', async () => {
    const host = await faq('<details id="a"><summary>Q</summary></details>'.repeat(5000));
    const { has } = Set.prototype;
    let asked = 0;
    Set.prototype.has = function (value) {
      asked++;
      return has.call(this, value);
    };
    // A slow engine on a busy machine takes seconds for so many.
    await waitUntil(() => ids(host).at(-1) !== 'a', 'the ids', { timeout: 15_000 });
    Set.prototype.has = has;
    expect(ids(host).at(-1)).to.equal('a-5000');
    expect(asked).to.be.greaterThan(5000).and.lessThan(50_000);
  }).timeout(20_000);

  it('is none that the page has given to something else', async () => {
    const host = await mount(
      '<div><p id="cost"></p><clinic-faq><details><summary>Cost</summary></details></clinic-faq></div>',
    );
    await named(host);
    expect(ids(host)).to.deep.equal(['cost-2']);
  });
});

describe('bad JSON', () => {
  const from = async (entries: unknown) => {
    const host = await mount(`<clinic-faq src="${serve({ entries })}"></clinic-faq>`);
    await until(() => answers(host).length > 0, 'the entries');
    return host;
  };
  const one = { id: 'a', question: 'Why?', answer: 'Because.' };

  it('leaves out questions that nothing answers', async () => {
    const host = await from([
      { ...one, id: 'x', answer: '  \n ' },
      { ...one, id: 'y', question: ' ' },
      { ...one, id: 'z', answer: '', actions: [{ text: 'Ask', open: 'appointment-form' }] },
      one,
    ]);
    expect(ids(host)).to.deep.equal(['z', 'a']);
  });

  it('tells twins apart, and names those that have no id', async () => {
    const host = await from([one, one, { ...one, id: '' }, { ...one, id: '__proto__' }]);
    await until(() => new Set(ids(host)).size === 4 && !ids(host).includes(''), 'the ids');
    expect(ids(host)).to.deep.equal(['a', 'a-2', 'why', '__proto__']);
  });

  it('reads each answer in its own direction', async () => {
    const host = await from([
      { ...one, question: 'هل هو مؤلم؟', answer: 'لا\n\nNo\n\n- نعم' },
      one,
    ]);
    const [rtl, ltr] = answers(host);
    const direction = (element: Element) => getComputedStyle(element).direction;
    expect(direction(rtl.querySelector('summary')!)).to.equal('rtl');
    expect([...rtl.querySelectorAll('p, li')].map(direction)).to.deep.equal(['rtl', 'ltr', 'rtl']);
    expect(direction(ltr.querySelector('summary')!)).to.equal('ltr');
  });

  it('is there in time with thousands of entries and megabytes', async () => {
    const answer = 'Plain words, **strong ones**, [a link](/x) and *more*.\n\n'.repeat(20);
    const entries = Array.from({ length: 4000 }, (_, at) => ({
      id: `e${at}`,
      question: `Question ${at}?`,
      answer,
    }));
    const body = JSON.stringify({ entries });
    expect(body.length).to.be.greaterThan(4_500_000);
    const host = await mount(`<clinic-faq src="${fakeEndpoint({ body }).url}"></clinic-faq>`);
    await until(() => answers(host).length > 0, 'the first entries');
    answers(host)[0].querySelector('summary')!.click();
    expect(answers(host)[0].open).to.equal(true);
    const begun = performance.now();
    while (answers(host).length < 4000 && performance.now() - begun < 25_000) await settle();
    expect(answers(host)).to.have.length(4000);
    expect(answers(host)[0].open, 'the first stays as it is').to.equal(true);
  }).timeout(40_000);

  for (const [what, text] of [
    ['stars', '*'.repeat(200_000)],
    ['brackets', '['.repeat(200_000)],
    ['half links', '[x]('.repeat(50_000)],
    ['nested marks', '**a *b '.repeat(30_000)],
    ['links', '[x](/y) '.repeat(30_000)],
  ] as const)
    it(`takes no more time than the text deserves: ${what}`, async () => {
      const begun = performance.now();
      const host = await from([{ ...one, answer: text }]);
      expect(performance.now() - begun).to.be.lessThan(2500);
      expect(answers(host)[0].textContent.length).to.be.greaterThan(1000);
    });

  it('tells the console once that it cannot be used, and reads the children instead', async () => {
    const host = await mount(
      `<clinic-faq src="${serve({ entries: 'none' })}"><dl><dt>Cost?</dt><dd>Ask.</dd></dl></clinic-faq>`,
    );
    expect(host.querySelector('dl')).to.not.equal(null);
    await until(() => answers(host).length === 1, 'the children');
    expect(questions(host)).to.deep.equal(['Cost?']);
    expect(complaints()).to.have.length(1);
  });

  it('tells the console once that there is no such address, and reads the children instead', async () => {
    const host = await mount(
      '<clinic-faq src="https://[clinic]/faq.json"><dl><dt>Cost?</dt><dd>Ask.</dd></dl></clinic-faq>',
    );
    await until(() => answers(host).length === 1, 'the children');
    const lines = complaints();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('src: https://[clinic]/faq.json could not be used');
  });

  it('takes a star for a mark only where one stands at a word', async () => {
    const host = await from([
      {
        ...one,
        answer:
          '$50* per visit. *Without insurance. 2 * 3 * 4, ** not **, but *this* and **that **.',
      },
    ]);
    expect(answers(host)[0].querySelector('p')!.innerHTML).to.equal(
      '$50* per visit. *Without insurance. 2 * 3 * 4, ** not **, but <em>this</em> and **that **.',
    );
  });

  it('is drawn to its end although the page adds something of its own', async () => {
    const entries = Array.from({ length: 300 }, (_, at) => ({ ...one, id: `e${at}` }));
    const host = await from(entries);
    host.append(document.createElement('p'));
    await until(() => answers(host).length === 300, 'all of them');
    expect(ids(host)).to.deep.equal(entries.map(({ id }) => id));
  });

  it('is not what a slower file says that was named before', async () => {
    let answer!: (reply: object) => void;
    const slow = fakeEndpoint(new Promise<object>((resolve) => (answer = resolve)));
    const host = await mount(`<clinic-faq src="${slow.url}"></clinic-faq>`);
    await until(() => slow.requests.length === 1, 'the request');
    host.setAttribute('src', serve({ entries: [{ ...one, question: 'New?' }] }));
    await until(() => questions(host).join() === 'New?', 'the new one');
    answer({ body: { entries: [{ ...one, question: 'Old?' }] } });
    await settle();
    expect(questions(host)).to.deep.equal(['New?']);
  });

  it('leaves open what was open, and the focus where it was', async () => {
    let answer!: (reply: object) => void;
    const late = fakeEndpoint(new Promise<object>((resolve) => (answer = resolve)));
    const host = await mount(
      `<clinic-faq src="${late.url}"><details id="e40"><summary>Old words</summary>1</details><details><summary>Second?</summary>2</details></clinic-faq>`,
    );
    const [first, second] = answers(host);
    first.open = true;
    second.open = true;
    second.querySelector('summary')!.focus();
    const entries = Array.from({ length: 50 }, (_, at) => ({ ...one, id: `e${at}` }));
    entries[1].question = 'Second?';
    answer({ body: { entries } });
    await until(() => answers(host).length === 50, 'the file');
    expect(answers(host).flatMap(({ open, id }) => (open ? [id] : []))).to.deep.equal([
      'e1',
      'e40',
    ]);
    expect(document.activeElement).to.equal(host.querySelector('#e1 > summary'));
  });

  it('offers no button to a widget that is not there, until it is', async () => {
    const host = await from([{ ...one, actions: [{ text: 'Go', open: 'odd:widget' }] }]);
    const [details] = answers(host);
    const button = host.querySelector('button')!;
    details.open = true;
    await settle();
    expect(button.checkVisibility()).to.equal(false);
    const widget = document.createElement('p');
    widget.id = 'odd:widget';
    host.after(widget);
    details.open = false;
    await settle();
    details.open = true;
    await until(() => button.checkVisibility(), 'the button');
  });

  it('a list in the midst of a paragraph is a list', async () => {
    const host = await from([{ ...one, answer: 'Bring:\n- a card\n- a list\nand yourself' }]);
    const kinds = [...answers(host)[0].children].map(({ localName }) => localName);
    expect(kinds).to.deep.equal(['summary', 'p', 'ul', 'p']);
  });
});

describe('the clinic file’s questions', () => {
  it('give way to a list or headings that stand inside', async () => {
    setUp({
      meta: {
        config: serve({ faq: serve({ entries: [{ id: 'a', question: 'A', answer: 'B' }] }) }),
      },
    });
    const host = await faq('<dl><dt>Mine</dt><dd>Answer</dd></dl>');
    await until(() => answers(host).length === 1, 'the answer');
    await settle();
    expect(questions(host)).to.deep.equal(['Mine']);
  });
});

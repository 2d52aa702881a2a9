import { expect } from '@open-wc/testing';
import {
  all,
  hear,
  inside,
  mount,
  press,
  rootOf,
  serve,
  settle,
  setUp,
  type,
  until,
  wordsIn,
} from '../../support/index.js';
import type { ClinicFaq } from '../../../src/widgets/clinic-faq/clinic-faq.js';
import '../../../src/widgets/clinic-faq/clinic-faq.js';

const four = `
  <details id="tms"><summary>How does TMS work?</summary><p>With a magnet. It costs little time.</p></details>
  <details id="spravato"><summary>Who may have SPRAVATO®?</summary><p>We look at it together.</p></details>
  <details id="cost"><summary>What does it cost?</summary><p>Depends on the <em>in</em>surance.</p></details>
  <details id="es"><summary>¿Atienden en español?</summary><p>Sí, y la evaluación también.</p></details>`;

const shown = (host: Element) =>
  [...host.querySelectorAll<HTMLElement>(':scope > details')]
    .filter((details) => details.checkVisibility())
    .map(({ id }) => id);
const box = (host: Element) => inside<HTMLInputElement>(host, '[part~="search"]');
const said = (host: Element) => wordsIn(host, '[part="status"]');
async function faq(attributes = '', content = four): Promise<ClinicFaq> {
  const host = await mount<ClinicFaq>(`<clinic-faq ${attributes}>${content}</clinic-faq>`);
  await import('../../../src/widgets/clinic-faq/parts/search.lazy/search.js');
  return host;
}
async function look(host: ClinicFaq, words: string) {
  box(host).value = words;
  box(host).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: words }));
  if (words) await until(() => said(host) !== '', 'the search');
  // The letter is painted first.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await settle();
}
/** The words that are marked, as they stand in the page. */
const marks = () => {
  const highlight = (CSS.highlights as Map<string, Iterable<StaticRange>>).get('clinic-faq');
  return [...(highlight ?? [])].map((range) =>
    range.startContainer.nodeValue!.slice(range.startOffset, range.endOffset),
  );
};

describe('the search of <clinic-faq>', () => {
  it('finds as one types, and says how many', async () => {
    const host = await faq();
    await look(host, 'cost');
    expect(shown(host)).to.deep.equal(['tms', 'cost']);
    expect(said(host)).to.equal('2 questions');
    await look(host, 'cost insurance');
    expect(shown(host)).to.deep.equal(['cost']);
    expect(said(host)).to.equal('1 question');
    await look(host, '');
    expect(shown(host)).to.have.length(4);
    expect(said(host)).to.equal('');
    expect(inside(host, '[part="status"]').role).to.equal('status');
  });

  it('has a label, and stands in the closed root', async () => {
    const host = await faq();
    expect(wordsIn(host, '[part="label"]')).to.equal('Search the questions');
    expect(box(host).labels).to.have.length(1);
    expect(host.shadowRoot).to.equal(null);
    expect(box(host).autocomplete).to.equal('off');
  });

  it('asks neither for capitals nor for accents', async () => {
    const host = await faq();
    for (const words of ['ESPAÑOL', 'espanol', 'español', 'Evaluacion'])
      await look(host, words).then(() => expect(shown(host), words).to.deep.equal(['es']));
  });

  it('knows the clinic’s synonyms, in both directions, also before they are written out', async () => {
    setUp({
      meta: {
        config: serve({ synonyms: { 'magnet therapy': 'TMS', esketamine: 'SPRAVATO', odd: 7 } }),
      },
    });
    const host = await faq(
      '',
      `${four}<details id="page"><summary>Esketamine</summary></details><details id="other"><summary>Magnet therapy</summary></details>`,
    );
    await host.clinicSettled;
    for (const [words, found] of [
      ['esketamine', ['spravato', 'page']],
      ['Esket', ['spravato', 'page']],
      ['magnet therapy', ['tms', 'other']],
      ['magnet  THERAPY work', ['tms']],
      ['tms', ['tms', 'other']],
      ['spravato', ['spravato', 'page']],
      ['who esketamine', ['spravato']],
    ] as const) {
      await look(host, words);
      expect(shown(host), words).to.deep.equal(found);
    }
  });

  it('knows keywords', async () => {
    const entries = [
      { id: 'a', question: 'Cost?', answer: 'Some.', keywords: ['copay', 'Médicare'] },
      { id: 'b', question: 'Time?', answer: 'Some.' },
    ];
    const host = await mount<ClinicFaq>(`<clinic-faq src="${serve({ entries })}"></clinic-faq>`);
    await until(() => all(host, '[part~="search"]').length, 'the search');
    await import('../../../src/widgets/clinic-faq/parts/search.lazy/search.js');
    await look(host, 'medicare');
    expect(shown(host)).to.deep.equal(['a']);
  });

  it('leaves nodes and text of the answers as they are, and their order', async () => {
    const host = await faq();
    await until(() => host.querySelector('#tms'), 'the answers');
    const nodes = () => [...host.querySelectorAll('*')];
    const [before, text] = [nodes(), host.textContent];
    await look(host, 'cost');
    expect(nodes()).to.deep.equal(before);
    expect(host.textContent).to.equal(text);
    await look(host, '');
    expect(nodes().map((node) => node.getAttributeNames().join())).to.deep.equal(
      before.map((node) => node.getAttributeNames().join()),
    );
  });

  it('marks what it found, in open answers and in questions', async function () {
    if (!('highlights' in CSS)) {
      console.info('This engine has no CSS.highlights: nothing is marked, all is found.');
      const host = await faq();
      await look(host, 'cost');
      expect(shown(host)).to.have.length(2);
      return;
    }
    const host = await faq();
    const marked = (...words: string[]) =>
      until(() => marks().join() === words.join(), `the marks ${words.join()}`);
    await look(host, 'cost');
    await marked('cost');
    host.querySelector<HTMLDetailsElement>('#tms')!.open = true;
    await until(() => marks().length === 2, 'the mark in the answer');
    await look(host, 'espanol');
    await marked('español');
    await look(host, '');
    await marked();
  });

  it('says what to do where nothing is found', async () => {
    const asked = hear('clinic-open');
    document.body.insertAdjacentHTML('beforeend', '<appointment-form></appointment-form>');
    const host = await faq('phone="+1 555 010 0123"');
    await look(host, 'zebra');
    expect(shown(host)).to.deep.equal([]);
    expect(said(host)).to.equal('No matches');
    expect(wordsIn(host, '[part="none"]')).to.include('different ones');
    expect(inside(host, '[part="none"] a').getAttribute('href')).to.equal('tel:+15550100123');
    inside(host, '[part="none"] button').click();
    expect(asked.map(({ target }) => target)).to.deep.equal(['appointment-form']);
    document.querySelector('body > appointment-form')!.remove();
    await look(host, 'tms');
    expect(inside(host, '[part="none"]').checkVisibility()).to.equal(false);
  });

  it('is emptied by Escape, which goes no further then', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    const host = await faq();
    box(host).focus();
    await type('cost');
    await until(() => shown(host).length === 2, 'the answers');
    await press('Escape');
    await until(() => shown(host).length === 4, 'all answers');
    expect(box(host).value).to.equal('');
    expect(heard).to.deep.equal([]);
    await press('Escape');
    expect(heard).to.deep.equal(['Escape']);
    document.removeEventListener('keydown', listen);
  });

  it('shows no key and no word to the page', async () => {
    const seen: string[] = [];
    const listen = (event: Event) => seen.push(event.type);
    const types = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change'];
    for (const name of types) document.addEventListener(name, listen, true);
    const told = hear('clinic-faq-search');
    const host = await faq();
    box(host).focus();
    await type('cost');
    await until(() => shown(host).length === 2, 'the answers');
    await until(() => told.at(-1)?.results === 2, 'the event');
    for (const name of types) document.removeEventListener(name, listen, true);
    expect(seen).to.deep.equal([]);
    for (const detail of told)
      expect(Object.keys(detail)).to.deep.equal(['widget', 'instance', 'results']);
  });

  it('tells once that it came to rest, when the box is left', async () => {
    const told = hear('clinic-faq-search');
    const host = await faq();
    box(host).focus();
    for (const words of ['c', 'co', 'cos']) await look(host, words);
    box(host).blur();
    expect(told.map(({ results }) => results)).to.deep.equal([2]);
    await look(host, '');
    box(host).blur();
    expect(told).to.have.length(1);
  });

  it('finds among answers that come while it is open', async () => {
    const host = await faq();
    await look(host, 'cost');
    host.insertAdjacentHTML(
      'beforeend',
      '<details id="late"><summary>Late costs</summary></details>',
    );
    await until(() => shown(host).length === 3, 'the late one');
    expect(said(host)).to.equal('3 questions');
    host.querySelector('#tms')!.remove();
    await until(() => said(host) === '2 questions', 'one less');
  });

  it('shows the first of very many, and more as they are scrolled to', async () => {
    const many = Array.from(
      { length: 200 },
      (_, at) => `<details id="q${at}"><summary>Question ${at}</summary>Text</details>`,
    ).join('');
    const host = await faq('', many);
    await look(host, 'question');
    expect(said(host)).to.equal('200 questions');
    const first = shown(host).length;
    expect(first).to.be.lessThan(100).and.greaterThan(10);
    rootOf(host).querySelector('slot[name] + div')!.scrollIntoView();
    await until(() => shown(host).length > first, 'more');
    await look(host, '');
    expect(shown(host)).to.have.length(200);
  });

  it('fills a tall screen', async () => {
    const many = Array.from(
      { length: 150 },
      (_, at) =>
        `<details style="block-size: 4px; overflow: hidden"><summary>Question ${at}</summary></details>`,
    ).join('');
    const host = await faq('', many);
    await look(host, 'question');
    await until(() => shown(host).length === 150, 'all that the screen has room for');
  });

  it('lets a keyboard reach all of very many', async () => {
    const many = Array.from(
      { length: 80 },
      (_, at) => `<details id="q${at}"><summary>Question ${at}</summary>Text</details>`,
    ).join('');
    const host = await faq('', many);
    await look(host, 'question');
    host.querySelector<HTMLElement>('#q0 > summary')!.focus();
    for (let at = 1; at < 80; at++) {
      await press('Tab');
      expect(document.activeElement!.parentElement!.id).to.equal(`q${at}`);
    }
  });

  it('leads the keyboard past what was not found', async () => {
    const host = await faq();
    host.insertAdjacentHTML('afterend', '<button id="after">After</button>');
    await look(host, 'insurance');
    box(host).focus();
    await press('Tab');
    await press('Tab');
    expect(document.activeElement!.parentElement!.id).to.equal('cost');
    await press('Tab');
    expect(document.activeElement!.id).to.equal('after');
  });

  it('reads quotes, dashes and what cannot be seen as a keyboard has them', async () => {
    const host = await faq(
      '',
      `<details id="a"><summary>What if I don’t “feel” it?</summary>1</details>
       <details id="b"><summary>In­sur­ance for 20–40 min</summary>2</details>
       <details id="c"><summary>هَلْ هُوَ مُؤْلِم؟</summary>3</details>`,
    );
    for (const [words, found] of [
      ["don't", ['a']],
      ['don’t', ['a']],
      ['"feel"', ['a']],
      ['insurance', ['b']],
      ['20-40', ['b']],
      ['هل', ['c']],
      ['مؤلم؟', ['c']],
    ] as const) {
      await look(host, words);
      expect(shown(host), words).to.deep.equal(found);
    }
  });

  it('asks for no punctuation at the edge of a word, synonyms included', async () => {
    setUp({ meta: { config: serve({ synonyms: { 'magnet therapy': 'TMS' } }) } });
    const host = await faq('', `${four}<details id="odd"><summary>Really!</summary>?</details>`);
    await host.clinicSettled;
    for (const [words, found] of [
      ['magnet therapy?', ['tms']],
      ['¿español?', ['es']],
      ['cost, insurance.', ['cost']],
      ['!', ['odd']],
    ] as const) {
      await look(host, words);
      expect(shown(host), words).to.deep.equal(found);
    }
  });

  it('goes on where one has no question', async () => {
    const host = await faq('', `${four}<details id="bare">Costs nothing</details>`);
    await look(host, 'cost');
    expect(shown(host)).to.deep.equal(['tms', 'cost', 'bare']);
    await settle();
    await look(host, 'costs nothing');
    expect(shown(host)).to.deep.equal(['bare']);
  });

  it('looks neither at who has reviewed an answer nor at the words of buttons', async () => {
    const entries = [
      {
        id: 'a',
        question: 'Time?',
        answer: 'Some.',
        reviewedBy: 'Dana, MD',
        reviewed: '2026-01-31',
      },
      { id: 'b', question: 'MD?', answer: 'Doctor.', actions: [{ text: 'Some', open: 'x' }] },
    ];
    const host = await mount<ClinicFaq>(`<clinic-faq src="${serve({ entries })}"></clinic-faq>`);
    await until(() => all(host, '[part~="search"]').length, 'the search');
    await import('../../../src/widgets/clinic-faq/parts/search.lazy/search.js');
    await look(host, 'md');
    expect(shown(host)).to.deep.equal(['b']);
    await look(host, 'some');
    expect(shown(host)).to.deep.equal(['a']);
  });

  it('marks all that opens at once, once', async function () {
    if (!('highlights' in CSS)) return expect(CSS).to.not.have.property('highlights');
    const host = await faq();
    await look(host, 'e');
    await import('../../../src/widgets/clinic-faq/parts/reading.lazy/reading.js');
    await until(() => marks().length > 0, 'the marks');
    let walks = 0;
    const { createTreeWalker } = document;
    document.createTreeWalker = function (...given) {
      walks++;
      return createTreeWalker.apply(this, given);
    };
    inside(host, '[part="toggle-all"]').click();
    await until(() => host.querySelectorAll(':scope > [open]').length === 4, 'all open');
    await until(() => walks > 0, 'the marks');
    await settle();
    await settle();
    document.createTreeWalker = createTreeWalker;
    expect(walks).to.be.lessThan(9);
    expect(marks().length).to.be.greaterThan(8);
  });

  it('shows all again when it is emptied, whatever was found and has come meanwhile', async () => {
    const host = await faq('', `${four}<p>Words between</p>`);
    for (const words of ['cost', 'tms', 'zebra', 'español', 'c']) await look(host, words);
    await look(host, '');
    expect(shown(host)).to.have.length(4);
    await look(host, 'cost');
    host.insertAdjacentHTML(
      'beforeend',
      '<details id="late"><summary>Late</summary>1</details><p id="words">Late words</p>',
    );
    await settle();
    await look(host, 'tms');
    await look(host, '');
    await settle();
    expect(shown(host)).to.have.length(5);
    for (const child of host.children) expect(child.getBoundingClientRect().height).to.be.above(9);
    await look(host, 'late');
    expect(shown(host)).to.deep.equal(['late']);
    await look(host, '');
    expect(shown(host)).to.have.length(5);
  });

  it('says what it found in the language of the place', async () => {
    const host = await faq();
    await look(host, 'cost');
    expect(said(host)).to.equal('2 questions');
    host.lang = 'es';
    await until(() => said(host) === '2 preguntas', 'the other language');
  });
});

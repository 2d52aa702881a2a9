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
} from '../support/index.js';
import type { ClinicFaq } from '../../src/widgets/clinic-faq/clinic-faq.js';
import '../../src/widgets/clinic-faq/clinic-faq.js';

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
  await import('../../src/widgets/clinic-faq/search.js');
  return host;
}
async function look(host: ClinicFaq, words: string) {
  box(host).value = words;
  box(host).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: words }));
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
    await import('../../src/widgets/clinic-faq/search.js');
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
    await look(host, 'cost');
    expect(marks()).to.deep.equal(['cost']);
    host.querySelector<HTMLDetailsElement>('#tms')!.open = true;
    await until(() => marks().length === 2, 'the mark in the answer');
    await look(host, 'espanol');
    expect(marks()).to.deep.equal(['español']);
    await look(host, '');
    expect(marks()).to.deep.equal([]);
  });

  it('says what to do where nothing is found', async () => {
    const asked = hear('clinic-open');
    document.body.insertAdjacentHTML('beforeend', '<appointment-form></appointment-form>');
    const host = await faq('phone="+1 555 010 0123"');
    await look(host, 'zebra');
    expect(shown(host)).to.deep.equal([]);
    expect(said(host)).to.equal('None found');
    expect(wordsIn(host, '[part="none"]')).to.include('other words');
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
});

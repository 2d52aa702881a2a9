import { expect } from '@open-wc/testing';
import {
  all,
  fakeEndpoint,
  hear,
  inside,
  isWidget,
  mount,
  serve,
  settle,
  setUp,
  until,
  wordsIn,
} from '../../support/index.js';
import type { ClinicFaq } from '../../../src/widgets/clinic-faq/clinic-faq.js';
import '../../../src/widgets/clinic-faq/clinic-faq.js';

const three = `
  <details id="cost"><summary>What does it cost?</summary><p>It depends. <a id="link" href="#dose">The dose</a>.</p></details>
  <details id="hurt"><summary>Does it hurt?</summary><p>No.</p><h4 id="dose">The dose</h4><p>Small.</p></details>
  <details><summary>How long?</summary><details id="inner"><summary>Really?</summary><p id="deep">Yes.</p></details></details>`;

const answers = (host: Element) => [
  ...host.querySelectorAll<HTMLDetailsElement>(':scope > details'),
];
const open = (host: Element) => answers(host).map((details) => details.open);
/** The FAQ, with what it fetches once somebody reads. */
async function faq(attributes = '', content = three): Promise<ClinicFaq> {
  const host = await mount<ClinicFaq>(`<clinic-faq ${attributes}>${content}</clinic-faq>`);
  host.dispatchEvent(new Event('pointerover'));
  await import('../../../src/widgets/clinic-faq/parts/reading.lazy/reading.js');
  await import('../../../src/widgets/clinic-faq/parts/answer-footer.lazy/answer-footer.js');
  await settle();
  return host;
}
const here = location.href;
const lead = async (hash: string) => {
  location.hash = hash;
  await settle();
};
afterEach(() => history.replaceState(null, '', here));

describe('an address that leads to an answer', () => {
  it('opens it, brings it into view and focuses its question', async () => {
    const host = await faq();
    await lead('#hurt');
    expect(open(host)).to.deep.equal([false, true, false]);
    expect(document.activeElement).to.equal(host.querySelector('#hurt > summary'));
  });

  it('is followed where the page was opened with it, also for entries that come from JSON', async () => {
    await lead('#b');
    const entries = ['a', 'b'].map((id) => ({ id, question: id, answer: 'Text' }));
    const host = await mount(`<clinic-faq src="${serve({ entries })}"></clinic-faq>`);
    await until(() => host.querySelector<HTMLDetailsElement>('#b')?.open, 'the answer');
    expect(document.activeElement).to.equal(host.querySelector('#b > summary'));
  });

  it('is followed into JSON, although the fallback has come open', async () => {
    await lead('#b');
    const told = hear('clinic-faq-toggle');
    const entries = ['a', 'b'].map((id) => ({ id, question: id, answer: 'Text' }));
    let answer!: (reply: object) => void;
    const late = new Promise<object>((resolve) => (answer = resolve));
    const { url } = fakeEndpoint(late);
    const host = await mount(
      `<clinic-faq src="${url}"><details open><summary>Old</summary>1</details></clinic-faq>`,
    );
    host.dispatchEvent(new Event('pointerover'));
    await import('../../../src/widgets/clinic-faq/parts/reading.lazy/reading.js');
    await settle();
    answer({ body: { entries } });
    await until(() => host.querySelector<HTMLDetailsElement>('#b')?.open, 'the answer');
    expect(told.map(({ entry }) => entry)).to.not.include('old');
  });

  it('may be made of the words of the question', async () => {
    await lead('#how-long');
    const host = await mount(`<clinic-faq>${three}</clinic-faq>`);
    await until(() => answers(host)[2].open, 'the answer');
  });

  it('may lead into an answer, through all that is closed around it', async () => {
    const host = await faq();
    await lead('#deep');
    expect(open(host)).to.deep.equal([false, false, true]);
    expect(host.querySelector<HTMLDetailsElement>('#inner')!.open).to.equal(true);
    expect(document.activeElement!.id).to.equal('deep');
  });

  it('may stand in a link of another answer, and be followed again when it is there already', async () => {
    const host = await faq();
    host.querySelector<HTMLElement>('#link')!.click();
    await settle();
    expect(open(host)).to.deep.equal([false, true, false]);
    expect(document.activeElement!.id).to.equal('dose');
    answers(host)[1].open = false;
    host.querySelector<HTMLElement>('#link')!.click();
    await settle();
    expect(open(host)[1]).to.equal(true);
  });

  it('leads to the first of two questions with the same words on one page', async () => {
    const same = '<details><summary>Same?</summary>1</details>';
    const one = await faq('', same);
    await until(() => answers(one)[0].id, 'its id');
    const two = await faq('', same);
    await until(() => answers(two)[0].id === 'same-2', 'the other id');
    await lead('#same');
    expect([open(one), open(two)]).to.deep.equal([[true], [false]]);
  });

  it('leads to an answer without a question', async () => {
    const host = await faq('', '<details id="bare"><p>Words</p></details>');
    await lead('#bare');
    expect(open(host)).to.deep.equal([true]);
    expect(document.activeElement!.id).to.equal('bare');
  });

  it('is not ours where it is another’s, broken, or empty', async () => {
    const host = await faq();
    for (const hash of ['#elsewhere', '#%', '#%E0%A4%A', '#'] as const) await lead(hash);
    expect(open(host)).to.deep.equal([false, false, false]);
  });

  it('is never written by opening an answer, nor anything into the history', async () => {
    const host = await faq();
    const before = [location.href, history.length, JSON.stringify(history.state)];
    for (const details of answers(host)) details.querySelector('summary')!.click();
    await settle();
    expect([location.href, history.length, JSON.stringify(history.state)]).to.deep.equal(before);
  });

  it('finds an answer that a search has hidden', async () => {
    const host = await faq();
    const box = inside<HTMLInputElement>(host, '[part~="search"]');
    box.value = 'hurt';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => wordsIn(host, '[part="status"]') !== '', 'the search');
    await lead('#cost');
    expect(box.value).to.equal('');
    expect(answers(host)[0].checkVisibility()).to.equal(true);
  });
});

describe('the button for all answers', () => {
  const button = (host: Element) => inside(host, '[part="toggle-all"]');

  it('opens them, closes them, and says which', async () => {
    const told = hear('clinic-faq-toggle');
    const host = await faq();
    expect(button(host).textContent).to.equal('Open all');
    button(host).click();
    await until(() => !open(host).includes(false), 'all open');
    await until(() => button(host).textContent === 'Close all', 'the other word');
    button(host).click();
    await until(() => !open(host).includes(true), 'all closed');
    await settle();
    expect(button(host).textContent).to.equal('Open all');
    expect(told, 'nobody has chosen an answer').to.deep.equal([]);
  });

  it('speaks Spanish', async () => {
    const host = await mount(`<div lang="es"><clinic-faq>${three}</clinic-faq></div>`);
    await until(() => all(host, '[part="toggle-all"]').length, 'the button');
    expect(button(host).textContent).to.equal('Abrir todas');
  });

  it('is not there where only one may be open, nor for a single question', async () => {
    const one = await faq('one-open');
    expect(all(one, '[part="tools"]')).to.have.length(1);
    expect(all(one, '[part="toggle-all"]')).to.have.length(0);
    const single = await faq('', '<details><summary>One</summary>1</details>');
    expect(all(single, '[part="tools"]')).to.have.length(0);
  });
});

describe('on paper', () => {
  it('all answers are open, and afterwards as they were', async () => {
    const told = hear('clinic-faq-toggle');
    const host = await faq('one-open');
    answers(host)[1].open = true;
    await settle();
    told.length = 0;
    dispatchEvent(new Event('beforeprint'));
    expect(open(host)).to.deep.equal([true, true, true]);
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));
    expect(open(host)).to.deep.equal([false, true, false]);
    answers(host)[0].open = true;
    expect(open(host)).to.deep.equal([true, false, false]);
    await settle();
    expect(told.map(({ entry }) => entry)).to.not.include('how-long');
  });
});

describe('remember', () => {
  afterEach(() => sessionStorage.clear());
  const reload = (host: ClinicFaq) => {
    host.remove();
    return faq(`id="${host.id}" remember`);
  };

  it('keeps nothing unless the clinic wishes it', async () => {
    const host = await faq('id="plain"');
    host.querySelector('summary')!.click();
    await settle();
    expect(sessionStorage.length).to.equal(0);
  });

  it('opens again what was open, from the first picture on, and tells nobody', async () => {
    const host = await faq('id="kept" remember');
    answers(host)[1].querySelector('summary')!.click();
    answers(host)[2].querySelector('summary')!.click();
    await until(() => sessionStorage.length === 1, 'the storage');
    await settle();
    const told = hear('clinic-faq-toggle');
    const again = await reload(host);
    expect(open(again)).to.deep.equal([false, true, true]);
    answers(again)[1].querySelector('summary')!.click();
    await settle();
    expect(told.map(({ entry, open }) => [entry, open])).to.deep.equal([['hurt', false]]);
    expect(open(await reload(again))).to.deep.equal([false, false, true]);
  });

  it('opens each once: what a visitor then closes stays closed', async () => {
    const store = (id: string, ...open: string[]) =>
      sessionStorage.setItem(`${id}:${location.pathname}`, JSON.stringify(open));
    store('once', 'Does it hurt?', 'Late?');
    const host = await faq('id="once" remember');
    expect(open(host)).to.deep.equal([false, true, false]);
    answers(host)[1].querySelector('summary')!.click();
    await settle();
    host.insertAdjacentHTML('beforeend', '<details><summary>Late?</summary>1</details>');
    await settle();
    expect(open(host)).to.deep.equal([false, false, false, true]);
    host.setAttribute('heading', 'Questions');
    await host.updateComplete;
    expect(open(host)).to.deep.equal([false, false, false, true]);
  });

  it('gives way to an address, where one may be open', async () => {
    sessionStorage.setItem(`both:${location.pathname}`, JSON.stringify(['Late?']));
    const host = await faq('id="both" remember one-open');
    await lead('#hurt');
    host.insertAdjacentHTML('beforeend', '<details><summary>Late?</summary>1</details>');
    await settle();
    expect(open(host)).to.deep.equal([false, true, false, false]);
  });

  it('reads nothing into what somebody else has stored', async () => {
    for (const stored of ['{', '7', 'null', '{"a":1}', '[7,null]']) {
      sessionStorage.setItem(`odd:${location.pathname}`, stored);
      const host = await faq('id="odd" remember');
      expect(open(host)).to.deep.equal([false, false, false]);
      host.remove();
    }
  });
});

describe('the end of an open answer', () => {
  const foot = async (host: Element, id = 'cost') => {
    host.querySelector<HTMLElement>(`#${id} > summary`)!.click();
    await until(() => host.querySelector(`#${id} > [data-clinic-foot]`), 'the foot');
    const element = host.querySelector(`#${id} > [data-clinic-foot]`)!;
    await until(
      () => isWidget(element) && all(element, '[part="copy-link"]').length === 1,
      'its buttons',
    );
    return element;
  };
  const yes = '[part="yes"]';
  const no = '[part="no"]';
  const said = (element: Element) => wordsIn(element, '[part="status"]');

  it('copies a link to it', async () => {
    const written: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void written.push(text) },
    });
    try {
      const end = await foot(await faq());
      inside(end, '[part="copy-link"]').click();
      await until(() => said(end) === 'Link copied', 'the word');
      expect(written).to.deep.equal([`${here.replace(/#.*/, '')}#cost`]);
      expect(location.hash).to.equal('');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('shows the link where the browser has no clipboard', async () => {
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      const end = await foot(await faq());
      inside(end, '[part="copy-link"]').click();
      const box = inside<HTMLInputElement>(end, 'input');
      expect(box.readOnly).to.equal(true);
      expect(box.value).to.match(/#cost$/);
      expect(box.selectionEnd).to.equal(box.value.length);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('asks nothing where there is nowhere to send it to, or the clinic does not wish it', async () => {
    for (const attributes of ['', 'endpoint="/x" feedback="false"', 'endpoint="ftp://x"']) {
      const host = await faq(attributes);
      const end = await foot(host);
      expect(all(end, yes), attributes).to.have.length(0);
      host.remove();
    }
  });

  it('sends which answer and whether it helped, and nothing else', async () => {
    const told = hear('clinic-faq-feedback');
    const endpoint = fakeEndpoint({ status: 201 });
    const host = await faq(`id="vote-1" endpoint="${endpoint.url}"`);
    const end = await foot(host);
    expect(wordsIn(end, '[part="feedback"]')).to.include('Was this helpful?');
    inside(end, yes).click();
    inside(end, yes).click();
    await until(() => said(end) === 'Thank you.', 'the thanks');
    expect(endpoint.requests).to.have.length(1);
    expect(endpoint.requests[0].init.credentials).to.equal('omit');
    const { id, sentAt, ...body } = endpoint.json();
    expect(body).to.deep.equal({
      type: 'faq-feedback',
      version: 1,
      locale: 'en',
      origin: location.origin,
      data: { entry: 'cost', helpful: true },
      consents: [],
    });
    expect([typeof id, typeof sentAt]).to.deep.equal(['string', 'string']);
    expect(told).to.deep.equal([
      { widget: 'clinic-faq', instance: 'vote-1', entry: 'cost', helpful: true },
    ]);
    expect(inside(end, '[part="feedback"]').checkVisibility()).to.equal(false);
  });

  it('asks once for each answer while the page lives', async () => {
    const endpoint = fakeEndpoint({ status: 201 });
    const host = await faq(`id="vote-2" endpoint="${endpoint.url}"`);
    inside(await foot(host), yes).click();
    await until(() => endpoint.requests.length === 1, 'the vote');
    await settle();
    host.innerHTML = three;
    await settle();
    expect(all(await foot(host), yes)).to.have.length(0);
    expect(all(await foot(host, 'hurt'), yes)).to.have.length(1);
  });

  it('leads on where an answer did not help', async () => {
    const asked = hear('clinic-open');
    document.body.insertAdjacentHTML('beforeend', '<appointment-form></appointment-form>');
    const host = await faq(`id="vote-3" phone="+1 555 010 0123" endpoint="${fakeEndpoint().url}"`);
    const end = await foot(host);
    inside(end, no).focus();
    inside(end, no).click();
    await until(() => all(end, '[part="ways"]').length === 1, 'the ways on');
    expect(said(end)).to.include('directly');
    expect(inside(end, '[part="call"]').getAttribute('href')).to.equal('tel:+15550100123');
    inside(end, '[part="book"]').click();
    expect(asked.map(({ target }) => target)).to.deep.equal(['appointment-form']);
    document.querySelector('body > appointment-form')!.remove();
  });

  it('says so where the vote did not arrive, and lets it be tried again', async () => {
    const endpoint = fakeEndpoint([{ status: 403, body: {} }, { status: 201 }]);
    const host = await faq(`id="vote-4" endpoint="${endpoint.url}"`);
    const end = await foot(host);
    inside(end, yes).click();
    await until(() => said(end).includes('didn’t go through'), 'the trouble');
    inside(end, yes).click();
    await until(() => said(end) === 'Thank you.', 'the thanks');
    expect(endpoint.requests[1].body, 'the same, with the same id').to.equal(
      endpoint.requests[0].body,
    );
  });

  it('asks as soon as the clinic file says where to', async () => {
    let answer!: (reply: object) => void;
    const file = fakeEndpoint(new Promise<object>((resolve) => (answer = resolve)));
    setUp({ meta: { config: file.url } });
    const host = await faq('id="vote-7"');
    const end = await foot(host);
    expect(all(end, yes)).to.have.length(0);
    const endpoint = fakeEndpoint({ status: 201 });
    answer({ body: { endpoints: { 'faq-feedback': endpoint.url } } });
    await until(() => all(end, yes).length === 1, 'the question');
    inside(end, yes).click();
    await until(() => endpoint.requests.length === 1, 'the vote');
  });

  it('is filled anew in a copy of the page', async () => {
    const host = await faq(
      'sandbox id="copied"',
      '<details id="cost"><summary>Q</summary><p>A</p><div data-clinic-foot></div></details>',
    );
    const end = await foot(host);
    expect(all(end, yes)).to.have.length(1);
    expect(host.querySelectorAll('[data-clinic-foot]')).to.have.length(1);
  });

  it('asks the endpoint of the clinic file, and sends nothing in the sandbox', async () => {
    const endpoint = fakeEndpoint({ status: 201 });
    setUp({ meta: { config: serve({ endpoints: { 'faq-feedback': endpoint.url } }) } });
    const host = await faq('id="vote-5"');
    await host.clinicSettled;
    inside(await foot(host), yes).click();
    await until(() => endpoint.requests.length === 1, 'the vote');
    const quiet = await faq('id="vote-6" sandbox');
    const end = await foot(quiet);
    inside(end, no).click();
    await until(() => said(end).startsWith('Thanks'), 'the thanks');
    expect(endpoint.requests).to.have.length(1);
  });

  it('tells who has read it over and when', async () => {
    const host = await faq(
      '',
      `<details id="a" data-reviewed-by="Dana Okafor, MD" data-reviewed="2026-10-12"><summary>A</summary>1</details>
       <details id="b" data-reviewed="2026-10-12"><summary>B</summary>1</details>
       <details id="c" data-reviewed-by="Dana Okafor, MD" data-reviewed="soon"><summary>C</summary>1</details>
       <details id="d" data-reviewed="2026-99-99"><summary>D</summary>1</details>`,
    );
    const line = async (id: string) => {
      await foot(host, id);
      return host.querySelector(`#${id} > [data-clinic-reviewed]`)?.textContent;
    };
    expect(await line('a')).to.equal('Reviewed by Dana Okafor, MD, October 12, 2026');
    expect(await line('b')).to.equal('Last reviewed October 12, 2026');
    expect(await line('c')).to.equal('Reviewed by Dana Okafor, MD');
    expect(await line('d')).to.equal(undefined);
  });

  it('stands in JSON too, before anybody opens it', async () => {
    const entry = {
      id: 'j',
      question: 'Q',
      answer: 'A',
      reviewedBy: 'Dr. A',
      reviewed: '2026-01-31',
    };
    const host = await mount(
      `<div lang="es"><clinic-faq src="${serve({ entries: [entry] })}"></clinic-faq></div>`,
    );
    await until(() => host.querySelector('#j'), 'the entry');
    const line = () => host.querySelector('#j > [data-clinic-reviewed]')?.textContent;
    expect(line()).to.equal('Revisado por Dr. A, 31 de enero de 2026');
    expect(document.querySelector('script[type="application/ld+json"]')).to.equal(null);
  });
});

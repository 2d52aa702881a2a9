import { expect } from '@open-wc/testing';
import {
  all,
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
  until,
  wordsIn,
} from '../support/index.js';
import { allMessages } from '../../tools/build/dictionaries.mjs';
import '../../src/index.js';

const english = await allMessages(
  (file: string) => import(`${location.origin}/src/${file}.ts`) as Promise<Record<string, any>>,
);
/** A language that no reader mistakes for English, with all texts. */
const french = Object.fromEntries(
  Object.entries(english).map(([key, text]) => [key, text && `«${text}»`]),
);

/** The texts of a widget that are in English, in its root and in the roots of its parts. */
function englishIn(host: Element): string[] {
  const known = new Set(
    Object.values(english).filter((text) => text !== '' && !text.includes('{')),
  );
  const found: string[] = [];
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      for (const node of element.childNodes)
        if (node instanceof Text && known.has(node.data.trim())) found.push(node.data.trim());
      const label = element.getAttribute('aria-label');
      if (label && known.has(label)) found.push(label);
      try {
        look(rootOf(element));
      } catch {
        // An element without a root.
      }
    }
  };
  look(rootOf(host));
  look(host);
  return found;
}

const configure = (clinic: object) =>
  setUp({ meta: { config: serve({ endpoints: {}, ...clinic }) } });

const inLanguage = async (lang: string, markup: string, more = '') => {
  const host = await mount(`<div lang="${lang}" ${more}>${markup}</div>`);
  await until(() => host.matches(':state(settled)'), 'the widget');
  return host;
};

describe('a language that the clinic file adds with all texts', () => {
  beforeEach(() => {
    complaints();
    configure({ messages: { fr: french } });
  });

  it('is spoken by the newsletter form, its errors, its dialog and its thanks, and goes out as locale', async () => {
    const endpoint = fakeEndpoint({ body: { reference: 'N-1', status: 'check-inbox' } });
    const host = await inLanguage(
      'fr-CA',
      `<newsletter-signup endpoint="${endpoint.url}" display="dialog"></newsletter-signup>`,
    );
    expect(wordsIn(host)).to.include(french['newsletter-signup.heading']);
    host.open();
    await until(() => all(host, 'dialog[open] form').length > 0, 'the dialog');
    await submit(host);
    await until(() => all(host, '[part~="summary"] li').length > 0, 'the errors');
    expect(wordsIn(host)).to.include(french['newsletter-signup.email.required']);
    expect(englishIn(host)).to.deep.equal([]);
    fill(host, { email: 'a@example.org', 'consent.marketing-email': true });
    await submit(host);
    await until(() => all(host, '.sent').length > 0, 'the thanks');
    expect(englishIn(host)).to.deep.equal([]);
    expect(endpoint.json()['locale']).to.equal('fr');
  });

  it('is spoken by the appointment form on one page', async () => {
    const endpoint = fakeEndpoint({ body: { reference: 'A-1', status: 'received' } });
    const host = await inLanguage(
      'fr',
      `<appointment-form endpoint="${endpoint.url}" layout="page"></appointment-form>`,
    );
    expect(englishIn(host)).to.deep.equal([]);
    fill(host, { forWhom: 'other' });
    await submit(host);
    await until(() => all(host, '[part~="summary"] li').length > 3, 'the errors');
    await until(() => all(host, '[data-field="guardian.phone"]').length > 0, 'the guardian');
    fill(host, { reason: 'I want to die' });
    await until(
      () => wordsIn(host).includes(french['appointment-form.care.title']),
      'the signpost',
    );
    expect(englishIn(host)).to.deep.equal([]);
  });

  it('is spoken by the steps of the appointment form, and by its times', async () => {
    const endpoint = fakeEndpoint({ body: {} });
    const slots = serve({
      slots: Array.from({ length: 3 }, (_, at) => ({
        id: `s${at}`,
        from: new Date(Date.now() + (at + 2) * 86_400_000).toISOString(),
        minutes: 30,
      })),
    });
    const host = await inLanguage(
      'fr',
      `<appointment-form endpoint="${endpoint.url}" slots="${slots}"></appointment-form>`,
    );
    fill(host, { forWhom: 'self', newPatient: 'true' });
    expect(wordsIn(host)).to.include('«');
    expect(englishIn(host)).to.deep.equal([]);
  });

  it('is spoken by the insurance check, its list and its notice of an estimate', async () => {
    const endpoint = fakeEndpoint({ body: {} });
    const payers = serve([{ id: 'p1', name: 'Example Health', network: 'in' }]);
    const host = await inLanguage(
      'fr',
      `<insurance-check endpoint="${endpoint.url}" payers="${payers}"></insurance-check>`,
    );
    control(host, 'payer').focus();
    await until(() => control(host, 'payer').getAttribute('role') === 'combobox', 'the list');
    await press('ArrowDown');
    await until(() => all(host, '[role="option"]').length > 2, 'the list');
    expect(englishIn(host)).to.deep.equal([]);
    fill(host, { selfPay: true });
    await until(
      () => wordsIn(host).includes(french['insurance-check.estimate.title']),
      'the estimate',
    );
    expect(englishIn(host)).to.deep.equal([]);
  });

  it('is spoken by the questions and answers, their search and their footers', async () => {
    const endpoint = fakeEndpoint({ body: {} });
    const host = await inLanguage(
      'fr',
      `<clinic-faq endpoint="${endpoint.url}" phone="555-010-0123">
        <details data-reviewed="2026-10-12"><summary>Un?</summary><p>Oui.</p></details>
        <details><summary>Deux?</summary><p>Non.</p></details>
      </clinic-faq>`,
    );
    host.querySelector('details')!.open = true;
    const search = inside<HTMLInputElement>(host, '[part~="search"]');
    search.focus();
    search.value = 'zzz';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => wordsIn(host).includes(french['clinic-faq.search.none']), 'the search');
    await until(() => host.querySelector('[data-clinic-reviewed]'), 'the review line');
    expect(englishIn(host)).to.deep.equal([]);
  });

  afterEach(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(complaints().filter((line) => line.includes('messages.fr'))).to.deep.equal([]);
  });
});

describe('a language in a file of its own', () => {
  it('is fetched once, resolved against the clinic file, and holds the first render', async () => {
    const file = fakeEndpoint({ body: french });
    configure({ messages: { fr: new URL(file.url).pathname } });
    const markup = '<newsletter-signup endpoint="/x"></newsletter-signup>';
    const [one, other] = await Promise.all([inLanguage('fr', markup), inLanguage('fr', markup)]);
    for (const host of [one, other]) {
      expect(wordsIn(host)).to.include(french['newsletter-signup.heading']);
      expect(englishIn(host)).to.deep.equal([]);
    }
    expect(file.requests).to.have.length(1);
  });

  it('is not fetched where nobody needs it', async () => {
    const file = fakeEndpoint({ body: french });
    configure({ messages: { fr: file.url } });
    await inLanguage('es', '<newsletter-signup endpoint="/x"></newsletter-signup>');
    await settle();
    expect(file.requests).to.have.length(0);
  });

  it('is English where the file cannot be had, with one line', async () => {
    complaints();
    const file = fakeEndpoint({ status: 404, body: {} });
    configure({ messages: { fr: file.url } });
    const host = await inLanguage('fr', '<newsletter-signup endpoint="/x"></newsletter-signup>');
    expect(wordsIn(host)).to.include(english['newsletter-signup.heading']);
    const lines = complaints().filter((line) => line.includes('messages.fr'));
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('HTTP 404');
  });
});

describe('a language that lacks texts, written from right to left', () => {
  it('shows English in their place, marked, and counts them in one line', async () => {
    complaints();
    configure({
      messages: {
        ar: { 'newsletter-signup.heading': 'أخبار', 'newsletter-signup.submit': 'اشترك' },
      },
    });
    const markup = '<newsletter-signup endpoint="/x"></newsletter-signup>';
    const host = await inLanguage('ar', markup + markup, 'dir="rtl"');
    const form = inside(host, 'form');
    expect([form.lang, form.dir]).to.deep.equal(['ar', '']);
    const button = inside(host, '[part~="submit"]');
    expect(button.textContent.trim()).to.equal('اشترك');
    const label = inside(host, 'label[for]');
    expect(label.textContent).to.include('Email address');
    await until(() => label.lang === 'en', 'the mark');
    expect([label.lang, label.dir]).to.deep.equal(['en', 'ltr']);
    expect([button.lang, button.dir]).to.deep.equal(['', '']);
    // What is loaded later is marked too.
    await submit(host);
    await until(() => all(host, '[part~="summary"] li').length > 0, 'the errors');
    await until(() => all(host, '[part~="summary"] [lang="en"][dir="ltr"]').length > 0, 'its mark');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const lines = complaints().filter((line) => line.includes('messages.ar'));
    expect(lines).to.have.length(1);
    expect(lines[0])
      .to.match(/lacks \d+ texts/)
      .and.to.include('messages.en.json');
  });
});

describe('a language that nobody has', () => {
  it('is English from left to right, as a whole', async () => {
    setUp({});
    const host = await inLanguage(
      'ar',
      '<newsletter-signup endpoint="/x"></newsletter-signup>',
      'dir="rtl"',
    );
    const form = inside(host, 'form');
    expect([form.lang, form.dir]).to.deep.equal(['en', 'ltr']);
  });

  it('is one that the clinic file leaves out of `languages`', async () => {
    configure({ languages: ['en'] });
    const host = await inLanguage('es', '<newsletter-signup endpoint="/x"></newsletter-signup>');
    await host.clinicSettled;
    await until(
      () => wordsIn(host).includes(english['newsletter-signup.heading']),
      'English instead of Spanish',
    );
  });
});

import { expect } from '@open-wc/testing';
import { html, render } from 'lit/html.js';
import { ClinicElement } from '../../../src/element/index.js';
import type { Coverage } from '../../../src/contract/index.js';
import {
  CoverageCard,
  type CoverageView,
} from '../../../src/widgets/insurance-check/parts/coverage-card.lazy/coverage-card.js';
import { mount, rootOf, settle, until } from '../../support/index.js';

let view: CoverageView;

/** Nothing but a place for the card. */
class CardHost extends ClinicElement {
  readonly #card = new CoverageCard(this);
  protected override draw(root: ShadowRoot) {
    render(html`${this.#card.render(view)}`, root);
  }
}
customElements.define('card-host', CardHost);

const services = [
  { id: 'tms', name: { en: 'TMS therapy', es: 'Terapia de TMS' } },
  { id: 'evaluation', name: 'Evaluation' },
];
const usd = (amount: number) => ({ amount, currency: 'USD' });
const tms = {
  service: 'tms',
  copay: usd(30),
  coinsurance: 0.2,
  deductible: usd(1500),
  deductibleLeft: usd(1120.5),
  priorAuthorization: true,
};
const coverage: Coverage = {
  outcome: 'active',
  network: 'in',
  payer: 'Example Health',
  plan: 'Example Health Gold',
  benefits: [tms],
  asOf: '2026-11-23T15:00:00Z',
  source: 'insurer',
};

const card = async (more: object = {}, around: Partial<CoverageView> = {}, lang = 'en') => {
  view = { coverage: { ...coverage, ...more }, services, headingLevel: 3, ...around };
  const host = await mount(`<card-host lang="${lang}"></card-host>`);
  await settle();
  return rootOf(host);
};
const text = (root: ParentNode) => (root.textContent ?? '').replaceAll(/\s+/g, ' ');
describe('the result card', () => {
  it('says what a visit may cost, each number with its source and date', async () => {
    const root = await card();
    const words = text(root);
    expect(root.querySelector('h3')!.textContent).to.equal('Your plan is active');
    for (const number of ['$30', '20%', '$1,500', '$1,120.50']) expect(words).to.include(number);
    const amounts = [...root.querySelectorAll('dd .amount')];
    expect(amounts).to.have.length(4);
    for (const amount of amounts)
      expect(text(amount.parentElement!)).to.match(/Your insurer, November 23, 2026/);
    expect(words).to.include('TMS therapy');
    expect(words).to.include('Prior authorization');
    expect(words).to.include('isn’t a promise');
    expect(words).to.include('Next step');
  });

  it('never says a number that was not said', async () => {
    const none = await card({ benefits: [{ service: 'tms' }] });
    expect(text(none)).not.to.match(/[$%]|\b0\b/);
    expect(none.querySelectorAll('.amount').length).to.equal(0);
    expect(text(none)).to.include('Not given by your insurer');
    // Without numbers the date and the source stand beside what was said at all.
    expect(text(await card({ benefits: [] })))
      .to.include('didn’t give amounts')
      .and.to.include('Your insurer, November 23, 2026');
    // A zero that was said is one.
    const free = await card({ benefits: [{ service: 'tms', copay: usd(0), coinsurance: 0 }] });
    expect(text(free)).to.include('$0').and.to.include('0%');
  });

  it('says other words in the place of amounts, and that a second plan may change them', async () => {
    const other = text(await card({}, { instead: 'A person tells you.' }));
    expect(other)
      .to.include('A person tells you.')
      .and.not.to.match(/\$|didn’t give amounts|second/);
    const second = text(await card({}, { second: true }));
    expect(second).to.include('Your second plan may change').and.to.include('$30');
  });

  it('shows the chosen service only', async () => {
    const benefits = [
      { service: 'urgent-care', copay: usd(75) },
      tms,
      { service: 'evaluation', copay: usd(55) },
    ];
    const one = text(await card({ benefits }, { service: 'tms' }));
    expect(one)
      .to.include('$30')
      .and.not.to.match(/\$75|\$55/);
    const other = text(await card({ benefits: [benefits[0]] }, { service: 'tms' }));
    expect(other).to.include('didn’t give amounts').and.not.to.include('$75');
    const all = text(await card({ benefits }));
    expect(all).to.include('urgent-care').and.to.include('Evaluation').and.to.include('$75');
    // Other receivers call a service by its name.
    const named = [{ ...tms, service: 'Terapia de TMS' }];
    expect(text(await card({ benefits: named }, { service: 'tms' }))).to.include('$30');
  });

  it('is green for the network only where the clinic’s table says in', async () => {
    expect(text(await card())).to.include('We’re in network');
    for (const network of ['unknown', 'IN', 'IN_NETWORK', true, undefined, ['in']]) {
      const root = await card({ network });
      expect(text(root)).to.include('We haven’t confirmed').and.not.to.include('We’re in network');
      expect(root.querySelectorAll('p.said.yes').length).to.equal(0);
    }
    expect(text(await card({ network: 'out' }))).to.include('not in network');
  });

  it('is kind where the plan is not active, and gives no numbers', async () => {
    const inactive = text(await card({ outcome: 'inactive' }));
    expect(inactive)
      .to.include('isn’t active today')
      .and.to.include('call us')
      .and.not.to.include('$');
  });

  it('names no insurer and no plan', async () => {
    const root = await card({ source: 'Example Health via clearinghouse' });
    expect(text(root)).not.to.match(/Example|Gold/);
    expect(text(root)).to.include('Your insurer, November 23, 2026');
    expect(text(await card({ source: 'Eligibility desk' }))).to.include(
      'Eligibility desk, November 23',
    );
  });

  it('takes nothing for granted', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const hostile = await card({
      source: markup,
      asOf: 'soon',
      benefits: [
        { service: markup, note: markup, copay: { amount: '30', currency: 'USD' } },
        { service: 'a', copay: usd(-1), coinsurance: 20, deductible: usd(1e300) },
        { service: 'b', copay: usd(NaN), deductible: { amount: 5, currency: '<b>' } },
        { service: 'c', note: 'x'.repeat(100_000) },
        null,
        'text',
        ...Array.from({ length: 500 }, () => tms),
      ],
    });
    expect(hostile.querySelector('img')).to.equal(null);
    expect(text(hostile)).to.include(markup).and.to.include('date unknown');
    expect(text(hostile).length).to.be.below(6_000);
    expect(hostile.querySelectorAll('.amounts').length).to.be.at.most(8);
    for (const odd of [
      null,
      undefined,
      7,
      'x',
      [],
      { outcome: 'active' },
      { outcome: 'active', benefits: 'x' },
    ]) {
      view = { coverage: odd as unknown as Coverage, headingLevel: 6 };
      const root = rootOf(await mount('<card-host></card-host>'));
      expect(root.querySelector('h6')).not.to.equal(null);
      expect(root.querySelectorAll('.amount').length).to.equal(0);
    }
  });

  it('takes a day without an hour for that day', async () => {
    expect(text(await card({ asOf: '2026-11-01' }))).to.include('November 1, 2026');
  });

  it('speaks Spanish', async () => {
    const root = await card({}, { service: 'tms' }, 'es-US');
    await until(() => text(root).includes('Su plan está activo'));
    expect(text(root)).to.include('Terapia de TMS').and.to.include('23 de noviembre de 2026');
    expect(text(await card({}, {}, 'es')))
      .to.include('$1,120.50')
      .and.not.to.include('US$');
  });

  it('has its terms in lists that assistive technology reads as such', async () => {
    const root = await card();
    expect(root.querySelectorAll('dt').length).to.equal(5);
    for (const list of root.querySelectorAll('dl'))
      for (const row of list.children)
        expect([...row.children].map((child) => child.localName)).to.eql(['dt', 'dd']);
  });
});

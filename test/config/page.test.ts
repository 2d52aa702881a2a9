import { expect } from '@open-wc/testing';
import { forgetPage, pageSettings } from '../../src/config/page.js';
import { ownScript } from '../../src/config/script.js';
import { setUp } from '../support/index.js';

const placed: Element[] = [];
const place = (markup: string, at: Element = document.body) => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const element = template.content.firstElementChild!;
  at.append(element);
  placed.push(element);
  return element;
};
beforeEach(() => void forgetPage());
afterEach(() => {
  for (const element of placed.splice(0)) element.remove();
});

describe('what the page says', () => {
  it('is nothing at first', () => {
    expect(pageSettings()).to.deep.equal({
      meta: {},
      window: {},
      script: {},
      allow: [],
      inspect: false,
    });
  });

  it('is not read from a meta outside the head, where any author may write', () => {
    place('<meta name="clinic-widgets" data-endpoint="https://evil.example/">');
    expect(pageSettings().meta).to.deep.equal({});
    forgetPage();
    place('<meta name="clinic-widgets" data-endpoint="https://a.example/">', document.head);
    expect(pageSettings().meta).to.deep.equal({ endpoint: 'https://a.example/' });
  });

  it('is not an element that has taken the name of the global', () => {
    const anchor = place('<a id="clinicWidgets" data-endpoint="x" href="/x"></a>');
    expect((globalThis as { clinicWidgets?: unknown }).clinicWidgets).to.equal(anchor);
    expect(pageSettings().window).to.deep.equal({});
  });

  for (const [what, value] of [
    [
      'a class',
      new (class Settings {
        endpoint = '/x';
      })(),
    ],
    ['a list', ['endpoint']],
    ['text', 'endpoint'],
    ['null', null],
    ['a function', () => ({ endpoint: '/x' })],
  ] as const)
    it(`is a plain object only, not ${what}`, () => {
      setUp({ window: value });
      expect(pageSettings().window).to.deep.equal({});
    });

  it('is not what an object inherits', () => {
    setUp({ window: Object.create(null) as object });
    expect(pageSettings().window).to.deep.equal({});
    setUp({ window: JSON.parse('{ "__proto__": { "endpoint": "/x" }, "phone": "1" }') as object });
    expect(pageSettings().window).to.deep.equal({ phone: '1' });
  });

  it('reads the file’s address from the strongest layer that names one', () => {
    setUp({ meta: { config: '/m.json' } });
    expect(pageSettings().config).to.equal(`${location.origin}/m.json`);
    setUp({ window: { config: '/w.json' } });
    expect(pageSettings().config).to.equal(`${location.origin}/w.json`);
    setUp({ script: { config: '/s.json' } });
    expect(pageSettings().config).to.equal(`${location.origin}/s.json`);
  });

  it('reads the list of allowed addresses with commas and white space', () => {
    setUp({ script: { allow: 'https://a.example,https://b.example/x\n /api' } });
    expect(pageSettings().allow).to.deep.equal([
      'https://a.example',
      'https://b.example/x',
      '/api',
    ]);
  });

  it('opens roots by data-inspect on the script', () => {
    setUp({ script: { inspect: '' } });
    expect(pageSettings().inspect).to.equal(true);
  });
});

describe('our own script tag', () => {
  const script = (src: string, data = '') =>
    place(`<script type="text/plain" src="${src}" ${data}></script>`) as HTMLScriptElement;

  it('is found by its name, whatever hash or query it carries', () => {
    for (const src of [
      '/a/clinic-widgets.js',
      '/a/clinic-widgets.js?ver=6.1',
      '/clinic-widgets.4f2a.min.js#x',
      'https://cdn.example/clinic-widgets.classic.js',
    ]) {
      const own = script(src);
      expect(ownScript(), src).to.equal(own);
      own.remove();
    }
  });

  it('is not one that only looks like it', () => {
    for (const src of [
      '/clinic-widgets/other.js',
      '/my-clinic-widgets.js',
      '/other.js?file=/clinic-widgets.js',
      '/other.js#/clinic-widgets.js',
      '/clinic-widgets.css',
    ]) {
      const other = script(src, 'data-endpoint="x"');
      expect(ownScript(), src).to.equal(undefined);
      other.remove();
    }
  });

  it('is the first that carries data, where there are several', () => {
    script('/clinic-widgets.js?ver=1');
    const second = script('/clinic-widgets.js?ver=2', 'data-endpoint="/2"');
    script('/clinic-widgets.js?ver=3', 'data-endpoint="/3"');
    expect(ownScript()).to.equal(second);
  });

  it('is the one with our own address before one that has our name', () => {
    script('/clinic-widgets.js', 'data-endpoint="/named"');
    const exact = script(
      new URL('../../src/config/script.ts', import.meta.url).href,
      'data-endpoint="/exact"',
    );
    expect(ownScript()).to.equal(exact);
  });

  it('is the first, where none carries data', () => {
    const first = script('/clinic-widgets.js?ver=1');
    script('/clinic-widgets.js?ver=2');
    expect(ownScript()).to.equal(first);
  });
});

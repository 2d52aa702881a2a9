/** Each check that stories go through finds what it is there for. */
import { expect } from '@open-wc/testing';
import { audit, unseen } from '../support/audit.js';
import { listenToConsole } from './console.js';
import { canForceColors, flat, forceColors, unmarked } from './forced-colors.js';
import { overlapping, small, unwritten, wide } from './layout.js';

/** A host with a root of its own, placed until the end of the test. */
const place = (markup: string, mode: ShadowRootMode = 'open') => {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode });
  root.innerHTML = markup;
  placed.push(host);
  return { host, root };
};
const placed: Element[] = [];
afterEach(() => placed.splice(0).forEach((host) => host.remove()));

describe('axe', () => {
  // A widget as axe finds it: a button that nobody has named.
  const nameless = '<h2>Heading</h2><button></button>';

  it('refuses a nameless button inside an open root', async () => {
    const { host, root } = place(nameless);
    const result = await audit(host);
    expect(result.violations.join()).to.contain('button-name');
    expect(unseen(root, result)).to.deep.equal([]);
  });

  it('reports what stands in a closed root as unseen', async () => {
    const { host, root } = place(nameless, 'closed');
    const result = await audit(host);
    expect(result.violations).to.deep.equal([]);
    expect(unseen(root, result)).to.deep.equal([
      'button-name: 0 of 1 seen',
      'empty-heading: 0 of 1 seen',
    ]);
  });
});

describe('the layout checks', () => {
  const bad =
    '<button style="width: 30px; height: 30px">x</button><p style="width: 400px">wide</p>';
  const badTwice = () => {
    const { host, root } = place(`${bad}<div></div>`);
    host.style.width = '300px';
    root.lastElementChild!.attachShadow({ mode: 'open' }).innerHTML = bad;
    return { host, root };
  };

  it('find a target that is too small and a box that is too wide, in a root and in a root inside it', () => {
    const { host } = badTwice();
    expect(small(host)).to.have.length(2);
    expect(wide(host)).to.have.length(2);
    expect(overlapping(host)).to.deep.equal([]);
  });

  it('find what lies on something else', () => {
    const { host, root } = badTwice();
    host.style.position = 'relative';
    root.append(document.createElement('button'));
    const over = root.lastElementChild as HTMLElement;
    over.textContent = 'over';
    Object.assign(over.style, {
      position: 'absolute',
      insetBlockStart: '0',
      insetInlineStart: '0',
    });
    expect(overlapping(host)).to.deep.equal(['button and button over']);
  });

  it('find words that nobody has written', () => {
    const { host, root } = badTwice();
    expect(unwritten(host)).to.deep.equal([]);
    root.append('email.label', ' ', document.createElement('b'));
    root.lastElementChild!.textContent = 'We answer {reply}.';
    root.querySelector('p')!.append('search.none');
    expect(unwritten(host)).to.have.members(['search.none', 'We answer {reply}.']);
  });
});

describe('the check of forced colors', () => {
  if (!canForceColors) return void it.skip('(only Chromium can force them)');

  before(async () => {
    await forceColors('active');
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
  });
  after(() => forceColors('none'));

  it('finds what only a background has told apart', () => {
    const { host } = place(
      '<button class="button" style="border: 0; background: green">Send</button>',
    );
    expect(flat(host)).to.deep.equal(['button.button']);
  });

  it('finds a chosen cell that nothing marks', () => {
    const { host } = place('<label class="cell"><input type="radio" checked>Morning</label>');
    expect(unmarked(host)).to.deep.equal(['label.cell']);
  });
});

describe('the check of the console', () => {
  it('hears errors, warnings and what nobody has caught', async () => {
    const { error, warn } = console;
    console.error = console.warn = () => {};
    const listening = listenToConsole();
    const mocha = window.onerror;
    window.onerror = null; // the runner would take the planted error for one of the test
    console.error('planted', 'error');
    console.warn('planted warning');
    window.dispatchEvent(new ErrorEvent('error', { message: 'planted exception' }));
    const promise = Promise.resolve();
    window.dispatchEvent(
      new PromiseRejectionEvent('unhandledrejection', { promise, reason: 'planted rejection' }),
    );
    window.onerror = mocha;
    listening.stop();
    Object.assign(console, { error, warn });
    // The runner says a word of its own about the exception.
    expect(listening.lines).to.include.members([
      'planted error',
      'planted warning',
      'planted exception',
      'planted rejection',
    ]);
  });
});

/** Each story is drawn once, played, and then asked everything: what the console says, axe, layout, and forced colors where they can be forced. */
import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { press, until } from '../../stories/support/visitor.js';
import { audit, unseen } from '../support/audit.js';
import { eachStory, modules } from '../support/stories.js';
import { listenToConsole, type Listening } from './console.js';
import { canForceColors, flat, forceColors, unmarked } from './forced-colors.js';
import { narrowest, overlapping, small, unwritten, wide } from './layout.js';

const desk = { width: 800, height: 600 };
const phone = { width: narrowest, height: 640 };
/** CSS px: where a month of free times has just room. */
const month = { width: 600, height: 640 };

/** Ends when what watches its size has drawn anew. */
const viewport = async (size: { width: number; height: number }) => {
  await setViewport(size);
  await until('the viewport', () => innerWidth === size.width);
  for (let frames = 0; frames < 2; frames++) await nextFrame();
};

/** What stories have had to say so far, mistakes as they are: what has been said once on a page is not said again, and a widget that is gone may still say it. */
const expected = new Set<string>();

/** The console is silent, but for the one line of a story about a mistake. */
const consoleSays = (lines: string[], complaint?: string) => {
  const said = expected.has(complaint ?? '');
  if (complaint) expected.add(complaint);
  const known = (line: string) => [...expected].some((part) => line.includes(part));
  expect(
    lines.filter((line) => !known(line)),
    'on the console',
  ).to.deep.equal([]);
  if (complaint && !said) expect(lines.join(), 'on the console').to.include(complaint);
};

/** Opens a dialog that is closed: nobody sees into it before. */
const openDialog = async (canvas: HTMLElement, root: ShadowRoot) => {
  if (!root.querySelector('dialog:not([open])')) return;
  expect((await audit(canvas)).violations, 'axe, around the dialog').to.deep.equal([]);
  await press(canvas, '[part="open"]');
  await until('the dialog', () => root.querySelector('dialog:modal'));
};

const axe = async (canvas: HTMLElement, root: ShadowRoot) => {
  let result = await audit(canvas);
  // What has come while axe was looking is looked at once more.
  if (unseen(root, result).length > 0) result = await audit(canvas);
  expect(result.violations, 'axe').to.deep.equal([]);
  expect(unseen(root, result), 'not seen by axe').to.deep.equal([]);
};

const layout = (host: Element) => {
  expect(wide(host), 'wider than the widget').to.deep.equal([]);
  expect(small(host), 'too small to press').to.deep.equal([]);
};

const layoutOnPhone = async (host: Element) => {
  const page = document.documentElement;
  // What measures itself draws anew a moment after the window has another size.
  await until('a page that fits', () => page.scrollWidth <= page.clientWidth).catch(() => {});
  expect(page.scrollWidth, 'scrolls sideways').to.be.at.most(page.clientWidth);
  layout(host);
  expect(unwritten(host), 'no words').to.deep.equal([]);
  expect(overlapping(host), 'one on the other').to.deep.equal([]);
};

const colors = async (host: Element) => {
  await forceColors('active');
  try {
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    expect(flat(host), 'flat under forced colors').to.deep.equal([]);
    expect(unmarked(host), 'chosen, and not marked').to.deep.equal([]);
  } finally {
    await forceColors('none');
  }
};

describe('stories', function () {
  this.timeout(30_000);
  let listening: Listening;
  beforeEach(() => void (listening = listenToConsole()));
  afterEach(async () => {
    listening.stop();
    await viewport(desk);
  });

  if (!canForceColors) it.skip('under forced colors (this engine cannot force them)');

  for (const module of modules) {
    const isPicker = module.default.title === 'Slot picker';
    eachStory(module, async (canvas, story) => {
      const host = canvas.querySelector(module.default.component)!;
      const root = host.shadowRoot!;
      await viewport(desk);
      if (isPicker) {
        await viewport(month);
        layout(host);
        await viewport(desk);
      }
      await openDialog(canvas, root);
      await axe(canvas, root);
      await viewport(phone);
      await layoutOnPhone(host);
      if (canForceColors) await colors(host);
      consoleSays(listening.lines, story.parameters?.complaint);
    });
  }
});

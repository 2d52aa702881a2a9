/** With dist/clinic-widgets.css nothing below a widget moves when it becomes ready. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveDemo } from '../../stories/demo/server.mjs';
import { readRoom } from '../../tools/build/room.mjs';
import * as gate from '../../tools/gates/room.mjs';
import { browsers } from '../support/pages.mjs';

/** Runs in the page before its scripts. */
function watch() {
  window.ready = 0;
  document.addEventListener('clinic-ready', () => window.ready++);
}

/** Runs in the page: where it ends, below all widgets. */
const end = () => document.querySelector('footer').getBoundingClientRect().top + scrollY;

describe('room', { skip: !browsers.Chromium && 'needs Chromium' }, () => {
  let browser, server, dataFolder;

  before(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'clinic-widgets-room-'));
    server = await serveDemo({ dataFolder, port: 0, log: () => {} });
    browser = await browsers.Chromium();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    if (dataFolder) rmSync(dataFolder, { recursive: true });
  });

  /** By how many pixels the end of the page moves while the widgets become ready. */
  async function shift(width, { sheet = true } = {}) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.evaluateOnNewDocument(watch);
    await page.setRequestInterception(true);
    let release;
    const held = new Promise((resolve) => (release = resolve));
    page.on('request', async (request) => {
      const url = request.url();
      if (!sheet && url.endsWith('/clinic-widgets.css'))
        return request.respond({ contentType: 'text/css', body: '' });
      // The script comes late, as on a slow phone.
      if (url.endsWith('/clinic-widgets.js')) await held;
      return request.continue();
    });
    const loaded = page.goto(server.url); // which waits for the script
    await page.waitForSelector('footer');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('link[rel="stylesheet"]')].every((link) => link.sheet),
    );
    const before = await page.evaluate(end);
    release();
    await loaded;
    await page.waitForFunction(() => window.ready >= 4, { timeout: 15_000 });
    await page.waitForNetworkIdle();
    const after = await page.evaluate(end);
    await page.close();
    return Math.abs(after - before);
  }

  for (const width of [360, 1280])
    it(`the page does not move at ${width} px`, async () => {
      const moved = await shift(width);
      assert.ok(moved <= 8, `${moved} px`);
    });

  it('control: without the sheet it does', async () => {
    assert.ok((await shift(360, { sheet: false })) > 100);
  });

  it('control: the gate refuses a height that is 9 px off, and a widget that was not measured', async () => {
    const kept = readRoom();
    delete kept['clinic-faq'];
    const { wide } = kept['appointment-form'];
    const off = { ...kept, 'appointment-form': { ...kept['appointment-form'], wide: wide + 9 } };
    const refused = (await gate.check(off)).map((line) => line.replace(/:.*/, ''));
    const all = ['narrow', 'wide', 'above'].map((what) => `clinic-faq, ${what}`);
    assert.deepEqual(refused.toSorted(), ['appointment-form, wide', ...all].toSorted());
  });
});

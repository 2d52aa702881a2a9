/** What a visitor on a slow phone sees of the demo: soon, without anything moving under the thumb, and without a third party. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openClinic } from '../support/clinic.mjs';
import { browsers, serve } from '../support/pages.mjs';

/** Runs in the page before its scripts. */
function watch() {
  window.ready = 0;
  window.shifts = [];
  window.paints = [];
  document.addEventListener('clinic-ready', () => {
    window.ready++;
    window.readyAt = performance.now();
  });
  new PerformanceObserver((list) => {
    for (const { value, startTime, sources } of list.getEntries())
      window.shifts.push({
        value,
        startTime,
        nodes: sources.map(({ node }) => node?.localName ?? ''),
      });
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, element } of list.getEntries())
      window.paints.push({ startTime, element: element?.localName ?? '' });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** A slow phone: a fourth of this machine, 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
async function slow(page) {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

const cls = (shifts) => shifts.reduce((sum, { value }) => sum + value, 0);

if (!browsers.Chromium) console.log('SKIPPED: layout, it is measured by Chromium alone.');
else
  describe('layout', { timeout: 200_000 }, () => {
    let browser, clinic, host;

    before(async () => {
      clinic = await openClinic();
      host = await serve();
      browser = await browsers.Chromium();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
      host?.close();
    });

    async function open(url, { width = 360, phone = false, late, widgets = 4 } = {}) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 740 });
      await page.evaluateOnNewDocument(watch);
      const requests = [];
      page.on('request', (request) =>
        requests.push({ url: request.url(), type: request.resourceType() }),
      );
      if (phone) await slow(page);
      if (late) {
        await page.setRequestInterception(true);
        page.on('request', async (request) => {
          if (request.url().endsWith(late)) await new Promise((on) => setTimeout(on, 1500));
          await request.continue();
        });
      }
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForFunction((wanted) => window.ready >= wanted, { timeout: 20_000 }, widgets);
      await page.waitForNetworkIdle({ idleTime: 300 });
      const seen = await page.evaluate(() => ({ shifts: window.shifts, paints: window.paints }));
      return { page, requests, ...seen };
    }

    for (const path of ['/', '/es'])
      it(`shows ${path} on a slow phone within 1.5 s, in place`, async (test) => {
        const times = [];
        for (let run = 0; run < 3; run++) {
          const { page, paints, shifts } = await open(clinic.url + path, { phone: true });
          times.push(paints.at(-1).startTime);
          assert.equal(cls(shifts), 0, JSON.stringify(shifts));
          await page.close();
        }
        const median = times.sort((one, other) => one - other)[1];
        test.diagnostic(`LCP ${Math.round(median)} ms, of ${times.map(Math.round).join(', ')}`);
        assert.ok(median < 1500, `${median} ms`);
      });

    it('control: a sheet that comes late is seen in the figure', async () => {
      const { page, paints } = await open(`${clinic.url}/`, {
        phone: true,
        late: '/site.css',
      });
      assert.ok(paints.at(-1).startTime > 1500, String(paints.at(-1).startTime));
      await page.close();
    });

    it('asks nobody else, and for one script', async () => {
      const { page, requests } = await open(`${clinic.url}/`);
      // Chromium's own pictures, in its date boxes, are not asked of anybody.
      const asked = requests.filter(({ url }) => !url.startsWith('data:'));
      assert.ok(asked.length > 3);
      for (const { url } of asked) assert.equal(new URL(url).origin, clinic.url, url);
      // Later, when nobody waits, the clinic file is checked by a part of its own.
      const scripts = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry.startTime < window.readyAt && entry.name.endsWith('.js'))
          .map((entry) => entry.name),
      );
      assert.deepEqual(scripts, [`${clinic.url}/dist/clinic-widgets.js`]);
      await page.close();
    });

    for (const path of ['/', '/es', '/privacy', '/first-visit'])
      it(`fits into 320 px: ${path}`, async () => {
        const { page } = await open(clinic.url + path, {
          width: 320,
          widgets: path.length < 4 ? 4 : 0,
        });
        const [inside, window] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          innerWidth,
        ]);
        assert.ok(inside <= window, `${inside} px wide`);
        await page.close();
      });

    /** A page of somebody else's, in view of which the widget stands above a line of text. */
    const plain = (
      head,
    ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width">${head}</head><body><p>Above</p>
<newsletter-signup endpoint="/api/submissions"><p>Call us.</p></newsletter-signup><p id="below">Below</p>
<p>More of the page.</p></body></html>`;
    const module = '<script type="module" src="/dist/clinic-widgets.js?late"></script>';

    /** How often, and how far, the line below the widget moves while the script comes late. */
    async function moves(head, { late = true } = {}) {
      host.pages.set('/', plain(head));
      const page = await browser.newPage();
      await page.setViewport({ width: 360, height: 1500 });
      await page.evaluateOnNewDocument(watch);
      await page.evaluateOnNewDocument(() => {
        window.places = [];
        const look = () => {
          const top = document.querySelector('#below')?.getBoundingClientRect().top;
          if (top !== undefined && top !== window.places.at(-1)) window.places.push(top);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.setRequestInterception(true);
      page.on('request', async (request) => {
        if (late && request.url().includes('?late')) await new Promise((on) => setTimeout(on, 400));
        await request.continue();
      });
      await page.goto(`${host.origin}/`);
      await page.waitForFunction(() => window.ready > 0);
      await new Promise((done) => setTimeout(done, 300));
      const { places, shifts } = await page.evaluate(() => ({
        places: window.places,
        shifts: window.shifts,
      }));
      await page.close();
      return { places, shift: cls(shifts) };
    }

    it('moves nothing where the classic script stands in the head', async () => {
      const { places, shift } = await moves(
        '<script src="/dist/clinic-widgets.classic.js?late"></script>',
      );
      assert.equal(shift, 0);
      assert.equal(places.length, 1, String(places));
    });

    it('control: without the sheet the page moves, and it moves once', async () => {
      const { places, shift } = await moves(module);
      assert.ok(shift > 0, String(shift));
      assert.equal(places.length, 2, String(places));
    });
  });

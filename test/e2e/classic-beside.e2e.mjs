/**
 * The classic script leaves comforts beside it: they must come where the host has them, also from a CDN without CORS headers, and a
 * host that takes one file only must still have widgets that work. The dialog stands for all such parts.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { browsers, serve } from '../support/pages.mjs';

const whole = '/dist/clinic-widgets.classic.js';

const page = (source) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Clinic</title><meta name="clinic-widgets" data-inspect>
<script src="${source}"></script></head>
<body><newsletter-signup display="dialog" endpoint="/api/submissions"><p>Call us.</p></newsletter-signup></body></html>`;

for (const [name, launch] of Object.entries(browsers)) {
  describe(`parts beside the classic script, ${name}`, () => {
    let browser;
    let clinic;
    let cdn;
    let single;

    before(async () => {
      browser = await launch();
      clinic = await serve();
      cdn = await serve({ cors: false });
      single = await serve({
        refuse: (path) => path.startsWith('/dist/') && !path.startsWith(whole),
      });
    });
    after(async () => {
      await browser?.close();
      for (const server of [clinic, cdn, single]) server?.close();
    });

    /** Opens a page with the script from `source`, and tells what its newsletter shows once it shows something. */
    const show = async (site, source) => {
      site.pages.set('/', page(source));
      const tab = await browser.newPage();
      try {
        await tab.goto(`${site.origin}/`);
        await tab.waitForFunction(
          () =>
            document
              .querySelector('newsletter-signup')
              ?.shadowRoot?.querySelector('[part~="open"], [part~="submit"]'),
          { timeout: 10_000 },
        );
        return await tab.evaluate(() => {
          const root = document.querySelector('newsletter-signup').shadowRoot;
          const visible = (selector) =>
            root.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) === true;
          return { opener: visible('[part~="open"]'), form: visible('[part~="submit"]') };
        });
      } finally {
        await tab.close();
      }
    };
    const parts = ({ requests }) => requests.filter((url) => /\/dialog-[^/]+\.js/.test(url));

    it('is without them', () => {
      assert.doesNotMatch(readFileSync(`.${whole}`, 'utf8'), /"\.\/dialog-[^"]+"\(require/);
    });

    it('come from the same host', async () => {
      assert.deepEqual(await show(clinic, whole), { opener: true, form: false });
      assert.equal(parts(clinic).length, 1);
    });

    it('come from a CDN without CORS headers', async () => {
      assert.deepEqual(await show(clinic, cdn.origin + whole), { opener: true, form: false });
      assert.ok(parts(cdn).length >= 1);
    });

    it('may be missing: the form stands in the page instead', async () => {
      assert.deepEqual(await show(single, whole), { opener: false, form: true });
      assert.ok(parts(single).length >= 1);
    });
  });
}

/** A widget that opens over a strict page on a phone: by its button at the corner, with real keys, on a bad line, and to a page of thanks. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { click, heard, openClinic, visit, widget } from '../support/clinic.mjs';
import { browsers, serve } from '../support/pages.mjs';

const body = (cdn, endpoint, attributes) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A long page</title><script type="module" src="${cdn}/dist/clinic-widgets.js" data-inspect></script></head>
<body><h1>A long page</h1>${'<p>Words.</p>'.repeat(60)}<a href="#end" id="end">Home</a>
<newsletter-signup endpoint="${endpoint}" phone="+1 555 010 0123" ${attributes}></newsletter-signup></body></html>`;

/** Runs in the page before its scripts. */
function watch() {
  window.shifts = 0;
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(event.violatedDirective),
  );
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shifts += value;
    }).observe({ type: 'layout-shift', buffered: true });
}

for (const [name, launch] of Object.entries(browsers)) {
  describe(`a widget that opens over the page, in ${name}`, { timeout: 120_000 }, () => {
    const headers = {};
    let browser, clinic, cdn, host;

    before(async () => {
      cdn = await serve();
      host = await serve({ headers });
      clinic = await openClinic({ origins: [host.origin] });
      headers['Content-Security-Policy'] =
        `default-src 'none'; style-src 'none'; script-src ${cdn.origin}; connect-src ${clinic.url}; frame-src 'self'; img-src 'self'; ` +
        `require-trusted-types-for 'script'; trusted-types lit-html`;
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
      for (const server of [cdn, host]) server?.close();
    });

    const open = async (attributes, options) => {
      host.pages.set('/', body(cdn.origin, `${clinic.url}/api/submissions`, attributes));
      host.pages.set('/thanks', '<!doctype html><title>Thanks</title><h1>Thanks</h1>');
      const { page, problems } = await visit(browser, `${host.origin}/`, {
        width: 320,
        height: 600,
        widgets: 1,
        watch,
        ...options,
      });
      return { page, problems, letter: widget(page, 'newsletter-signup') };
    };
    const isOpen = (letter, wanted) => letter.until(wanted ? 'dialog:modal' : 'dialog:not(:modal)');

    it('moves nothing, closes with Escape after a letter, and gives focus and page back', async () => {
      const { page, problems, letter } = await open('display="floating"');
      assert.equal(await page.evaluate(() => window.shifts), 0);
      await letter.press('[part="open"]');
      await isOpen(letter, true);
      assert.match((await letter.focus()).part, /heading/);
      await letter.type('email', 'a');
      await page.keyboard.press('Escape');
      await isOpen(letter, false);
      assert.equal((await letter.focus()).part, 'open');
      // The `close` event, which gives the page back, comes a task after the dialog has closed.
      await page.waitForFunction(
        () => getComputedStyle(document.documentElement).overflow === 'visible',
      );
      const state = await page.evaluate(() => ({
        overflow: getComputedStyle(document.documentElement).overflow,
        sideways: document.documentElement.scrollWidth > innerWidth,
        violations: window.violations,
        style: document.documentElement.getAttribute('style'),
      }));
      assert.deepEqual(state, {
        overflow: 'visible',
        sideways: false,
        violations: [],
        style: null,
      });
      await letter.press('[part="open"]');
      assert.equal(await letter.value('email'), 'a');
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('says on a dead line what is the matter and whom to call, and sends the same once more', async () => {
      const { page, letter } = await open('display="dialog"', { times: 60 });
      await letter.press('[part="open"]');
      await isOpen(letter, true);
      await letter.type('email', 'avery@example.org');
      await letter.tick('consent.marketing-email');
      await page.waitForNetworkIdle();
      const ids = () =>
        page.evaluate(() =>
          window.heard.filter(([type]) => type === 'clinic-submit').map(([, { id }]) => id),
        );
      await page.setOfflineMode(true);
      await letter.submit();
      await heard(page, 'clinic-failed', 'newsletter-signup');
      assert.match(
        await letter.text('[role="status"]'),
        /hasn’t been sent|couldn’t confirm|didn’t get an answer/,
      );
      assert.match(await letter.text('[role="status"]'), /\+1 555 010 0123/);
      await letter.press('[part="close"]');
      await isOpen(letter, false);
      await page.setOfflineMode(false);
      await letter.press('[part="open"]');
      assert.equal(await letter.value('email'), 'avery@example.org');
      await letter.submit();
      await heard(page, 'clinic-submitted', 'newsletter-signup');
      const [first, again] = await ids();
      assert.equal(again, first);
      await page.close();
    });

    it('goes to the page of thanks with nothing in the address, and leaves a page around it alone', async () => {
      const { page } = await open('redirect="/thanks"');
      host.pages.set('/around', '<!doctype html><title>Around</title><iframe src="/"></iframe>');
      await page.goto(`${host.origin}/around`);
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame.waitForFunction(() => {
        // What runs before the scripts of a page does not run in its frames everywhere.
        window.rootOf ??= (host) => host.shadowRoot;
        return document.querySelector('newsletter-signup')?.shadowRoot?.querySelector('form');
      });
      const letter = widget(frame, 'newsletter-signup');
      await letter.set('email', 'avery@example.org');
      await letter.tick('consent.marketing-email');
      await click(await letter.find('[part="submit"]'));
      await frame.waitForFunction(() => location.pathname === '/thanks', { timeout: 20_000 });
      assert.equal(frame.url(), `${host.origin}/thanks`);
      assert.equal(page.url(), `${host.origin}/around`);
      await page.close();
    });
  });
}

/** axe on the demo, in and around the widgets: roots open, because axe sees nothing in closed ones and then finds everything fine. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { openClinic, ready, widget } from '../support/clinic.mjs';
import { browsers } from '../support/pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs in the page before its scripts: every root is open, and remembered for the hands of the tests. */
function openRoots() {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' });
  };
  window.rootOf = (element) => element.shadowRoot;
  window.heard = [];
  document.addEventListener('clinic-ready', (event) =>
    window.heard.push([event.type, event.detail]),
  );
}

/** Runs in the page: what axe says, and how many controls in our roots it had something to say about. */
async function check(standards) {
  const { violations, incomplete, passes } = await window.axe.run(document, {
    runOnly: standards,
    resultTypes: ['violations', 'incomplete', 'passes'],
  });
  const brief = (results) =>
    results.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target }) => target.flat().join(' > ')).join(', ')}`,
    );
  return {
    violations: brief(violations),
    incomplete: brief(incomplete),
    // A target of several parts goes through a root.
    labels: passes
      .filter(({ id }) => id === 'label')
      .flatMap(({ nodes }) => nodes)
      .filter(({ target }) => Array.isArray(target[0])).length,
  };
}

if (!browsers.Chromium) console.log('SKIPPED: axe on the demo, it is run in Chromium alone.');
else
  describe('axe on the demo', { timeout: 200_000 }, () => {
    let browser, clinic;

    before(async () => {
      clinic = await openClinic();
      browser = await browsers.Chromium();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
    });

    async function open(path, width, scheme, { roots = true } = {}) {
      const page = await browser.newPage();
      await page.setBypassCSP(true); // for axe alone, which is a string
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      if (roots) await page.evaluateOnNewDocument(openRoots);
      await page.goto(clinic.url + path, { waitUntil: 'load' });
      if (roots) await ready(page);
      await page.evaluate(axe);
      return page;
    }

    for (const path of ['/', '/es'])
      for (const width of [360, 1280])
        for (const scheme of ['light', 'dark'])
          it(`${path}, ${width} px, ${scheme}: empty, and full of errors`, async () => {
            const page = await open(path, width, scheme);
            const empty = await page.evaluate(check, standards);
            assert.deepEqual(empty.violations, []);
            assert.deepEqual(empty.incomplete, [], 'what axe leaves to a person');
            assert.ok(empty.labels >= 30, `only ${empty.labels} controls in our roots were seen`);

            for (const tag of ['appointment-form', 'insurance-check', 'newsletter-signup']) {
              const form = widget(page, tag);
              await form.submit();
              await form.until('[part="summary"]');
            }
            await page.evaluate(() =>
              document.querySelectorAll('details').forEach((d) => (d.open = true)),
            );
            const wrong = await page.evaluate(check, standards);
            assert.deepEqual(wrong.violations, []);
            assert.deepEqual(wrong.incomplete, [], 'what axe leaves to a person');
            assert.ok(wrong.labels >= 30);
            await page.close();
          });

    for (const path of [
      '/privacy',
      '/es/privacy',
      '/terms',
      '/notice-of-privacy-practices',
      '/first-visit',
    ])
      it(path, async () => {
        const page = await open(path, 1280, 'light', { roots: false });
        assert.deepEqual((await page.evaluate(check, standards)).violations, []);
        await page.close();
      });

    it('control: with closed roots nothing inside is seen', async () => {
      const page = await open('/', 1280, 'light', { roots: false });
      assert.equal((await page.evaluate(check, standards)).labels, 0);
      await page.close();
    });

    it('control: a control without a name in a root is found', async () => {
      const page = await open('/', 1280, 'light');
      await page.evaluate(() => {
        const root = document.querySelector('newsletter-signup').shadowRoot;
        root.querySelector('form').append(document.createElement('input'));
      });
      const { violations } = await page.evaluate(check, standards);
      assert.ok(
        violations.some((line) => line.startsWith('label: newsletter-signup')),
        String(violations),
      );
      await page.close();
    });
  });

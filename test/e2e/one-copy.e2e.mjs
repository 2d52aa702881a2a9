/**
 * One copy runs on a page, whatever its tags look like. WordPress adds `?ver=…` to addresses and plugins include scripts twice;
 * a second copy of Lit renders the first one's templates wrongly, and a second copy of ours loses the clinic's settings.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pkg from '../../package.json' with { type: 'json' };
import { browsers, serve } from '../support/pages.mjs';

const { version } = pkg;
const otherVersion = '99.0.0';

/** The same build under another version: as if another partner had brought an older or newer file. */
function otherBuild() {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-widgets-other-'));
  cpSync('dist', folder, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const code = readFileSync(join(folder, name), 'utf8');
    const build = code.match(/build: "(\w+)"/)?.[1];
    if (!build) continue;
    const changed = code
      .replaceAll(`"${build}"`, '"another1"')
      .replace(`"${version}"`, `"${otherVersion}"`);
    writeFileSync(join(folder, name), changed);
  }
  return folder;
}

const module = (src) => `<script type="module" src="${src}"></script>`;
const classic = (src, how = '') => `<script ${how} src="${src}"></script>`;
const entry = '/dist/clinic-widgets.js';
const whole = '/dist/clinic-widgets.classic.js';
const alone = '/dist/newsletter-signup.js';

/** What a page's tags are, and which versions `clinicWidgets.versions` then names. `cdn` and `other` are other origins. */
const scenarios = ({ cdn, other }) => ({
  'a module': [module(entry)],
  'a module of another origin': [module(cdn + entry)],
  'two tags with two queries': [module(`${entry}?ver=6.1`) + module(`${entry}?ver=6.1.1`)],
  'two origins': [module(`${entry}?ver=6.1`) + module(cdn + entry)],
  'classic in the head': [classic(whole)],
  'classic, deferred': [classic(whole, 'defer')],
  'classic twice': [classic(`${whole}?ver=1`, 'defer') + classic(`${whole}?ver=2`, 'defer')],
  'classic twice, both async': [
    classic(`${whole}?ver=1`, 'async') + classic(`${whole}?ver=2`, 'async'),
  ],
  'classic, then module': [classic(whole) + module(entry)],
  'module, then classic': [module(entry) + classic(whole, 'defer')],
  'one widget alone': [module(alone)],
  'entry, then widget': [module(entry) + module(`${alone}?ver=6.1`)],
  'widget, then entry of another origin': [module(alone) + module(cdn + entry)],
  'classic, then widget': [classic(whole) + module(alone)],
  'two versions': [module(entry) + module(other + entry), [version, otherVersion]],
  'two versions, the other one first': [
    module(other + entry) + module(entry),
    [otherVersion, version],
  ],
  'two versions, the second a widget alone': [
    module(entry) + module(other + alone),
    [version, otherVersion],
  ],
  'two versions, classic': [classic(whole) + classic(other + whole), [version, otherVersion]],
  'a configuration object of the page': [
    `<script src="/dist/settings.js"></script>${module(entry)}`,
    [version],
  ],
});

const page = (tags) => `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><title>Clinic</title><meta name="clinic-widgets" data-inspect>
${tags}</head>
<body><newsletter-signup endpoint="/api/submissions"><p>Call us.</p></newsletter-signup></body></html>`;

/** As strict as a page can be, and what a page then may expect of us: not one report. */
const policy = (...origins) =>
  `default-src 'none'; script-src 'self' ${origins.join(' ')}; style-src 'none'; img-src 'self'; connect-src 'self'; ` +
  `require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`;

/** Runs in the page before its scripts. */
function watch() {
  window.seen = { ready: 0, violations: [], defined: [] };
  document.addEventListener('clinic-ready', () => window.seen.ready++);
  document.addEventListener('securitypolicyviolation', (event) =>
    window.seen.violations.push(
      `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`,
    ),
  );
  const define = CustomElementRegistry.prototype.define;
  CustomElementRegistry.prototype.define = function (tag, ...rest) {
    window.seen.defined.push(tag);
    define.call(this, tag, ...rest);
  };
}

/** Runs in the page. */
function look() {
  const widget = document.querySelector('newsletter-signup');
  return {
    ...window.seen,
    text: widget.shadowRoot?.textContent ?? '',
    lit: globalThis.litHtmlVersions?.length ?? 0,
    element: globalThis.reactiveElementVersions?.length ?? 0,
    versions: window.clinicWidgets?.versions,
  };
}

for (const [name, launch] of Object.entries(browsers)) {
  describe(`one copy per page, in ${name}`, { timeout: 300_000 }, () => {
    let browser, home, cdn, other, folder;
    let lost = new Set();

    before(async () => {
      folder = otherBuild();
      cdn = await serve();
      other = await serve({ folder });
      const headers = { 'Content-Security-Policy': policy(cdn.origin, other.origin) };
      // The first request for a lazy part that `lost` names fails, as on a bad connection.
      home = await serve({
        headers,
        refuse: (url) => [...lost].some((part) => url.includes(part) && lost.delete(part)),
      });
      home.pages.set('/dist/settings.js', `window.clinicWidgets = { phone: '+1 555 0100' };`);
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      for (const server of [home, cdn, other]) server?.close();
      if (folder) rmSync(folder, { recursive: true });
    });

    /** Opens a page with these tags, waits until the widget is ready, and tells what happened. */
    async function visit(tags) {
      home.pages.set('/', page(tags));
      home.requests.length = 0;
      const tab = await browser.newPage();
      const errors = [];
      tab.on('console', (message) => {
        if (['error', 'warn', 'warning'].includes(message.type())) errors.push(message.text());
      });
      tab.on('pageerror', (error) => errors.push(String(error)));
      await tab.evaluateOnNewDocument(watch);
      await tab.goto(`${home.origin}/`, { waitUntil: 'load' });
      await tab.waitForFunction(() => window.seen.ready > 0, { timeout: 10_000 });
      await new Promise((done) => setTimeout(done, 200)); // for a second copy to come and spoil it
      const seen = await tab.evaluate(look);
      const requests = home.requests.filter((url) => url.startsWith('/dist/'));
      return { tab, errors, requests, ...seen };
    }

    const titles = Object.keys(scenarios({ cdn: '', other: '' }));
    for (const title of titles) {
      it(title, async () => {
        const [tags, versions] = scenarios({ cdn: cdn.origin, other: other.origin })[title];
        const seen = await visit(tags);
        assert.deepEqual(seen.errors, [], 'console');
        assert.deepEqual(seen.violations, [], 'policy');
        assert.equal(seen.lit, 1, 'copies of Lit');
        assert.equal(seen.element, 1, 'copies of the element base');
        assert.equal(seen.ready, 1, 'times ready');
        assert.match(seen.text, /Suscribirme/, 'Spanish, which is a lazy part');
        assert.equal(
          new Set(seen.defined).size,
          seen.defined.length,
          `defined twice: ${seen.defined}`,
        );
        if (versions) assert.deepEqual(seen.versions, versions);
        else assert.deepEqual(new Set(seen.versions), new Set([version]));
        await seen.tab.close();
      });
    }

    it('fetches one file for the first render', async () => {
      const { tab, requests } = await visit(module(entry));
      const first = requests.filter((url) => !/\.es-/.test(url));
      assert.deepEqual(first, [entry]);
      await tab.close();
    });

    it('asks again for a lazy part that got lost', async () => {
      lost.add('newsletter-signup.es-');
      const seen = await visit(module(entry));
      assert.equal(lost.size, 0, 'nothing was lost');
      assert.match(seen.text, /Suscribirme/);
      await seen.tab.close();
    });

    it('leaves an element alone that has our global name', async () => {
      home.pages.set(
        '/clobbered',
        page(module(entry)).replace('<body>', '<body><a id="clinicWidgets"></a>'),
      );
      const tab = await browser.newPage();
      await tab.evaluateOnNewDocument(watch);
      await tab.goto(`${home.origin}/clobbered`, { waitUntil: 'load' });
      await tab.waitForFunction(() => window.seen.ready > 0, { timeout: 10_000 });
      assert.equal(await tab.evaluate(() => document.querySelector('a').versions), undefined);
      await tab.close();
    });

    it('control: two copies that do not know of each other are seen', async () => {
      home.pages.set('/dist/forget.js', `delete globalThis[Symbol.for('${pkg.name}')];`);
      const forget = '<script defer src="/dist/forget.js"></script>';
      const { lit, tab } = await visit(
        classic(whole, 'defer') + forget + classic(`${whole}?ver=2`, 'defer'),
      );
      assert.equal(lit, 2);
      await tab.close();
    });
  });
}

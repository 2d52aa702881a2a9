/**
 * A page as strict as a page can be (no styles but adopted ones, no string that becomes markup) has nothing to report about the
 * widgets, from the first render through an error to the thanks. And the demo's own pages, which say the same, have nothing either.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { click, heard, openClinic, pick, soon, visit, widget } from '../support/clinic.mjs';
import { browsers, serve } from '../support/pages.mjs';

const nonce = 'bm90IGEgc2VjcmV0';
const policies = (cdn, endpoint) => {
  const common =
    `default-src 'none'; style-src 'none'; connect-src ${endpoint}; img-src 'self'; base-uri 'none'; form-action 'none'; ` +
    `require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`;
  return {
    'script-src by nonce': `${common}; script-src 'nonce-${nonce}' 'strict-dynamic'`,
    'script-src by host': `${common}; script-src ${cdn}`,
  };
};

const page = ({ script, endpoint, config, extra = '' }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A strict page</title>
${extra}
<script ${script} nonce="${nonce}" data-config="${config}" data-endpoint="${endpoint}"></script></head>
<body><h1>A strict page</h1>
<clinic-faq heading="Questions"><details id="cost"><summary>What does it cost?</summary><p>It depends.</p>
<p><a href="#clinic-insurance-check" data-service="tms">Check my insurance</a></p></details></clinic-faq>
<insurance-check></insurance-check>
<div data-clinic-widget="appointment-form"><p>Call us.</p></div>
<newsletter-signup lang="es"></newsletter-signup>
</body></html>`;

/** Runs in the page before its scripts. */
function watch() {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(
      `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
    ),
  );
}

/** Every lazy part and every state: answer, level 0, error, thanks. */
async function useAll(page) {
  await click(await page.$('clinic-faq summary'));
  await click(await page.waitForSelector('clinic-faq a', { visible: true }));
  const insurance = widget(page, 'insurance-check');
  await insurance.until('[data-field="service"][value="tms"]:checked');
  await insurance.type('payer', 'Aetna');
  await page.keyboard.press('Tab');
  await insurance.until('.network');
  await insurance.submit();
  await insurance.until('[part="summary"]');
  await insurance.type('memberId', 'W1');
  await insurance.type('givenName', 'Avery');
  await insurance.type('familyName', 'Quill');
  for (const [box, text] of [
    ['month', '3'],
    ['day', '27'],
    ['year', '1985'],
  ])
    await insurance.type(`birthDate.${box}`, text);
  await insurance.type('email', 'avery@example.org');
  await insurance.tick('consent.privacy');
  await insurance.submit();
  await heard(page, 'clinic-submitted', 'insurance-check');

  const form = widget(page, 'appointment-form');
  await form.tick('forWhom', 'self');
  await form.submit();
  await form.until('[data-field="service"][value="tms"]');
  await form.tick('service', 'tms');
  await form.tick('location', 'port-ansel');
  await form.submit();
  // A time is held and given back; in the end it is a request.
  await pick(page, 'time');
  await form.submit();
  await form.until('[data-field="givenName"]');
  await form.press('[part~="back"]');
  await pick(page, 'days');
  await form.until('[data-field="preferences.0.day"]');
  await form.set('preferences.0.day', soon());
  await form.press('[data-field="preferences"] button.quiet');
  await form.until('[data-field="preferences.1.day"]');
  await form.submit();
  await form.until('[data-field="givenName"]');
  await form.type('givenName', 'Avery');
  await form.type('familyName', 'Quill');
  await form.type('email', 'avery@example.org');
  await form.submit();
  await form.until('[readonly]');
  await form.submit();
  await form.until('[part~="summary"]');
  await form.tick('consent.privacy');
  await form.submit();
  await heard(page, 'clinic-submitted', 'appointment-form');

  const letter = widget(page, 'newsletter-signup');
  assert.equal(await letter.text('[part="submit"]'), 'Suscribirme');
  await letter.type('email', 'avery@example.org');
  await letter.tick('consent.marketing-email');
  await letter.submit();
  await heard(page, 'clinic-submitted', 'newsletter-signup');
}

for (const [name, launch] of Object.entries(browsers)) {
  describe(`a strict page, in ${name}`, { timeout: 300_000 }, () => {
    const headers = {};
    let browser, clinic, cdn, host;

    before(async () => {
      cdn = await serve();
      host = await serve({ headers });
      clinic = await openClinic({ origins: [host.origin] });
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
      for (const server of [cdn, host]) server?.close();
    });

    const module = `type="module" src="CDN/dist/clinic-widgets.js"`;
    const classic = `defer src="CDN/dist/clinic-widgets.classic.js"`;
    /** What the page with this policy had to report. */
    async function report(kind, { script = module, extra = '', use = useAll } = {}) {
      const endpoint = `${clinic.url}/api/submissions`;
      const policy = policies(cdn.origin, `'self' ${clinic.url}`)[kind];
      headers['Content-Security-Policy'] = policy;
      const config = `${host.origin}/clinic.json`;
      host.pages.set('/clinic.json', JSON.stringify(clinic.file()));
      host.pages.set(
        '/',
        page({ script: script.replace('CDN', cdn.origin), endpoint, config, extra }),
      );
      const { page: tab, problems } = await visit(browser, `${host.origin}/`, {
        watch,
      });
      await use(tab);
      const violations = await tab.evaluate(() => window.violations);
      await tab.close();
      return { violations, problems };
    }

    for (const kind of Object.keys(policies('', '')))
      it(`has nothing to report, ${kind}`, async () => {
        const { violations, problems } = await report(kind);
        assert.deepEqual(violations, []);
        assert.deepEqual(problems, []);
      });

    it('has nothing to report, classic script', async () => {
      const { violations, problems } = await report('script-src by host', { script: classic });
      assert.deepEqual(violations, []);
      assert.deepEqual(problems, []);
    });

    it('control: an inline style and a string that becomes markup are reported', async () => {
      const { violations } = await report('script-src by host', {
        extra: '<style>p { color: red }</style>',
        use: (tab) =>
          tab.evaluate(() => {
            try {
              document.body.insertAdjacentHTML('beforeend', '<p>');
            } catch {
              // Trusted Types refuse it; the report is what counts.
            }
          }),
      });
      assert.ok(
        violations.some((line) => line.startsWith('style-src')),
        String(violations),
      );
      assert.ok(
        violations.some((line) => line.startsWith('require-trusted-types-for')),
        String(violations),
      );
    });

    it('the demo sends such a policy with every page, and keeps it', async () => {
      const tab = await browser.newPage();
      await tab.evaluateOnNewDocument(watch);
      for (const path of ['/', '/es', '/privacy', '/es/terms', '/first-visit']) {
        const answer = await fetch(clinic.url + path);
        const sent = answer.headers.get('Content-Security-Policy') ?? '';
        assert.match(sent, /require-trusted-types-for 'script'/, path);
        await tab.goto(clinic.url + path, { waitUntil: 'load' });
        await new Promise((done) => setTimeout(done, 300));
        assert.deepEqual(await tab.evaluate(() => window.violations), [], path);
      }
      await tab.close();
    });
  });
}

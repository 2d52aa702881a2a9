/** The script tag as hosts really bring it: early, late, glued to other scripts, alone, blocked, or beside somebody who took our names. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { click, heard, openClinic, visit, widget } from '../support/clinic.mjs';
import { browsers, serve } from '../support/pages.mjs';

const entry = '/dist/clinic-widgets.js';
const whole = '/dist/clinic-widgets.classic.js';
const element = '<newsletter-signup><p id="fallback">Write to us.</p></newsletter-signup>';

for (const [name, launch] of Object.entries(browsers)) {
  describe(`the script tag, in ${name}`, { timeout: 200_000 }, () => {
    let browser, clinic, host;
    /** Which of our files do not come. */
    let blocked = '';

    before(async () => {
      host = await serve({ refuse: (url) => blocked && url.startsWith(blocked) });
      clinic = await openClinic({ origins: [host.origin] });
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
      host?.close();
    });

    const data = () => `data-endpoint="${clinic.url}/api/submissions"`;
    async function open({ head = '', body = element, widgets = 1 }) {
      host.pages.set(
        '/',
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`,
      );
      return visit(browser, `${host.origin}/`, { widgets });
    }

    /** Signs up and finds the address in the database: the tag's settings were read, and everything it needs was there. */
    async function signUp(page, tag = 'newsletter-signup') {
      const letter = widget(page, tag);
      const email = `a${Date.now()}@example.org`;
      await letter.type('email', email);
      await letter.tick('consent.marketing-email');
      await letter.submit();
      await heard(page, 'clinic-submitted', 'newsletter-signup');
      const rows = await clinic.rows();
      assert.equal(rows.filter(({ submission }) => submission.data.email === email).length, 1);
    }

    const tags = {
      'a module': () => `<script type="module" src="${entry}" ${data()}></script>`,
      'classic, deferred': () => `<script defer src="${whole}" ${data()}></script>`,
      'classic, async': () => `<script async src="${whole}" ${data()}></script>`,
      'classic, in the head': () => `<script src="${whole}" ${data()}></script>`,
      'one widget alone': () =>
        `<script type="module" src="/dist/newsletter-signup.js" ${data()}></script>`,
      'settings in the head, for a tag that loses its own': () =>
        `<meta name="clinic-widgets" ${data()}><script src="${whole}"></script>`,
    };
    for (const [title, head] of Object.entries(tags))
      it(title, async () => {
        const { page, problems } = await open({ head: head() });
        await signUp(page);
        assert.deepEqual(problems, []);
        await page.close();
      });

    it('glued between sloppy scripts, as optimisers do', async () => {
      const glued = `var before = 010\n${readFileSync('dist/clinic-widgets.classic.js', 'utf8')}\nvar after = 010\n`;
      host.pages.set('/bundle.js', glued);
      const { page, problems } = await open({
        head: `<meta name="clinic-widgets" ${data()}><script defer src="/bundle.js"></script>`,
      });
      assert.deepEqual(await page.evaluate(() => [window.before, window.after]), [8, 8]);
      await signUp(page);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('put in later by another script, as tag managers do', async () => {
      host.pages.set(
        '/manager.js',
        `setTimeout(() => {
           const tag = document.createElement('script');
           tag.src = '${whole}';
           tag.dataset.endpoint = '${clinic.url}/api/submissions';
           document.body.append(tag);
         }, 200);`,
      );
      const { page, problems } = await open({ head: `<script defer src="/manager.js"></script>` });
      await signUp(page);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('finds elements and markers that come later, moved and cloned', async () => {
      const { page, problems } = await open({ head: tags['a module'](), body: '', widgets: 0 });
      await page.waitForFunction(() => window.clinicWidgets?.bus);
      await page.evaluate(() => {
        const box = document.createElement('section');
        box.innerHTML =
          '<div id="box" class="theme" data-clinic-widget="newsletter-signup" data-heading="A letter"><p>Write to us.</p></div>';
        document.body.append(box);
      });
      await heard(page, 'clinic-ready', 'newsletter-signup');
      const letter = widget(page, 'newsletter-signup');
      assert.match(await letter.text('[part~="heading"]'), /A letter/);
      await letter.type('email', 'moved@example.org');
      await page.evaluate(() => {
        const box = document.querySelector('#box');
        document.body.append(box);
        document.body.append(Object.assign(box.cloneNode(true), { id: 'copy' }));
      });
      await page.waitForFunction(
        () => window.heard.filter(([type]) => type === 'clinic-ready').length === 2,
      );
      assert.deepEqual(
        await page.evaluate(() =>
          [...document.querySelectorAll('.theme')].map(({ id, children }) => [
            id,
            children.length,
            children[0].localName,
          ]),
        ),
        [
          ['box', 1, 'newsletter-signup'],
          ['copy', 1, 'newsletter-signup'],
        ],
      );
      assert.equal(await letter.value('email'), 'moved@example.org', 'a move keeps what was typed');
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('leaves what is inside the tag where the script never comes', async () => {
      blocked = '/dist/';
      try {
        const { page } = await open({ head: tags['a module'](), widgets: 0 });
        await new Promise((done) => setTimeout(done, 300));
        assert.ok(await page.evaluate(() => document.querySelector('#fallback').checkVisibility()));
        assert.match(await page.evaluate(() => document.body.innerText), /Write to us/);
        await page.close();
      } finally {
        blocked = '';
      }
    });

    it('fetches what <clinic-config> needs only where one is, for the script of one widget', async () => {
      const alone = '<script type="module" src="/dist/newsletter-signup.js"></script>';
      const around = `<clinic-config ${data().replace('data-', '')}>${element}</clinic-config>`;
      const asked = () => host.requests.splice(0).filter((url) => url.includes('clinic-config'));
      asked();
      const without = await open({ head: tags['one widget alone']() });
      assert.deepEqual(asked(), []);
      await without.page.close();

      const { page, problems } = await open({ head: alone, body: around });
      await signUp(page);
      assert.equal(asked().length, 1);
      assert.deepEqual(problems, []);
      await page.close();

      const whole = await open({
        head: `<script type="module" src="${entry}"></script>`,
        body: around,
      });
      await signUp(whole.page);
      assert.deepEqual(asked(), []);
      await whole.page.close();
    });

    it('leaves what is inside the tag where <clinic-config> does not come: it may say where answers go', async () => {
      blocked = '/dist/clinic-config';
      try {
        const { page, problems } = await open({
          head: tags['one widget alone'](),
          body: `<clinic-config endpoint="/elsewhere">${element}</clinic-config>`,
          widgets: 0,
        });
        await page.waitForFunction(() =>
          document.querySelector('newsletter-signup').matches(':state(settled)'),
        );
        assert.ok(await page.evaluate(() => document.querySelector('#fallback').checkVisibility()));
        assert.equal(
          problems.filter((line) => line.includes('<clinic-config> did not load')).length,
          1,
        );
        await page.close();
      } finally {
        blocked = '';
      }
    });

    it('where the plain name is taken says so once, and works under its own', async () => {
      const { page, problems } = await open({
        head: `<script>customElements.define('newsletter-signup', class extends HTMLElement {})</script>${tags['a module']()}`,
        body: `<clinic-newsletter-signup></clinic-newsletter-signup><div data-clinic-widget="newsletter-signup"></div>`,
        widgets: 2,
      });
      assert.equal(problems.length, 1, String(problems));
      assert.match(problems[0], /<newsletter-signup> is already defined/);
      assert.match(problems[0], /clinic-newsletter-signup/);
      assert.equal(
        await page.evaluate(
          () => document.querySelector('[data-clinic-widget]').firstElementChild.localName,
        ),
        'clinic-newsletter-signup',
      );
      await signUp(page, 'clinic-newsletter-signup');
      await page.close();
    });

    it('sends where a div says only if the script allows it, and never from words by strangers', async () => {
      const div = (id, more = '') =>
        `<div id="${id}" ${more}><div data-clinic-widget="newsletter-signup" data-endpoint="${clinic.url}/api/submissions"><p>Write to us.</p></div></div>`;
      const script = (allow) =>
        `<script type="module" src="${entry}" data-allow="${allow}"></script>`;
      const refused = await open({
        head: script(`${clinic.url}/other`),
        body: div('one'),
        widgets: 0,
      });
      await refused.page.waitForFunction(() => window.clinicWidgets?.bus);
      assert.equal(await refused.page.$('newsletter-signup'), null);
      assert.equal(refused.problems.length, 1, String(refused.problems));
      assert.match(refused.problems[0], /data-allow/);
      await refused.page.close();

      const allowed = await open({
        head: script(`${clinic.url}/api`),
        body: div('one') + div('two', 'rel="ugc"'),
      });
      await signUp(allowed.page);
      assert.equal(await allowed.page.$('#two newsletter-signup'), null);
      assert.deepEqual(allowed.problems, []);
      await allowed.page.close();
    });

    it('a link leads to the widget on the page, before and after it is there', async () => {
      const link = '<a id="go" href="/book#clinic-newsletter-signup">Sign up</a>';
      const { page, problems } = await open({
        head: tags['a module'](),
        body: `${link}<div style="height: 2000px"></div>${element}`,
      });
      await click(await page.$('#go'));
      await page.waitForFunction(() => document.activeElement.localName === 'newsletter-signup');
      assert.equal(page.url(), `${host.origin}/`);
      await page.goto(`${host.origin}/#clinic-newsletter-signup`);
      await page.reload();
      await page.waitForFunction(() => document.activeElement.localName === 'newsletter-signup');
      assert.deepEqual(problems, []);
      await page.close();
    });
  });
}

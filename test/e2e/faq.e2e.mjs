/** The FAQ in whole pages: addresses, the browser's own search, paper, and how little the page moves. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { browsers, sayLeftOut, serve } from '../support/pages.mjs';

const many = Array.from(
  { length: 30 },
  (_, at) => `<details><summary>Question ${at}?</summary><p>Answer ${at}.</p></details>`,
);
const three = `<details id="cost"><summary>What does it cost?</summary><p>It depends on a plan.</p></details>
  <details><summary>Does it hurt?</summary><p>Seldom, and never <b id="long">for long</b>.</p></details>
  <details><summary>How long?</summary><p>Marmalade minutes.</p></details>`;
const json = JSON.stringify({
  entries: Array.from({ length: 250 }, (_, at) => ({
    id: `e${at}`,
    question: `Entry ${at}?`,
    answer: `Answer ${at}.`,
  })),
});
const scripts = {
  'clinic-faq.js': '<script type="module" src="/dist/clinic-faq.js"></script>',
  'clinic-widgets.js': '<script type="module" src="/dist/clinic-widgets.js"></script>',
  'the classic script': '<script src="/dist/clinic-widgets.classic.js"></script>',
};

/** Runs in the page before its scripts: by how much what is seen has moved without the visitor's doing. */
function watchShifts() {
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page before its scripts: remembers roots, which are closed. */
function keepRoots() {
  window.roots = new WeakMap();
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    window.roots.set(this, root);
    return root;
  };
}

/** A page that comes in pieces. */
async function slowly(pieces) {
  const server = createServer(async (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    for (const piece of pieces) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: () => server.close() };
}

/** Until it holds, and says why not when it never does. */
async function soon(holds) {
  for (let tries = 100; ; tries--) {
    try {
      return await holds();
    } catch (error) {
      if (tries === 0) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

for (const [name, launch] of Object.entries(browsers))
  describe(`the FAQ in whole pages, in ${name}`, { timeout: 200_000 }, () => {
    let browser, host, page, problems;
    const headers = {
      'Content-Security-Policy':
        "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
    };

    before(async () => {
      host = await serve({ headers });
      host.pages.set('/faq.json', json);
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      host?.close();
    });

    /** A page under a strict policy; ends when the FAQ is there. */
    async function open(body, { head = scripts['clinic-widgets.js'], hash = '', watch } = {}) {
      await page?.close();
      host.pages.set(
        '/',
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Questions</title><link rel="stylesheet" href="/dist/clinic-widgets.css">${head}</head><body>${body}<p>Below.</p></body></html>`,
      );
      page = await browser.newPage();
      problems = [];
      // Firefox also tells which of the policy's words it does not know.
      page.on('console', (message) => {
        const line = message.text();
        if (!/unknown directive|trusted-types|favicon/.test(line)) problems.push(line);
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await page.setViewport({ width: 800, height: 700 });
      if (watch) await page.evaluateOnNewDocument(watch);
      await page.goto(`${host.origin}/${hash}`);
      await page.waitForFunction(() =>
        document.querySelector('clinic-faq')?.matches(':state(settled)'),
      );
    }
    const isOpen = (question) =>
      page.evaluate(
        (question) =>
          [...document.querySelectorAll('clinic-faq > details')].find((details) =>
            details.textContent.includes(question),
          ).open,
        question,
      );
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    const inSight = (selector) =>
      page.$eval(selector, (element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top > -1 && bottom < innerHeight + 1; // WebKit scrolls to whole pixels
      });

    for (const [title, head] of Object.entries(scripts))
      it(`leads to an answer by its address, with ${title}`, async () => {
        await open(`<clinic-faq>${many.join('')}</clinic-faq>`, { head, hash: '#question-27' });
        await page.waitForFunction(() => document.activeElement.localName === 'summary');
        assert.equal(await focused(), 'Question 27?');
        assert.equal(await isOpen('Question 27'), true);
        assert.ok(await inSight('#question-27 > summary'));
        assert.deepEqual(problems, []);
      });

    const reachesFar = name !== 'WebKit';
    if (!reachesFar) sayLeftOut('the FAQ, a link far down a JSON list');
    it(
      'leads to one that comes from JSON, far down a long list',
      { skip: !reachesFar },
      async () => {
        await open('<clinic-faq src="/faq.json"></clinic-faq>', { hash: '#e240' });
        await page.waitForFunction(() => document.activeElement.localName === 'summary');
        assert.equal(await focused(), 'Entry 240?');
        await soon(async () => assert.ok(await inSight('#e240 > summary')));
        assert.deepEqual(problems, []);
      },
    );

    it('leads into an answer from a link on the page, and back', async () => {
      await open(`<a id="go" href="#long">How long?</a><clinic-faq>${three}</clinic-faq>`);
      await page.click('#go');
      await page.waitForFunction(() => document.activeElement.id === 'long');
      assert.equal(await isOpen('hurt'), true);
      assert.equal(new URL(page.url()).hash, '#long');
      assert.deepEqual(problems, []);
    });

    it('writes nothing into the address or the history when answers are opened', async () => {
      await open(`<clinic-faq remember>${three}</clinic-faq>`);
      const before = await page.evaluate(() => [location.href, history.length]);
      for (const summary of await page.$$('summary')) await summary.click();
      await page.waitForFunction(() => document.querySelectorAll('details[open]').length === 3);
      assert.deepEqual(await page.evaluate(() => [location.href, history.length]), before);
      assert.deepEqual(problems, []);
    });

    it('shows every answer on paper, and the screen as it was', async () => {
      await open(`<clinic-faq one-open>${three}</clinic-faq>`);
      const seen = () =>
        page.$$eval('clinic-faq > details > p', (all) => all.map((p) => p.checkVisibility()));
      await page.hover('summary');
      await page.click('#cost > summary');
      await page.waitForFunction(() => document.querySelector('#cost > [data-clinic-foot]'));
      assert.deepEqual(await seen(), [true, false, false]);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      assert.deepEqual(await seen(), [true, true, true]);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.deepEqual(await seen(), [true, false, false]);
      if (name === 'Chromium') {
        await page.emulateMediaType('print');
        await page.waitForFunction(() => document.querySelectorAll('details[open]').length === 3);
        assert.deepEqual(await seen(), [true, true, true]);
        await page.emulateMediaType('screen');
        await page.waitForFunction(() => document.querySelectorAll('details[open]').length === 1);
      }
    });

    const only = (what) => ({ skip: name !== 'Chromium' && what });
    it(
      'opens the right answer for the browser’s own search',
      only('only Chromium’s search can be driven'),
      async () => {
        await open(`<clinic-faq>${three}</clinic-faq>`);
        await page.goto('about:blank');
        await page.goto(`${host.origin}/#:~:text=Marmalade`);
        await page.waitForFunction(() => document.querySelectorAll('details[open]').length === 1);
        assert.equal(await isOpen('Marmalade'), true);
      },
    );

    it(
      'does not move at all with the classic script in the head, nor when it opens what it remembers',
      only('only Chromium counts shifts'),
      async () => {
        await open(`<clinic-faq id="faq" remember>${three}</clinic-faq>`, {
          head: scripts['the classic script'],
          watch: watchShifts,
        });
        await page.click('#cost > summary');
        await page.waitForFunction(() => sessionStorage.length === 1);
        assert.equal(await page.evaluate(() => window.moved), 0);
        await page.reload();
        await page.waitForFunction(() => document.querySelector('#cost[open]'));
        await new Promise((done) => setTimeout(done, 1000));
        assert.equal(await page.evaluate(() => window.moved), 0);
      },
    );

    for (const [title, head] of Object.entries(scripts))
      it(`finds its answers in what WordPress makes of it, with ${title}`, async () => {
        await open(`<p><clinic-faq></p>\n${three}<br />\n<p></clinic-faq></p>`, { head });
        await page.waitForFunction(
          () => document.querySelectorAll('clinic-faq > details').length === 3,
        );
        assert.equal(await page.$$eval('details', (all) => all.length), 3);
        await page.hover('summary');
        await page.waitForFunction(() => document.querySelector('#does-it-hurt, #hurt'));
        assert.deepEqual(problems, []);
      });

    it('takes in answers that come bit by bit', async () => {
      const { port, close } = await slowly([
        `<!doctype html><html lang="en"><title>Q</title><script src="${host.origin}/dist/clinic-widgets.classic.js"></script><clinic-faq id="faq" remember>`,
        ...many.map((details) => details.replace('<details', '<details open')),
        '</clinic-faq>',
      ]);
      await page?.close();
      page = await browser.newPage();
      await page.evaluateOnNewDocument(() => {
        window.told = [];
        document.addEventListener('clinic-faq-toggle', ({ detail }) => window.told.push(detail));
      });
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.hover('summary');
      await page.waitForFunction(() => document.querySelector('#question-29'));
      const found = await page.$$eval('clinic-faq > details[open]', (all) => all.length);
      assert.equal(found, many.length);
      assert.deepEqual(await page.evaluate(() => window.told), [], 'nobody has opened them');
      await page.click('summary');
      await page.waitForFunction(() => window.told.length === 1);
      close();
    });

    it('searches a long list, shows all of it again, and takes a vote, under a strict policy', async () => {
      host.pages.set('/vote', '{"reference":"R-1","status":"received"}');
      await open(
        `<clinic-faq src="/faq.json" endpoint="/vote" heading="Questions"><dl><dt>Old</dt><dd>1</dd></dl></clinic-faq>`,
        { watch: keepRoots },
      );
      await page.waitForFunction(() => document.querySelectorAll('details').length === 250);
      const inside = (selector, act) =>
        page.evaluate(
          (selector, act) => {
            const found = window.roots.get(document.querySelector('clinic-faq'));
            const element = found.querySelector(selector);
            return act === 'focus' ? element.focus() : element.textContent;
          },
          selector,
          act,
        );
      const seen = () =>
        page.$$eval('clinic-faq > details', (all) =>
          all.flatMap((row) => (row.checkVisibility() ? [row.id] : [])),
        );
      await inside('[part~="search"]', 'focus');
      await page.keyboard.type('entry 24');
      await soon(async () => assert.equal((await seen()).length, 13));
      assert.equal(await inside('[part="status"]'), '13 questions');
      await page.keyboard.press('Escape');
      await soon(async () => assert.equal((await seen()).length, 250));
      const heights = await page.$$eval('clinic-faq > details', (all) =>
        all.map((row) => row.getBoundingClientRect().height),
      );
      assert.ok(Math.min(...heights) > 20, 'each of them has its room again');
      await page.keyboard.type('entry 249');
      await soon(async () => assert.deepEqual(await seen(), ['e249']));
      await page.click('#e249 > summary');
      await soon(async () =>
        assert.ok(
          await page.evaluate(() => {
            const foot = document.querySelector('#e249 > [data-clinic-foot]');
            const yes = foot && window.roots.get(foot)?.querySelector('[part="yes"]');
            yes?.click();
            return !!yes;
          }),
        ),
      );
      await soon(() => assert.ok(host.requests.includes('/vote')));
      assert.deepEqual(problems, []);
    });

    it('asks for its file without waiting for words of another language', async () => {
      await page?.close();
      page = await browser.newPage();
      host.pages.set(
        '/',
        `<!doctype html><html lang="es"><title>P</title>${scripts['clinic-faq.js']}<clinic-faq src="/faq.json?es"></clinic-faq>`,
      );
      await page.setRequestInterception(true);
      let release;
      const asked = new Promise((resolve) => (release = resolve));
      page.on('request', (request) => {
        if (request.url().includes('faq.json?es')) release();
        if (!request.url().includes('clinic-faq.es-')) return void request.continue();
        // The words come only when the file was asked for.
        void asked.then(() => request.continue());
      });
      await page.goto(host.origin);
      await page.waitForFunction(() => document.querySelector('#e0'), { timeout: 2500 });
    });

    it('stays readable where the script does not come', async () => {
      await page?.close();
      host.pages.set('/', `<!doctype html><title>Q</title><clinic-faq>${three}</clinic-faq>`);
      page = await browser.newPage();
      await page.goto(host.origin);
      await page.click('#cost > summary');
      assert.equal(await isOpen('cost'), true);
      assert.ok(await page.$eval('#cost > p', (p) => p.checkVisibility()));
    });
  });

/** Asking for an appointment step by step on a page that is not ours: its ground, its heights, a line that breaks, and a way out. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { heard, openClinic, soon, visit, widget } from '../support/clinic.mjs';
import { browsers, serve } from '../support/pages.mjs';

const tag = 'appointment-form';

const body = (attributes, style = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Our practice</title><style>body { margin: 0; background: rgb(250, 240, 220) } ${style}</style>
<script type="module" src="/dist/clinic-widgets.js" data-config="/clinic.json" data-inspect></script></head>
<body><main><h1>Our practice</h1><${tag} ${attributes}></${tag}></main><p id="below">Below</p></body></html>`;

/** Runs in the page before its scripts: how far things move that nobody has just moved by hand. */
function watch() {
  window.shifts = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries())
        if (!hadRecentInput) window.shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });
}

for (const [name, launch] of Object.entries(browsers)) {
  describe(`an appointment step by step, in ${name}`, { timeout: 240_000 }, () => {
    let browser, clinic, host, refused;

    before(async () => {
      host = await serve({ refuse: (path) => refused?.test(path) });
      clinic = await openClinic({ origins: [host.origin] });
      host.pages.set('/clinic.json', JSON.stringify(clinic.file()));
      host.pages.set('/elsewhere', '<!doctype html><title>Weather</title><h1>Sunny</h1>');
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
      host?.close();
    });

    const open = async (attributes = '', { style, ...options } = {}) => {
      host.pages.set('/', body(attributes, style));
      const { page } = await visit(browser, `${host.origin}/`, { widgets: 1, watch, ...options });
      return { page, form: widget(page, tag) };
    };
    /** The heading of the step that is shown. */
    const at = (page, words) =>
      page.waitForFunction(
        (tag, words) =>
          window
            .rootOf(document.querySelector(tag))
            ?.querySelector('form [part~="heading"]:has([part~="progress"])')
            ?.textContent.includes(words),
        { timeout: 20_000 },
        tag,
        words,
      );
    /** Walks all steps by a request for days; `each` looks at every one of them. */
    const walk = async (page, form, each = async () => {}) => {
      await at(page, 'Who is this visit for');
      await each('who');
      await form.tick('forWhom', 'self');
      await form.submit();
      await at(page, 'About your visit');
      await each('visit');
      await form.tick('service', 'ketamine');
      await form.submit();
      await at(page, 'When works for you');
      await page.waitForFunction(
        (tag) => {
          const picker = window
            .rootOf(document.querySelector(tag))
            .querySelector('clinic-slot-picker');
          return window.rootOf(picker)?.querySelector('.others button');
        },
        { timeout: 20_000 },
        tag,
      );
      await each('when');
      await page.evaluate((tag) => {
        const picker = window
          .rootOf(document.querySelector(tag))
          .querySelector('clinic-slot-picker');
        window.rootOf(picker).querySelector('.others button').click();
      }, tag);
      await form.until('[data-field="preferences.0.day"]');
      await form.set('preferences.0.day', soon());
      await form.submit();
      await at(page, 'About you');
      await each('about');
      await form.type('givenName', 'Robin');
      await form.type('familyName', 'Hale');
      await form.type('phone', '555 010 0123');
      await form.submit();
      await at(page, 'Review your answers');
      await form.until('[part~="answer"]');
      await each('check');
      await form.tick('consent.privacy');
    };

    for (const width of [320, 761, 1280])
      it(`has one scroller and stands still at ${width} px, also inside a page as high as the window`, async () => {
        const { page, form } = await open('', {
          width,
          height: 700,
          style: 'main { min-height: 100vh }',
        });
        const scrollers = (tag) => {
          const inside = (root) =>
            [...root.querySelectorAll('*')].flatMap((element) => {
              const nested = window.rootOf(element);
              return [element, ...(nested ? inside(nested) : [])];
            });
          return inside(window.rootOf(document.querySelector(tag)))
            .filter((element) => !element.matches('textarea, .strip'))
            .filter((element) => {
              const { overflowX, overflowY } = getComputedStyle(element);
              return (
                (/auto|scroll/.test(overflowY) &&
                  element.scrollHeight > element.clientHeight + 1) ||
                (/auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
              );
            })
            .map(({ localName, className }) => `${localName}.${className}`);
        };
        await walk(page, form, async (step) => {
          assert.deepEqual(await page.evaluate(scrollers, tag), [], `${step}: scrolls inside`);
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.ok(wide <= 0, `${step}: ${wide} px too wide`);
          const moved = await page.evaluate(() => window.shifts.splice(0));
          const sum = moved.reduce((all, one) => all + one, 0);
          assert.ok(sum <= 0.1, `${step}: moves by ${sum}`);
        });
        // Control: a form that scrolls inside is found out.
        await page.evaluate((tag) => {
          const form = window.rootOf(document.querySelector(tag)).querySelector('form');
          Object.assign(form.style, { blockSize: '100px', overflow: 'auto' });
        }, tag);
        assert.deepEqual(await page.evaluate(scrollers, tag), ['form.']);
        await page.close();
      });

    it('lets the page’s own ground through', async () => {
      const { page } = await open();
      const grounds = await page.evaluate((tag) => {
        const host = document.querySelector(tag);
        const form = window.rootOf(host).querySelector('form');
        return [host, form].map((element) => getComputedStyle(element).backgroundColor);
      }, tag);
      assert.deepEqual(grounds, ['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
      await page.close();
    });

    it('shows the thanks where the eye is, on a phone', async () => {
      const { page, form } = await open('', { width: 360, height: 640 });
      await walk(page, form);
      await form.submit();
      await heard(page, 'clinic-submitted', tag);
      await form.until('.sent [part~="heading"]');
      await page.waitForFunction(
        (tag) => {
          const root = window.rootOf(document.querySelector(tag));
          const title = root.querySelector('.sent [part~="heading"]');
          const { top, bottom } = title.getBoundingClientRect();
          return root.activeElement === title && top >= 0 && bottom <= innerHeight;
        },
        { timeout: 5000, polling: 100 },
        tag,
      );
      await page.close();
    });

    it('stays where it is while the parts behind it do not come, and goes on when they do', async () => {
      refused = /\/(submission|validation)-/;
      const { page, form } = await open('phone="+1 555 010 0123"');
      await form.tick('forWhom', 'self');
      await form.submit();
      await page.waitForFunction(
        (tag) =>
          window
            .rootOf(document.querySelector(tag))
            .querySelector('[role="status"] .trouble')
            ?.textContent.includes('still here'),
        { timeout: 20_000 },
        tag,
      );
      assert.match(await form.text('[role="status"]'), /\+1 555 010 0123/);
      assert.equal(await form.text('[part="submit"]'), 'Try again');
      assert.match(await form.text('form [part~="heading"]'), /Who is this visit for/);
      refused = undefined;
      await form.submit();
      await at(page, 'About your visit');
      assert.equal(await form.has('.trouble'), false);
      await page.close();
    });

    it('is left at once, with nothing behind, by whoever must not be seen there', async () => {
      const { page, form } = await open('exit="/elsewhere"');
      const first = await page.evaluate(() => history.length);
      await walk(page, form);
      await page.evaluate((tag) => {
        const exit = window.rootOf(document.querySelector(tag)).querySelector('[part="exit"]');
        const started = performance.now();
        exit.click();
        sessionStorage.left = JSON.stringify([
          performance.now() - started,
          document.title.trim(),
          document.body.innerText,
        ]);
      }, tag);
      await page.waitForFunction(() => document.title === 'Weather', { timeout: 20_000 });
      const [spent, title, text] = JSON.parse(await page.evaluate(() => sessionStorage.left));
      assert.ok(spent < 100, `${spent} ms`);
      assert.deepEqual([title, text], ['', '']);
      assert.equal(await page.evaluate(() => history.length), first);
      await page.goBack({ timeout: 2000 }).catch(() => {});
      assert.ok(!page.url().endsWith(`${host.origin}/`), 'Back leads elsewhere');
      await page.close();
    });
  });
}

/** One page of one scenario: opened, driven as a person would, and written down step by step. */
import { install } from './in-page.mjs';
import { openServer } from './server.mjs';
import * as site from './site.mjs';
import { Transcript } from './transcript.mjs';

const events = [
  'ready', 'start', 'step', 'invalid', 'submit', 'submitted', 'followed', 'failed', 'slot', 'coverage',
  'faq-toggle', 'faq-search', 'faq-feedback', 'open', 'error',
].map((name) => `clinic-${name}`); // prettier-ignore

const tags = ['clinic-faq', 'appointment-form', 'newsletter-signup', 'insurance-check'];
const hosts = [...tags, ...tags.slice(1).map((tag) => `clinic-${tag}`)].join();

const pause = (time) => new Promise((over) => setTimeout(over, time));

/** A page with our script on it. */
export const html = ({
  body,
  script = 'data-config="/clinic.json"',
  file = 'clinic-widgets.js',
  head = '',
  lang = 'en',
}) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A page</title>${head}
<script ${file.includes('classic') ? 'defer' : 'type="module"'} src="/dist/${file}" data-inspect ${script}></script></head>
<body><h1>A page</h1>${body}<p><a href="#end" id="end">End</a></p></body></html>`;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} dist
 * @param {object} options as of `html` and `openServer`, and
 * @param {number} [options.width] of the window
 * @param {string} [options.zone] of the visitor
 * @param {() => void} [options.before] runs in the page before its scripts
 * @param {(server: Awaited<ReturnType<typeof openServer>>, pages: Record<string, string>) => void} [options.prepare] before the page is opened
 */
export async function open(browser, dist, options) {
  let now = site.begin;
  const pages = {
    '/': html(options),
    '/elsewhere': '<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>',
    ...options.pages,
  };
  const server = await openServer({ ...options, dist, pages, now: () => now });
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // As high as all of it, so that nothing ever scrolls.
  await page.setViewport({ width: options.width ?? 1000, height: 6000 });
  await page.emulateTimezone(options.zone ?? 'America/New_York');
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.evaluateOnNewDocument(install, { begin: site.begin, events, hosts });
  if (options.before) await page.evaluateOnNewDocument(options.before);
  const spoken = [];
  if (process.env.PINNED_SHOW)
    page.on('console', (message) =>
      console.log('   ', message.type(), message.text(), message.location().url),
    );
  page.on('console', (message) =>
    spoken.push(
      /^Failed to load resource|net::ERR/.test(message.text()) ? 'browser' : message.type(),
    ),
  );
  page.on('pageerror', (error) => spoken.push(`uncaught ${error.name}`));
  const transcript = new Transcript(server.origin);
  let scripts = 0;
  let first = true;

  /** Waits until nothing moves any more: no request, no drawing, no event, for several pictures in a row. */
  let scriptsBefore = 0;
  async function quiet() {
    for (const until = Date.now() + 30_000; Date.now() < until;) {
      const { count, scriptCount } = server;
      // A script that has come is still to be read and run, and nobody says when that is over.
      const rounds = scriptCount === scriptsBefore ? 3 : 10;
      scriptsBefore = scriptCount;
      const state = await page
        .evaluate((...asked) => window.pinned?.quiet(...asked), rounds, server.waiting)
        .catch(() => undefined);
      if (!state) await pause(20);
      else if (server.active === 0 && server.count === count && state.pending <= server.waiting)
        return;
    }
    throw new Error('the page never comes to rest');
  }
  async function advance(time) {
    // What was done has its requests on the way by then: they do not wait in vain while the clock runs.
    await quiet();
    for (let left = time; left > 0;) {
      const moved = await page.evaluate((time) => window.pinned.advance(time), left);
      now = moved.now;
      left = moved.left;
      if (left > 0) await quiet();
    }
    await quiet();
  }
  /** A second passes after whatever is done, as it does with people. */
  async function settle() {
    await quiet();
    await advance(1000);
  }

  async function record(name) {
    const seen = await page.evaluate(() => window.pinned.take());
    const files = server.takeScripts().length;
    scripts += files;
    transcript.step(name, {
      ...seen,
      requests: server.takeRequests(),
      scripts: files,
      console: spoken.splice(0),
      first,
    });
    first = false;
  }

  /** Does something, lets it come to rest and writes down what came of it. */
  async function step(name, act = async () => {}, { deaf = false } = {}) {
    await act();
    await settle();
    if (deaf) spoken.length = 0;
    await record(name);
  }

  function widget(host) {
    const find = async (selector, at = 0) => {
      for (let tries = 0; ; tries++) {
        const handle = await page.evaluateHandle(
          (...asked) => window.pinned.find(...asked),
          host,
          selector,
          at,
        );
        const element = handle.asElement();
        if (element) return element;
        if (tries === 200) throw new Error(`${host} has no ${selector} [${at}]`);
        await pause(50);
      }
    };
    const has = (selector, at = 0) =>
      page.evaluate((...asked) => !!window.pinned.find(...asked), host, selector, at);
    const named = (name, value) =>
      `[data-field="${name}"]${value === undefined ? ':is(input, select, textarea)' : `[value="${value}"]`}`;
    const press = async (selector, at = 0) => {
      await quiet();
      await (await find(selector, at)).click();
    };
    /** Comes to a control, lets what comes with it come, and writes. */
    const write = async (name, text, prepare = () => {}) => {
      await quiet();
      const control = await find(named(name));
      await control.focus();
      await quiet();
      await control.evaluate(prepare);
      await page.keyboard.type(text);
    };
    return {
      find,
      has,
      press,
      focus: async (name) => (await find(named(name))).focus(),
      /** Chooses a radio button or checks a box. */
      check: (name, value = 'true') =>
        press(
          value === 'true'
            ? `input[data-field="${name}"]`
            : `input[data-field="${name}"][value="${value}"]`,
        ),
      type: (name, text) => write(name, text),
      /** Writes in the place of what stands there. */
      retype: (name, text) => write(name, text, (input) => input.select()),
      /** Sets a date or a list, whose own windows no driver can open. */
      async set(name, value) {
        await quiet();
        const control = await find(named(name));
        await control.focus();
        await control.evaluate((input, value) => {
          input.value = value;
          for (const type of ['input', 'change'])
            input.dispatchEvent(new Event(type, { bubbles: true }));
        }, value);
      },
      submit: () => press('[part~="submit"]'),
    };
  }

  /** Presses a key, when nothing is on its way any more. */
  async function key(name) {
    await quiet();
    await page.keyboard.press(name);
  }

  await options.prepare?.(server, pages);
  await page.goto(`${server.origin}${options.path ?? '/'}`);
  return {
    page,
    key,
    server,
    widget,
    step,
    settle,
    quiet,
    record,
    advance,
    /** Lets time pass that is part of the story. */
    wait: advance,
    async close() {
      const text = transcript.end(scripts + server.takeScripts().length);
      await context.close();
      server.close();
      return text;
    },
    async abandon() {
      await context.close().catch(() => {});
      server.close();
      return transcript.lines.slice(-12).join('\n');
    },
  };
}

/** The demo clinic as a visitor meets it: its built pages, its receiver and its database, and hands to use the widgets with. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { serveDemo } from '../../stories/demo/server.mjs';

const staffToken = 'a-token-for-tests';

/**
 * The demo clinic on a free port, with a database of its own.
 * @param {{ origins?: string[], eligibility?: import('../../src/receiver/index.js').Eligibility }} [options]
 *   `origins`: other websites that may send to it; `eligibility`: asks insurers
 */
export async function openClinic({ origins = [], eligibility } = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'clinic-widgets-e2e-'));
  const lines = [];
  const start = (port) =>
    serveDemo({
      dataFolder,
      port,
      staffToken,
      origins,
      ...(eligibility && { eligibility }),
      log: (line) => lines.push(line),
    });
  let served = await start(0);
  const { url } = served;

  return {
    url,
    /** The clinic file as another website would write it: with the receiver's whole address. */
    file() {
      const file = JSON.parse(readFileSync('stories/clinic-site/clinic.json', 'utf8'));
      const whole = (path) => new URL(path, url).href;
      const endpoints = Object.fromEntries(
        Object.entries(file.endpoints).map(([type, path]) => [type, whole(path)]),
      );
      return { ...file, endpoints, slots: whole(file.slots), payers: whole(file.payers) };
    },
    /** What the receiver has logged. */
    lines,
    /** What the staff see, newest first. */
    async list() {
      const headers = { Authorization: `Bearer ${staffToken}` };
      return (await (await fetch(`${url}/api/submissions`, { headers })).json()).submissions;
    },
    /** A photo, by the address that the staff list gives. */
    async photo(path) {
      const headers = { Authorization: `Bearer ${staffToken}` };
      return Buffer.from(await (await fetch(url + path, { headers })).arrayBuffer());
    },
    /** What the database holds, read past the receiver, oldest first. */
    async rows() {
      const database = createClient({
        url: pathToFileURL(join(dataFolder, 'clinic.sqlite')).href,
      });
      try {
        const { rows } = await database.execute(
          'SELECT id, type, reference, status, submission FROM submissions ORDER BY seq',
        );
        return rows.map(({ submission, ...row }) => ({
          ...row,
          submission: JSON.parse(String(submission)),
        }));
      } finally {
        database.close();
      }
    },
    stop: () => served.close(),
    /** The same clinic, at the same address, after `stop`. */
    async startAgain() {
      served = await start(Number(new URL(url).port));
    },
    async close() {
      await served.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

/**
 * Runs in the page before its scripts: the roots stay closed, only `rootOf` remembers them; and `heard` keeps the widgets' events.
 */
function remember() {
  const roots = new WeakMap();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  window.rootOf = (element) => roots.get(element);
  window.heard = [];
  for (const type of [
    'clinic-ready',
    'clinic-submit',
    'clinic-submitted',
    'clinic-failed',
    'clinic-invalid',
    'clinic-open',
    'clinic-error',
  ])
    document.addEventListener(type, (event) => window.heard.push([type, event.detail]));
}

/**
 * Runs in the page before its scripts, so that they take these clocks. `hurry` lets them and the page's patience run ahead, where a visitor
 * would wait a minute: not before the page is ready, or on a busy machine it would give up on its own files.
 */
function prepareToHurry() {
  let times = 1;
  const restart = [Date, performance].map((clock) => {
    const now = clock.now.bind(clock);
    let [real, shown] = [now(), now()];
    clock.now = () => shown + (now() - real) * times;
    return () => ([shown, real] = [clock.now(), now()]);
  });
  const later = setTimeout;
  window.setTimeout = (run, wait = 0, ...rest) => later(run, wait / times, ...rest);
  window.hurry = (wanted) => {
    for (const again of restart) again();
    times = wanted;
  };
}

/**
 * A page that is ready, with everything its console had to say.
 * @param {{ width?: number, height?: number, widgets?: number, times?: number, watch?: () => void }} [options]
 *   `watch`: runs in the page before its scripts; `times`: how much faster its clock runs once it is ready; `widgets`: how many must be ready
 */
export async function visit(
  browser,
  url,
  { width = 1280, height = 900, widgets = 4, times = 1, watch } = {},
) {
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument(remember);
  if (watch) await page.evaluateOnNewDocument(watch);
  if (times !== 1) await page.evaluateOnNewDocument(prepareToHurry);
  await page.goto(url);
  await ready(page, widgets);
  if (times !== 1) await page.evaluate((times) => window.hurry(times), times);
  return { page, problems };
}

export const ready = (page, widgets = 4) =>
  page.waitForFunction(
    (wanted) => window.heard?.filter(([type]) => type === 'clinic-ready').length >= wanted,
    { timeout: 20_000 },
    widgets,
  );

/** Waits until a widget has said this; its details. */
export async function heard(page, type, widget, timeout = 20_000) {
  const handle = await page.waitForFunction(
    (type, widget) => window.heard.findLast(([t, d]) => t === type && d.widget === widget)?.[1],
    { timeout },
    type,
    widget,
  );
  return handle.jsonValue();
}

export const countHeard = (page, type, widget) =>
  page.evaluate(
    (type, widget) => window.heard.filter(([t, d]) => t === type && d.widget === widget).length,
    type,
    widget,
  );

/** Waits, as an eye does, until an element in view stands still: the page scrolls smoothly. */
export async function still(element) {
  await element.evaluate(async (node) => {
    const place = () => JSON.stringify(node.getBoundingClientRect());
    // A page that lies behind another draws no frames: there the clock goes on.
    const frame = () =>
      new Promise((next) => {
        requestAnimationFrame(() => setTimeout(next, 16));
        setTimeout(next, 250);
      });
    let before;
    for (let since = 0; since < 3; since = place() === before ? since + 1 : 0) {
      before = place();
      await frame();
    }
  });
  return element;
}

/** Clicks when it stands still. */
export async function click(element, options) {
  await element.scrollIntoView();
  await (await still(element)).click(options);
}

/** Hands for one widget on a page. */
export function widget(page, tag) {
  /** What a selector finds in the widget's root. */
  const find = async (selector) => {
    const handle = await page.evaluateHandle(
      (tag, selector) => window.rootOf(document.querySelector(tag))?.querySelector(selector),
      tag,
      selector,
    );
    const element = handle.asElement();
    if (!element) throw new Error(`<${tag}> has no ${selector}`);
    return element;
  };
  const choose = (name, value) =>
    find(`input[data-field="${name}"]${value === undefined ? '' : `[value="${value}"]`}`);

  return {
    find,
    /** Types into a control, as a person does. */
    async type(name, text) {
      const control = await find(`[data-field="${name}"]`);
      await click(control, { count: 3 });
      await page.keyboard.type(text);
    },
    /** Clicks a radio button or a box. */
    async tick(name, value) {
      await click(await choose(name, value));
    },
    /** Chooses from a list, or sets a date, whose own calendar no driver can open. */
    async set(name, value) {
      const control = await find(`[data-field="${name}"]`);
      await control.focus();
      await control.evaluate((input, value) => {
        input.value = value;
        for (const type of ['input', 'change'])
          input.dispatchEvent(new Event(type, { bubbles: true }));
      }, value);
    },
    async submit(options) {
      await click(await find('[part="submit"]'), options);
    },
    async press(selector, options) {
      await click(await find(selector), options);
    },
    /** Waits until something stands in the root. */
    until: (selector, timeout = 20_000) =>
      page.waitForFunction(
        (tag, selector) => !!window.rootOf(document.querySelector(tag))?.querySelector(selector),
        { timeout },
        tag,
        selector,
      ),
    has: (selector) =>
      page.evaluate(
        (tag, selector) => !!window.rootOf(document.querySelector(tag))?.querySelector(selector),
        tag,
        selector,
      ),
    /** The text of a part, blanks folded. */
    text: async (selector) =>
      (await find(selector)).evaluate((node) =>
        (node.innerText ?? node.textContent).replace(/\s+/g, ' ').trim(),
      ),
    /** What stands in a control. */
    value: async (name) => (await find(`[data-field="${name}"]`)).evaluate(({ value }) => value),
    /** What has the focus inside the widget: its part, its data name and its text. */
    focus: () =>
      page.evaluate((tag) => {
        const element = window.rootOf(document.querySelector(tag))?.activeElement;
        return (
          element && {
            part: element.getAttribute('part') ?? '',
            field: element.dataset.field ?? '',
            text: (element.textContent ?? '').trim(),
          }
        );
      }, tag),
    /** The words of a consent, as shown: without what is there for the ear alone. */
    consent: async (id) =>
      (await find(`label:has([data-field="consent.${id}"])`)).evaluate((label) => {
        const shown = label.cloneNode(true);
        for (const unseen of shown.querySelectorAll('.unseen')) unseen.remove();
        return shown.textContent.replace(/\s+/g, ' ').trim();
      }),
  };
}

/** Something in the appointment form's list of times, or in what it says of the choice: each has a root of its own. */
export async function inPicker(page, selector) {
  const find = (wanted) => {
    let root = window.rootOf(document.querySelector('appointment-form'));
    for (const tag of ['clinic-slot-picker', 'clinic-slot-choice']) {
      const inner = root?.querySelector(tag);
      root = inner && window.rootOf(inner);
      const found = root?.querySelector(wanted);
      if (found) return found;
    }
    return undefined;
  };
  // A page that lies behind another draws no frames: it is asked by the clock.
  await page.waitForFunction(find, { timeout: 20_000, polling: 100 }, selector);
  return (await page.evaluateHandle(find, selector)).asElement();
}

/** Clicks what stands in the slot picker of the appointment form: a time that is free, or the way on without one. */
export async function pick(page, what) {
  await click(await inPicker(page, { time: '.time', days: '.others button' }[what]));
}

/** A weekday soon after today, `YYYY-MM-DD`, as a visitor would choose it. */
export function soon(days = 7) {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

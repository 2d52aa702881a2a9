/**
 * What an FAQ of 1,000 entries costs: server-sent plain HTML with a small script of its own, beside ours from the same HTML and from JSON, in
 * turns. `ROUNDS=7`. The ratios count; milliseconds are those of this machine and of what else it does: `floor` is the same page with a box
 * that nobody listens to, so no key is painted sooner here.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromium, chromiumArgs } from '../tools/browsers.mjs';
import { must } from '../tools/run.mjs';

const rounds = Number(process.env.ROUNDS ?? 7);
await must(process.execPath, ['tools/build.mjs']);

const answer =
  'We look at it together, and tell you before you decide. Most people need some weeks, and the first visit takes an hour.';
const entries = Array.from({ length: 1000 }, (_, at) => ({
  id: `q${at}`,
  question: `Question ${at}: what should I know about it?`,
  answer: `${answer}\n\n${answer}`,
}));
const details = entries
  .map(
    ({ id, question }) =>
      `<details id="${id}"><summary>${question}</summary><p>${answer}</p><p>${answer}</p></details>`,
  )
  .join('');

/**
 * First of all scripts: long tasks, and for each press the time from the key to the frame that shows what it did. The frame is asked for when
 * the text changes: one that is painted between the key and that shows nothing yet. `found`: the frame that shows another number of questions,
 * where there is one; ours paints the letter first.
 */
const watch = `<script>window.paints = []; window.found = 0; window.blocked = 0; let pressed;
const counted = () => (document.querySelector('clinic-faq')?.shadowRoot ?? document).querySelector('[role=status]')?.textContent;
const afterFrame = (act) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = act;
  port2.postMessage(0);
});
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) blocked += duration - 50; }).observe({ type: 'longtask', buffered: true });
addEventListener('keydown', ({ timeStamp }) => { pressed = timeStamp; }, true);
for (const type of ['input', 'click']) addEventListener(type, ({ timeStamp }) => {
  const since = type === 'input' ? pressed : timeStamp;
  const before = counted();
  window.found = 0;
  afterFrame(() => paints.push(performance.now() - since));
  const look = (left) => afterFrame(() => {
    if (counted() !== before) window.found = performance.now() - since;
    else if (left) look(left - 1);
  });
  if (type === 'input') look(30);
}, true);
document.addEventListener('clinic-ready', () => performance.mark('interactive'));
// From JSON it can be used when its first entries are there.
new MutationObserver(() => { if (document.querySelector('clinic-faq[src] > details')) window.usable ??= performance.now(); }).observe(document, { childList: true, subtree: true });</script>`;
const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><meta name="clinic-widgets" data-inspect="true"><link rel="stylesheet" href="/clinic-widgets.css">${watch}${body}`;
const ours = (inside) =>
  page(`<script type="module" src="/clinic-faq.js"></script><clinic-faq ${inside}</clinic-faq>`);

const plain = (script) =>
  page(
    `<style>#faq summary{display:block;min-height:56px;box-sizing:border-box;padding:16px 0}</style><label>Search <input id="box" type="search"></label><p id="count" role="status"></p><div id="faq">${details}</div><script src="/${script}"></script>`,
  );
const contenders = {
  'plain HTML': plain('plain-faq.js'),
  'clinic-faq, children': ours(`>${details}`),
  'clinic-faq, JSON': ours('src="/faq.json">'),
  floor: plain('none.js'),
};
const pack = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
const type = { js: 'text/javascript', css: 'text/css', json: 'application/json' };
const files = {
  '/none.js': `performance.mark('interactive')`,
  '/plain-faq.js': readFileSync('bench/plain-faq.js'),
  '/faq.json': JSON.stringify({ entries }),
};
const pages = Object.values(contenders);
const server = createServer(({ url }, response) => {
  const at = /^\/(\d)$/.exec(url)?.[1];
  const body = at
    ? pages[Number(at)]
    : (files[url] ?? (/^\/[\w.-]+\.(js|css)$/.test(url) ? readFileSync(`dist${url}`) : undefined));
  if (body === undefined) return response.writeHead(204).end();
  const contentType = at ? 'text/html' : type[url.split('.').pop()];
  response.writeHead(200, { 'Content-Type': contentType, 'Content-Encoding': 'br' });
  response.end(pack(body));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({ executablePath: chromium, args: chromiumArgs });
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** What the box is given, key by key, then emptied at once. The last key leaves 271 of 1,000. */
const typed = [...'question 7'];

async function measure(at, rate) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  const devtools = await tab.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  await tab.goto(`${origin}/${at}`);
  const rowsThere = () =>
    performance.getEntriesByName('interactive').length > 0 && document.querySelector('#q0');
  const handle = await tab.waitForFunction(rowsThere);
  await handle.dispose();
  const usable = await tab.evaluate(
    () => window.usable ?? performance.getEntriesByName('interactive')[0].startTime,
  );
  await tab.waitForFunction(() => document.querySelectorAll('details').length === 1000);
  await pause(700 * Math.sqrt(rate));
  const [paint, blocked] = await tab.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    window.blocked,
  ]);
  const press = async (act) => {
    await tab.evaluate(() => void (window.paints.length = 0));
    await act();
    await tab.waitForFunction(() => window.paints.length > 0);
    const paint = await tab.evaluate(() => window.paints[0]);
    await pause(30 * rate);
    return paint;
  };
  const expansions = [];
  for (const at of [0, 1, 2]) expansions.push(await press(() => tab.click(`#q${at} > summary`)));
  const select = () =>
    tab.evaluate(() => {
      const root = document.querySelector('clinic-faq')?.shadowRoot ?? document;
      root.querySelector('input').select();
    });
  await select();
  await pause(400 * Math.sqrt(rate));
  const work = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1000;
  };
  const before = await work();
  const keys = [];
  const found = [];
  const key = async (name) => {
    keys.push(await press(() => tab.keyboard.press(name)));
    found.push(await tab.evaluate(() => window.found));
  };
  for (const letter of typed) await key(letter);
  await select();
  await key('Backspace');
  const perKey = ((await work()) - before) / (typed.length + 1);
  await context.close();
  return {
    usable,
    FCP: paint,
    TBT: blocked,
    expand: middle(expansions),
    first: keys[0],
    key: middle(keys.slice(1, -1)),
    last: keys.at(-2),
    clear: keys.at(-1),
    'first found': found[0],
    'last found': found.at(-2),
    'clear found': found.at(-1),
    perKey,
  };
}

for (const rate of (process.env.RATES ?? '1,4').split(',').map(Number)) {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [at, name] of Object.keys(contenders).entries())
      results[name].push(await measure(at, rate));
  console.log(
    `\nFAQ of 1,000 entries; ${rate === 1 ? 'as the machine is' : '4x slower processor'}; ${rounds} rounds; load ${loadavg()[0].toFixed(1)}`,
  );
  const of = (name, what) => middle(results[name].map((result) => result[what]));
  for (const name of Object.keys(contenders)) {
    const told = Object.keys(results[name][0]).map((what) => {
      const [own, plain] = [of(name, what), of('plain HTML', what)];
      return `${what} ${own.toFixed(1)} ms${plain > 0 ? ` (${(own / plain).toFixed(2)}x)` : ''}`;
    });
    console.log(`  ${name.padEnd(21)} ${told.join('  ')}`);
  }
}
await browser.close();
server.close();

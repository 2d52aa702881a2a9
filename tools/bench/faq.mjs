/**
 * What an FAQ of 1,000 entries costs: server-sent plain HTML with a small script of its own, beside ours from the same HTML and from JSON, in
 * turns. `ROUNDS=7`. The ratios count; milliseconds are those of this machine and of what else it does.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromium, chromiumArgs } from '../browsers.mjs';
import { must } from '../run.mjs';

const rounds = Number(process.env.ROUNDS ?? 7);
const typed = 'question 7';
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

/** First of all scripts: long tasks, and for each press the time to the frame that shows what it did. */
const watch = `<script>window.paints = []; window.blocked = 0;
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) blocked += duration - 50; }).observe({ type: 'longtask', buffered: true });
for (const type of ['keydown', 'click']) addEventListener(type, ({ timeStamp }) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => paints.push(performance.now() - timeStamp);
  port2.postMessage(0);
}), true);
document.addEventListener('clinic-ready', () => performance.mark('interactive'));
// From JSON it can be used when its first entries are there.
new MutationObserver(() => { if (document.querySelector('clinic-faq[src] > details')) window.usable ??= performance.now(); }).observe(document, { childList: true, subtree: true });</script>`;
const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><meta name="clinic-widgets" data-inspect="true"><link rel="stylesheet" href="/clinic-widgets.css">${watch}${body}`;
const ours = (inside) =>
  page(`<script type="module" src="/clinic-faq.js"></script><clinic-faq ${inside}</clinic-faq>`);

const contenders = {
  'plain HTML': page(
    `<style>#faq summary{display:block;min-height:56px;box-sizing:border-box;padding:16px 0}</style><label>Search <input id="box" type="search"></label><p id="count" role="status"></p><div id="faq">${details}</div><script src="/plain-faq.js"></script>`,
  ),
  'clinic-faq, children': ours(`>${details}`),
  'clinic-faq, JSON': ours('src="/faq.json">'),
};
const pack = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
const type = { js: 'text/javascript', css: 'text/css', json: 'application/json' };
const files = {
  '/plain-faq.js': readFileSync('tools/bench/plain-faq.js'),
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

async function measure(at, rate) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  const devtools = await tab.createCDPSession();
  await devtools.send('Performance.enable');
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
  const presses = async (act, times) => {
    const results = [];
    for (let time = 0; time < times; time++) {
      await tab.evaluate(() => void (window.paints.length = 0));
      await act(time);
      await tab.waitForFunction(() => window.paints.length > 0);
      results.push(await tab.evaluate(() => window.paints[0]));
    }
    return middle(results);
  };
  const expand = await presses((time) => tab.click(`#q${time} > summary`), 3);
  await tab.evaluate(() => {
    const root = document.querySelector('clinic-faq')?.shadowRoot ?? document;
    root.querySelector('input').focus();
  });
  await pause(400 * Math.sqrt(rate));
  const work = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1000;
  };
  const before = await work();
  const key = await presses((time) => tab.keyboard.press(typed[time]), typed.length);
  const perKey = ((await work()) - before) / typed.length;
  await context.close();
  return { usable, FCP: paint, TBT: blocked, expand, key, perKey };
}

for (const rate of [1, 4]) {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [at, name] of Object.keys(contenders).entries())
      results[name].push(await measure(at, rate));
  console.log(
    `\nFAQ of 1,000 entries; ${rate === 1 ? 'as the machine is' : '4x slower processor'}; ${rounds} rounds; load ${loadavg()[0].toFixed(1)}`,
  );
  const of = (name, what) => middle(results[name].map((result) => result[what]));
  for (const name of Object.keys(contenders)) {
    const told = ['usable', 'FCP', 'TBT', 'expand', 'key', 'perKey'].map((what) => {
      const [own, plain] = [of(name, what), of('plain HTML', what)];
      return `${what} ${own.toFixed(1)} ms${plain > 0 ? ` (${(own / plain).toFixed(2)}x)` : ''}`;
    });
    console.log(`  ${name.padEnd(21)} ${told.join('  ')}`);
  }
}
await browser.close();
server.close();

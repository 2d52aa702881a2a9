/**
 * `npm run bench`: what our script costs a page, beside a plain Lit element and plain HTML doing the same, in the same run. Read the
 * ratios, not the milliseconds. `ROUNDS=9` loads of each, taken in turns; the middle one counts.
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { chromium, chromiumArgs } from './browsers.mjs';
import { must } from './run.mjs';

const rounds = Number(process.env.ROUNDS ?? 9);
const text = 'somebody@example.org';

await must(process.execPath, ['tools/build.mjs']);
const built = await build({
  configFile: false,
  logLevel: 'silent',
  build: {
    write: false,
    lib: { entry: 'tools/bench/plain-lit.js', formats: ['es'], fileName: 'plain-lit' },
  },
});
const plainLit = [built].flat()[0].output[0].code;

const html = `<form id="f" novalidate><label for="email">Email</label><input id="email" type="email">
<label><input id="consent" type="checkbox"> Send me the newsletter</label><button>Sign up</button></form>
<script>f.onsubmit = (event) => event.preventDefault(); performance.mark('interactive')</script>`;
const ours = `<newsletter-signup endpoint="/sink"></newsletter-signup>
<script>document.addEventListener('clinic-ready', () => performance.mark('interactive'))</script>`;
const page = (body) => `<!doctype html><html lang="en"><title>bench</title>${body}`;

/** Every contender: its page and the scripts on it. */
const contenders = {
  'plain HTML': { page: page(html), scripts: {} },
  'plain Lit element': {
    page: page('<plain-signup></plain-signup><script type="module" src="/a.js"></script>'),
    scripts: { '/a.js': plainLit },
  },
  'newsletter-signup.js': {
    page: page(`${ours}<script type="module" src="/a.js"></script>`),
    scripts: { '/a.js': readFileSync('dist/newsletter-signup.js') },
  },
  'clinic-widgets.js': {
    page: page(`${ours}<script type="module" src="/a.js"></script>`),
    scripts: { '/a.js': readFileSync('dist/clinic-widgets.js') },
  },
};

const serve = ({ page, scripts }) =>
  new Promise((resolve) => {
    const server = createServer(({ url }, response) => {
      const lazy =
        /^\/[\w.-]+\.js$/.test(url) && !(url in scripts) ? readFileSync(`dist${url}`) : undefined;
      const script = scripts[url] ?? lazy;
      if (url !== '/' && !script) return response.writeHead(204).end();
      response.writeHead(200, {
        'Content-Type': script ? 'text/javascript' : 'text/html',
        'Content-Encoding': 'br',
      });
      response.end(brotliCompressSync(script ?? page));
    }).listen(0, '127.0.0.1', () => resolve(server));
  });

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const browser = await puppeteer.launch({ executablePath: chromium, args: chromiumArgs });

/** One cold load of a page: milliseconds until it can be used, and milliseconds of work for each key. */
async function measure(origin, slow) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  const devtools = await tab.createCDPSession();
  await devtools.send('Performance.enable');
  if (slow) {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 200_000,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await tab.goto(`${origin}/`);
  await tab.waitForFunction(() => performance.getEntriesByName('interactive').length > 0);
  const interactive = await tab.evaluate(
    () => performance.getEntriesByName('interactive')[0].startTime,
  );

  const work = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1000;
  };
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('x');
  await new Promise((resolve) => setTimeout(resolve, slow ? 800 : 200));
  const before = await work();
  for (const key of text) {
    await tab.keyboard.type(key);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve())));
  }
  const perKey = ((await work()) - before) / text.length;
  await context.close();
  return { interactive, perKey };
}

for (const slow of [false, true]) {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const servers = {};
  for (const [name, contender] of Object.entries(contenders))
    servers[name] = await serve(contender);
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(contenders)) {
      results[name].push(await measure(`http://127.0.0.1:${servers[name].address().port}`, slow));
    }
  }
  for (const server of Object.values(servers)) server.close();

  console.log(
    `\n${slow ? '4x slower processor, 1.6 Mbit/s, 150 ms' : 'As the machine is'}; ${rounds} rounds`,
  );
  const limit = middle(results['plain HTML'].map(({ interactive }) => interactive));
  for (const [name, values] of Object.entries(results)) {
    const interactive = middle(values.map((value) => value.interactive));
    const perKey = middle(values.map((value) => value.perKey));
    console.log(
      `  ${name.padEnd(22)} usable after ${interactive.toFixed(0).padStart(5)} ms (${(interactive / limit).toFixed(2)}x)` +
        `   work per key ${perKey.toFixed(2)} ms`,
    );
  }
}
await browser.close();

await must(process.execPath, ['tools/bench/payers.mjs']);
await must(process.execPath, ['tools/bench/faq.mjs']);

/** Drives a page by `data-field` and the submit button alone, so ours and the others are treated alike. */

const answer = 'somebody@example.org';
const settle = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in the page before its scripts: finds controls also in open shadow roots. */
function install() {
  window.find = (selector, root = document) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && window.find(selector, shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const look = () => {
    if (window.find('[data-field="email"]') && window.find('button[type="submit"]'))
      performance.mark('usable');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** 1.6 Mbit/s, 150 ms, and a processor four times slower. */
const slowPhone = async (devtools) => {
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 200_000,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
};

/** Opens a page with nothing cached, and waits until its email field can be used. */
async function open(browser, origin, { slow = false } = {}) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  const devtools = await tab.createCDPSession();
  await tab.evaluateOnNewDocument(install);
  if (slow) await slowPhone(devtools);
  await tab.goto(`${origin}/`);
  await tab.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  return { context, tab, devtools };
}

/** Milliseconds from the start of the navigation until the email field and the submit button are there. */
export async function timeToUsable(browser, origin) {
  const { context, tab } = await open(browser, origin, { slow: true });
  const value = await tab.evaluate(() => performance.getEntriesByName('usable')[0].startTime);
  return { value, close: () => context.close() };
}

/** Milliseconds of script, style and layout for each key in the email field: fresh, and after a refused submit. */
export async function workPerKey(browser, origin) {
  const { context, tab, devtools } = await open(browser, origin);
  await devtools.send('Performance.enable');
  const work = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1000;
  };
  const focus = () => tab.evaluate(() => window.find('[data-field="email"]').focus());
  const type = async () => {
    // The first key pays for what is fetched or drawn once.
    await focus();
    await tab.keyboard.type('x');
    await settle(300);
    const before = await work();
    await tab.keyboard.type(answer, { delay: 20 });
    await settle(50);
    return ((await work()) - before) / answer.length;
  };
  const fresh = await type();
  await tab.keyboard.down('Control');
  await tab.keyboard.press('a');
  await tab.keyboard.up('Control');
  await tab.keyboard.press('Backspace');
  await tab.evaluate(() => window.find('button[type="submit"]').click());
  await settle(300);
  const refused = await type();
  return { value: { fresh, refused }, close: () => context.close() };
}

/** Bytes of heap that each further form takes, of 20. */
export async function heapPerForm(browser, origin, body) {
  const { context, tab, devtools } = await open(browser, origin);
  const more = 20;
  const heap = async () => {
    for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  await settle(500);
  const before = await heap();
  await tab.evaluate(
    (html, count) => {
      for (let one = 0; one < count; one++) {
        const place = document.createElement('div');
        place.innerHTML = html;
        document.body.append(place);
      }
    },
    body,
    more,
  );
  await settle(1000);
  const value = ((await heap()) - before) / more;
  return { value, close: () => context.close() };
}

/**
 * `npm run bench`: what our forms cost a page, beside a bare Lit element and plain HTML with the same controls, in one run in Chromium.
 *
 * Each figure is the median of rounds that measure all three in turn, with its 95% interval. A round during which other work ran on the
 * machine is thrown away and counted. `ROUNDS=25` quiet rounds are wanted, `ATTEMPTS=4` times as many tried at most; `NOISY=1` keeps
 * all rounds, for a look on a busy machine. Words after the command choose parts: `npm run bench -- keys heap usable`.
 */
import { loadavg } from 'node:os';
import puppeteer from 'puppeteer-core';
import { chromium, chromiumArgs } from '../tools/browsers.mjs';
import { must } from '../tools/run.mjs';
import { heapPerForm, timeToUsable, workPerKey } from './driver.mjs';
import { contenders, serve } from './pages.mjs';
import { limit, watch } from './quiet.mjs';
import { interval, isMet, median } from './statistics.mjs';

const wanted = Number(process.env.ROUNDS ?? 25);
const attempts = wanted * Number(process.env.ATTEMPTS ?? 4);
const noisy = process.env.NOISY === '1';

/** What is measured in one page, and the figures made of it: ours over bare Lit, or ours alone. */
const parts = {
  keys: {
    forms: ['newsletter-signup', 'appointment-form'],
    measure: workPerKey,
    figures: ['fresh', 'refused'].map((state) => ({
      what: `work per key in the email field, ${state === 'fresh' ? 'fresh' : 'after a refused submit'}`,
      of: (value) => value[state],
      unit: 'ms',
      goals: { 'newsletter-signup': 1.5, 'appointment-form': 1.5 },
    })),
  },
  heap: {
    forms: ['appointment-form'],
    measure: heapPerForm,
    figures: [
      {
        what: 'heap per further form',
        of: (value) => value / 1000,
        unit: 'kB',
        goals: { 'appointment-form': 40 },
        absolute: true,
      },
    ],
  },
  usable: {
    forms: ['newsletter-signup', 'appointment-form'],
    measure: timeToUsable,
    figures: [
      {
        what: 'time to usable on a slow phone',
        of: (value) => value,
        unit: 'ms',
        goals: { 'newsletter-signup': 1.15, 'appointment-form': 1.4 },
      },
    ],
  },
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length) {
  console.error(
    `No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(1);
}

await must(process.execPath, ['tools/build.mjs']);
const forms = await contenders();
const browser = await puppeteer.launch({ executablePath: chromium, args: chromiumArgs });
const devtools = await browser.target().createCDPSession();

/** One value for each contender, in an order that changes from round to round. */
async function round(number, pages, measure) {
  const names = Object.keys(pages);
  const order = names.map((_, index) => names[(index + number) % names.length]);
  const open = [];
  try {
    const { result, foreign } = await watch(devtools, async () => {
      const values = {};
      for (const name of order) {
        const { origin, body } = pages[name];
        const { value, close } = await measure(browser, origin, body);
        open.push(close);
        values[name] = value;
      }
      return values;
    });
    return { values: result, foreign };
  } finally {
    for (const close of open) await close();
  }
}

const number = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const cell = (values, unit) => `${number(median(values))} ${unit}`;
const rows = [];
let missed = 0;

for (const [part, { forms: measured, measure, figures }] of Object.entries(parts)) {
  if (chosen.length && !chosen.includes(part)) continue;
  for (const form of measured) {
    const pages = {};
    const servers = [];
    for (const [name, contender] of Object.entries(forms[form])) {
      const server = await serve(contender);
      servers.push(server);
      pages[name] = { origin: server.origin, body: contender.body };
    }
    const kept = [];
    let disturbed = 0;
    for (let turn = 0; turn < attempts && kept.length < wanted; turn++) {
      const { values, foreign } = await round(turn, pages, measure);
      const quiet = foreign <= limit;
      if (!quiet) disturbed++;
      if (quiet || noisy) kept.push(values);
    }
    for (const server of servers) server.close();

    for (const { what, of, unit, goals, absolute } of figures) {
      const row = { figure: `<${form}>: ${what}`, rounds: kept.length, disturbed };
      if (kept.length < wanted) {
        missed++;
        rows.push({ ...row, result: 'not enough quiet rounds' });
        continue;
      }
      const all = (name) => kept.map((values) => of(values[name]));
      const compared = absolute ? all('ours') : kept.map(({ ours, lit }) => of(ours) / of(lit));
      const [low, high] = interval(compared);
      const mark = absolute ? ` ${unit}` : 'x';
      const met = isMet(compared, goals[form]);
      if (!met) missed++;
      rows.push({
        ...row,
        ours: cell(all('ours'), unit),
        'bare Lit': cell(all('lit'), unit),
        'plain HTML': cell(all('html'), unit),
        [`ours / Lit or ours`]: `${number(median(compared))}${mark} (${number(low)} to ${number(high)})`,
        goal: `${goals[form]}${mark}`,
        result: met ? 'met' : 'not met',
      });
    }
  }
}
await browser.close();

console.table(rows);
console.log(
  `Disturbed: other work took more than ${limit * 100}% of one processor. ${noisy ? 'Such rounds were KEPT (NOISY=1).' : 'Such rounds were thrown away.'} ` +
    `Load at the end: ${loadavg().map(number).join(' ')}`,
);
console.log(`${rows.length - missed} met, ${missed} not met`);
process.exit(missed ? 1 : 0);

/**
 * `npm run pinned`: what a page, a clinic and a receiver see of the built files must be as it was recorded. `PINNED_WRITE=1` records anew;
 * `DIST=<folder>` takes another build; further words choose recordings whose names hold one of them.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, crc32 } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromium, chromiumArgs } from '../../tools/browsers.mjs';
import { compare } from './compare.mjs';
import { packageRecordings } from './package.mjs';
import { scenarios } from './scenarios.mjs';
import { html, open } from './visit.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'recordings');
const dist = resolve(process.env.DIST ?? 'dist');
const write = process.env.PINNED_WRITE === '1';
const wanted = process.argv.slice(2);
const chosen = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));

/** A small picture without any library. */
function png(width, height) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 120)]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const files = mkdtempSync(join(tmpdir(), 'pinned-'));
writeFileSync(join(files, 'photo.png'), png(640, 400));
writeFileSync(join(files, 'page.jpg'), '<!doctype html><p>No photo</p>');

async function play(browser, scenario, changes = {}) {
  const options = { ...scenario, pages: { '/': html(scenario), ...scenario.pages }, ...changes };
  const visit = await open(browser, dist, options);
  try {
    await scenario.run({ ...visit, folder: files });
    return await visit.close();
  } catch (error) {
    const end = await visit.abandon();
    throw new Error(
      `${error.message}\n    the last lines before:\n${end.replace(/^/gm, '      ')}`,
      { cause: error },
    );
  }
}

const launch = () =>
  puppeteer.launch({
    executablePath: chromium,
    args: [
      ...chromiumArgs,
      '--lang=en-US',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
    ],
  });

let passed = 0;
let failed = 0;
const fail = (name, why) => {
  failed++;
  console.log(`✗ ${name}\n${why.replace(/^/gm, '    ')}`);
};

function judge(name, text) {
  const file = join(folder, `${name}.txt`);
  if (write) {
    writeFileSync(file, text);
    passed++;
    return;
  }
  if (!existsSync(file)) return fail(name, 'There is no recording of it.');
  const problems = compare(name, readFileSync(file, 'utf8'), text);
  if (problems.length) fail(name, problems.join('\n'));
  else passed++;
}

if (!chromium) {
  console.error('No Chromium is here; CHROME_PATH says where one is.');
  process.exit(1);
}
const begun = Date.now();
mkdirSync(folder, { recursive: true });
const names = Object.keys(scenarios).filter(chosen);
const queue = [...names];
const slowest = [];
const workers = Array.from({ length: Number(process.env.PINNED_WORKERS ?? 2) }, async () => {
  const browser = await launch();
  try {
    for (let name = queue.shift(); name; name = queue.shift()) {
      const started = Date.now();
      try {
        judge(name, await play(browser, scenarios[name]));
      } catch (error) {
        fail(name, error.message);
      }
      slowest.push([Date.now() - started, name]);
    }
  } finally {
    await browser.close();
  }
});
await Promise.all(workers);

const browser = await launch();
try {
  for (const [name, text] of Object.entries(await packageRecordings({ dist, browser, chosen }))) {
    names.push(name);
    judge(name, text);
  }

  // Controls: what differs is found, in the page and in a recording.
  if (!write && wanted.length === 0) {
    const name = 'newsletter-refused-there-and-replaced';
    const recorded = readFileSync(join(folder, `${name}.txt`), 'utf8');
    const planted = {
      'another name of an event': [/clinic-start/g, 'clinic-begin'],
      'another part': [/part="error"/g, 'part="mistake"'],
      'another key on the wire': [/replaces/g, 'supersedes'],
      'another attribute for the ear': [/aria-describedby/g, 'aria-details'],
    };
    for (const [what, [from, to]] of Object.entries(planted)) {
      const text = await play(browser, scenarios[name], {
        doctor: (code) => code.replace(from, to),
      }).catch(({ message }) => message);
      if (compare(name, recorded, text).length) passed++;
      else fail(`control: ${what}`, 'was planted and is not found.');
    }
    if (
      compare(name, recorded.replace('"type":"newsletter-signup"', '"type":"newsletter"'), recorded)
        .length
    )
      passed++;
    else fail('control: a doctored recording', 'is not found.');
    const known = new Set([...names, ...Object.keys(scenarios)]);
    for (const file of readdirSync(folder))
      if (!known.has(file.replace(/\.txt$/, '')))
        fail(file, 'Nothing makes this recording any more.');
  }
} finally {
  await browser.close();
  rmSync(files, { recursive: true, force: true });
}

const [time, name] = slowest.sort(([one], [other]) => other - one)[0] ?? [0, '-'];
console.log(
  `${write ? 'Recorded' : 'Compared'} ${names.length} in ${((Date.now() - begun) / 1000).toFixed(0)} s; the slowest was ${name}, ${(time / 1000).toFixed(1)} s`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

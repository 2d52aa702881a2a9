/**
 * `npm run room`: opens the demo page in Chromium at phone and desktop width and writes the height
 * of each widget to src/theme/room.json. The next build makes dist/clinic-widgets.css from it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromium, chromiumArgs } from '../browsers.mjs';
import { aliasOf, file } from './room.mjs';
import { tags } from './tags.mjs';

/**
 * Runs in the page. Returns the heights of the ready widgets without their reserved height, and the
 * height above children that stay in the page.
 */
function heights(names) {
  document.querySelector('link[href*="clinic-widgets.css"]')?.remove();
  return Object.fromEntries(
    Object.entries(names).flatMap(([tag, selector]) => {
      const widget = document.querySelector(selector);
      if (!widget) return [];
      const { top, height } = widget.getBoundingClientRect();
      const details = widget.querySelector(':scope > details');
      const above = details ? Math.round(details.getBoundingClientRect().top - top) : 0;
      return [[tag, { height: Math.round(height), above }]];
    }),
  );
}

/** @returns {Promise<import('./room.mjs').Room>} */
export async function measure() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'clinic-widgets-room-'));
  const { serveDemo } = await import(pathToFileURL(resolve('stories/demo/server.mjs')).href);
  const server = await serveDemo({ dataFolder, port: 0, log: () => {} });
  const browser = await puppeteer.launch({ executablePath: chromium, args: chromiumArgs });
  const names = Object.fromEntries(
    tags.map((tag) => [tag, `${tag}, ${aliasOf(tag)}, [data-clinic-widget="${tag}"]`]),
  );
  const at = async (width) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.evaluateOnNewDocument(() => {
      window.ready = new Set();
      document.addEventListener('clinic-ready', ({ detail }) => window.ready.add(detail.widget));
    });
    await page.goto(server.url, { waitUntil: 'networkidle0' });
    await page.waitForFunction(
      (selectors) =>
        Object.entries(selectors).every(
          ([tag, selector]) => !document.querySelector(selector) || window.ready.has(tag),
        ),
      { timeout: 15_000 },
      names,
    );
    await page.evaluate(() => document.fonts.ready);
    return page.evaluate(heights, names);
  };
  try {
    const [narrow, wide] = [await at(360), await at(1280)];
    return Object.fromEntries(
      Object.keys(narrow).map((tag) => {
        const { above } = narrow[tag];
        const heights = { narrow: narrow[tag].height, wide: wide[tag].height };
        return [tag, { ...heights, ...(above > 0 && { above }) }];
      }),
    );
  } finally {
    await browser.close();
    await server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const room = await measure();
  const before = readFileSync(file, 'utf8');
  const after = JSON.stringify(room, null, 2) + '\n';
  if (before !== after) writeFileSync(file, after);
  console.log(`${before === after ? 'No changes in' : 'Written:'} ${file}\n${after}`);
}

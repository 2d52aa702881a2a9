/** For tests that drive whole pages: the browsers that are here, and servers for pages made up by a test. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromium, chromiumArgs, firefox, webkit } from '../../tools/browsers.mjs';
import { launchWebkit } from './webkit.mjs';

const engines = {
  ...(chromium && {
    Chromium: () => puppeteer.launch({ executablePath: chromium, args: chromiumArgs }),
  }),
  ...(firefox && {
    Firefox: () => puppeteer.launch({ browser: 'firefox', executablePath: firefox }),
  }),
  ...(webkit && { WebKit: launchWebkit }),
};

/** BROWSERS: a comma separated list of engines; all that are here where nothing is said. */
const asked = process.env.BROWSERS?.split(',').map((name) => name.trim().toLowerCase());
const wanted = Object.entries(engines).filter(
  ([name]) => !asked || asked.includes('all') || asked.includes(name.toLowerCase()),
);

/** @type {Record<string, () => Promise<import('puppeteer-core').Browser>>} */
export const browsers = Object.fromEntries(wanted);

const types = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/**
 * Serves a folder under `/dist/`, to every origin, and pages by their path.
 * @param {{ folder?: string, headers?: Record<string, string>, refuse?: (path: string) => boolean, cors?: boolean }} [options]
 *   `headers` go with each page; a request that `refuse` is true for is answered 503; without `cors` other origins get no header that
 *   lets them read a file
 */
export async function serve({
  folder = 'dist',
  headers = {},
  refuse = () => false,
  cors = true,
} = {}) {
  /** @type {Map<string, string>} */
  const pages = new Map();
  /** @type {string[]} What was asked for, with its query */
  const requests = [];
  const server = createServer((request, response) => {
    const path = request.url.replace(/\?.*/, '');
    requests.push(request.url);
    const file = join(folder, path.replace(/^\/dist\//, ''));
    if (refuse(request.url)) response.writeHead(503).end();
    else if (pages.has(path))
      response
        .writeHead(200, { ...headers, 'Content-Type': types[extname(path)] ?? 'text/html' })
        .end(pages.get(path));
    else if (path.startsWith('/dist/') && !path.includes('..') && existsSync(file))
      response
        .writeHead(200, {
          'Content-Type': types[extname(file)] ?? 'application/octet-stream',
          ...(cors && { 'Access-Control-Allow-Origin': '*' }),
        })
        .end(readFileSync(file));
    else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    pages,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Files and tests that WebKit leaves out, and why. Nothing is left out in silence: the reason is printed. */
const notInWebKit = {
  'the demo, going back':
    'going back to a page sometimes never ends in its driver, which holds up all tests after it',
  'the FAQ, a link far down a JSON list':
    'the answer has the focus, but is not always in view; the cause is not found yet',
  canary:
    'its watcher starts on about:blank, where WebDriver runs no script before those of the page',
};

/** Says what WebKit leaves out. @param {keyof typeof notInWebKit} what */
export const sayLeftOut = (what) =>
  console.log(`SKIPPED in WebKit: ${what}, because ${notInWebKit[what]}.`);

/**
 * The engines that a file runs in.
 * @param {keyof typeof notInWebKit} file its name
 */
export function browsersFor(file) {
  const { WebKit, ...others } = browsers;
  if (WebKit) sayLeftOut(file);
  return others;
}

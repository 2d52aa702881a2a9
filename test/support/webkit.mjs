/**
 * WebKitGTK behind the part of Puppeteer's interface that our pages use, because Puppeteer drives no WebKit. WebDriver says what to click and
 * to type; a proxy in front of the page does what WebDriver cannot: it runs a script before those of the page, sees all requests, holds, answers
 * and drops them. Each page is a browser of its own, so it is always in front, and time zone, color scheme and reduced motion may differ.
 * What WebKitGTK cannot do throws by its name.
 */
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWebkit } from '../../tools/webkit.mjs';

/** Runs in the page before its scripts: keeps what the console, errors and the policy have to say until a test asks. */
function listen() {
  if (window.__driver) return;
  const driver = { objects: new Map(), count: 0, lines: [] };
  Object.defineProperty(window, '__driver', { value: driver });
  const text = (part) => {
    if (part instanceof Error) return `${part}`;
    return typeof part === 'object' && part ? JSON.stringify(part) : String(part);
  };
  for (const type of ['log', 'info', 'warn', 'error', 'debug']) {
    const real = console[type];
    console[type] = (...parts) => {
      driver.lines.push(['console', type, parts.map(text).join(' ')]);
      real.apply(console, parts);
    };
  }
  window.addEventListener('error', ({ message }) => driver.lines.push(['pageerror', '', message]));
  window.addEventListener('unhandledrejection', ({ reason }) =>
    driver.lines.push(['pageerror', '', String(reason?.message ?? reason)]),
  );
  document.addEventListener('securitypolicyviolation', (event) =>
    driver.lines.push(['console', 'error', `${event.violatedDirective} ${event.blockedURI}`]),
  );
}

/** Runs in the page, around a function: opens handles, keeps or writes down what comes out, and passes the lines on. */
const around = (source) => `
  const [given, keep, done] = arguments;
  (${listen})();
  const driver = window.__driver;
  const open = (value) => value && value.__handle ? driver.objects.get(value.__handle) : value;
  const close = (value) => {
    if (!keep) return { value };
    driver.objects.set(++driver.count, value);
    return { handle: driver.count, element: value instanceof Node, empty: !value };
  };
  (async () => close(await (${source})(...given.map(open))))()
    .catch((error) => ({ error: String(error && error.message || error) }))
    .then((result) => done(JSON.stringify({ ...result, lines: driver.lines.splice(0), href: location.href })));`;

/** Lets the first script of the page run, whose hash this is, and changes nothing else about a policy. */
const permit = (policy, hash) => {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  const find = (name) => directives.find(([first]) => first.toLowerCase() === name);
  const fallback = find('default-src');
  let rule = find('script-src-elem') ?? find('script-src');
  if (!rule && fallback) directives.push((rule = ['script-src', ...fallback.slice(1)]));
  if (rule && !rule.includes("'unsafe-inline'")) {
    const rest = rule.filter((word) => word !== "'none'");
    rule.splice(0, rule.length, ...rest, `'sha256-${hash}'`);
  }
  return directives.map((words) => words.join(' ')).join('; ');
};

const resourceTypes = { iframe: 'document', style: 'stylesheet', empty: 'fetch' };

class Handle {
  constructor(page, { handle, element, empty }) {
    Object.assign(this, { page, __handle: handle, element, empty });
  }
  toJSON() {
    return { __handle: this.__handle };
  }
  asElement() {
    return this.element ? this : null;
  }
  evaluate(run, ...given) {
    return this.page.evaluate(run, this, ...given);
  }
  jsonValue() {
    return this.evaluate((value) => value);
  }
  async $(selector) {
    const find = (node, selector) => node.querySelector(selector);
    return (await this.page.evaluateHandle(find, this, selector)).asElement();
  }
  async $$(selector) {
    const list = await this.page.evaluateHandle(
      (node, selector) => [...node.querySelectorAll(selector)],
      this,
      selector,
    );
    const count = await list.evaluate(({ length }) => length);
    const at = (index) => this.page.evaluateHandle((all, index) => all[index], list, index);
    return Promise.all(Array.from({ length: count }, (_, index) => at(index)));
  }
  /** No script can give a frame the keys of the keyboard. */
  focus() {
    return this.evaluate((node) => node.focus());
  }
  scrollIntoView() {
    return this.evaluate((node) =>
      node.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' }),
    );
  }
  boundingBox() {
    return this.evaluate((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x, y, width, height };
    });
  }
  /** The middle of its first line, in the window; brought into view where it is not. */
  middle() {
    return this.evaluate((node) => {
      const middle = () => {
        const rects = [...node.getClientRects()].filter(({ width, height }) => width && height);
        if (!rects.length) throw new Error(`<${node.localName}> cannot be clicked: it has no box`);
        const { x, y, width, height } = rects[0];
        return { x: x + width / 2, y: y + height / 2 };
      };
      const outside = ({ x, y }) => x < 0 || y < 0 || x > innerWidth || y > innerHeight;
      if (outside(middle()))
        node.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const place = middle();
      for (let view = window; view.frameElement; view = view.parent) {
        const frame = view.frameElement.getBoundingClientRect();
        place.x += frame.x;
        place.y += frame.y;
      }
      return place;
    });
  }
  async click(options) {
    const { x, y } = await this.middle();
    await this.page.top.mouse.click(x, y, options);
  }
  async hover() {
    const { x, y } = await this.middle();
    await this.page.top.mouse.move(x, y);
  }
  async type(text) {
    await this.focus();
    await this.page.top.keyboard.type(text);
  }
  async uploadFile(...paths) {
    const script = 'return window.__driver.objects.get(arguments[0])';
    const found = await this.page.command('POST', '/execute/sync', {
      script,
      args: [this.__handle],
    });
    const [id] = Object.values(found);
    await this.page.command('POST', `/element/${id}/value`, { text: paths.join('\n') });
  }
  contentFrame() {
    return this.page.frameOf(this);
  }
}

/** What a page and a frame in it have in common. */
class Context extends EventEmitter {
  address = 'about:blank';

  url() {
    return this.address;
  }
  async run(source, given, keep) {
    const args = [given.map((one) => (one instanceof Handle ? one.toJSON() : (one ?? null))), keep];
    const body = { script: around(source), args };
    const answer = JSON.parse(await this.command('POST', '/execute/async', body));
    this.address = answer.href;
    for (const [event, type, text] of answer.lines)
      this.top.emit(
        event,
        event === 'console' ? { type: () => type, text: () => text } : new Error(text),
      );
    if (answer.error) throw new Error(answer.error);
    return answer;
  }
  async evaluate(run, ...given) {
    const source = typeof run === 'string' ? `() => { ${run} }` : run;
    return (await this.run(source, given, false)).value;
  }
  async evaluateHandle(run, ...given) {
    return new Handle(this, await this.run(run, given, true));
  }
  async waitForFunction(run, { timeout = 30_000, polling = 50 } = {}, ...given) {
    const wait = typeof polling === 'number' ? polling : 20;
    let problem;
    for (const end = Date.now() + timeout; Date.now() < end; await sleep(wait)) {
      try {
        const handle = await this.evaluateHandle(run, ...given);
        if (!handle.empty) return handle;
      } catch (error) {
        // A page that is just left answers nothing.
        problem = error;
      }
    }
    throw new Error(`Waited ${timeout} ms in vain for ${run}${problem ? `: ${problem}` : ''}`);
  }
  async waitForSelector(selector, { visible = false, ...options } = {}) {
    const find = (selector, visible) => {
      const found = document.querySelector(selector);
      return found && (!visible || found.checkVisibility({ visibilityProperty: true })) && found;
    };
    return this.waitForFunction(find, options, selector, visible);
  }
  root() {
    return this.evaluateHandle(() => document);
  }
  async $(selector) {
    return (await this.root()).$(selector);
  }
  async $$(selector) {
    return (await this.root()).$$(selector);
  }
  async need(selector) {
    const found = await this.$(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  }
  async $eval(selector, run, ...given) {
    return this.evaluate(run, await this.need(selector), ...given);
  }
  async $$eval(selector, run, ...given) {
    const find = (selector) => [...document.querySelectorAll(selector)];
    return this.evaluate(run, await this.evaluateHandle(find, selector), ...given);
  }
  async click(selector, options) {
    await (await this.need(selector)).click(options);
  }
  async hover(selector) {
    await (await this.need(selector)).hover();
  }
  async type(selector, text) {
    await (await this.need(selector)).type(text);
  }
}

class Frame extends Context {
  constructor(page, element) {
    super();
    Object.assign(this, { top: page.top, element, queue: Promise.resolve() });
  }
  command(method, path, body) {
    const { page } = this.element;
    const send = async () => {
      const script = 'return window.__driver.objects.get(arguments[0])';
      const args = [this.element.__handle];
      const id = await page.command('POST', '/execute/sync', { script, args });
      await page.command('POST', '/frame', { id });
      try {
        return await page.command(method, path, body);
      } finally {
        await page.command('POST', '/frame/parent');
      }
    };
    const answer = this.queue.then(send);
    this.queue = answer.catch(() => {});
    return answer;
  }
}

class Page extends Context {
  top = this;
  #preload = [`(${listen})()`];
  #options = {};
  #viewport;
  #intercepts = false;
  #offline = false;
  #bypass = false;
  #open = 0;
  #quietSince = Date.now();
  #starting;
  #proxy;
  #browser;

  // --- Before the browser is there

  #need(what) {
    throw new Error(`WebKitGTK cannot ${what}`);
  }
  #set(options) {
    if (this.#starting) this.#need('change time zone, color scheme or motion on an open page');
    Object.assign(this.#options, options);
  }
  async emulateTimezone(timeZone) {
    this.#set({ timeZone });
  }
  async emulateMediaFeatures(features) {
    const known = {
      'prefers-color-scheme': 'colorScheme',
      'prefers-reduced-motion': 'reducedMotion',
    };
    for (const { name, value } of features) {
      if (!known[name]) this.#need(`emulate ${name}`);
      this.#set({ [known[name]]: value });
    }
  }
  async evaluateOnNewDocument(run, ...given) {
    this.#preload.push(`(${run})(${given.map((one) => JSON.stringify(one)).join(', ')})`);
  }
  async setBypassCSP(bypass) {
    this.#bypass = bypass;
  }
  async emulateMediaType() {
    this.#need('emulate a medium');
  }
  async createCDPSession() {
    this.#need('speak the protocol of Chromium’s developer tools');
  }
  async #start() {
    this.#proxy = await this.#serve();
    this.#browser = await startWebkit({ ...this.#options, proxy: this.#proxy.url });
    await this.#browser.command('POST', '/timeouts', { script: 120_000 });
    if (this.#viewport) await this.#browser.setViewportSize(this.#viewport);
  }
  start() {
    return (this.#starting ??= this.#start());
  }
  async command(...given) {
    await this.start();
    return this.#browser.command(...given);
  }

  // --- The network

  async #serve() {
    const server = createServer((incoming, outgoing) => {
      this.#open++;
      outgoing.once('close', () => {
        this.#open--;
        this.#quietSince = Date.now();
      });
      this.#pass(incoming, outgoing).catch(() => outgoing.destroy());
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return {
      url: `http://127.0.0.1:${server.address().port}`,
      close() {
        server.closeAllConnections();
        server.close();
      },
    };
  }

  async #pass(incoming, outgoing) {
    const { url, method, headers } = incoming;
    const kept = { ...headers };
    for (const name of ['proxy-connection', 'accept-encoding']) delete kept[name];
    const to = headers['sec-fetch-dest'];
    let decided;
    const decision = new Promise((resolve) => (decided = resolve));
    this.emit('request', {
      url: () => url,
      method: () => method,
      headers: () => headers,
      resourceType: () => resourceTypes[to] ?? to ?? 'other',
      continue: async () => decided({}),
      respond: async (answer) => decided({ answer }),
      abort: async () => decided({ abort: true }),
    });
    const { answer, abort } = this.#intercepts ? await decision : {};
    if (abort || this.#offline) return void outgoing.destroy();
    if (answer) {
      const type = answer.contentType && { 'Content-Type': answer.contentType };
      outgoing.writeHead(answer.status ?? 200, { ...answer.headers, ...type });
      return void outgoing.end(answer.body);
    }
    const forward = ask(url, { method, headers: kept }, (response) => {
      this.emit('response', { status: () => response.statusCode, url: () => url });
      this.#answer(response, outgoing, to === 'document' || to === 'iframe');
    });
    forward.once('error', () => outgoing.destroy());
    outgoing.once('close', () => forward.destroy());
    incoming.pipe(forward);
  }

  #answer(response, outgoing, isDocument) {
    const headers = { ...response.headers };
    if (!isDocument || !/^text\/html/.test(headers['content-type'] ?? '')) {
      outgoing.writeHead(response.statusCode, headers);
      return void response.pipe(outgoing);
    }
    const script = ['document.currentScript.remove()', ...this.#preload]
      .join(';\n')
      .replaceAll('</script', '<\\/script');
    const policy = headers['content-security-policy'];
    const hash = createHash('sha256').update(script).digest('base64');
    delete headers['content-length'];
    if (this.#bypass) delete headers['content-security-policy'];
    else if (policy) headers['content-security-policy'] = permit(policy, hash);
    outgoing.writeHead(response.statusCode, headers);
    // It comes behind the doctype and before all else, also where the page comes in pieces.
    let first = true;
    response.on('data', (piece) => {
      if (!first) return void outgoing.write(piece);
      first = false;
      const text = piece.toString('latin1');
      const at = /^\s*<!doctype[^>]*>/i.exec(text)?.[0].length ?? 0;
      outgoing.write(piece.subarray(0, at));
      outgoing.write(`<script>${script}</script>`);
      outgoing.write(piece.subarray(at));
    });
    response.once('end', () => outgoing.end());
    response.once('error', () => outgoing.destroy());
  }

  async setRequestInterception(intercepts) {
    this.#intercepts = intercepts;
  }
  async setOfflineMode(offline) {
    this.#offline = offline;
  }
  async waitForNetworkIdle({ idleTime = 500, timeout = 30_000 } = {}) {
    for (const end = Date.now() + timeout; Date.now() < end; await sleep(25))
      if (this.#open === 0 && Date.now() - this.#quietSince >= idleTime) return;
    throw new Error(`The network was not idle for ${idleTime} ms within ${timeout} ms`);
  }

  // --- What a visitor does

  async goto(url) {
    await this.command('POST', '/url', { url });
    await this.evaluate(() => undefined);
  }
  async reload() {
    await this.command('POST', '/refresh');
    await this.evaluate(() => undefined);
  }
  async goBack() {
    await this.command('POST', '/back');
    await this.evaluate(() => undefined);
  }
  async bringToFront() {
    // It always is: each page has a screen of its own.
  }
  async setViewport({ width, height }) {
    this.#viewport = { width, height };
    if (!this.#starting) return;
    await this.#starting;
    await this.#browser.setViewportSize(this.#viewport);
  }
  async screenshot({ path } = {}) {
    const bytes = Buffer.from(await this.command('GET', '/screenshot'), 'base64');
    if (path) writeFileSync(path, bytes);
    return bytes;
  }
  frameOf(element) {
    return new Frame(this, element);
  }

  keyboard = {
    press: async (key) => {
      await this.start();
      await this.#browser.keyboard.press(key);
    },
    down: async (key) => {
      await this.start();
      await this.#browser.keyboard.down(key);
    },
    up: async (key) => {
      await this.start();
      await this.#browser.keyboard.up(key);
    },
    /** What no key of a keyboard makes is put in at once, as an input method does. */
    type: async (text) => {
      await this.start();
      for (const [run] of text.matchAll(/[ -~]+|[^ -~]+/g)) {
        if (/^[ -~]/.test(run)) await this.#browser.keyboard.type(run);
        else await this.evaluate((run) => void document.execCommand('insertText', false, run), run);
      }
    },
  };

  mouse = {
    move: async (x, y) => {
      await this.start();
      await this.#browser.mouse.move(x, y);
    },
    down: async (options) => {
      await this.start();
      await this.#browser.mouse.down(options);
    },
    up: async (options) => {
      await this.start();
      await this.#browser.mouse.up(options);
    },
    click: async (x, y, options) => {
      await this.start();
      await this.#browser.mouse.click(x, y, options);
    },
  };

  async close() {
    if (!this.#starting) return;
    await this.#starting.catch(() => {});
    await this.#browser?.stop();
    this.#proxy?.close();
  }
}

/** A browser, as Puppeteer's `launch` gives one. */
export async function launchWebkit() {
  const pages = new Set();
  return {
    async newPage() {
      const page = new Page();
      pages.add(page);
      return page;
    },
    async close() {
      await Promise.all([...pages].map((page) => page.close()));
    },
  };
}

/**
 * Controls WebKitGTK: starts Xvfb, WebKitWebDriver and MiniBrowser, and sends W3C WebDriver
 * commands with fetch. Each browser has one session. Used by the browser tests and the end-to-end
 * tests.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { webkit } from './browsers.mjs';

/** WebDriver's code points of named keys. */
const keys = Object.fromEntries(
  Object.entries({
    Backspace: 0xe003,
    Tab: 0xe004,
    Enter: 0xe007,
    Shift: 0xe008,
    Control: 0xe009,
    Alt: 0xe00a,
    Escape: 0xe00c,
    Space: 0x20,
    PageUp: 0xe00e,
    PageDown: 0xe00f,
    End: 0xe010,
    Home: 0xe011,
    ArrowLeft: 0xe012,
    ArrowUp: 0xe013,
    ArrowRight: 0xe014,
    ArrowDown: 0xe015,
    Insert: 0xe016,
    Delete: 0xe017,
    Meta: 0xe03d,
  }).map(([name, code]) => [name, String.fromCharCode(code)]),
);
const down = (key) => ({ type: 'keyDown', value: keys[key] ?? key });
const up = (key) => ({ type: 'keyUp', value: keys[key] ?? key });

const button = (type, { button = 'left' } = {}) => ({
  type,
  button: ['left', 'middle', 'right'].indexOf(button),
});
const move = (x, y) => ({
  type: 'pointerMove',
  duration: 0,
  x: Math.round(x),
  y: Math.round(y),
});

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * MiniBrowser's toolbar keeps the window at least 447 px wide; without its padding 290 px are
 * possible.
 */
const flatToolbar = `toolbar, toolbar *, headerbar, headerbar *, entry, button, image, box {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }`;

const running = new Set();
process.once('exit', () => {
  for (const kill of running) kill();
});

const startScreen = (children) => {
  const options = ['-displayfd', '3', '-screen', '0', '1600x2000x24', '-nolisten', 'tcp'];
  const screen = spawn(webkit.screen, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  children.push(screen);
  return new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
};

/**
 * Starts the browser. Color scheme, reduced motion and time zone are fixed at the start: WebKitGTK
 * reads them from GTK and the system.
 *
 * @param {{ colorScheme?: 'light' | 'dark', reducedMotion?: 'reduce' | 'no-preference', timeZone?:
 * string, proxy?: string }} [options] `proxy`: address of a proxy for all requests, loopback
 * included
 */
export async function startWebkit({ colorScheme, reducedMotion, timeZone, proxy } = {}) {
  const children = [];
  const home = mkdtempSync(join(tmpdir(), 'clinic-widgets-webkit-'));
  const kill = () => {
    running.delete(kill);
    for (const child of children.splice(0).reverse()) child.kill();
    try {
      rmSync(home, { recursive: true, force: true });
    } catch {
      // The browser may still be writing into it; the rest stays in the temporary folder.
    }
  };
  running.add(kill);

  const DISPLAY = await startScreen(children);
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0/gtk.css'), flatToolbar);
  writeFileSync(
    join(home, 'gtk-3.0/settings.ini'),
    `[Settings]\ngtk-toolbar-icon-size=0\ngtk-enable-animations=${reducedMotion !== 'reduce'}\n`,
  );
  const port = await freePort();
  const env = {
    ...process.env,
    ...(timeZone && { TZ: timeZone }),
    DISPLAY,
    GDK_BACKEND: 'x11',
    GTK_THEME: colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    LIBGL_ALWAYS_SOFTWARE: '1',
    // Without a GPU, DMA-BUF rendering can freeze pages for seconds: no frames, scrolling or
    // clicks.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    NO_AT_BRIDGE: '1',
  };
  children.push(
    spawn(webkit.driver, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env }),
  );
  let base = `http://127.0.0.1:${port}`;

  /** Commands run one after the other, because a session handles one at a time. */
  let last = Promise.resolve();
  const command = (method, path, body = {}) => {
    const send = async () => {
      const response = await fetch(base + path, {
        method,
        body: method === 'POST' ? JSON.stringify(body) : undefined,
      });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`WebKit ${path}: ${value?.error}: ${value?.message}`);
      return value;
    };
    const answer = last.then(send);
    last = answer.catch(() => {});
    return answer;
  };

  const answers = () =>
    fetch(`${base}/status`).then(
      () => true,
      () => false,
    );
  for (let attempt = 0; attempt < 100 && !(await answers()); attempt++) await sleep(50);
  const args = ['--automation', ...(proxy ? [`--proxy=${proxy}`] : [])];
  const { sessionId } = await command('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: webkit.browser, args } },
    },
  });
  base += `/session/${sessionId}`;

  const act = (type, ...actions) =>
    command('POST', '/actions', { actions: [{ type, id: type, actions }] });

  return {
    command,
    keyboard: {
      type: (text) => act('key', ...[...text].flatMap((key) => [down(key), up(key)])),
      press: (combination) => {
        const chord = combination === '+' ? ['+'] : combination.split('+');
        return act('key', ...chord.map(down), ...chord.toReversed().map(up));
      },
      down: (key) => act('key', down(key)),
      up: (key) => act('key', up(key)),
    },
    mouse: {
      move: (x, y) => act('pointer', move(x, y)),
      click: (x, y, { count = 1, ...options } = {}) => {
        const once = [button('pointerDown', options), button('pointerUp', options)];
        return act('pointer', move(x, y), ...Array(count).fill(once).flat());
      },
      down: (options) => act('pointer', button('pointerDown', options)),
      up: (options) => act('pointer', button('pointerUp', options)),
    },
    /** Sets the size of the page, in CSS px. */
    async setViewportSize({ width, height }) {
      const script = 'return [innerWidth, innerHeight]';
      const inner = () => command('POST', '/execute/sync', { script, args: [] });
      const fits = ([w, h]) => w === width && h === height;
      let now = await inner();
      for (let attempt = 0; attempt < 3 && !fits(now); attempt++) {
        const rect = await command('GET', '/window/rect');
        await command('POST', '/window/rect', {
          width: rect.width + width - now[0],
          height: rect.height + height - now[1],
        });
        // The page is resized slightly later than the window.
        const before = String(now);
        for (let wait = 0; wait < 20 && String(now) === before; wait++) {
          await sleep(10);
          now = await inner();
        }
      }
    },
    async stop() {
      await fetch(base, { method: 'DELETE' }).catch(() => {});
      kill();
    },
  };
}

/**
 * Runs tests in WebKitGTK: starts Xvfb and WebKitWebDriver, and speaks plain W3C WebDriver over fetch.
 * The type 'playwright' with `getPage()` is what sendKeys, sendMouse and setViewport look for.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { webkit } from '../browsers.mjs';

/** WebDriver's code points for keys that have a name. */
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

/** MiniBrowser's tool bar keeps the window 447 px wide or wider; without its paddings 290 px will do. */
const flatToolbar = `toolbar, toolbar *, headerbar, headerbar *, entry, button, image, box {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }`;

/** colorScheme 'dark' and reducedMotion 'reduce' hold for the whole run: WebKitGTK reads them from GTK. */
export const webkitLauncher = ({ colorScheme, reducedMotion } = {}) => {
  const children = [];
  const active = new Set();
  const home = mkdtempSync(join(tmpdir(), 'wtr-webkit-'));
  let base;
  let starting;

  const command = async (method, path, body = {}) => {
    const response = await fetch(base + path, {
      method,
      body: method === 'POST' ? JSON.stringify(body) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  const act = (type, ...actions) =>
    command('POST', '/actions', { actions: [{ type, id: type, actions }] });

  const setViewportSize = async ({ width, height }) => {
    for (let attempt = 0; attempt < 3; attempt++) {
      const [w, h] = await command('POST', '/execute/sync', {
        script: 'return [innerWidth, innerHeight]',
        args: [],
      });
      if (w === width && h === height) return;
      const rect = await command('GET', '/window/rect');
      await command('POST', '/window/rect', {
        width: rect.width + width - w,
        height: rect.height + height - h,
      });
    }
  };

  const startScreen = () => {
    const options = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
    const screen = spawn(webkit.screen, options, { stdio });
    children.push(screen);
    return new Promise((resolve, reject) => {
      screen.once('error', reject);
      screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    });
  };

  const start = async () => {
    const DISPLAY = await startScreen();
    mkdirSync(join(home, 'gtk-3.0'));
    writeFileSync(join(home, 'gtk-3.0/gtk.css'), flatToolbar);
    writeFileSync(
      join(home, 'gtk-3.0/settings.ini'),
      `[Settings]\ngtk-toolbar-icon-size=0\ngtk-enable-animations=${reducedMotion !== 'reduce'}\n`,
    );
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY,
      GDK_BACKEND: 'x11',
      GTK_THEME: colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    };
    const options = [`--port=${port}`, '--host=127.0.0.1'];
    children.push(spawn(webkit.driver, options, { stdio: 'ignore', env }));
    base = `http://127.0.0.1:${port}`;
    const answers = () =>
      fetch(`${base}/status`).then(
        () => true,
        () => false,
      );
    for (let attempt = 0; attempt < 100 && !(await answers()); attempt++) await sleep(50);
    const { sessionId } = await command('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
        },
      },
    });
    base += `/session/${sessionId}`;
    await setViewportSize({ width: 800, height: 600 });
  };

  const page = {
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
      click: (x, y, options) =>
        act('pointer', move(x, y), button('pointerDown', options), button('pointerUp', options)),
      down: (options) => act('pointer', button('pointerDown', options)),
      up: (options) => act('pointer', button('pointerUp', options)),
    },
    setViewportSize,
    emulateMedia: () => Promise.reject(new Error('WebKitGTK cannot emulate media')),
  };

  const kill = () => {
    for (const child of children.splice(0).reverse()) child.kill();
    rmSync(home, { recursive: true, force: true });
  };

  return {
    name: 'WebKitGTK',
    type: 'playwright',
    concurrency: 1, // WebKitWebDriver holds one session
    async initialize() {
      process.once('exit', kill);
    },
    async startSession(id, url) {
      await (starting ??= start());
      active.add(id);
      await command('POST', '/url', { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: () => command('GET', '/url'),
    async stopSession(id) {
      active.delete(id);
      await command('DELETE', '/actions').catch(() => {});
      await command('POST', '/url', { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKitGTK has no debugger to attach');
    },
    async stop() {
      if (base) await fetch(base, { method: 'DELETE' }).catch(() => {});
      kill();
    },
    getPage: () => page,
  };
};

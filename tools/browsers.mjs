/** Paths of the installed browsers, for every tool that opens one. */
import { existsSync } from 'node:fs';

const first = (...paths) => paths.find((path) => path && existsSync(path));
const under = (folder, rest) => folder && `${folder}/${rest}`;

/** @type {string | undefined} */
export const chromium = first(
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  under(process.env.PROGRAMFILES, 'Google/Chrome/Application/chrome.exe'),
  under(process.env['PROGRAMFILES(X86)'], 'Google/Chrome/Application/chrome.exe'),
  under(process.env.LOCALAPPDATA, 'Google/Chrome/Application/chrome.exe'),
);

/** @type {string | undefined} */
export const firefox = first(
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  under(process.env.PROGRAMFILES, 'Mozilla Firefox/firefox.exe'),
);

/**
 * The driver needs the path of the browser, and the browser needs a display: all three must exist.
 */
export const webkit = (() => {
  const driver = first('/usr/bin/WebKitWebDriver');
  const screen = first('/usr/bin/Xvfb');
  const browser = first(
    ...[
      '/usr/lib/x86_64-linux-gnu',
      '/usr/lib/aarch64-linux-gnu',
      '/usr/libexec',
      '/usr/lib64',
      '/usr/lib',
    ].flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map(
        (version) => `${folder}/${version}/MiniBrowser`,
      ),
    ),
  );
  return driver && screen && browser && { driver, screen, browser };
})();

/**
 * Chromium's sandbox does not run as root, the usual user in CI and containers.
 * @type {string[]}
 */
export const chromiumArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

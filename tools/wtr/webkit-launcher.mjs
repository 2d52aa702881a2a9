/**
 * Runs browser tests in WebKitGTK. sendKeys, sendMouse and setViewport require the type
 * 'playwright' and `getPage()`.
 */
import { startWebkit } from '../webkit.mjs';

export const webkitLauncher = () => {
  const active = new Set();
  let starting;
  let browser;

  const start = async () => {
    browser = await startWebkit();
    await browser.setViewportSize({ width: 800, height: 600 });
  };

  return {
    name: 'WebKitGTK',
    type: 'playwright',
    concurrency: 1, // WebKitWebDriver holds one session
    async startSession(id, url) {
      await (starting ??= start());
      active.add(id);
      await browser.command('POST', '/url', { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: () => browser.command('GET', '/url'),
    async stopSession(id) {
      active.delete(id);
      await browser.command('DELETE', '/actions').catch(() => {});
      await browser.command('POST', '/url', { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKitGTK has no debugger to attach');
    },
    async stop() {
      await browser?.stop();
    },
    getPage: () => ({
      ...browser,
      emulateMedia: () => Promise.reject(new Error('WebKitGTK cannot emulate media')),
    }),
  };
};

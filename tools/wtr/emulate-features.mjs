/**
 * The test command `emulate-features` (Chromium only), for any CSS media feature, such as {
 * 'forced-colors': 'active' }, which the runner's own `emulateMedia` silently ignores.
 */
export const emulateFeaturesPlugin = () => {
  /** One per page, because every story uses it. */
  const sessions = new WeakMap();
  return {
    name: 'emulate-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'emulate-features') return undefined;
      const page = session.browser.getPage(session.id);
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
      await sessions.get(page).send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
};

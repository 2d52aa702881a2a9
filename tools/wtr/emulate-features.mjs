/**
 * The test command `emulate-features` (Chromium only): any CSS media feature, e.g. { 'forced-colors': 'active' },
 * which the runner's own `emulateMedia` takes and ignores.
 */
export const emulateFeaturesPlugin = () => {
  /** One for each page: it is asked for every story. */
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

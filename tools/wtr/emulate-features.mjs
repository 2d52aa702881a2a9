/**
 * The test command `emulate-features` (Chromium only): any CSS media feature, e.g. { 'forced-colors': 'active' },
 * which the runner's own `emulateMedia` takes and ignores.
 */
export const emulateFeaturesPlugin = () => ({
  name: 'emulate-features',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    const page = session.browser.getPage(session.id);
    const devtools = await page.createCDPSession();
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await devtools.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
});

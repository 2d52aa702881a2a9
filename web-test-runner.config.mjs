import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { chromium, chromiumArgs, firefox, webkit } from './tools/browsers.mjs';
import { countReporter } from './tools/wtr/count-reporter.mjs';
import { emulateFeaturesPlugin } from './tools/wtr/emulate-features.mjs';
import { webkitLauncher } from './tools/wtr/webkit-launcher.mjs';

const engines = {
  chromium: {
    present: chromium,
    launcher: () =>
      chromeLauncher({ launchOptions: { executablePath: chromium, args: chromiumArgs } }),
  },
  firefox: {
    present: firefox,
    launcher: () =>
      chromeLauncher({
        puppeteer: puppeteerCore, // speaks WebDriver BiDi, so that no other package is needed
        launchOptions: { browser: 'firefox', executablePath: firefox },
        concurrency: 1,
      }),
  },
  webkit: { present: webkit, launcher: () => webkitLauncher() },
};

/** BROWSERS: a comma separated list of engines, or `all`. A missing engine is named, never left out in silence. */
const asked = (process.env.BROWSERS ?? 'chromium').split(',').map((name) => name.trim());
const wanted = asked.includes('all') ? Object.keys(engines) : asked;
const unknown = wanted.filter((name) => !engines[name]);
if (unknown.length) throw new Error(`BROWSERS: no such engine: ${unknown.join(', ')}`);
const here = wanted.filter((name) => engines[name].present);
for (const name of wanted)
  if (!here.includes(name)) console.log(`SKIPPED: ${name} is not installed on this machine.`);
if (here.length === 0) throw new Error(`None of ${wanted.join(', ')} is installed.`);

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] }, // Lit without its development warning
  plugins: [
    emulateFeaturesPlugin(),
    a11ySnapshotPlugin(),
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: here.map((name) => engines[name].launcher()),
  reporters: [defaultReporter(), countReporter(process.env.TEST_RESULTS)],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000, // all stories are one file
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['text-summary', 'lcov', 'html', 'json-summary'],
  },
};

/**
 * `npm test`: runs every test in every installed browser. Installs what is missing if allowed,
 * lists what was left out, and ends with `N passed, N failed`. `node tools/test.mjs unit e2e` runs
 * only those parts.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, run, say } from './run.mjs';
import { prepareSystem } from './system.mjs';
import { failuresOf, fromTap, fromVitest, parseReport } from './test-results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'clinic-widgets-test-'));
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** A command that only succeeds or fails counts as one test. */
const command = (name, args) => async () => {
  const code = await run(name, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

const browserTests = async () => {
  const file = join(folder, 'wtr.json');
  const code = await run('wtr', [], { env: { BROWSERS: 'all', TEST_RESULTS: file } });
  return { ...parseReport(read(file)), code };
};

const vitest = (project) => async () => {
  const file = join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters]);
  return { ...fromVitest(read(file)), code };
};

const endToEnd = async () => {
  if ((await run(process.execPath, ['tools/build.mjs'])) !== 0) return { code: 1 };
  const file = join(folder, 'e2e.tap');
  const files = readdirSync('test/e2e')
    .filter((name) => name.endsWith('.e2e.mjs'))
    .map((name) => `test/e2e/${name}`);
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${file}`,
  ];
  // One file at a time, because each opens browsers and two would slow each other down.
  const code = await run(process.execPath, [
    '--test',
    '--test-concurrency=1',
    ...reporters,
    ...files,
  ]);
  return { ...fromTap(read(file)), code };
};

const parts = {
  types: { run: command('tsc', ['-p', '.']) },
  node: { run: vitest('node') },
  unit: { run: browserTests, needs: ['Chromium', 'Firefox', 'WebKit'] },
  e2e: { run: endToEnd, needs: ['Chromium', 'Firefox', 'WebKit'] },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length) {
  console.error(
    `Unknown part: ${unknown.join(', ')}. Choose from: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(1);
}

await installPackages();
const { here, leftOut } = await prepareSystem();
const total = { passed: 0, failed: 0 };
const suites = [];
const lines = [];
for (const name of asked.length ? asked : Object.keys(parts)) {
  const { needs, run } = parts[name];
  if (needs && !needs.some((browser) => here[browser])) {
    leftOut.push(`${name} tests: these need ${needs.join(' or ')}`);
    continue;
  }
  say(`Testing: ${name}…`);
  const result = await run();
  const { passed = 0, skipped = 0 } = result;
  const failures = failuresOf(result);
  suites.push(...(result.suites ?? []));
  total.passed += passed;
  total.failed += failures;
  lines.push(
    `${name.padEnd(8)}${passed} passed, ${failures} failed${skipped ? `, ${skipped} skipped in one engine (listed above)` : ''}`,
  );
}
rmSync(folder, { recursive: true, force: true });

const slowest = suites.sort((one, other) => other.duration - one.duration).slice(0, 10);
if (slowest.length) console.log('\nThe ten slowest suites:');
for (const { name, duration } of slowest)
  console.log(`${(duration / 1000).toFixed(1).padStart(6)} s  ${name}`);
console.log(['', ...lines, ...leftOut.map((what) => `SKIPPED: ${what}`)].join('\n'));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

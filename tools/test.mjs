/**
 * `npm test`: every test, in every browser that is here. Installs what is missing where it may, names what it left out,
 * and ends with `N passed, N failed`. `node tools/test.mjs unit e2e` runs only those parts.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { installPackages, run, say } from './run.mjs';
import { prepareSystem } from './system.mjs';

/** Of all suites, with the seconds that their own runner counts. */
const suites = [];
const note = (name, milliseconds) => suites.push({ name, seconds: milliseconds / 1000 });

const folder = mkdtempSync(join(tmpdir(), 'clinic-widgets-test-'));
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Commands that only succeed or fail count as one test. */
const command = (name, args) => async () => {
  const code = await run(name, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

const browserTests = async () => {
  const file = join(folder, 'wtr.json');
  const code = await run('wtr', [], { env: { BROWSERS: 'all', TEST_RESULTS: file } });
  const { suites: timed = [], ...counts } = JSON.parse(read(file) || '{}');
  for (const { name, duration } of timed) note(name, duration);
  return { code, ...counts };
};

const vitest = (project) => async () => {
  const file = join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters]);
  const report = JSON.parse(read(file) || '{}');
  for (const { name, startTime, endTime } of report.testResults ?? [])
    note(relative('.', name), endTime - startTime);
  return {
    code,
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  };
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
  // One file at a time: each opens browsers, and two of them on a small machine only wait for one another.
  const code = await run(process.execPath, [
    '--test',
    '--test-concurrency=1',
    ...reporters,
    ...files,
  ]);
  const suite = /^# Subtest: (.*)$[^]*?^(?:not )?ok .*\n {2}---\n {2}duration_ms: ([\d.]+)/gm;
  for (const [, name, duration] of read(file).matchAll(suite))
    note(`e2e: ${name}`, Number(duration));
  const count = (name) => Number(read(file).match(new RegExp(`^# ${name} (\\d+)`, 'm'))?.[1] ?? 0);
  return {
    code,
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
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
const lines = [];
for (const name of asked.length ? asked : Object.keys(parts)) {
  const { needs, run } = parts[name];
  if (needs && !needs.some((browser) => here[browser])) {
    leftOut.push(`${name} tests: these need ${needs.join(' or ')}`);
    continue;
  }
  say(`Testing: ${name}…`);
  const { code = 0, passed = 0, failed = 0, skipped = 0 } = await run();
  // A runner that ended badly without naming a test must not look like success.
  const failures = code !== 0 ? Math.max(failed, 1) : failed;
  total.passed += passed;
  total.failed += failures;
  lines.push(
    `${name.padEnd(8)}${passed} passed, ${failures} failed${skipped ? `, ${skipped} skipped in one engine (listed above)` : ''}`,
  );
}
rmSync(folder, { recursive: true, force: true });

const slowest = suites.sort((one, other) => other.seconds - one.seconds).slice(0, 10);
console.log('\nThe ten slowest suites:');
for (const { name, seconds } of slowest)
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
console.log(['', ...lines, ...leftOut.map((what) => `SKIPPED: ${what}`)].join('\n'));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

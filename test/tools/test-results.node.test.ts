import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { failuresOf, fromTap, fromVitest } from '../../tools/test-results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'clinic-widgets-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What Node's runner reports of these files. */
const runTests = (files: Record<string, string>) => {
  const paths = Object.entries(files).map(([name, code]) => {
    const path = join(folder, name);
    writeFileSync(path, `import { describe, it } from 'node:test';\n${code}`);
    return path;
  });
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--test', '--test-reporter=tap', ...paths],
    { encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
  );
  return { ...fromTap(stdout), code: status ?? 1 };
};

describe('the results of Node’s runner', () => {
  it('count tests and not suites, and time the suites of the top level', () => {
    const { suites, ...counts } = runTests({
      'good.mjs': `describe('outer', () => {
        describe('inner', () => { it('one', () => {}); it('two', () => {}); });
        it.skip('three', () => {});
      });
      describe('other', () => it('four', () => new Promise((done) => setTimeout(done, 50))));`,
    });
    expect(counts).toEqual({ code: 0, passed: 3, failed: 0, skipped: 1 });
    expect(suites!.map(({ name }) => name)).toEqual(['e2e: outer', 'e2e: other']);
    expect(suites![1].duration).toBeGreaterThan(40);
    expect(failuresOf(counts)).toBe(0);
  });

  it('control: count a test that fails, one cut off, and a file that dies', () => {
    const failing = runTests({ 'fails.mjs': `it('fails', () => { throw new Error('no'); });` });
    expect(failuresOf(failing)).toBe(1);
    const hanging = runTests({
      'hangs.mjs': `describe('hangs', { timeout: 100 }, () => it('hangs', () => new Promise(() => {})));`,
    });
    expect(failuresOf(hanging)).toBeGreaterThan(0);
    const dying = runTests({
      'dies.mjs': `it('passes', () => {}); it('dies', () => process.exit(1));`,
      'passes.mjs': `it('passes', () => {});`,
    });
    expect(failuresOf(dying)).toBeGreaterThan(0);
  });
});

describe('the results of Vitest', () => {
  it('count tests and time files', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 0,
      testResults: [
        { name: join(process.cwd(), 'test/a.node.test.ts'), startTime: 5, endTime: 25 },
      ],
    };
    expect(fromVitest(JSON.stringify(report))).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
      suites: [{ name: join('test', 'a.node.test.ts'), duration: 20 }],
    });
  });
});

describe('a part', () => {
  it('control: fails where its runner died, wrote half a report, or ran nothing', () => {
    expect(failuresOf({ code: 137, passed: 12 })).toBe(1);
    expect(failuresOf({ code: 0, ...fromVitest('{"numPassedTests": 3') })).toBe(1);
    expect(failuresOf({ code: 0, ...fromTap('') })).toBe(1);
    expect(failuresOf({ code: 1, passed: 5, failed: 2 })).toBe(2);
  });
});

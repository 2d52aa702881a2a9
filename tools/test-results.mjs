/** What the runners of `npm test` report, in one shape. */
import { relative } from 'node:path';

/**
 * How a part of the tests has ended. `suites`: with the milliseconds that their own runner counts.
 * @typedef {{ code?: number, passed?: number, failed?: number, skipped?: number, suites?: { name: string, duration: number }[] }} Result
 */

/** A report that was never written, or only half, is empty. */
export const parseReport = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

/**
 * Vitest's JSON report; a suite is a file.
 * @returns {Result}
 */
export const fromVitest = (text) => {
  const { numPassedTests, numFailedTests, numPendingTests, testResults = [] } = parseReport(text);
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
    suites: testResults.map(({ name, startTime, endTime }) => ({
      name: relative('.', name),
      duration: endTime - startTime,
    })),
  };
};

/**
 * The TAP of Node's test runner; a suite is what stands at its top level.
 * @returns {Result}
 */
export const fromTap = (text) => {
  const count = (name) => Number(text.match(new RegExp(`^# ${name} (\\d+)`, 'm'))?.[1] ?? 0);
  const suite = /^(?:not )?ok \d+ - (.*)\n {2}---\n {2}duration_ms: ([\d.]+)/gm;
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
    suites: [...text.matchAll(suite)].map(([, name, duration]) => ({
      name: `e2e: ${name}`,
      duration: Number(duration),
    })),
  };
};

/**
 * How many failures a part counts for. A runner that ended badly without naming a test, or well without running one, must not look like
 * success.
 * @param {Result} result
 */
export const failuresOf = ({ code = 0, passed = 0, failed = 0, skipped = 0 }) =>
  code !== 0 || passed + failed + skipped === 0 ? Math.max(failed, 1) : failed;

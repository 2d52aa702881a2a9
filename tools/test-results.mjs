/** Converts the reports of the test runners of `npm test` to one format. */
import { relative } from 'node:path';

/**
 * The result of one part of the tests. `suites`: with the duration in ms reported by the runner.
 * @typedef {{ code?: number, passed?: number, failed?: number, skipped?: number, suites?: { name:
 * string, duration: number }[] }} Result
 */

/** A missing or truncated report is empty. */
export const parseReport = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

/**
 * Reads Vitest's JSON report; a suite is a file.
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
 * Reads the TAP output of Node's test runner; a suite is a top-level test.
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
 * Number of failures of a part. A runner that failed without naming a test, or succeeded without
 * running one, counts as a failure.
 * @param {Result} result
 */
export const failuresOf = ({ code = 0, passed = 0, failed = 0, skipped = 0 }) =>
  code !== 0 || passed + failed + skipped === 0 ? Math.max(failed, 1) : failed;

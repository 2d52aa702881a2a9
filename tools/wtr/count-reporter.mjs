import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const testsOf = (suite, path = []) =>
  suite
    ? [
        ...suite.tests.map((test) => ({ ...test, path: [...path, test.name].join(' > ') })),
        ...suite.suites.flatMap((inner) => testsOf(inner, [...path, inner.name])),
      ]
    : [];

/**
 * Lists every test skipped in an engine, and writes { passed, failed, skipped, suites } to a file
 * for a summary of several runners. A suite is a file in an engine, with the duration of its tests
 * in ms.
 */
export const countReporter = (file) => ({
  onTestRunFinished({ sessions }) {
    const results = { passed: 0, failed: 0, skipped: 0, suites: [] };
    for (const session of sessions) {
      const tests = testsOf(session.testResults);
      const skipped = tests.filter((test) => test.skipped);
      const failed = tests.filter((test) => !test.passed && !test.skipped);
      for (const test of skipped) console.log(`SKIPPED in ${session.browser.name}: ${test.path}`);
      results.passed += tests.filter((test) => test.passed).length;
      results.skipped += skipped.length;
      results.suites.push({
        name: `${relative('.', session.testFile)}, ${session.browser.name}`,
        duration: tests.reduce((sum, { duration = 0 }) => sum + duration, 0),
      });
      // A file that could not be loaded has no failed tests and must not count as success.
      results.failed += session.passed ? 0 : Math.max(failed.length, 1);
    }
    if (file) writeFileSync(file, JSON.stringify(results));
  },
});

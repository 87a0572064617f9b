import { relative } from 'node:path';

/** The line after which a run of @web/test-runner says once more what failed. */
export const failuresTitle = 'What failed:';

/**
 * Says at the end of a run what failed in which file, so that nobody has to look for it among what passed.
 *
 * @returns {import('@web/test-runner').Reporter}
 */
export function failuresReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const failures = sessions
        .filter(({ passed }) => !passed)
        .flatMap((session) => [...failuresOf(session)]);
      if (failures.length) console.log(`\n${failuresTitle}\n${failures.join('\n')}\n`);
    },
  };
}

function* failuresOf({ testFile, errors, testResults, browser }) {
  const where = `✖ ${browser.name}: ${relative(process.cwd(), testFile)}`;
  for (const { message } of errors) yield `${where}\n    ${message}`;
  for (const { name, error } of failedTests(testResults ?? { suites: [], tests: [] })) {
    yield `${where}\n    ${name}\n    ${error?.message ?? 'no reason given'}`;
  }
}

function* failedTests({ suites, tests }) {
  for (const test of tests) if (!test.passed && !test.skipped) yield test;
  for (const suite of suites) yield* failedTests(suite);
}

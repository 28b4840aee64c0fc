/** What a step contributes to the last line of `npm test`. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The part of vitest's JSON report that is added up. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** A check that either holds or does not counts as one. */
export function tallyCheck(code: number): Tally {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Adds up a vitest run. A file that failed before its first test counts as one failure, a skipped
 * test as a failure (nothing may be skipped), and so does a run that failed without saying where
 * (an error outside the tests), that left no report, or that executed no test at all.
 */
export function tallyVitest(report: VitestReport | undefined, code: number): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles + report.numPendingTests + report.numTodoTests;
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

export function addUp(tallies: readonly Tally[]): Tally {
  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of tallies) {
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

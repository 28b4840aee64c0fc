import { expect, test } from 'vitest';
import { addUp, tallyCheck, tallyVitest, type VitestReport } from './tally.ts';

function report(change: Partial<VitestReport> = {}): VitestReport {
  return {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...change,
  };
}

test('a check counts as one, by its exit code', () => {
  expect(tallyCheck(0)).toEqual({ passed: 1, failed: 0 });
  expect(tallyCheck(2)).toEqual({ passed: 0, failed: 1 });
});

test('the tests of a run are taken as they are', () => {
  expect(tallyVitest(report(), 0)).toEqual({ passed: 3, failed: 0 });
  expect(tallyVitest(report({ numFailedTests: 2 }), 1)).toEqual({ passed: 3, failed: 2 });
});

test('a file that cannot be loaded is a failure, one with a failed test is not counted twice', () => {
  const testResults = [
    { name: 'a', status: 'failed', assertionResults: [] },
    { name: 'b', status: 'failed', assertionResults: [{ status: 'failed' }] },
    { name: 'c', status: 'failed', assertionResults: [{ status: 'passed' }] },
  ];
  const tally = tallyVitest(report({ numFailedTests: 1, testResults }), 1);
  expect(tally).toEqual({ passed: 3, failed: 3 });
});

test('skipped and planned tests are failures', () => {
  const tally = tallyVitest(report({ numPendingTests: 1, numTodoTests: 1 }), 0);
  expect(tally).toEqual({ passed: 3, failed: 2 });
});

test('a run without a report, without a test or with an error of its own is a failure', () => {
  expect(tallyVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  expect(tallyVitest(report({ numPassedTests: 0 }), 0)).toEqual({ passed: 0, failed: 1 });
  expect(tallyVitest(report(), 1)).toEqual({ passed: 3, failed: 1 });
});

test('the runners are added up', () => {
  expect(addUp([])).toEqual({ passed: 0, failed: 0 });
  expect(
    addUp([
      { passed: 1, failed: 0 },
      { passed: 3, failed: 2 },
    ]),
  ).toEqual({ passed: 4, failed: 2 });
});

import { readFileSync } from 'node:fs';

const NONE = { passed: 0, failed: 0, skipped: 0 };

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Counts of a report, at least one failure when the runner itself failed or left no report. */
function counts(report, ok, count) {
  const result = report ? count(report) : { ...NONE };
  if ((!ok || !report) && result.failed === 0) result.failed = 1;
  return result;
}

/** What vitest's JSON report says. A file that cannot be loaded is a failure without a test. */
export function unitCounts(file, ok) {
  return counts(read(file), ok, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** What Playwright's JSON report says; a test that passed at the second try has passed. */
export function browserCounts(file, ok) {
  return counts(read(file), ok, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

export function sum(all) {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    NONE,
  );
}

/** `12 passed, 1 failed`, and how many were skipped when any were. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

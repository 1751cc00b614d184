// Goal: the last line of `npm test` counts everything, and a runner that fails never counts as good.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readOptions } from './options.mjs';
import { browserCounts, lastLine, sum, unitCounts } from './results.mjs';

function report(value) {
  const folder = mkdtempSync(join(tmpdir(), 'dwell-results-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const unit = (passed, failed) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 1,
});

test('both runners are counted and summed', () => {
  const one = unitCounts(report(unit(40, 1)), false);
  const stats = { expected: 8, flaky: 1, unexpected: 2, skipped: 0 };
  const two = browserCounts(report({ stats }), false);
  expect(lastLine(sum([one, two]))).toBe('49 passed, 3 failed, 3 skipped');
});

test('nothing skipped, nothing said about it', () => {
  expect(lastLine(sum([{ passed: 3, failed: 0, skipped: 0 }]))).toBe('3 passed, 0 failed');
  expect(lastLine(sum([]))).toBe('0 passed, 0 failed');
});

test('a runner that fails without a failed test counts as one', () => {
  expect(unitCounts(report(unit(40, 0)), false)).toMatchObject({ passed: 40, failed: 1 });
  expect(unitCounts(report(unit(40, 0)), true)).toMatchObject({ passed: 40, failed: 0 });
});

test('no report, or half of one, is a failure', () => {
  for (const file of [join(tmpdir(), 'dwell-none.json'), report('{ "numPassed')]) {
    expect(unitCounts(file, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(browserCounts(file, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  }
});

test('without options everything runs; a pattern leaves the checks out', () => {
  expect(readOptions([])).toEqual({ checks: true, unit: true, e2e: true, patterns: [] });
  expect(readOptions(['--unit', 'core'])).toMatchObject({ checks: false, e2e: false });
  expect(readOptions(['door'])).toMatchObject({ checks: false, unit: true, e2e: true });
  expect(readOptions(['--frobnicate'])).toMatchObject({ exit: 2 });
});

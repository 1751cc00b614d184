import type { Measure } from './compare-measures.ts';
import { wholeNumber } from './whole-number.ts';

/**
 * A comparison as aligned columns, one a playbook. What differs from the first is marked: numbers
 * with how much, words and moments with a star.
 */
export function formatCompare(playbooks: readonly string[], measures: readonly Measure[]): string {
  const rows = [
    ['', ...playbooks],
    ...measures.map((measure) => [
      measure.unit === '' ? measure.label : `${measure.label} (${measure.unit})`,
      ...measure.values.map((value, i) => cell(measure, value, i)),
    ]),
  ];
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const lines = rows.map((row) =>
    row
      .map((text, i) => text.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', 'In brackets, or with a star: what differs from the first.', ''].join('\n');
}

function cell({ values, differs }: Measure, value: Measure['values'][number], i: number): string {
  const text = value === null ? '–' : typeof value === 'number' ? wholeNumber(value) : shown(value);
  if (!differs[i]) return text;
  const first = values[0];
  if (typeof value !== 'number' || typeof first !== 'number' || first === 0) return `${text} *`;
  return `${text} (${percent(value / first - 1)})`;
}

function percent(change: number): string {
  const value = change * 100;
  const digits = Math.abs(value) < 10 ? 1 : 0;
  return `${change > 0 ? '+' : ''}${wholeOrFixed(value, digits)} %`;
}

function wholeOrFixed(value: number, digits: number): string {
  // -99.99 % is not everything.
  if (digits === 0 && Math.round(value) === -100 && value !== -100) return value.toFixed(2);
  return digits === 0 ? wholeNumber(value) : value.toFixed(digits);
}

/** Moments to the minute, local; words with spaces. */
function shown(text: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(text)
    ? text.slice(0, 16).replace('T', ' ')
    : text.replaceAll('_', ' ');
}

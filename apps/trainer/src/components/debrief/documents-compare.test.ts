// Goal: documents laid side by side show at once where they do not say the same.
import type { HistoryDocument } from '@dwell/scoring';
import { expect, test } from 'vitest';
import { compareDocuments } from './documents-compare.ts';

const document = (fields: Record<string, string>): HistoryDocument => ({
  ...{ moment: 'c1', at: 0, by: 'p', form: 'f', title: { en: 'F', ko: 'F' }, audience: 'press' },
  ...{ findings: [] },
  fields: Object.entries(fields).map(([id, text]) => ({ id, label: { en: id, ko: id }, text })),
});

test('a number that two documents tell differently is marked, spelling is not', () => {
  const rows = compareDocuments([
    document({ contact: 'Care', count: '4,500' }),
    document({ contact: ' care ', count: 'at least 30 million', steps: '' }),
    document({ headline: 'Notice' }),
  ]);
  expect(rows.map(({ id, differs }) => [id, differs])).toEqual([
    ['count', true],
    ['contact', false],
    ['headline', false],
  ]);
  expect(rows[0]!.answers).toEqual(['4,500', 'at least 30 million', null]);
});

test('nothing issued, nothing to compare', () => {
  expect(compareDocuments([])).toEqual([]);
});

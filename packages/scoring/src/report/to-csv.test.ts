// Goal: tables open in a spreadsheet as they are, and nothing in them is ever a formula.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sampleSource } from '../testing/sample-source.ts';
import { buildReport } from './build-report.ts';
import { csv, csvCell } from './csv.ts';
import { toCsv, toCsvZip } from './to-csv.ts';

/** RFC 4180, as a spreadsheet reads it. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (const [, value, end] of text.replace('\uFEFF', '').matchAll(cell)) {
    rows.at(-1)!.push(value!.startsWith('"') ? value!.slice(1, -1).replaceAll('""', '"') : value!);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

test('a cell that a spreadsheet would run is text; a figure stays a figure', () => {
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(csvCell('@SUM(A1)')).toBe("'@SUM(A1)");
  expect(csvCell('-2+3')).toBe("'-2+3");
  expect(csvCell('＝1+1')).toBe("'＝1+1");
  expect(csvCell('\t=1')).toBe("'\t=1");
  expect(csvCell(-12.5)).toBe('-12.5');
  expect(csvCell('-12.5')).toBe('-12.5');
  expect(csvCell(null)).toBe('');
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
});

test('any texts come back as they were, but for the mark before a formula', () => {
  const texts = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { minLength: 1 });
  fc.assert(
    fc.property(texts, (rows) => {
      const read = parse(csv(['a', 'b'], rows)).slice(1);
      const bare = (text: string) => text.replace(/^'(?=\s*[=+\-@＝＋－＠\t\r])/, '');
      expect(read.map((row) => row.map(bare))).toEqual(rows.map((row) => row.map(bare)));
      for (const text of read.flat()) expect(text).not.toMatch(/^\s*[=@]/);
    }),
    { seed: 42, numRuns: 50 },
  );
});

test('four tables, each row with its references', () => {
  const source = sampleSource('ko');
  const files = toCsv(buildReport(source));
  expect(Object.keys(files)).toEqual([
    'measures.csv',
    'ratings.csv',
    'improvements.csv',
    'log.csv',
  ]);
  const [head, ...ratings] = parse(files['ratings.csv']!);
  expect(ratings).toHaveLength(7);
  for (const row of ratings) expect(row[head!.indexOf('log')]).not.toBe('');
  expect(parse(files['log.csv']!)).toHaveLength(source.history.moments.length + 1);
  expect(files['improvements.csv']).toContain('missing-customers');
});

test('the archive holds the same tables, and is the same each time', () => {
  const report = buildReport(sampleSource('en'));
  const zip = toCsvZip(report);
  const read = strFromU8(unzipSync(zip)['measures.csv']!);
  expect(read).toBe(toCsv(report)['measures.csv']!.replace('\uFEFF', ''));
  expect(toCsvZip(report)).toEqual(zip);
});

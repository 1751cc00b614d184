// Goal: a report says all that it should of a finished exercise, and its files hold it unharmed.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sampleSource } from '../testing/sample-source.ts';
import { buildReport } from './build-report.ts';
import { toDocx } from './docx/to-docx.ts';
import { fromJson, toJson } from './json/report-json.ts';
import type { Block, Report } from './types.ts';

const tables = ({ blocks }: Report) =>
  blocks.filter((block): block is Extract<Block, { is: 'table' }> => block.is === 'table');

const captioned = (report: Report, caption: string) =>
  tables(report).find((table) => table.caption === caption)!;

test('every rating row carries its observation and its log references', () => {
  const source = sampleSource('en');
  const report = buildReport(source);
  const { rows, head } = captioned(report, 'Ratings of the objectives');
  expect(rows).toHaveLength(7);
  const [observation, refs] = [head.indexOf('Observation'), head.indexOf('Log')];
  for (const [place, { given }] of source.score.objectives.entries()) {
    const row = rows[place]!;
    if (given) {
      expect(row[observation]).toBe(given.observation);
      expect(row[refs]).toBe(given.moments.join(', '));
    }
    expect(row[refs]).not.toBe('–');
  }
});

test('every reference can be looked up in the appendix', () => {
  const source = sampleSource('en');
  const report = buildReport(source);
  const listed = new Set(captioned(report, 'The action log').rows.map(([id]) => id));
  const named = source.score.objectives.flatMap(({ given }) => given?.moments ?? []);
  const measured = source.score.measures.flatMap(({ evidence }) => evidence);
  for (const id of [...named, ...measured]) expect(listed).toContain(id);
});

test.each(['en', 'ko'] as const)('JSON brings back the same report (%s)', (language) => {
  const report = buildReport(sampleSource(language));
  expect(fromJson(toJson(report), 'report.json')).toEqual(report);
});

test('the DOCX is a zip whose document has the rows and keeps markup as text', async () => {
  const report = buildReport(sampleSource('ko'));
  const files = unzipSync(await toDocx(report));
  const xml = strFromU8(files['word/document.xml']!);
  for (const { given } of report.source.score.objectives) {
    if (given && !given.observation.includes('<'))
      expect(xml.includes(given.observation)).toBe(true);
  }
  expect(xml.includes('&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;')).toBe(true);
  expect(['\u0007', '\u202E'].some((each) => xml.includes(each))).toBe(false);
  const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="(log\d+)"/g)].map(
    ([, name]) => name,
  );
  const bookmarks = new Set([...xml.matchAll(/w:name="(log\d+)"/g)].map(([, name]) => name));
  expect(anchors.length).toBeGreaterThan(50);
  expect(anchors.filter((name) => !bookmarks.has(name))).toEqual([]);
  expect(Object.keys(files).filter((name) => name.startsWith('word/charts/chart'))).toHaveLength(3);
});

// Goal: whatever people write stays text in Markdown, and a table keeps its shape.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOSTILE, sampleSource } from '../testing/sample-source.ts';
import { buildReport } from './build-report.ts';
import { escapeMarkdown, toMarkdown } from './to-markdown.ts';

/** Cells of a row as a reader of tables would see them. */
const cells = (row: string) => row.split(/(?<!\\)\|/).length - 2;

test.each(['en', 'ko'] as const)(
  'every row of a table has as many cells as its head (%s)',
  (language) => {
    const lines = toMarkdown(buildReport(sampleSource(language))).split('\n');
    const rules = lines.flatMap((line, place) => (line.startsWith('| -') ? [place] : []));
    expect(rules.length).toBeGreaterThan(20);
    for (const rule of rules) {
      const width = cells(lines[rule - 1]!);
      for (let row = rule; lines[row]!.startsWith('|'); row++)
        expect(cells(lines[row]!)).toBe(width);
    }
  },
);

test('markup, links and tags of people are text', () => {
  const markdown = toMarkdown(buildReport(sampleSource('en')));
  expect(markdown).toContain(String.raw`&lt;b\>bold&lt;/b\> &amp; "quoted" \| pipe \* star \_ low`);
  expect(markdown).not.toContain('<b>');
  expect(markdown).not.toContain('](https:');
  expect(HOSTILE).toContain('](https:');
});

test('a fence in a query does not end the block', () => {
  const markdown = toMarkdown(buildReport(sampleSource('en')));
  expect(markdown).toContain('\n````sql\nselect src_ip');
});

test('nothing can begin a block or leave its cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeMarkdown(text);
      expect(escaped).not.toMatch(/^\s*([-+*>#=]|\d+[.)](\s|$))/);
      expect(escaped).not.toMatch(/(?<!\\)(\\\\)*[|`<]/);
    }),
    { seed: 42 },
  );
});

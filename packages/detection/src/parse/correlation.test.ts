import { expect, test } from 'vitest';
import { documentsOf, placesOf } from '../../test/read-text.ts';
import type { Correlation } from '../ir/detection.ts';

// Correlations: every type and key, and every way to get them wrong.
const text = (lines: string) => `title: t\ncorrelation:\n${lines.replace(/^/gm, '  ')}\n`;
const COUNT = `type: event_count
rules: [one, two]
group-by: [User, Host]
timespan: 90m
condition: { gt: 100, lte: 200 }
generate: true`;
const read = (lines: string) => documentsOf(text(lines))[0] as Correlation;

test('everything a correlation says is kept', () => {
  expect(read(COUNT)).toMatchObject({
    kind: 'correlation',
    title: 't',
    type: 'event_count',
    rules: ['one', 'two'],
    groupBy: ['User', 'Host'],
    timespanMs: 5_400_000,
    bounds: [
      { op: 'gt', value: 100 },
      { op: 'lte', value: 200 },
    ],
    field: null,
    aliases: {},
    generate: true,
  });
});

test('generate may stand beside the section too', () => {
  const beside = `${text(COUNT.replace('generate: true', ''))}generate: true\n`;
  expect(documentsOf(beside)[0]).toMatchObject({ generate: true, custom: {} });
});

test('short forms: one rule and one group as text, none at all', () => {
  const short =
    'type: event_count\nrules: one\ngroup-by: User\ntimespan: 10s\ncondition: { eq: 1 }';
  expect(read(short)).toMatchObject({ rules: ['one'], groupBy: ['User'], generate: false });
  expect(read(short.replace('group-by: User\n', ''))).toMatchObject({ groupBy: [] });
});

test.each(['value_count', 'value_sum', 'value_avg', 'value_percentile', 'value_median'])(
  '%s takes a field',
  (type) => {
    const lines = COUNT.replace('event_count', type).replace('{ gt', '{ field: x, gt');
    if (type !== 'value_percentile') expect(read(lines)).toMatchObject({ type, field: 'x' });
    expect(placesOf(text(lines.replace('field: x, ', '')))).toContain('7:14 CORRELATION');
  },
);

test('what is no part of the specification is told', () => {
  const lines = COUNT.replace('event_count', 'value_median').replace('{ gt', '{ field: x, gt');
  expect(placesOf(text(lines))).toEqual(['3:9 warning EXTENSION']);
});

test('temporal types need no condition', () => {
  const lines = COUNT.replace('event_count', 'temporal').replace(/condition.*\n/, '');
  expect(read(lines)).toMatchObject({ type: 'temporal', bounds: [] });
  expect(read(lines.replace('temporal', 'temporal_ordered'))).toMatchObject({ bounds: [] });
  expect(read(`${lines}\ncondition: { gte: 1 }`).bounds).toEqual([{ op: 'gte', value: 1 }]);
});

test('aliases name a field per rule', () => {
  const lines = `${COUNT}\naliases:\n  User: { one: a.b, two: c }`;
  expect(read(lines).aliases).toEqual({ User: { one: 'a.b', two: 'c' } });
});

test.each([
  ['type: event_count', 'type: event_counts', ['3:9 CORRELATION']],
  ['type: event_count\n', '', ['2:1 CORRELATION']],
  ['rules: [one, two]\n', '', ['2:1 CORRELATION']],
  ['[one, two]', '[]', ['4:10 CORRELATION']],
  ['[one, two]', '[one, [two]]', ['4:16 CORRELATION']],
  ['[one, two]', '[one, one]', ['4:16 warning CORRELATION']],
  ['[User, Host]', '[User, 5]', ['5:20 CORRELATION']],
  ['timespan: 90m\n', '', ['2:1 CORRELATION']],
  ['90m', '90', ['6:13 CORRELATION']],
  ['90m', '1h30m', ['6:13 CORRELATION']],
  ['90m', '1M', ['6:13 CORRELATION']],
  ['90m', '0s', ['6:13 CORRELATION']],
  ['90m', '9999d', ['6:13 CORRELATION']],
  ['90m', "'1 h'", ['6:13 CORRELATION']],
  ['condition: { gt: 100, lte: 200 }\n', '', ['2:1 CORRELATION']],
  ['{ gt: 100, lte: 200 }', '{}', ['7:14 CORRELATION']],
  ['{ gt: 100, lte: 200 }', 'gt 100', ['7:14 CORRELATION']],
  ['{ gt: 100, lte: 200 }', '{ gt: many }', ['7:20 CORRELATION']],
  ['{ gt: 100, lte: 200 }', '{ gtr: 5 }', ['7:16 CORRELATION']],
  ['{ gt: 100, lte: 200 }', '{ gt: 5, field: x }', ['7:30 CORRELATION']],
  ['{ gt: 100, lte: 200 }', '{ lt: 1 }', ['7:14 warning CORRELATION']],
  ['{ gt: 100, lte: 200 }', '{ gt: 5, lt: 6 }', ['7:14 warning CORRELATION']],
  ['{ gt: 100, lte: 200 }', '{ eq: 0 }', ['7:14 warning CORRELATION']],
  ['generate: true', 'generate: maybe', ['8:13 CORRELATION']],
  ['generate: true', 'group_by: x', ['8:3 CORRELATION']],
  ['generate: true', 'aliases: 5', ['8:12 ALIAS']],
  ['generate: true', 'aliases: { User: x }', ['8:20 ALIAS']],
  ['generate: true', 'aliases: { User: { one: 5 } }', ['8:27 ALIAS']],
  ['generate: true', 'aliases: { User: { on: x } }', ['8:22 warning ALIAS']],
  ['generate: true', 'aliases: { Other: { one: x } }', ['8:14 warning ALIAS']],
])('%s → %s', (from, to, expected) => {
  expect(placesOf(text(COUNT.replace(from, to)))).toEqual(expected);
});

test('temporal_ordered asks for all of its rules', () => {
  const lines = COUNT.replace('event_count', 'temporal_ordered');
  expect(placesOf(text(lines))).toContain('7:14 CORRELATION');
  expect(placesOf(text(lines.replace(/\{ gt.*\}/, '{ gte: 2 }')))).toEqual([]);
  expect(placesOf(text(lines.replace(/\{ gt.*\}/, 'one and two')))).toEqual(['7:14 CORRELATION']);
  expect(placesOf('title: t\ncorrelation: 5\n')).toEqual(['2:14 CORRELATION']);
});

import { expect, test } from 'vitest';
import { show } from '../../test/show.ts';
import { parseRules } from '../parse/parse-rules.ts';
import { link, type LinkOptions } from './link.ts';

// Documents find each other, filters apply, and what cannot be linked is told and left out.
const rule = (name: string, more = '') =>
  `title: ${name}\nname: ${name}\nlogsource: { product: p, service: s }\ndetection: { s: { a: ${name} }, condition: s }\n${more}`;
const chain = (name: string, rules: string, more = '', type = 'event_count') =>
  `title: ${name}\nname: ${name}\ncorrelation:\n  type: ${type}\n  rules: ${rules}\n  timespan: 1m\n  condition: { gte: 2 }\n${more}`;
const filter = (rules: string, value: string, product = 'p') =>
  `title: filter\nlogsource: { product: ${product} }\nfilter: { rules: ${rules}, s: { b: ${value} }, condition: not s }\n`;

function linkAll(texts: string[], options?: LinkOptions) {
  const documents = texts.flatMap((text, i) => parseRules(text, `${i}.yml`).documents);
  const { linked, problems } = link(documents, options);
  return {
    linked,
    names: linked.detections.map(({ rule: r, correlation }) => (r ?? correlation).name),
    problems: problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.severity} ${p.code}`),
  };
}
const texts = (...all: string[]) => linkAll([all.join('---\n')]);

test('members come first, what stands alone keeps its order', () => {
  const { names, linked, problems } = texts(
    rule('z'),
    chain('c2', '[c1, a]'),
    rule('a'),
    chain('c1', '[b, a]', '  generate: true\n'),
    rule('b'),
  );
  expect(problems).toEqual([]);
  expect(names).toEqual(['z', 'b', 'a', 'c1', 'c2']);
  expect(linked.detections.map(({ members }) => members)).toEqual([
    null,
    null,
    null,
    [1, 2],
    [3, 2],
  ]);
  expect(linked.detections.map(({ reports }) => reports)).toEqual([true, true, true, false, true]);
});

test('documents of several files are one set, in any order', () => {
  expect(linkAll([chain('c', '[a]'), rule('a')]).names).toEqual(['a', 'c']);
});

test('an id is found in any case, a name only as written', () => {
  const id = '929a690e-bef0-4204-a928-ef5e620d6fcc';
  expect(texts(rule('a', `id: ${id}\n`), chain('c', `[${id.toUpperCase()}]`)).names).toEqual([
    'a',
    'c',
  ]);
  expect(texts(rule('a'), chain('c', '[A]')).problems).toEqual(['0.yml:10:11 error REFERENCE']);
});

test('a reference to nothing leaves the correlation and those above it out', () => {
  const all = [rule('a'), chain('c', '[a, gone]'), chain('d', '[c]')];
  const { names, problems } = texts(...all);
  expect(names).toEqual(['a']);
  expect(problems).toEqual(['0.yml:10:14 error REFERENCE', '0.yml:18:11 error REFERENCE']);
  expect(linkAll(all, { references: 'warning' }).problems).toEqual([
    '1.yml:5:14 warning REFERENCE',
    '2.yml:5:11 warning REFERENCE',
  ]);
});

test('circles are refused, also long ones', () => {
  const { names, problems } = texts(
    rule('r'),
    chain('a', '[b]'),
    chain('b', '[c, r]'),
    chain('c', '[a]'),
    chain('self', '[self]'),
  );
  expect(names).toEqual(['r']);
  expect(problems.filter((each) => each.endsWith('CYCLE'))).toEqual([
    '0.yml:26:11 error CYCLE',
    '0.yml:34:11 error CYCLE',
  ]);
});

test('two with one id or name: the first is meant, the second is told', () => {
  const id = 'id: 929a690e-bef0-4204-a928-ef5e620d6fcc\n';
  expect(texts(rule('a', id), rule('b', id)).problems).toEqual(['0.yml:11:5 error DUPLICATE']);
  expect(texts(rule('a'), rule('a')).problems).toEqual(['0.yml:7:7 error DUPLICATE']);
  expect(linkAll([rule('a'), rule('a')], { references: 'warning' }).problems).toEqual([
    '1.yml:2:7 warning DUPLICATE',
  ]);
});

test('filters narrow the rules they name, or any, of their log source', () => {
  const { linked, problems } = texts(
    filter('[a]', 'one'),
    filter('any', 'two'),
    filter('any', 'three', 'other'),
    rule('a'),
    rule('b'),
  );
  expect(problems).toEqual([]);
  expect(linked.detections.map(({ rule: r }) => show(r!.condition))).toEqual([
    '((a = a and not b = one) and not b = two)',
    '(a = b and not b = two)',
  ]);
});

test('a filter that does nothing is told', () => {
  const { problems } = texts(
    filter('[gone, c]', 'x'),
    filter('[a]', 'x', 'other'),
    rule('a'),
    chain('c', '[a]'),
  );
  expect(problems).toEqual([
    '0.yml:3:19 error REFERENCE',
    '0.yml:3:25 error REFERENCE',
    '0.yml:7:19 error REFERENCE',
  ]);
});

test('aliases become fields per member, other names stay', () => {
  const more = `  group-by: [ip, user]\n  aliases: { ip: { a: src.ip, b: dst.ip } }\n`;
  const { linked } = texts(rule('a'), rule('b'), chain('c', '[a, b]', more));
  expect(linked.detections[2]!.correlation).toMatchObject({
    groupBy: ['ip', 'user'],
    groupFields: [
      ['src.ip', 'user'],
      ['dst.ip', 'user'],
    ],
    valueFields: [null, null],
  });
});

test('the field of value_count may be an alias too', () => {
  const more = '  aliases: { x: { a: p, b: q } }\n';
  const counted = chain('c', '[a, b]', more, 'value_count').replace('{ gte', '{ field: x, gte');
  const { linked } = texts(rule('a'), rule('b'), counted);
  expect(linked.detections[2]!.correlation!.valueFields).toEqual(['p', 'q']);
});

test('an alias must name a field of every rule it is used for', () => {
  const more = '  group-by: [ip]\n  aliases:\n    ip: { a: src.ip }\n';
  const { names, problems } = texts(rule('a'), rule('b'), chain('c', '[a, b]', more));
  expect(names).toEqual(['a', 'b']);
  expect(problems).toEqual(['0.yml:20:5 error ALIAS']);
});

test('a member that is a correlation has the fields it groups by, and no others', () => {
  const inner = chain('c', '[a]', '  group-by: [user]\n');
  const outer = (more: string) =>
    texts(rule('a'), rule('b'), inner, chain('d', '[c, b]', more, 'temporal'));
  const { linked } = outer('  group-by: [who]\n  aliases: { who: { c: user, b: User } }\n');
  expect(linked.detections.at(-1)!.correlation!.groupFields).toEqual([['user'], ['User']]);
  expect(outer('  group-by: [user]\n').problems).toEqual([]);
  expect(outer('  group-by: [host]\n').problems).toEqual(['0.yml:27:14 error GROUP']);
});

test('hundreds of chained correlations are linked', () => {
  const all = Array.from({ length: 2000 }, (_, i) => chain(`c${i}`, `[c${i + 1}]`));
  const { names } = linkAll([...all, rule('c2000')]);
  expect(names).toHaveLength(2001);
  expect(names[0]).toBe('c2000');
});

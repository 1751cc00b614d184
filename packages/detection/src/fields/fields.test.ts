import { expect, test } from 'vitest';
import { documentsOf } from '../../test/read-text.ts';
import { show } from '../../test/show.ts';
import { DetectionError } from '../detection-error.ts';
import { link } from '../link/link.ts';
import { mapField, mapTime } from './field-map.ts';
import { detectionFields, fieldsOf, hasKeywords } from './fields-of.ts';
import { mapFields } from './map-fields.ts';
import { fieldMap, readFieldMap } from './read-field-map.ts';

// Fields of rules find their place in events; maps are checked like everything else.
const MAP = `kind: field-map
name: example
time: when
fields: { a: all.a, b: all.b }
sections:
  - logsource: { product: p }
    time: p.when
    fields: { a: p.a }
  - logsource: { product: p, service: s }
    fields: { a: ps.a, ip: src.ip }
`;
const RULES = `title: one
name: one
logsource: { product: p, service: s }
detection:
  sel: { a: 1, 'c|fieldref': b }
  words: [x]
  condition: sel or not words
fields: [a, z]
---
title: two
name: two
logsource: { product: q }
detection: { sel: { a: 2 }, condition: sel }
---
title: chain
name: chain
correlation: { type: value_count, rules: [one, two], group-by: [ip], timespan: 1m, condition: { field: a, gte: 2 } }
---
title: outer
correlation: { type: event_count, rules: [chain], group-by: [ip], timespan: 1m, condition: { gte: 2 } }
`;
const { linked } = link(documentsOf(RULES));

test('the later section goes first, then the earlier, then what is for all', () => {
  const map = fieldMap(MAP, 'x.yml');
  expect(mapField(map, { product: 'p', service: 's' }, 'a')).toBe('ps.a');
  expect(mapField(map, { product: 'p', service: 't' }, 'a')).toBe('p.a');
  expect(mapField(map, { product: 'p', service: 's' }, 'b')).toBe('all.b');
  expect(mapField(map, { category: 'c' }, 'a')).toBe('all.a');
  expect(mapField(map, {}, 'other')).toBe('other');
  expect(mapTime(map, { product: 'p', service: 's' })).toBe('p.when');
  expect(mapTime(map, {})).toBe('when');
});

test('conditions, shown fields, groups and values are mapped by each rule’s log source', () => {
  const [one, two, chain, outer] = mapFields(linked, fieldMap(MAP, 'x.yml')).detections;
  expect(show(one!.rule!.condition)).toBe('((ps.a = 1 and c equals all.b) or not any = *x*)');
  expect(one!.rule!.fields).toEqual(['ps.a', 'z']);
  expect(show(two!.rule!.condition)).toBe('all.a = 2');
  expect(chain!.correlation).toMatchObject({
    groupBy: ['ip'],
    groupFields: [['src.ip'], ['ip']],
    valueFields: ['ps.a', 'all.a'],
  });
  expect(outer!.correlation!.groupFields).toEqual([['ip']]);
});

test('the fields a set needs, with those that correlations ask of its rules', () => {
  const { condition } = linked.detections[0]!.rule!;
  expect(fieldsOf(condition)).toEqual(['a', 'c', 'b']);
  expect(hasKeywords(condition)).toBe(true);
  expect(hasKeywords(linked.detections[1]!.rule!.condition)).toBe(false);
  expect(detectionFields(linked)).toEqual([['a', 'c', 'b', 'ip'], ['a', 'ip'], [], []]);
});

test.each([
  ['kind: field-map', 'kind: other', ['1:7 FIELD_MAP']],
  ['name: example\n', '', ['1:1 FIELD_MAP']],
  ['time: when', 'tiem: when', ['3:1 FIELD_MAP']],
  ['{ a: all.a, b: all.b }', '[a]', ['4:9 FIELD_MAP']],
  ['all.a', '5', ['4:14 FIELD_MAP']],
  ['product: p }', 'producd: p }', ['6:5 LOGSOURCE', '6:18 LOGSOURCE']],
  ['    time: p.when', '    tmie: x', ['7:5 FIELD_MAP']],
])('%s → %s', (from, to, expected) => {
  const { map, problems } = readFieldMap(MAP.replace(from, to), 'x.yml');
  expect(map).toBeNull();
  expect(problems.map((p) => `${p.line}:${p.column} ${p.code}`)).toEqual(expected);
});

test('a map with an error is an error that says where', () => {
  expect(() => fieldMap('', 'x.yml')).toThrow(DetectionError);
  expect(() => fieldMap('kind: field-map\nname: x\nfields: [x]\n', 'x.yml')).toThrow(/x\.yml:3:9/);
});

import { expect, test } from 'vitest';
import { EventView } from './event-view.ts';

// Goal: a path finds what it means, in any shape of event, within the limits.

const look = (event: unknown, name: string) => {
  const view = new EventView();
  view.show(event);
  const { present, scalars } = view.field(name);
  return { present, scalars: [...scalars] };
};

test.each([
  [{ 'a.b': 1, a: { b: 2 } }, 'a.b', true, [1]],
  [{ a: { b: 2 } }, 'a.b', true, [2]],
  [{ a: { 'b.c': 2 } }, 'a.b.c', false, []],
  [{ a: [{ b: 1 }, [{ b: [2, [3]] }], {}, 4] }, 'a.b', true, [1, 2, 3]],
  [{ a: [{}, {}] }, 'a.b', false, []],
  [{ a: [] }, 'a', true, []],
  [{ a: {} }, 'a', true, []],
  [{ a: { b: {} } }, 'a.b', true, []],
  [{ a: null }, 'a', true, [null]],
  [{ a: null }, 'a.b', false, []],
  [{ a: [null, { b: 1 }, 'x', false] }, 'a', true, [null, 'x', false]],
  [{}, 'constructor', false, []],
  [JSON.parse('{"__proto__": {"x": 1}}'), '__proto__.x', true, [1]],
  [{ a: 'text' }, 'a.length', false, []],
  [['x'], '0', false, []],
  ['text', 'length', false, []],
  [null, 'a', false, []],
  [{ '': 1 }, '', true, [1]],
] as [unknown, string, boolean, unknown[]][])('%j at %s', (event, name, present, scalars) => {
  expect(look(event, name)).toEqual({ present, scalars });
});

test('shows each event anew, one value or many', () => {
  const view = new EventView();
  const field = view.field('a');
  const seen = [{ a: 'X' }, { a: ['Y', null, 1] }, {}, { a: 'Z' }].map((event) => {
    view.show(event);
    return [[...field.folded], [...field.texts], [...view.everything.texts]];
  });
  expect(seen).toEqual([
    [['x'], ['X'], ['X']],
    [
      ['y', '1'],
      ['Y', '1'],
      ['Y', '1'],
    ],
    [[], [], []],
    [['z'], ['Z'], ['Z']],
  ]);
});

test('refuses what is beyond the limits instead of running on', () => {
  const view = new EventView({ depthMax: 3, valuesMax: 4, textMax: 5 });
  let deep: unknown = 'x';
  for (let i = 0; i < 100_000; i++) deep = [deep];
  view.show({ a: deep, b: [1, 2, 3, 4, 5], c: '123456', d: [[1, 2], [3]] });
  expect(() => view.field('a').scalars).toThrow('nests deeper than 3');
  expect(() => view.field('a.b').present).toThrow('nests deeper than 3');
  expect(() => view.field('b').scalars).toThrow('more values than 4');
  expect(() => view.field('c').folded).toThrow('longer than 5');
  expect(() => view.everything.texts).toThrow('nests deeper than 3');
  expect(view.field('d').texts).toEqual(['1', '2', '3']);
});

import { expect, test } from 'vitest';
import { link } from '../link/link.ts';
import { parseRules } from '../parse/parse-rules.ts';
import { compileStream } from '../stream/compile-stream.ts';
import { benchStream } from './bench-stream.ts';
import { makeEvents } from './make-events.ts';
import { makeRules } from './make-rules.ts';
import { vocabulary } from './vocabulary.ts';

// Goal: what the bench measures with is sound, and the index changes speed and nothing else.

test('made rules are rules, and the index finds in them what asking each of them finds', () => {
  const words = vocabulary(7);
  const { documents, problems } = parseRules(makeRules(500, 8, words), 'made.yml');
  expect(problems).toEqual([]);
  expect(documents).toHaveLength(500);
  const { linked } = link(documents);
  const events = makeEvents(400, 9, words).map((line): unknown => JSON.parse(line));
  const [indexed, plain] = [true, false].map((index) => {
    const stream = compileStream(linked, { index });
    return events.flatMap((event) => stream.push(event));
  });
  expect(plain!.length).toBeGreaterThan(20);
  expect(indexed).toEqual(plain);
});

test('the same seed makes the same', () => {
  expect(makeRules(20, 5, vocabulary(1))).toBe(makeRules(20, 5, vocabulary(1)));
  expect(makeEvents(20, 5, vocabulary(1))).toEqual(makeEvents(20, 5, vocabulary(1)));
});

test('all figures are there', () => {
  const figures = benchStream({ rules: 100, events: 300, smallEvents: 500 });
  expect(figures).toMatchObject({ rules: 100, smallRules: 15 });
  for (const figure of Object.values(figures)) expect(figure).toBeGreaterThan(0);
});

import { expect, test } from 'vitest';
import type { Linked, LinkedDetection } from '../ir/detection.ts';
import { link } from '../link/link.ts';
import { parseRules } from '../parse/parse-rules.ts';
import { compileStream } from './compile-stream.ts';

// Goal: a rule that cannot be evaluated is left out by name and stops nothing; hostile ones take no time.

const rule = (name: string, detection: string) => `
title: ${name}
name: ${name}
logsource: { category: test }
detection: { ${detection} }
`;

const linkedOf = (...texts: string[]): Linked =>
  link(parseRules(texts.join('---\n'), 'rules.yml').documents).linked;

test('an expression too large leaves its rule out, and what looks at it', () => {
  const linked = linkedOf(
    rule(
      'large',
      String.raw`s: { a|re: '[ab]{900}[cd]{900}[ef]{900}[gh]{900}[ij]{900}[kl]{900}x' }, condition: s`,
    ),
    rule('fine', 's: { a: x }, condition: s'),
    `
title: Count
correlation: { type: event_count, rules: [large], group-by: [a], timespan: 1m, condition: { gte: 1 }, generate: true }
`,
  );
  const stream = compileStream(linked);
  expect(stream.problems.map(({ code, message }) => [code, message.slice(0, 30)])).toEqual([
    ['LEFT_OUT', '"large" cannot be evaluated: a'],
    ['LEFT_OUT', '"Count" cannot be evaluated: a'],
  ]);
  expect(stream.push({ a: 'X' })).toMatchObject([{ event: 0, group: null }]);
});

test('hostile expressions and texts are done with in time linear in the text', () => {
  const stars = `'${'*a'.repeat(60)}*b'`;
  const linked = linkedOf(
    rule('nested', String.raw`s: { a|re: '^(([a-z])+.)+[A-Z]([a-z])+$' }, condition: s`),
    rule('stars', `s: { a: ${stars} }, condition: s`),
    rule('ones', `s: { a: '*${'a?'.repeat(60)}b*' }, condition: s`),
    rule('words', `k: [ ${stars} ], condition: k`),
  );
  for (const index of [true, false]) {
    const stream = compileStream(linked, { index });
    const started = performance.now();
    expect(stream.push({ a: 'a'.repeat(200_000) })).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  }
});

test('an expression nested beyond reason takes no other with it', () => {
  const linked = linkedOf(
    rule('deep', 's: { a: x }, condition: s'),
    rule('fine', 's: { a: x }, condition: s'),
  );
  const [deep, fine] = linked.detections;
  let condition = deep!.rule!.condition;
  for (let i = 0; i < 200_001; i++) condition = { kind: 'not', of: condition };
  const nested = { ...deep!, rule: { ...deep!.rule!, condition } } as LinkedDetection;
  const detections = [nested, fine!];
  const stream = compileStream({ detections }, { index: true });
  expect(stream.problems.map(({ code }) => code)).toEqual(['LEFT_OUT']);
  expect(stream.push({ a: 'x' }).map(({ detection }) => detection)).toEqual([1]);
});

test('rules that report nothing and serve nothing are not evaluated', () => {
  const { detections } = linkedOf(rule('silent', 's: { a: x }, condition: s'));
  const stream = compileStream({
    detections: detections.map((one) => ({ ...one, reports: false })),
  });
  expect(stream.push({ a: 'x' })).toEqual([]);
});

test('the index looks at rules without any literal too', () => {
  const linked = linkedOf(
    rule('not', 's: { a: x }, condition: not s'),
    rule('number', 's: { n|gte: 3 }, condition: s'),
    rule('missing', 's: { b: null }, condition: s'),
    rule('either', 's: { a: x }, t: { n|lt: 2 }, condition: s or t'),
  );
  const found = [true, false].map((index) => {
    const stream = compileStream(linked, { index });
    return [{ a: 'X', b: 1 }, { n: 5 }, { n: '1', b: '' }].flatMap((event) =>
      stream.push(event).map(({ detection, event: at }) => [at, detection]),
    );
  });
  expect(found[0]).toEqual([
    [0, 3],
    [1, 0],
    [1, 1],
    [1, 2],
    [2, 0],
    [2, 3],
  ]);
  expect(found[1]).toEqual(found[0]);
});

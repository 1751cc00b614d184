import { expect, test } from 'vitest';
import { parseRules } from '../src/parse/parse-rules.ts';
import { ruleText } from './read-text.ts';

// Files made to hurt end with problems, soon, and never with an exception.
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const selections = (count: number) => lines(count, (i) => `s${i}: { b: 1 }`);

test.each([
  ['open brackets', '['.repeat(20_000), 'YAML_DEPTH'],
  ['open maps', '{a: '.repeat(10_000), 'YAML_DEPTH'],
  ['nested lists', '- '.repeat(20_000), 'YAML_DEPTH'],
  ['34 levels', `${'['.repeat(34)}${']'.repeat(34)}`, 'YAML_DEPTH'],
  ['a list that holds itself', 'a: &a [*a]', 'YAML_DEPTH'],
  [
    'ten aliases of ten aliases',
    `a0: &a0 [1]\n${lines(9, (i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`)}`,
    'YAML_DEPTH',
  ],
  ['a long text', 'x'.repeat((4 << 20) + 1), 'YAML_SIZE'],
  ['many keys', lines(20_000, (i) => `detectio${i}: 1`), 'KIND'],
  ['deep parentheses', ruleText(`a: { b: 1 }\ncondition: ${'('.repeat(900)}a`), 'CONDITION'],
  ['a long condition', ruleText(`a: { b: 1 }\ncondition: ${'a or '.repeat(3000)}a`), 'CONDITION'],
  [
    'unknown names',
    ruleText(`${selections(500)}\ncondition: ${'x or '.repeat(900)}x`),
    'SELECTION',
  ],
  ['half of many', ruleText(`${selections(60)}\ncondition: 30 of s*`), 'SELECTION'],
  [
    'all of many, often',
    ruleText(`${selections(300)}\ncondition: ${'all of s* or '.repeat(400)}all of s*`),
    'EXPANSION',
  ],
  ['many dashes', ruleText("a: { b|windash: '-a -b -c -d -e' }\ncondition: a"), 'EXPANSION'],
  [
    'dashes in many values',
    ruleText(
      `a: { b|windash: [${lines(40, (i) => `'-a -b -c -d ${i}',`)}] }\ncondition: a`
        .replaceAll('\n', ' ')
        .replace(' condition', '\ncondition'),
    ),
    'EXPANSION',
  ],
  [
    'counted repetitions',
    ruleText(`a: { b|re: '${'(a{1000})'.repeat(99)}' }\ncondition: a`),
    'REGEX',
  ],
  ['a long expression', ruleText(`a: { b|re: '${'a'.repeat(5000)}' }\ncondition: a`), 'REGEX'],
  [
    'many expressions',
    ruleText(
      `a: { b|re: [${Array.from({ length: 60 }, () => "'(a{999})(b{999})'").join(', ')}] }\ncondition: a`,
    ),
    'EXPANSION',
  ],
  [
    'a chain of modifiers',
    ruleText(`a: { 'b${'|all'.repeat(5000)}': 1 }\ncondition: a`),
    'MODIFIER',
  ],
])('%s', (_, text, code) => {
  const { documents, problems } = parseRules(text, 'x.yml');
  expect(documents).toEqual([]);
  expect(problems.map((problem) => problem.code)).toContain(code);
  expect(problems.length).toBeLessThanOrEqual(200);
  for (const { message, hint } of problems) expect(message.length + hint.length).toBeLessThan(700);
});

test('a file of many errors tells the first two hundred', () => {
  const text = ruleText(`a: { b|frob: 1 }\ncondition: a`);
  expect(parseRules(Array(300).fill(text).join('---\n'), 'x.yml').problems).toHaveLength(200);
});

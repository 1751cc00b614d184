import { expect, test } from 'vitest';
import { headRules } from './use-running-heads.ts';

const names = { manual: 'M', runOfShow: 'R', cards: 'C', injects: 'I', forms: 'F' };

// Goal: whatever somebody calls an exercise, the running heads stay text.
test('quotes, backslashes and line ends of a name cannot end the string they stand in', () => {
  const rules = headRules('A "b" \\ c\n} @page { size: A3', names, 'secret');
  expect(rules).toContain(String.raw`content: "A \"b\" \\ c } @page { size: A3"`);
});

// Goal: a page that players must not see says so at its foot.
test('parts for control are marked, parts for players are not', () => {
  const rules = headRules('x', names, 'secret').split('\n');
  const of = (part: string) => rules.find((rule) => rule.startsWith(`@page pack-${part} `));
  expect(of('injects')).toContain('secret');
  expect(of('cards')).not.toContain('secret');
});

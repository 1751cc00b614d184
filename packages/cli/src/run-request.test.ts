import { HOUR_MS, parseTime } from '@dwell/core';
import { expect, test } from 'vitest';
import { parseCommand } from './parse.ts';
import { daysOf, runRequest } from './run-request.ts';
import { RUN_OPTIONS } from './run-options.ts';

const command = {
  name: 'run',
  positionals: 'SCENARIO',
  count: [1, 1] as const,
  summary: '',
  options: RUN_OPTIONS,
  run: () => Promise.resolve(0 as const),
};
const request = (...argv: string[]) => runRequest(parseCommand(command, argv));

test('the defaults are those of the contract', () => {
  const asked = request('insider-key');
  expect(asked).toMatchObject({ seed: 42, scale: 1000, enrichments: [], countersOnly: false });
  expect(asked.playbook.name).toBe('none');
  expect(asked.out).toBeUndefined();
  expect(daysOf(asked)).toBe(354);
});

test('every option reaches the request', () => {
  const asked = request(
    ...'insider-key --seed 7 --scale 1:10000 --playbook expert --rules none --counters-only --out x'.split(
      ' ',
    ),
    ...'--enrichments canary,page-flow --from 2025-04-14 --until 2025-04-20T12:00+09:00'.split(' '),
    ...'--set attacker.sources=2 --set token.life_minutes=30'.split(' '),
  );
  const { calendar } = asked.scenario;
  expect(asked).toMatchObject({
    seed: 7,
    scale: 10_000,
    enrichments: ['canary', 'page-flow'],
    countersOnly: true,
    out: 'x',
  });
  expect(asked.playbook.name).toBe('expert');
  expect(asked.from).toBe(parseTime('2025-04-14', calendar, ''));
  expect(asked.until! - asked.from!).toBe((6 * 24 + 12) * HOUR_MS);
  expect(asked.scenario.knobs['attacker.sources']).toBe(2);
  expect(asked.scenario.knobs['token.life_minutes']).toBe(30);
});

test('what cannot be done is refused with a sentence', () => {
  for (const [argv, words] of [
    [['no-such-scenario'], 'insider-bulk-token'],
    [['insider-key', '--scale', '1:0'], '1:100000'],
    [['insider-key', '--scale', '1000'], '1:1000'],
    [['insider-key', '--seed', 'x'], 'whole number'],
    [['insider-key', '--seed', '1e3'], 'whole number'],
    [['insider-key', '--playbook', './nonexistent.yml'], 'no such file'],
    [['insider-key', '--rules', './nowhere'], 'no such file or folder'],
    [['insider-key', '--rules', ''], 'no folder'],
    [['insider-key', '--enrichments', 'canry'], 'did you mean "canary"?'],
    [['insider-key', '--from', '2023-01-01'], 'outside insider-key'],
    [['insider-key', '--until', 'soon'], 'not a date'],
    [['insider-key', '--from', '2025-05-01', '--until', '2025-05-01'], 'before it starts'],
    [['insider-key', '--set', 'attacker.sources'], 'NAME=VALUE'],
    [['insider-key', '--set', 'attacker.sources=many'], 'whole number'],
    [['insider-key', '--out', ''], 'no folder'],
  ] as const) {
    expect(() => request(...argv), argv.join(' ')).toThrow(words);
  }
});

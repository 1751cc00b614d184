// The goal: both engines run over NDJSON and agree; places count events only; late and untimed events stay out of correlations; bad lines are named.
import { expect, test } from 'vitest';
import { link } from '../link/link.ts';
import { parseRules } from '../parse/parse-rules.ts';
import { matchEvents, type MatchOptions } from './match-events.ts';
import { linesOf } from './read-events.ts';

const RULES = `
title: Failed sign-in
name: failed
logsource: { category: test }
detection:
  sel: { result: failure, ip|cidr: 10.0.0.0/8 }
  condition: sel
---
title: Many failures
correlation:
  type: event_count
  rules: [failed]
  group-by: [user.name]
  timespan: 1m
  condition: { gte: 2 }
---
title: Wherever it stands
logsource: { category: test }
detection:
  keywords: [mimi*atz]
  condition: keywords
`;

function linkedOf(text: string) {
  const { documents, problems } = parseRules(text, 'rules.yml');
  expect(problems).toEqual([]);
  return link(documents).linked;
}

function run(lines: readonly string[], options: Partial<MatchOptions> = {}) {
  const linked = linkedOf(RULES);
  return matchEvents({ linked, events: lines, file: 'events.ndjson', engine: 'both', ...options });
}

const failure = (minute: number, second: number, name: string) =>
  JSON.stringify({
    time: Date.UTC(2024, 0, 1, 0, minute, second),
    result: 'FAILURE',
    ip: '10.1.2.3',
    user: { name },
  });

test('rules and correlations over lines, blank ones skipped', async () => {
  const lines = [
    failure(0, 0, 'a'),
    '',
    failure(0, 30, 'a'),
    '  ',
    failure(0, 59, 'b'),
    failure(1, 30, 'a'),
    '{"x":{"y":["a MimiKatz b"]}}',
  ];
  for (const engine of ['both', 'stream', 'sql'] as const) {
    const report = await run(lines, { engine });
    const at = (title: string) =>
      report.linked.detections.findIndex((each) => (each.rule ?? each.correlation).title === title);
    expect(report.matches.get(at('Wherever it stands'))).toEqual([4]);
    // The window is (t − 1 min, t]: what lies a whole minute back is out.
    expect(report.holds.get(at('Many failures'))).toEqual([{ at: 1, group: ['a'] }]);
    expect(report.disagreements).toEqual([]);
    expect(report.refusals.size).toBe(0);
    expect(report).toMatchObject({ events: 5, untimed: 1, late: 0 });
    expect([report.streamMs !== null, report.sqlMs !== null]).toEqual([
      engine !== 'sql',
      engine !== 'stream',
    ]);
  }
});

test('an event that comes too late matches its rule, but counts in no window', async () => {
  const lines = [failure(10, 0, 'a'), failure(4, 59, 'a'), failure(5, 0, 'a'), failure(5, 1, 'a')];
  const report = await run(lines);
  expect(report.disagreements).toEqual([]);
  expect(report).toMatchObject({ late: 1 });
  expect([...report.holds.values()]).toEqual([[{ at: 3, group: ['a'] }]]);
});

test('correlations without a time in any event are an error that says what to do', async () => {
  await expect(run(['{"result":"failure"}'])).rejects.toMatchObject({
    code: 'TIME',
    where: 'events.ndjson',
  });
  await expect(run([failure(0, 0, 'a')], { timeFields: ['user.name'] })).rejects.toMatchObject({
    code: 'TIME',
  });
});

test('a bad line is named', async () => {
  const deep = `${'{"x":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  const bad = ['{"a":', '[1]', 'null', '1', deep];
  for (const line of bad) {
    await expect(run(['{}', '', line])).rejects.toMatchObject({
      code: 'EVENT',
      where: 'events.ndjson:3',
    });
  }
});

test('texts that are no Unicode, NULs and deep nests are the same to both engines', async () => {
  const deep = `${'{"x":'.repeat(900)}"mimikatz"${'}'.repeat(900)}`;
  const lines = [
    String.raw`{"a":"\ud800 mimikatz"}`,
    String.raw`{"a":"mimi\u0000katz"}`,
    deep,
    '{"a":"mimi\u2028katz"}',
    failure(0, 0, 'a'),
  ];
  const report = await run(lines);
  expect(report.disagreements).toEqual([]);
  expect(report.refusals.size).toBe(0);
  expect([...report.matches.values()]).toEqual([[0, 1, 2, 3]]);
});

test('an abort stops it', async () => {
  await expect(run([failure(0, 0, 'a')], { signal: AbortSignal.abort() })).rejects.toThrow(
    /abort/i,
  );
});

test('lines end at line feeds only, wherever chunks do', async () => {
  async function* chunks() {
    yield 'a\u2028';
    yield 'b\r\nc';
    yield '\n';
    yield '\nd';
    await Promise.resolve();
  }
  const lines: string[] = [];
  for await (const line of linesOf(chunks())) lines.push(line);
  expect(lines).toEqual(['a\u2028b\r', 'c', '', 'd']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { link } from '../link/link.ts';
import { parseRules } from '../parse/parse-rules.ts';
import { compileStream, type StreamOptions } from './compile-stream.ts';
import type { Hit } from './hit.ts';

// Goal: correlations see events in order of time whatever order they come in, and go on after a restart.

const RULES = `
title: Failure
name: failure
logsource: { service: login }
detection: { selection: { kind: fail }, condition: selection }
---
title: Success
name: success
logsource: { service: login }
detection: { selection: { kind: ok }, condition: selection }
---
title: Any login
name: any
logsource: { service: login }
detection: { selection: { user|exists: true }, condition: selection }
---
title: Many failures
name: many
correlation: { type: event_count, rules: [failure], group-by: [user, host], timespan: 10s, condition: { gte: 3 } }
---
title: Then a success
name: then
correlation:
  type: temporal_ordered
  rules: [many, success]
  group-by: [who]
  timespan: 20s
  aliases: { who: { many: user, success: account } }
---
title: Bytes
name: bytes
correlation: { type: value_sum, rules: [failure, any], group-by: [user], timespan: 10s, condition: { field: bytes, gt: 50 } }
---
title: Hosts of users with many failures
name: hosts
correlation: { type: value_count, rules: [many], group-by: [user], timespan: 60s, condition: { field: host, gte: 2 } }
---
title: A failure, then anything
name: again
correlation: { type: temporal_ordered, rules: [failure, any], group-by: [user], timespan: 10s }
---
title: Many failures or a success
name: either
correlation:
  type: event_count
  rules: [many, success]
  group-by: [who]
  timespan: 10s
  condition: { gte: 1 }
  aliases: { who: { many: user, success: account } }
`;

const { linked } = link(parseRules(RULES, 'rules.yml').documents);
const place = (name: string) =>
  linked.detections.findIndex((one) => (one.rule ?? one.correlation).name === name);

function run(events: readonly unknown[], options: StreamOptions = {}): Hit[] {
  const stream = compileStream(linked, { timeField: 't', ...options });
  return [...events.flatMap((event) => stream.push(event)), ...stream.flush()];
}

const at = (seconds: number) => 1_733_000_000_000 + seconds * 1000;
const fail = (seconds: number, user: string, host = 'h', bytes: unknown = 0) => ({
  t: at(seconds),
  kind: 'fail',
  user,
  host,
  bytes,
});

test('a chain: many failures, then a success of the same one', () => {
  const events = [
    fail(0, 'ann'),
    fail(1, 'ann'),
    fail(2, 'bob'),
    fail(3, 'ann'),
    { t: at(4), kind: 'ok', account: 'bob' },
    { t: at(22), kind: 'ok', account: 'ann' },
    { t: at(23), kind: 'ok', account: 'ann' },
  ];
  const hits = run(events).filter(({ detection }) => detection === place('then'));
  expect(hits).toEqual([
    {
      detection: place('then'),
      event: 5,
      timeMs: at(22),
      group: ['ann'],
      window: { events: 2, firstMs: at(3) },
    },
  ]);
  const many = run(events).filter(({ detection }) => detection === place('many'));
  expect(many).toEqual([]);
});

test('the group of a chain is of the names that the inner one groups by', () => {
  const events = ['h', 'H', 'i'].flatMap((host, n) =>
    [0, 1, 2].map((second) => fail(n * 5 + second, 'ann', host)),
  );
  const hits = run(events).filter(({ detection }) => detection === place('hosts'));
  expect(hits.map(({ event, group }) => [event, group])).toEqual([[8, ['ann']]]);
});

test('an event of two rules counts for each, and is looked at when both are in', () => {
  const [hit, ...more] = run([
    fail(0, 'ann', 'h', '20'),
    fail(1, 'ann', 'h', [null, 'x', 6]),
  ]).filter(({ detection }) => detection === place('bytes'));
  expect(more).toEqual([]);
  expect(hit).toMatchObject({ event: 1, group: ['ann'], window: { events: 4, firstMs: at(0) } });
});

test('an event serves one rule of a sequence, and is looked at once after all it gives', () => {
  const both = { ...fail(2, 'ann'), kind: ['fail', 'ok'], account: 'ann' };
  const hits = run([fail(0, 'ann'), fail(1, 'ann'), both]);
  const of = (name: string) => hits.filter(({ detection }) => detection === place(name));
  expect(of('again').map(({ event }) => event)).toEqual([1, 2]);
  expect(of('either').map(({ event, window }) => [event, window?.events])).toEqual([[2, 2]]);
});

test('events without a time, late ones, and those beyond the limits are counted', () => {
  const stream = compileStream(linked, { lateMs: 1000, timeField: 't', limits: { textMax: 10 } });
  stream.push(fail(100, 'ann'));
  stream.push(fail(98, 'ann'));
  stream.push({ kind: 'fail', user: 'ann' });
  stream.push(fail(100, 'ann'), Number.NaN);
  stream.push({ ...fail(101, 'ann'), kind: 'x'.repeat(11) });
  stream.push(fail(102, 'y'.repeat(11)));
  expect(stream.counts).toEqual({ events: 6, untimed: 2, late: 1 });
  expect(stream.faults.map(({ detection, events }) => [detection, events])).toEqual([
    [place('failure'), 2],
    [place('success'), 1],
    [place('any'), 1],
  ]);
  expect(stream.faults[0]!.first).toContain('longer than 10');
});

const events = fc.array(
  fc.record({
    t: fc.integer({ min: 0, max: 40 }).map(at),
    kind: fc.constantFrom('fail', 'fail', 'ok'),
    user: fc.constantFrom('ann', 'bob'),
    account: fc.constantFrom('ann', 'bob'),
    host: fc.constantFrom('h', 'i'),
    bytes: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 40 },
);

test('any order of arrival within the bound gives what the order of time gives', () => {
  fc.assert(
    fc.property(events, (all) => {
      const sorted = all
        .map((event, n) => ({ event, n }))
        .sort((a, b) => a.event.t - b.event.t || a.n - b.n);
      const inOrder = run(sorted.map(({ event }) => event)).map((hit) => ({
        ...hit,
        event: sorted[hit.event]!.n,
      }));
      const correlated = (hits: readonly Hit[]) => hits.filter(({ group }) => group !== null);
      expect(correlated(run(all))).toEqual(correlated(inOrder));
    }),
    { numRuns: 300 },
  );
});

test('a snapshot goes on as if nothing had happened', () => {
  fc.assert(
    fc.property(events, fc.nat(40), fc.constantFrom(0, 3000, 60_000), (all, cut, lateMs) => {
      const options = { timeField: 't', lateMs, groupsMax: 2, entriesMax: 5, pendingMax: 10 };
      const one = compileStream(linked, options);
      for (const event of all.slice(0, cut)) one.push(event);
      const other = compileStream(linked, options);
      other.restore(JSON.parse(JSON.stringify(one.snapshot())));
      for (const event of all.slice(cut)) expect(other.push(event)).toEqual(one.push(event));
      expect(other.flush()).toEqual(one.flush());
      expect([other.counts, other.lost]).toEqual([one.counts, one.lost]);
    }),
    { numRuns: 300 },
  );
});

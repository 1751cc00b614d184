// Goal: every shipped rule is without a problem, matches what its author says it matches and nothing of
// what he says it leaves alone, and counts over its window and no further, in both engines.
import type { Linked, LinkedDetection } from '@dwell/detection';
import { matchEvents, type MatchReport } from '@dwell/detection/duckdb';
import { expect, test } from 'vitest';
import type { DetectionRule } from '../src/detection/detection-rule.ts';
import { readRules, ruleTexts } from '../src/detection/rule-set.ts';
import { scaleRule } from '../src/detection/scale-rule.ts';

type Event = Readonly<Record<string, unknown>>;
type Samples = { match: readonly Event[]; no_match: readonly Event[] };

const { rules, problems } = readRules(ruleTexts('shipped'));
const named = rules.map((rule) => [rule.name, rule] as const);
const DAY_MS = 86_400_000;

/** What each detection finds in events that come at given milliseconds. */
async function matchBoth(linked: Linked, events: readonly (readonly [number, Event])[]) {
  const detections = linked.detections.map((each) => ({ ...each, reports: true }));
  const report = await matchEvents({
    linked: { detections },
    events: events.map(([time, event]) =>
      JSON.stringify({ time: 1_700_000_000_000 + time, ...event }),
    ),
    file: 'samples',
    engine: 'both',
  });
  expect(report.disagreements).toEqual([]);
  expect([...report.refusals.values()]).toEqual([]);
  return report;
}

function samplesOf({ linked }: DetectionRule): Samples {
  const last = linked.detections.at(-1)!;
  const { custom } = last.rule ?? last.correlation;
  return (custom['dwell'] as { samples: Samples }).samples;
}

const holds = (report: MatchReport, index: number) => report.holds.get(index) ?? [];

test('the shipped rules have no problem, each says why it exists, and ids are given once', () => {
  expect(problems).toEqual([]);
  expect(rules.length).toBeGreaterThanOrEqual(14);
  for (const rule of rules) {
    expect(rule.text, rule.name).toMatch(/^ {2}rationale: /m);
    expect(rule.techniques.length, rule.name).toBeGreaterThan(0);
    expect(rule.falsePositives.length, rule.name).toBeGreaterThan(0);
    expect(rule.file).toBe(`${rule.name}.yml`);
  }
  const ids = ruleTexts('shipped').flatMap(({ text }) => text.match(/^id: .*/gm) ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(named)('%s matches its samples and leaves the others alone', async (_name, rule) => {
  const { match, no_match: others } = samplesOf(rule);
  expect(match.length).toBeGreaterThan(0);
  expect(others.length).toBeGreaterThan(0);
  const detections = rule.linked.detections.filter((each) => each.rule !== null);
  const events = [...match, ...others].map((event, i) => [i, event] as const);
  const report = await matchBoth({ detections }, events);
  const matched = new Set([...report.matches.values()].flat());
  expect([...matched].sort((a, b) => a - b)).toEqual(match.map((_, i) => i));
});

const COUNTS = ['event_count', 'value_count'];
/** Correlations that count: those with large thresholds as they stand at 1:10000. */
const counting = rules.flatMap((rule) => {
  const { linked } = (wants(rule) > 5000 && scaleRule(rule, 10_000).rule) || rule;
  return linked.detections.flatMap((each, index) =>
    COUNTS.includes(each.correlation?.type ?? '')
      ? [[rule.name, { rule, linked, index }] as const]
      : [],
  );
});

function wants({ linked }: DetectionRule): number {
  const bounds = linked.detections.flatMap((each) => each.correlation?.bounds ?? []);
  return Math.max(0, ...bounds.map((bound) => bound.value));
}

/** The smallest count at which a correlation holds. */
function enough({ correlation }: LinkedDetection): number {
  const [bound] = correlation!.bounds;
  return bound!.op === 'gte' ? bound!.value : bound!.value + 1;
}

test.each(counting)(
  '%s counts to its threshold within its window',
  async (_name, { rule, linked, index }) => {
    const detection = linked.detections[index]!;
    const { timespanMs, field } = detection.correlation!;
    const n = enough(detection);
    const sample = samplesOf(rule).match[0]!;
    const event = (i: number) => (field === null ? sample : { ...sample, [field]: 1000 + i });
    const series = (count: number, stepMs: number, make = event) =>
      Array.from({ length: count }, (_, i) => [i * stepMs, make(i)] as const);

    expect(holds(await matchBoth(linked, series(n, 1)), index).map(({ at }) => at)).toEqual([
      n - 1,
    ]);
    expect(holds(await matchBoth(linked, series(n - 1, 1)), index)).toEqual([]);
    const tooSlow = Math.ceil(timespanMs / (n - 1));
    expect(holds(await matchBoth(linked, series(n, tooSlow)), index)).toEqual([]);
    if (field === null) return;
    expect(
      holds(
        await matchBoth(
          linked,
          series(n, 1, () => sample),
        ),
        index,
      ),
    ).toEqual([]);
  },
);

test('leaver-key joins the vault with the register of people, and forgets after half a year', async () => {
  const { linked } = rules.find((rule) => rule.name === 'leaver-key')!;
  const last = linked.detections.length - 1;
  const read = (actor: string) => ({
    operation: 'ReadKey',
    actor,
    resource: 'key/a',
    status: 'success',
  });
  const left = (user_uid: string) => ({ change: 'left', user_uid });
  const heldAt = async (...events: (readonly [number, Event])[]) =>
    holds(await matchBoth(linked, events), last).map(({ at, group }) => [at, ...group]);
  expect(await heldAt([0, read('a')], [8 * DAY_MS, left('a')])).toEqual([[1, 'a']]);
  expect(await heldAt([0, read('a')], [8 * DAY_MS, left('b')])).toEqual([]);
  expect(await heldAt([0, read('a')], [180 * DAY_MS, left('a')])).toEqual([]);
});

test('token-never-issued fires at the first token for nobody, without waiting for a count', async () => {
  const { linked } = rules.find((rule) => rule.name === 'token-never-issued')!;
  const last = linked.detections.length - 1;
  const [forReal, forNobody] = samplesOf(
    rules.find((rule) => rule.name === 'token-never-issued')!,
  ).match;
  const report = await matchBoth(linked, [
    [0, forReal!],
    [1, forNobody!],
  ]);
  expect(holds(report, last).map(({ at }) => at)).toEqual([1]);
});

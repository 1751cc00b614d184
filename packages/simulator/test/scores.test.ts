// Goal: scores of the shipped crisis are in the order they should be in: whoever does nothing is below
// the book, the book is not above the expert, and people who do most things late are in between.
import { DAY_MS } from '@dwell/core';
import type { Score } from '@dwell/scoring';
import { beforeAll, expect, test, vi } from 'vitest';
import { BaseRun } from '../src/debrief/base-run.ts';
import { bounds } from '../src/debrief/bounds.ts';
import { debriefOf, NO_REST } from '../src/debrief/debrief-of.ts';
import { otherTeam } from '../src/debrief/other-team.ts';
import { replayRun } from '../src/debrief/replay-run.ts';
import { humanRoom } from './support/human-case.ts';
import { playHumanCrisis } from './support/human-crisis.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const LENGTH = 14 * DAY_MS;
const scores: { [name: string]: Score } = {};

beforeAll(async () => {
  const run = playHumanCrisis(10_000, LENGTH);
  const { scenario, seed, scale } = run.input;
  const nobody = new BaseRun({ scenario, seed, scale, commands: [], until: run.now });
  const others = bounds(nobody);
  const room = { ...humanRoom(scenario.starts.crisis), improvements: [], ratings: [], freezes: [] };
  const logs = {
    nothing: [],
    written: otherTeam(nobody, 'written').run.commands,
    expert: otherTeam(nobody, 'expert').run.commands,
    people: run.commands,
  };
  for (const [name, commands] of Object.entries(logs)) {
    const logged = { ...nobody.logged, commands };
    const replay = await replayRun(logged);
    scores[name] = debriefOf(logged, replay, room, { ...NO_REST, bounds: others }).score;
  }
});

const points = (name: string) => scores[name]!.team.points!;

test('nothing, the book, the expert', () => {
  expect(points('nothing')).toBeLessThan(20);
  expect(points('written')).toBeGreaterThan(points('nothing') + 10);
  expect(points('expert')).toBeGreaterThanOrEqual(points('written'));
});

test('people who do most of it, late, are far above nothing and not above the best play', () => {
  expect(points('people')).toBeGreaterThan(points('nothing') + 20);
  const outcome = (name: string) =>
    scores[name]!.team.groups.find(({ id }) => id === 'outcome')!.points!;
  expect(outcome('people')).toBeLessThanOrEqual(outcome('expert') + 5);
});

test('the loss of each, against the expert’s', () => {
  const ratio = (name: string) =>
    scores[name]!.measures.find(({ id }) => id === 'loss-ratio')!.value!;
  expect(ratio('expert')).toBeLessThanOrEqual(1);
  expect(ratio('nothing')).toBeGreaterThan(20);
  expect(ratio('people')).toBeGreaterThanOrEqual(1);
  expect(ratio('people')).toBeLessThan(ratio('nothing'));
});

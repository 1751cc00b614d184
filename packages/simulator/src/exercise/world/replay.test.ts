// Goal: an exercise is a function of its log: replayed, restored, cut or forked it is the same.
import { DAY_MS, MINUTE_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { BEGIN, stateOf } from '../../../test/support/exercises.ts';
import {
  EFFECTS,
  fresh,
  INPUT,
  playAtRandom,
  UNTIL,
} from '../../../test/support/random-exercise.ts';
import { Run } from '../../run/run.ts';
import type { Playbook } from '../../scenario/playbook.ts';

vi.setConfig({ testTimeout: 60_000 });

test('replayed, and restored at any tick, it is the same; and so is one cut or forked there', () => {
  const [done, happened] = [new Set<string>(), new Set<string>()];
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 599 }), (seed, minute) => {
      const run = playAtRandom(seed);
      for (const { body } of run.commands) done.add(body.do);
      for (const { kind } of run.events) happened.add(kind);
      const again = fresh(run.commands);
      const cutAt = BEGIN + minute * MINUTE_MS;
      again.advance(cutAt);
      const restored = Run.restore(INPUT, again.snapshot(), { commands: run.commands });
      const fork = fresh(run.commands.filter((command) => command.at < cutAt));
      fork.advance(cutAt);
      expect(fork.checksum()).toBe(again.checksum());
      expect(fork.world.state).toEqual(again.world.state);
      for (const each of [again, restored]) {
        each.advance(UNTIL);
        expect(each.checksum()).toBe(run.checksum());
      }
    }),
    { seed: 42, numRuns: 60 },
  );
  expect(done.size).toBe(12);
  const effects = EFFECTS.map((effect) => `effect.${effect.do}`);
  const expected = [...effects, 'inject.met', 'inject.missed'];
  expect(expected.filter((kind) => !happened.has(kind))).toEqual([]);
});

test('what is seen ahead of the clock is what comes when it goes on', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (seed) => {
      const run = playAtRandom(seed);
      const half = fresh(run.commands.slice(0, Math.ceil(run.commands.length / 2)));
      half.advance(half.commands.at(-1)!.at);
      const before = half.checksum();
      const ahead = structuredClone(half.ahead().state.exercise!);
      expect(half.checksum()).toBe(before);
      half.advance(half.now + MINUTE_MS);
      const { proposals, decisions, documents, recorded } = stateOf(half);
      expect({ proposals, decisions, documents, recorded }).toEqual({
        proposals: ahead.proposals,
        decisions: ahead.decisions,
        documents: ahead.documents,
        recorded: ahead.recorded,
      });
    }),
    { seed: 7, numRuns: 30 },
  );
});

test('a run’s records, hours and events may be kept or not', () => {
  const { commands } = playAtRandom(3);
  const checksums = [{}, { keep: false }, { keep: false, onDay: () => undefined }].map((kept) => {
    const run = fresh(commands, kept);
    run.advance(UNTIL);
    return run.checksum();
  });
  expect(new Set(checksums).size).toBe(1);
});

const step = { delayMs: 5 * MINUTE_MS, as: 'legal' as const, repeat: false };
const PLAYBOOK: Playbook = {
  kind: 'playbook',
  name: 'three-steps',
  steps: [
    { ...step, when: { inject: 'timed-0' }, do: 'declare', with: { severity: 'high' } },
    { ...step, when: { event: 'incident.declared' }, do: 'legal-hold', with: {} },
    {
      ...step,
      when: { at: BEGIN + 60 * MINUTE_MS },
      do: 'file',
      with: { rule: 'kr-network-48-3' },
    },
  ],
};

test('a team of bots plays an exercise through commands, which replay without it', () => {
  const run = fresh([], { playbook: PLAYBOOK });
  run.advance(UNTIL);
  expect(run.commands.map(({ body }) => body.do)).toEqual(['declare', 'respond', 'file']);
  expect(stateOf(run).injects['when-4']!.metAt).not.toBeNull();
  const again = fresh(run.commands);
  again.advance(UNTIL);
  expect(again.checksum()).toBe(run.checksum());
});

test('a run without an exercise takes no notice of its commands, and its state says nothing of it', () => {
  const { exercise: _, ...scenario } = INPUT.scenario;
  const run = new Run({ ...INPUT, scenario });
  run.advance(2 * DAY_MS);
  const read = { by: 'ann', role: 'care', body: { do: 'read', inject: 'timed-0' } } as const;
  expect(() => run.submit(read)).toThrow(/no exercise/);
  const other = new Run(run.input, { commands: [{ ...read, sequence: 1, at: 0 }] });
  other.advance(2 * DAY_MS);
  expect(other.checksum()).toBe(run.checksum());
});

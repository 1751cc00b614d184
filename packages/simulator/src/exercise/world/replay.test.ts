// Goal: an exercise is a function of its log: replayed, restored, cut or forked it is the same.
import { DAY_MS, HOUR_MS, MINUTE_MS, draw32, streamKey, type DwellError } from '@dwell/core';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  BEGIN,
  decision,
  inject,
  runOf,
  scenarioWith,
  stateOf,
  text,
} from '../../../test/support/exercises.ts';
import type { CommandBody } from '../../run/command.ts';
import { Run } from '../../run/run.ts';
import type { Condition, Effect, ExercisePlan } from '../types.ts';

vi.setConfig({ testTimeout: 60_000 });

const EFFECTS: Effect[] = [
  { do: 'send', inject: 'pocket', after: 20 * MINUTE_MS },
  { do: 'cancel', inject: 'never' },
  { do: 'postpone', inject: 'timed-2', by: HOUR_MS },
  { do: 'contacts', perDay: 50_000, for: 5 * HOUR_MS },
  { do: 'attacker-pace', permille: 1500 },
  { do: 'wipe', what: 'old-logs' },
  { do: 'wipe', what: 'suspect-device' },
  { do: 'secondary-harm', people: 12 },
  { do: 'cost', won: 1_000_000 },
  { do: 'aware' },
  { do: 'note', text: text('so it went') },
];

const WHEN: Condition[] = [
  { inject: 'timed-1', is: 'missed' },
  { answer: 'timed-2', option: 'b' },
  { decision: 'tell', option: 'yes' },
  { response: 'legal-hold', is: 'done' },
  { declared: true },
  { filed: 'kr-network-48-3' },
  { document: 'holding-line' },
  { recorded: 'hypothesis', tag: 'insider-left' },
  { verdict: 'true' },
  { attacker: 'shut-out' },
  { all: [{ at: BEGIN + 3 * HOUR_MS }, { not: { declared: true } }] },
  { any: [{ inject: 'timed-0', is: 'read' }, { at: BEGIN + 7 * HOUR_MS }] },
];

const options = [
  { id: 'a', text: text('a'), effects: EFFECTS.slice(0, 5) },
  { id: 'b', text: text('b'), effects: EFFECTS.slice(5) },
];

/** Every kind of trigger, condition, option and effect. */
const PLAN: Partial<ExercisePlan> = {
  injects: [
    ...Array.from({ length: 4 }, (_, i) =>
      inject(`timed-${i}`, {
        trigger: { when: { at: BEGIN + i * HOUR_MS }, after: 5 * MINUTE_MS },
        to: ['care', 'soc-lead'],
        options,
        within: 90 * MINUTE_MS,
        missed: EFFECTS,
        hints: [{ text: text('look'), price: 1 }],
        aware: i === 2,
      }),
    ),
    ...WHEN.map((when, i) =>
      inject(`when-${i}`, {
        trigger: { when, after: i * MINUTE_MS },
        met: { declared: true },
        within: HOUR_MS,
      }),
    ),
    inject('pocket', { trigger: null }),
    inject('never', { trigger: null }),
  ],
  decisions: [
    decision('tell', { options: options.map((each, i) => ({ ...each, id: i ? 'no' : 'yes' })) }),
  ],
  opening: [{ do: 'attacker-pace', permille: 1200 }],
};

const wording = { from: 'x', subject: text('x'), body: text('x') };

/** Something that somebody may do, drawn from `pick`; half of it makes no sense at its moment. */
function bodyOf(pick: <T>(of: readonly T[]) => T, sequence: number): CommandBody {
  const id = pick(['timed-0', 'timed-1', 'timed-2', 'when-4', 'when-8', 'pocket', 'made']);
  const document = {
    form: 'holding-line',
    language: 'en' as const,
    fields: { line: 'No data was taken.' },
  };
  const proposal = 1 + pick([0, 1, 2, 3, 4, 5]) + Math.max(0, sequence - 6);
  return pick<CommandBody>([
    { do: 'read', inject: id },
    { do: 'answer', inject: id, option: pick(['a', 'b']) },
    { do: 'answer', inject: id, text: 'we are looking' },
    {
      do: 'propose',
      act: { do: 'declare', severity: 'high' },
      needs: pick([[], ['legal']]),
      reasons: {},
    },
    {
      do: 'propose',
      act: { do: 'decide', decision: 'tell', option: pick(['yes', 'no']) },
      needs: ['legal', 'executive'],
      reasons: { why: 'so', confidence: 70, evidence: [1] },
    },
    {
      do: 'propose',
      act: { do: 'respond', response: pick(['legal-hold', 'check-issuance']), params: {} },
      needs: pick([[], ['executive']]),
      reasons: {},
    },
    { do: 'propose', act: { do: 'issue', document }, needs: [], reasons: {} },
    { do: pick(['agree', 'object']), proposal, note: 'well' },
    { do: 'record', entry: { kind: 'hypothesis', text: 'x', tag: 'insider-left', confidence: 50 } },
    { do: 'record', entry: { kind: 'estimate', low: 10, high: 5000, confidence: 80 } },
    { do: 'record', entry: { kind: 'chat', text: 'hello', to: 'legal' } },
    { do: 'hint', inject: id, hint: 0 },
    { do: 'issue', document },
    { do: 'file', rule: 'kr-network-48-3', document },
    { do: 'verdict', alert: 'a/1', verdict: 'true', attack: true },
    { do: 'respond', response: 'legal-hold', params: {} },
    { do: 'inject', inject: id, act: pick(['send', 'hold', 'release', 'withdraw']) },
    { do: 'inject', inject: id, act: 'move', at: BEGIN + pick([1, 5, 9]) * HOUR_MS },
    { do: 'inject', inject: id, act: 'edit', wording, to: ['hr'] },
    { do: 'inject', inject: 'made', act: 'new', wording, to: ['hr'], channel: 'mail' },
  ]);
}

const UNTIL = BEGIN + 10 * HOUR_MS;
const scenario = scenarioWith(PLAN);
const input = { scenario, seed: 42, scale: 100_000 };
const atBegin = runOf(PLAN, scenario).snapshot();
const fresh = (commands: Run['commands'] = []) => Run.restore(input, atBegin, { commands });

/** Plays hours of an exercise with people who try everything; the clock stands between some of their acts. */
function playAtRandom(seed: number): Run {
  const key = streamKey(seed, 'test/exercise');
  let n = 0;
  const below = (bound: number) => Math.floor((draw32(key, n++) / 0x1_0000_0000) * bound);
  const pick = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const run = fresh();
  while (run.now < UNTIL) {
    const body = bodyOf(pick, run.commands.length);
    try {
      run.accept(
        run.submit({
          by: pick(['ann', 'bob', 'bot:written']),
          role: pick(['legal', 'executive', 'care']),
          body,
        }),
      );
    } catch (error) {
      if ((error as DwellError).exit !== 2) throw error;
    }
    if (below(3) > 0) run.advance(Math.min(UNTIL, run.now + below(40) * MINUTE_MS));
  }
  return run;
}

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
      const restored = Run.restore(input, again.snapshot(), { commands: run.commands });
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
    const run = Run.restore(input, atBegin, { commands, ...kept });
    run.advance(UNTIL);
    return run.checksum();
  });
  expect(new Set(checksums).size).toBe(1);
});

test('a run without an exercise takes no notice of its commands, and its state says nothing of it', () => {
  const { exercise: _, ...rest } = scenario;
  const run = new Run({ scenario: rest, seed: 42, scale: 100_000 });
  run.advance(2 * DAY_MS);
  const read = { by: 'ann', role: 'care', body: { do: 'read', inject: 'timed-0' } } as const;
  expect(() => run.submit(read)).toThrow(/no exercise/);
  const other = new Run(run.input, { commands: [{ ...read, sequence: 1, at: 0 }] });
  other.advance(2 * DAY_MS);
  expect(other.checksum()).toBe(run.checksum());
});

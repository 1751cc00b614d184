// Goal: what would have been is what the same seed brings: honest, explained, and the same however it is made.
import { DAY_MS, HOUR_MS, TICK_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { survivingCopies } from '@dwell/shop';
import { BEGIN, scenarioWith } from '../../test/support/exercises.ts';
import { shortScenario } from '../../test/support/scenarios.ts';
import { baseOf, fromScratch, logOf, respond, withdrawn } from '../../test/support/what-ifs.ts';
import type { Command } from '../run/command.ts';
import { REASONS, type ReasonCode } from './because-words.ts';
import { changeLog } from './change-log.ts';
import { relive } from './relive.ts';
import type { Change } from './types.ts';
import { whatIf } from './what-if.ts';

const at = (hours: number) => BEGIN + hours * HOUR_MS;
const hold = { do: 'respond', response: 'legal-hold', params: {} } as const;
const ROTATE = 6;
/** For a machine that has other things to do. */
const SLOW_MS = 120_000;

/** A team that answers, holds the logs, removes the copies and only then revokes the key. */
const LOG = logOf(
  [at(2), { do: 'answer', inject: 'ticket', option: 'raise' }, 'care'],
  [at(3), { do: 'propose', act: hold, needs: ['legal'], reasons: { why: 'so' } }],
  [at(4), { do: 'agree', proposal: 2 }, 'legal'],
  [at(60), { do: 'propose', act: { do: 'declare', severity: 'high' }, needs: [], reasons: {} }],
  [at(150), respond('remove-key-copies')],
  [at(200), respond('rotate-key', { mode: 'hard' })],
  [at(210), { do: 'file', rule: 'kr-network-48-3' }, 'legal'],
);
const clean = baseOf(LOG, { scale: 10_000 });
const small = baseOf(LOG);
const codes = (change: Change) => whatIf(clean, change).because.map(({ code }) => code);

const sequence = fc.integer({ min: 1, max: LOG.length });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    do: fc.constant('shift' as const),
    sequence,
    byMs: fc.integer({ min: -2, max: 5 * 24 }).map((hours) => hours * HOUR_MS),
  }),
  fc.record({ do: fc.constant('never' as const), sequence }),
  fc.record({
    do: fc.constant('add' as const),
    at: fc.integer({ min: 0, max: 300 }).map((hours) => at(hours)),
    response: fc.constantFrom('legal-hold', 'check-subject-exists', 'logout', 'notify-people'),
    params: fc.constant({}),
  }),
);

test('a change that changes nothing brings the same run, and says so', () => {
  for (const { sequence: each } of LOG) {
    const same = whatIf(small, { do: 'shift', sequence: each, byMs: 0 });
    expect(same.difference).toEqual({ accounts: 0, days: 0, customerHours: 0, won: 0 });
    expect(same.outcome).toEqual(small.outcome);
    expect(same.loss).toEqual(small.loss);
    expect(same.because.map(({ code }) => code)).toEqual(['nothing']);
    expect(same.dropped).toEqual([]);
  }
  expect(fromScratch(small, LOG).checksum()).toBe(small.checksum);
});

test(
  'from a remembered moment or from the very start, paused and hurried as may be: the same',
  () => {
    const slices = fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 6 });
    fc.assert(
      fc.property(change, slices, (asked, ticks) => {
        const log = changeLog(LOG, asked, small.logged);
        const changed = relive(small, log);
        const pauses = ticks.map((n) => n * TICK_MS);
        expect(changed.run.checksum()).toBe(fromScratch(small, log, pauses).checksum());
      }),
      { numRuns: 5 },
    );
  },
  SLOW_MS,
);

test(
  'the key withdrawn everywhere, copies removed: sooner never loses more',
  () => {
    const nobody = baseOf([], { scale: 10_000 });
    const hours = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 60 }), (from, sooner) => {
        const lost = (hour: number) => whatIf(nobody, withdrawn(at(hour))).outcome.accountsLost;
        expect(lost(from)).toBeLessThanOrEqual(lost(from + sooner));
      }),
      { numRuns: 5 },
    );
  },
  SLOW_MS,
);

test('revoked before the copies are gone, the key follows him: more is lost, and it is said why', () => {
  const sooner = whatIf(clean, { do: 'at', sequence: ROTATE, at: at(60) });
  expect(sooner.difference.accounts).toBeGreaterThan(0);
  expect(sooner.because[0]).toMatchObject({ code: 'attacker-returned' });
  expect(sooner.because[0]!.text.en).toContain('version 2');
  expect(sooner.outcome.containedAt).toBeNull();
  expect(sooner.because.map(({ code }) => code)).toContain('never-shut-out');
});

test(
  'wherever a half measure loses more, it is explained',
  () => {
    const half = fc.oneof(
      change,
      fc.record({
        do: fc.constant('at' as const),
        sequence: fc.constant(ROTATE),
        at: fc.integer({ min: 0, max: 240 }).map((hours) => at(hours)),
      }),
      fc.record({
        do: fc.constant('add' as const),
        at: fc.integer({ min: 0, max: 140 }).map((hours) => at(hours)),
        response: fc.constant('rotate-key'),
        params: fc.constantFrom({ mode: 'overlap' }, { mode: 'hard' }),
      }),
    );
    fc.assert(
      fc.property(half, (asked) => {
        const { difference, because } = whatIf(clean, asked);
        expect(because).not.toEqual([]);
        const pulls = because.map(({ code }) => REASONS[code as ReasonCode].pull);
        if (difference.accounts > 0) expect(pulls).toContain('worse');
        for (const { text } of because)
          expect(`${text.en}${text.ko}`).not.toMatch(/[{}]|NaN|undefined/);
      }),
      { numRuns: 8 },
    );
  },
  SLOW_MS,
);

test('never revoking it, or warning him, loses more, and each is told apart', () => {
  expect(codes({ do: 'never', sequence: ROTATE })).toContain('never-shut-out');
  const warned = codes({ do: 'instead', sequence: 1, option: 'call-him' });
  expect(warned[0]).toBe('attacker-hurried');
  const unanswered = whatIf(clean, { do: 'never', sequence: 1 });
  expect(unanswered.outcome.secondaryHarm).toBe(900);
  expect(unanswered.because.map(({ code }) => code)).toContain('inject-missed');
});

test('what is on already, or not there yet, is dropped and listed', () => {
  const sooner = whatIf(small, { do: 'add', at: BEGIN, response: 'legal-hold', params: {} });
  expect(sooner.dropped).toEqual([
    { sequence: 2, code: 'UNAVAILABLE' },
    { sequence: 3, code: 'PROPOSAL' },
  ]);
  const answer = whatIf(small, { do: 'at', sequence: 1, at: BEGIN });
  expect(answer.dropped).toEqual([{ sequence: 1, code: 'NOT_SENT' }]);
});

test('figures agree with each other: the curve ends at the loss, differences are differences', () => {
  const later = whatIf(clean, { do: 'shift', sequence: ROTATE, byMs: 3 * DAY_MS });
  expect(later.loss.at(-1)!.accounts).toBe(later.outcome.accountsLost);
  expect(later.difference.accounts).toBe(later.outcome.accountsLost - clean.outcome.accountsLost);
  expect(later.difference.accounts).toBeGreaterThan(0);
  expect(later.outcome.lostBefore).toBe(clean.outcome.lostBefore);
  expect(later.outcome.detectedAt).toBe(at(60));
  for (const [i, point] of later.loss.entries())
    expect(point.accounts).toBeGreaterThan(later.loss[i - 1]?.accounts ?? 0);
});

test('what is added before it deals a search for copies no other cards', () => {
  const scenario = scenarioWith({}, shortScenario('insider-key', { 'key.copy_missed': 500_000 }));
  const searches = logOf([at(5), respond('remove-key-copies')]);
  const lucky = baseOf(searches, { scenario });
  const left = (commands: readonly Command[]) =>
    survivingCopies(relive(lucky, commands).run.world.state.keys).map(({ id }) => id);
  const found = [0, 2, 4].map((hours) => {
    const add = { do: 'add', at: at(hours), response: 'check-subject-exists', params: {} } as const;
    return left(changeLog(searches, add, lucky.logged));
  });
  expect(found).toEqual(found.map(() => left(searches)));
  const renumbered = [2, 3, 4].map((n) => left([{ ...searches[0]!, sequence: n }]));
  expect(new Set(renumbered.map(String)).size).toBeGreaterThan(1);
});

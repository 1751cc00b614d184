// Goal: a changed log is the log that would have been: in order, whole, and within the team's time.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEGIN } from '../../test/support/exercises.ts';
import { SCENARIO, UNTIL, logOf, respond } from '../../test/support/what-ifs.ts';
import type { Command } from '../run/command.ts';
import { changeLog } from './change-log.ts';
import type { Change } from './types.ts';

const at = (hours: number) => BEGIN + hours * HOUR_MS;
const act = { do: 'respond', response: 'legal-hold', params: {} } as const;
const LOG = logOf(
  [at(1), { do: 'propose', act, needs: ['legal'], reasons: {} }],
  [at(2), { do: 'read', inject: 'ticket' }, 'care'],
  [at(3), { do: 'agree', proposal: 1 }, 'legal'],
  [at(3), { do: 'object', proposal: 1 }, 'hr'],
  [at(4), { do: 'withdraw', sequence: 1 }],
  [at(5), respond('rotate-key', { mode: 'overlap' })],
  [at(6), { do: 'inject', inject: 'pocket', act: 'send' }, 'facilitator'],
  [at(7), { do: 'answer', inject: 'pocket', option: 'ok' }, 'care'],
);
const changed = (change: Change) => changeLog(LOG, change, { scenario: SCENARIO, until: UNTIL });
const numbers = (log: readonly Command[]) => log.map(({ sequence }) => sequence);

test('a proposal takes its agreements, objections and withdrawal along, and all keep their numbers', () => {
  const log = changed({ do: 'shift', sequence: 1, byMs: 2 * HOUR_MS });
  expect(numbers(log)).toEqual([2, 1, 3, 4, 6, 5, 7, 8]);
  expect(log.find(({ sequence }) => sequence === 3)!.at).toBe(at(5));
  expect(numbers(changed({ do: 'never', sequence: 1 }))).toEqual([2, 6, 7, 8]);
  expect(numbers(changed({ do: 'never', sequence: 3 }))).toEqual([1, 2, 4, 5, 6, 7, 8]);
});

test('what people did with an inject goes with the hand that sent it', () => {
  expect(numbers(changed({ do: 'never', sequence: 7 }))).toEqual([1, 2, 3, 4, 5, 6]);
  const later = changed({ do: 'at', sequence: 7, at: at(9) });
  expect(later.at(-1)).toMatchObject({ sequence: 8, at: at(10) });
});

test('another choice stands where the first stood', () => {
  const log = changed({ do: 'instead', sequence: 6, params: { mode: 'hard' } });
  expect(log[5]!.body).toEqual(respond('rotate-key', { mode: 'hard' }));
  expect(log.filter((each, i) => each !== LOG[i])).toHaveLength(1);
});

test('what is added is numbered on, a few at once one after the other', () => {
  const add = (hours: number) => ({
    ...{ do: 'add' as const, at: at(hours) + 30_000, response: 'legal-hold', params: {} },
  });
  const log = changed({ do: 'several', changes: [add(3), add(0)] });
  expect(numbers(log)).toEqual([10, 1, 2, 3, 4, 9, 5, 6, 7, 8]);
  expect(log[0]).toMatchObject({ at: at(0), by: 'what-if' });
});

test('another team gets the facilitator’s hand and nothing else', () => {
  expect(numbers(changed({ do: 'team', playbook: 'written' }))).toEqual([7]);
});

test.each<[string, Change]>([
  ['BEFORE_START', { do: 'shift', sequence: 1, byMs: -2 * HOUR_MS }],
  ['BEFORE_START', { do: 'at', sequence: 1, at: BEGIN - MINUTE_MS }],
  ['BEFORE_START', { do: 'add', at: BEGIN - DAY_MS, response: 'legal-hold', params: {} }],
  ['AFTER_END', { do: 'at', sequence: 1, at: UNTIL }],
  ['NO_SUCH_COMMAND', { do: 'never', sequence: 99 }],
  ['NO_ALTERNATIVE', { do: 'instead', sequence: 2, option: 'raise' }],
  ['NO_ALTERNATIVE', { do: 'instead', sequence: 6, option: 'hard' }],
  ['RESPONSE', { do: 'add', at: BEGIN, response: 'hope', params: {} }],
  ['PARAM', { do: 'add', at: BEGIN, response: 'rotate-key', params: { mode: 'soft' } }],
])('refused with a plain sentence: %s', (code, change) => {
  expect(() => changed(change)).toThrow(expect.objectContaining({ code, exit: 2 }));
});

test('every changed log is in order of time, then of number', () => {
  const moved = fc.record({
    do: fc.constant('shift' as const),
    sequence: fc.integer({ min: 1, max: LOG.length }),
    byMs: fc.integer({ min: -HOUR_MS, max: 5 * DAY_MS }),
  });
  fc.assert(
    fc.property(moved, (change) => {
      const log = changed(change);
      expect(log).toHaveLength(LOG.length);
      for (const [i, each] of log.entries()) {
        const before = log[i - 1];
        expect(each.at % MINUTE_MS).toBe(0);
        if (before?.at === each.at) expect(before.sequence).toBeLessThan(each.sequence);
        else if (before) expect(before.at).toBeLessThan(each.at);
      }
    }),
  );
});

// Goal: any moment of a run, simulated again, is that moment; bounds, offers and sweep speak of the same run.
import { HOUR_MS, TICK_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEGIN } from '../../test/support/exercises.ts';
import { UNTIL, baseOf, logOf, respond } from '../../test/support/what-ifs.ts';
import { Run } from '../run/run.ts';
import { bounds } from './bounds.ts';
import { momentState } from './moment-state.ts';
import { offersOf } from './offers.ts';
import { suggestionsOf } from './suggestions.ts';
import { sweep, type SweepStep } from './sweep.ts';
import { whatIf } from './what-if.ts';

const at = (hours: number) => BEGIN + hours * HOUR_MS;
const tell = { do: 'decide', decision: 'tell', option: 'yes' } as const;
const LOG = logOf(
  [at(2), { do: 'answer', inject: 'ticket', option: 'raise' }, 'care'],
  [at(30), { do: 'declare', severity: 'high' }],
  [at(31), { do: 'propose', act: tell, needs: [], reasons: {} }],
  [at(32), { do: 'propose', act: { do: 'declare', severity: 'low' }, needs: ['hr'], reasons: {} }],
  [at(40), respond('rotate-key', { mode: 'overlap' })],
  [at(41), respond('remove-key-copies')],
  [at(110), respond('rotate-key', { mode: 'hard' })],
);
/** For a machine that has other things to do. */
const SLOW_MS = 120_000;
const base = baseOf(LOG, { scale: 10_000 });

test(
  'a moment has the checksum of the run at that tick, before and after the beginning',
  () => {
    const { scenario, seed, scale } = base.logged;
    const ticks = fc.array(fc.integer({ min: 0, max: UNTIL / TICK_MS }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(ticks, (asked) => {
        const run = new Run({ scenario, seed, scale }, { commands: LOG, keep: false });
        for (const tick of asked.toSorted((a, b) => a - b)) {
          run.advance(tick * TICK_MS);
          const moment = momentState(base, tick * TICK_MS + 1);
          expect(moment.checksum).toBe(run.checksum());
          expect(moment.truth.accountsLost).toBe(run.world.state.totals.accountsLost * scale);
        }
      }),
      { numRuns: 3 },
    );
  },
  SLOW_MS,
);

test('a moment shows controls, copies that open the door, and alerts so far', () => {
  const alerts = [
    { at: at(1), attack: true },
    { at: at(90), attack: false },
  ];
  const early = momentState(base, at(3), alerts);
  expect(early.seen).toMatchObject({ alerts: 1, trueAlerts: 1 });
  expect(early.truth.keysAbused).toContain('leaver-laptop');
  const late = momentState(base, UNTIL, alerts);
  expect(late.seen).toMatchObject({ alerts: 2, trueAlerts: 1 });
  expect(late.truth.keysAbused).toEqual([]);
  expect(late.controls.find(({ id }) => id === 'issued')).toEqual({ id: 'issued', on: false });
  expect(late.checksum).toBe(base.checksum);
});

test('what took effect is offered with its other choices, within the time it could have been done', () => {
  const offers = offersOf(base);
  expect(offers.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 5, 6, 7]);
  expect(offers[0]).toMatchObject({ from: at(1), instead: [{ option: 'call-him' }] });
  expect(offers[2]!.instead).toMatchObject([{ option: 'no' }]);
  expect(offers[3]).toMatchObject({ from: BEGIN, instead: [{ params: { mode: 'hard' } }] });
  for (const { from, at: when, to } of offers) {
    expect(from).toBeLessThanOrEqual(when);
    expect(to).toBeLessThan(UNTIL);
  }
});

test(
  'what nobody did is suggested, and can be asked for',
  () => {
    const titles = suggestionsOf(base).map(({ title }) => title.en);
    expect(titles.some((title) => title.startsWith('Legal hold'))).toBe(true);
    for (const { change } of suggestionsOf(base)) expect(() => whatIf(base, change)).not.toThrow();
  },
  SLOW_MS,
);

test(
  'doing nothing loses most, the written plan less, who knows least',
  () => {
    const [nothing, written, expert] = bounds(base).map(({ outcome }) => outcome.accountsLost);
    expect(nothing).toBeGreaterThan(written!);
    expect(written).toBeGreaterThan(expert!);
    expect(whatIf(base, { do: 'team', playbook: 'nothing' }).outcome.accountsLost).toBe(nothing);
  },
  SLOW_MS,
);

test(
  'a sweep ends with what saves most, and what cost most to leave out',
  () => {
    const coarse = baseOf(LOG.slice(4));
    const steps: SweepStep[] = [...sweep(coarse)];
    const last = steps.at(-1)!;
    expect(steps.map(({ done }) => done)).toEqual(steps.map((_, i) => i + 1));
    expect(last).toMatchObject({ finished: true, done: last.of });
    expect(steps.slice(0, -1).every(({ finished }) => !finished)).toBe(true);
    const saved = last.best.map(({ difference }) => difference.accounts);
    expect(saved[0]).toBeLessThan(0);
    expect(saved).toEqual(saved.toSorted((a, b) => a - b));
    expect(last.dearest!.change).toMatchObject({ do: 'never' });
    expect(last.dearest!.difference.accounts).toBeGreaterThan(0);
  },
  SLOW_MS,
);

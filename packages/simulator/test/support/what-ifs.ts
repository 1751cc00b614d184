import { DAY_MS, HOUR_MS, type SimTime } from '@dwell/core';
import { BaseRun } from '../../src/debrief/base-run.ts';
import type { Change } from '../../src/debrief/types.ts';
import type { Command, CommandBody } from '../../src/run/command.ts';
import { Run } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { BEGIN, decision, inject, scenarioWith, text } from './exercises.ts';
import { shortScenario } from './scenarios.ts';

export const UNTIL: SimTime = BEGIN + 14 * DAY_MS;

/** A search for copies that never misses one, so that what it brings hangs on nothing but its time. */
const SURE = { 'key.copy_missed': 0 };

/** Two tickets and a decision around an attack that goes on. */
export const SCENARIO = scenarioWith(
  {
    injects: [
      inject('ticket', {
        trigger: { when: { at: BEGIN + HOUR_MS }, after: 0 },
        options: [
          { id: 'raise', text: text('raise it'), effects: [] },
          {
            id: 'call-him',
            text: text('call him'),
            effects: [{ do: 'attacker-pace', permille: 2_000 }],
          },
        ],
        within: 5 * HOUR_MS,
        missed: [{ do: 'secondary-harm', people: 900 }],
      }),
      inject('pocket', { trigger: null, options: [{ id: 'ok', text: text('ok'), effects: [] }] }),
    ],
    decisions: [decision('tell')],
  },
  shortScenario('insider-key', SURE),
);

/** A command at a time, by somebody in a role. */
export type Said = [at: SimTime, body: CommandBody, role?: string, by?: string];

export function logOf(...said: Said[]): Command[] {
  return said.map(([at, body, role = 'identity', by = role], i) => ({
    ...{ sequence: i + 1, at, by, role, body },
  }));
}

export const respond = (response: string, params = {}): CommandBody => ({
  ...{ do: 'respond', response, params },
});

/** The key withdrawn everywhere from a time on: copies removed first, then the key itself. */
export function withdrawn(at: SimTime): Change {
  const add = (after: number, response: string, params = {}) => ({
    ...{ do: 'add' as const, at: at + after, response, params },
  });
  return {
    do: 'several',
    changes: [add(0, 'remove-key-copies'), add(2 * DAY_MS, 'rotate-key', { mode: 'hard' })],
  };
}

export function baseOf(
  commands: readonly Command[],
  { scale = 100_000, scenario = SCENARIO }: { scale?: number; scenario?: Scenario } = {},
): BaseRun {
  return new BaseRun({ scenario, seed: 42, scale, commands, until: UNTIL });
}

/** The same log lived from the very start, in slices of its own; what cannot be done is left out. */
export function fromScratch(
  { logged, refused }: BaseRun,
  commands: readonly Command[],
  slices: readonly number[] = [],
): Run {
  const { scenario, seed, scale, until } = logged;
  const run = new Run(
    { scenario, seed, scale },
    { commands, keep: false, refuse: ({ sequence }) => !refused.has(sequence) },
  );
  for (const slice of slices) run.advance(Math.min(until, run.now + slice));
  run.advance(until);
  return run;
}

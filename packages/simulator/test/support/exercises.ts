import { HOUR_MS, MINUTE_MS, type SimTime } from '@dwell/core';
import type { ExerciseDecision, ExerciseInject, ExercisePlan } from '../../src/exercise/types.ts';
import type { CommandBody } from '../../src/run/command.ts';
import { Run } from '../../src/run/run.ts';
import { scenarioHash } from '../../src/scenario/normalise.ts';
import type { Scenario, Text } from '../../src/scenario/types.ts';
import { FIRST_MAIL, shortScenario } from './scenarios.ts';

/** When the exercises of tests begin: at the first mail. */
export const BEGIN: SimTime = FIRST_MAIL;

export const text = (en: string): Text => ({ en, ko: en });

/** An inject sent an hour into the exercise of which nothing is wanted, but for what is said otherwise. */
export function inject(id: string, parts: Partial<ExerciseInject> = {}): ExerciseInject {
  return {
    id,
    to: ['care'],
    channel: 'ticket',
    from: 'a customer',
    subject: text(id),
    body: text(`${id}, in full`),
    trigger: { when: { at: BEGIN + HOUR_MS }, after: 0 },
    options: [],
    met: null,
    within: null,
    missed: [],
    hints: [],
    objectives: [],
    matters: true,
    ...parts,
  };
}

/** A decision with the options `yes` and `no`, open at all times, but for what is said otherwise. */
export function decision(id: string, parts: Partial<ExerciseDecision> = {}): ExerciseDecision {
  return {
    id,
    title: text(id),
    question: text(`${id}?`),
    roles: ['incident-commander'],
    approvers: [],
    options: [
      { id: 'yes', text: text('yes'), effects: [] },
      { id: 'no', text: text('no'), effects: [] },
    ],
    open: null,
    objectives: [],
    ...parts,
  };
}

/** A scenario of three weeks with an exercise that begins at its first mail. */
export function scenarioWith(plan: Partial<ExercisePlan>, base = shortScenario()): Scenario {
  const exercise: ExercisePlan = {
    name: 'test',
    title: text('test'),
    summary: text('test'),
    mode: 'crisis',
    minutes: 90,
    phases: [],
    injects: [],
    decisions: [],
    cards: [],
    objectives: [],
    jurisdictions: [],
    opening: [],
    ...plan,
  };
  const scenario = { ...base, exercise };
  return { ...scenario, hash: scenarioHash(scenario) };
}

/** A run of an exercise that stands where the exercise begins. */
export function runOf(plan: Partial<ExercisePlan>, scenario = scenarioWith(plan)): Run {
  const run = new Run({ scenario, seed: 42, scale: 100_000 });
  run.advance(BEGIN);
  return run;
}

/** Gives a command now; returns its sequence. */
export function give(run: Run, body: CommandBody, by = 'ann', role = 'care'): number {
  const command = run.submit({ by, role, body });
  run.accept(command);
  return command.sequence;
}

/** Lets the world go on by minutes, one if not said. */
export function pass(run: Run, minutes = 1): void {
  run.advance(run.now + minutes * MINUTE_MS);
}

/** The exercise's state in a run's world. */
export function stateOf(run: Run) {
  return run.world.state.exercise!;
}

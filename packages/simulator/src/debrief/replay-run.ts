import { invariant } from '@dwell/core';
import type { ExercisePlan } from '../exercise/types.ts';
import { alertsOf } from './history/alerts.ts';
import { clocksOf } from './history/clocks.ts';
import { decisionsOf } from './history/decisions.ts';
import { documentsOf } from './history/documents.ts';
import { firstsOf } from './history/firsts.ts';
import { injectsOf } from './history/injects.ts';
import { momentsOf } from './history/moments.ts';
import { newFactsOf } from './history/new-facts.ts';
import type { Source } from './history/source.ts';
import { estimatesOf, hintsOf, hypothesesOf } from './history/written.ts';
import { liveAgain, type LivedAgain } from './live-again.ts';
import { beginOf, type LoggedRun } from './logged-run.ts';
import { Titles } from './moments/titles.ts';
import { planOf } from './plan-of.ts';
import { rulesAgain } from './rules-again.ts';
import { outcomeOf } from './outcome.ts';
import { lostSteps } from './lost-steps.ts';
import { thinned } from './run-trace.ts';
import type { RunReplay } from './run-replay.ts';

/** Accounts there are to lose, full scale. */
const MEMBERS = 33_673_817;

export type ReplayOptions = {
  /** How much of it is done, and of what. */
  onProgress?: (done: number, what: 'history' | 'rules') => void;
  signal?: AbortSignal;
};

/**
 * Everything that a run by itself says to a score: lived through again from its log, and told in scoring's
 * own words. Plain data, a function of the run alone. Errors: `CASE` when no exercise was played in it,
 * `INTERRUPTED`.
 */
export async function replayRun(
  logged: LoggedRun,
  { onProgress, signal }: ReplayOptions = {},
): Promise<RunReplay> {
  const plan = planOf(logged.scenario);
  const stop = signal ? { signal } : {};
  const lived = await liveAgain(logged, {
    ...stop,
    onProgress: (done) => onProgress?.(done, 'history'),
  });
  const rules = await rulesAgain(logged, lived, {
    ...stop,
    onProgress: (done) => onProgress?.(done, 'rules'),
  });
  const source = sourceOf(logged, lived, plan);
  return {
    history: { ...historyOf(source), rules },
    lost: lostSteps(lived.curve, logged.scale),
    firstAlertAt: lived.firstAlertAt,
    checksum: lived.run.checksum(),
  };
}

function sourceOf(logged: LoggedRun, lived: LivedAgain, plan: ExercisePlan): Source {
  // People go on while the clock stands: what they did last may wait for a tick that never comes.
  const { state: world } = lived.run.ahead();
  const { exercise: state } = world;
  invariant(state !== null, 'a run with a plan has an exercise', 'debrief');
  return {
    logged,
    lived,
    plan,
    world,
    state,
    proposals: new Map(state.proposals.map((proposal) => [proposal.sequence, proposal])),
    titles: new Titles(logged.scenario, plan, state),
    from: beginOf(logged.scenario),
    lostBy: (at) => lived.curve.before(at) * logged.scale,
  };
}

function historyOf(source: Source): Omit<RunReplay['history'], 'rules'> {
  const { logged, lived, plan, from } = source;
  const { run, trace, firstAlertAt } = lived;
  const moments = momentsOf(source);
  const estimates = estimatesOf(source);
  return {
    calendar: logged.scenario.calendar,
    scale: logged.scale,
    members: MEMBERS,
    mode: plan.mode,
    from,
    to: run.now,
    phases: plan.phases.map(({ id, title, minutes, sim }) => ({ id, title, minutes, sim })),
    objectives: plan.objectives.map(({ id, title, measure, ratings }) => ({
      ...{ id, title, measure, ratings },
    })),
    moments,
    alerts: alertsOf(source),
    injects: injectsOf(source, moments),
    decisions: decisionsOf(source),
    hypotheses: hypothesesOf(source),
    estimates,
    documents: documentsOf(source),
    clocks: clocksOf(source),
    hints: hintsOf(source),
    ...firstsOf(source),
    newFacts: newFactsOf(source, estimates),
    loss: thinned(trace.loss),
    outcome: outcomeOf(run, trace, { begin: Math.min(from, run.now), firstAlertAt }),
  };
}

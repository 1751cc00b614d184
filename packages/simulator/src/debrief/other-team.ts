import { DwellError, TICK_MS, type SimTime } from '@dwell/core';
import type { BoundName } from '@dwell/scoring';
import { AlertDrivenRun } from '../detection/alert-driven-run.ts';
import { loadRules, scaleRules } from '../detection/rule-set.ts';
import type { Run } from '../run/run.ts';
import { loadPlaybook, type Playbook } from '../scenario/playbook.ts';
import type { Scenario } from '../scenario/types.ts';
import { awaitedSteps } from './awaited-steps.ts';
import type { BaseRun, Lived } from './base-run.ts';
import { withoutTeam } from './change-log.ts';
import { seatSteps } from './seat-steps.ts';

/** The playbook that plays a bound: whoever joins when the first mail is there has no alerts to wait for. */
function playbookOf(bound: BoundName, { exercise }: Scenario): string {
  if (bound === 'nothing') return 'none';
  if (bound === 'written') return 'written';
  return exercise?.mode === 'crisis' ? 'expert-late' : 'expert';
}

const known = new WeakMap<BaseRun, Map<BoundName, Lived>>();

/**
 * The same run in the hands of another team, from when people could first act: bots play a playbook and,
 * unless they do nothing, answer what reaches their seats as the exercise's file says. The facilitator's
 * hand stays. Remembered with the run.
 */
export function otherTeam(base: BaseRun, bound: BoundName): Lived {
  const played = known.get(base) ?? new Map<BoundName, Lived>();
  known.set(base, played);
  const lived = played.get(bound) ?? play(base, bound);
  played.set(bound, lived);
  return lived;
}

function play(base: BaseRun, bound: BoundName): Lived {
  const { scenario, commands, until } = base.logged;
  const stays = withoutTeam(commands, base.begin);
  const before = stays.filter(({ at }) => at < base.begin);
  const lived = base.from(base.begin, {
    commands: before,
    playbook: teamOf(bound, scenario, base.at(base.begin).run),
  });
  const { run } = lived;
  const advance = driverOf(lived);
  for (const command of stays.slice(before.length)) {
    advance(command.at);
    run.accept({ ...command, sequence: run.commands.length + 1 });
  }
  advance(until);
  return lived;
}

/** Moves a run on; where bots wait for alerts, records are made and shown to the shipped rules. */
function driverOf({ run, trace }: Lived): (to: SimTime) => void {
  if (run.awaitedAlerts().size === 0)
    return (to) => trace.drive(run, to, (next) => run.advance(next));
  const { rules } = scaleRules(loadRules('shipped'), run.input.scale);
  const driver = new AlertDrivenRun(run, rules, []);
  return (to) => {
    while (run.now + TICK_MS <= to) {
      driver.advance(Math.min(to, trace.nextStop(run.now)));
      trace.note(run.now, run.world.state.totals.accountsLost * run.input.scale);
    }
  };
}

function teamOf(bound: BoundName, scenario: Scenario, { world }: Run): Playbook {
  const name = playbookOf(bound, scenario);
  const steps = awaitedSteps(planOf(name, scenario).steps, scenario.attack.shape);
  const { exercise } = world.state;
  if (bound === 'nothing' || !exercise || !scenario.exercise)
    return { kind: 'playbook', name, steps };
  const sent = new Map<string, SimTime>();
  for (const [id, { sentAt }] of Object.entries(exercise.injects))
    if (sentAt !== null) sent.set(id, sentAt);
  return { kind: 'playbook', name, steps: [...seatSteps(scenario.exercise, sent), ...steps] };
}

/** A shipped playbook; empty when it speaks of something that this scenario does not have. */
function planOf(name: string, scenario: Scenario): Pick<Playbook, 'steps'> {
  try {
    return loadPlaybook(name, scenario);
  } catch (error) {
    if (error instanceof DwellError) return { steps: [] };
    throw error;
  }
}

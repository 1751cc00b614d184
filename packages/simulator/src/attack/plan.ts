import { TICK_MS, type SimTime } from '@dwell/core';
import type { AttackPhase, Scenario } from '../scenario/types.ts';

/** A phase with its pace turned into a cumulative curve. */
export type PlannedPhase = AttackPhase & {
  /** Numbers a lane walks. */
  laneSize: number;
  /** Thousandths of a subject, per lane, that should be walked by a simulated time. */
  walkedBy(at: SimTime): number;
  /** Per lane, thousandths of a subject: the whole phase. */
  total: number;
  /** Mean thousandths a tick, for a phase that runs late. */
  meanPerTick: number;
};

export type AttackPlan = {
  lanes: number;
  phases: readonly PlannedPhase[];
  endsAt: SimTime;
};

/** Crawler workers that walk slices of the number space side by side. */
const LANES_MAX = 16;

function area(pace: AttackPhase['pace'], at: SimTime): number {
  let sum = 0;
  for (let i = 1; i < pace.length; i++) {
    const a = pace[i - 1]!;
    const b = pace[i]!;
    if (at <= a.at) break;
    const to = at < b.at ? at : b.at;
    const share = (to - a.at) / (b.at - a.at);
    sum += (to - a.at) * (a.weight + ((b.weight - a.weight) * share) / 2);
  }
  return sum;
}

function planPhase(phase: AttackPhase, lanes: number): PlannedPhase {
  const laneSize = Math.ceil((phase.numbers.to - phase.numbers.from + 1) / lanes);
  const total = laneSize * 1000;
  const whole = area(phase.pace, phase.to);
  return {
    ...phase,
    laneSize,
    total,
    meanPerTick: Math.ceil((total * TICK_MS) / (phase.to - phase.from)),
    walkedBy: (at) => (at >= phase.to ? total : Math.floor((total * area(phase.pace, at)) / whole)),
  };
}

/** Lays out who walks which numbers, and how fast, when nobody disturbs. */
export function planAttack(scenario: Scenario): AttackPlan {
  const lanes = Math.min(LANES_MAX, scenario.knobs['attacker.sources']);
  const phases = scenario.attack.phases.map((phase) => planPhase(phase, lanes));
  return { lanes, phases, endsAt: phases.at(-1)!.to };
}

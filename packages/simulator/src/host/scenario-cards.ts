import { DAY_MS, toIso } from '@dwell/core';
import { planAttack, type PlannedPhase } from '../attack/plan.ts';
import type { ScenarioCard } from '../router/types.ts';
import { KNOBS, type KnobSpec } from '../scenario/knobs.ts';
import type { Scenario } from '../scenario/types.ts';

/** Points of the drawing on a card. */
const SHAPE_POINTS = 120;

/** Requests a subject costs, by what is read of it (FACTS §1): views over members and missing numbers. */
const READS: Readonly<Record<PlannedPhase['reads'], number>> = {
  addresses: 2.475,
  profile: 0.4335,
  'profile-and-addresses': 0.867,
};

function attackShape(scenario: Scenario): number[] {
  const { phases } = planAttack(scenario);
  const step = scenario.run.to / SHAPE_POINTS;
  const rates = Array.from({ length: SHAPE_POINTS }, (_, i) => {
    const [from, to] = [i * step, (i + 1) * step];
    const walked = (phase: PlannedPhase) =>
      phase.walkedBy(Math.min(to, phase.to)) - phase.walkedBy(Math.max(from, phase.from));
    return phases.reduce((sum, phase) => {
      const overlaps = to > phase.from && from < phase.to;
      return overlaps ? sum + walked(phase) * READS[phase.reads] : sum;
    }, 0);
  });
  const most = Math.max(...rates, 1);
  return rates.map((rate) => Math.round((rate * 100) / most));
}

function knobSpecs(scenario: Scenario): Record<string, KnobSpec> {
  const entries = Object.entries(KNOBS) as [keyof typeof KNOBS, KnobSpec][];
  return Object.fromEntries(
    entries.map(([name, spec]) => [name, { ...spec, value: scenario.knobs[name] }]),
  );
}

/** What a scenario's card shows; knobs carry the scenario's own values. */
export function scenarioCard(scenario: Scenario): ScenarioCard {
  const { name, title, summary, calendar, run, starts, techniques } = scenario;
  return {
    name,
    title,
    summary,
    days: Math.ceil((run.to - run.from) / DAY_MS),
    from: toIso(calendar, run.from),
    to: toIso(calendar, run.to),
    starts: { campaign: toIso(calendar, starts.campaign), crisis: toIso(calendar, starts.crisis) },
    techniques,
    shape: attackShape(scenario),
    knobs: knobSpecs(scenario),
  };
}

import type { Language, ReportSource, ReportWhatIf } from '@dwell/scoring/report';
import { planOf } from './plan-of.ts';
import type { CaseBundle, Debrief, WhatIf } from './types.ts';

/**
 * What a report of a case is made from. A case knows no wall time: the day is not in it. What-ifs are
 * told in the order given, most telling first.
 */
export function reportSource(
  bundle: CaseBundle,
  { history, score, misses, published }: Debrief,
  { language, whatIfs }: { language: Language; whatIfs: readonly WhatIf[] },
): ReportSource {
  const { scenario, scenario_hash: scenarioHash, seed, scale, engine, checksum, exercise } = bundle;
  const { title, summary } = planOf(scenario);
  return {
    ...{ title: exercise.title, team: exercise.team, exercise: title, summary, language },
    day: null,
    ...{ history, score, misses, published },
    wash: exercise.wash,
    improvements: exercise.improvements,
    whatIfs: whatIfs.map(told),
    run: { scenario: scenario.name, scenarioHash, seed, scale, engine, checksum },
  };
}

function told({ title, difference, because }: WhatIf): ReportWhatIf {
  const { accounts, days, customerHours, won } = difference;
  const explanation = because[0]?.text ?? { en: '', ko: '' };
  return { title, accounts, days, customerHours, won, explanation };
}

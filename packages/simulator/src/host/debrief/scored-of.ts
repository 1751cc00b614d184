import type { MeasureId } from '@dwell/scoring';
import type { Debrief } from '../../debrief/types.ts';
import type { Scored } from '../../exercise/debrief-act.ts';

/** The figures of a finished exercise that are kept for good. */
export function scoredOf({ history, score, bounds }: Debrief, team: string, runId: string): Scored {
  const value = (id: MeasureId) => score.measures.find((measure) => measure.id === id)?.value;
  const nothing = bounds.find(({ name }) => name === 'nothing');
  return {
    team,
    runId,
    points: score.team.points,
    official: score.official.final ? score.official.points : null,
    dwellMs: value('dwell-time') ?? null,
    accountsLost: history.outcome.accountsLost,
    accountsLostByNothing: nothing?.outcome.accountsLost ?? null,
    detectedMs: value('time-to-detect') ?? null,
    containedMs: value('time-to-contain') ?? null,
    letters: score.objectives.map(({ objective, given }) => ({
      objective,
      letter: given?.letter ?? null,
    })),
  };
}

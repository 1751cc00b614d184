import type { MeasureId } from '../score.ts';
import type { Say } from './say.ts';
import type { ReportSource } from './types.ts';

/** `O3 Contain`; the id alone where the history does not know the objective. */
export function objectiveTitle({ history }: ReportSource, say: Say, id: string): string {
  const objective = history.objectives.find((each) => each.id === id);
  return objective ? `${id} ${say.text(objective.title)}` : id;
}

/** The words for a line of a score: a measure's, an objective's, or the id itself. */
export function lineTitle(source: ReportSource, say: Say, id: string): string {
  return say.words.measures.titles[id as MeasureId] ?? objectiveTitle(source, say, id);
}

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

/** What a part of a measure is about: a clock, a paper, an inject, an estimate, an improvement, or a word of its own. */
export function partTitle(source: ReportSource, say: Say, of: string): string {
  const { history, improvements } = source;
  const word = say.words.measures.parts[of];
  if (word !== undefined) return word;
  const clock = history.clocks.find(({ rule }) => rule === of);
  const document = history.documents.find(({ form }) => form === of);
  const inject = history.injects.find(({ id }) => id === of);
  const text = clock?.title ?? document?.title ?? inject?.subject;
  if (text) return say.text(text);
  const estimate = history.estimates.find(({ moment }) => moment === of);
  if (estimate) return say.at(estimate.at);
  return improvements.find(({ id }) => id === of)?.text ?? of;
}

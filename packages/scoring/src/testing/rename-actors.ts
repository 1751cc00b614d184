import type { History } from '../history.ts';

/** The same history with other people in it: every id is replaced as told, every name too, and their order turned round. */
export function renameActors(history: History, to: (id: string) => string): History {
  const by = <T extends { by: string }>(thing: T): T => ({ ...thing, by: to(thing.by) });
  return {
    ...history,
    actors: history.actors
      .map((actor) => ({ ...actor, id: to(actor.id), name: `Somebody called ${to(actor.id)}` }))
      .toReversed(),
    moments: history.moments.map((moment) => ({ ...moment, by: moment.by && to(moment.by) })),
    decisions: history.decisions.map((decision) => ({
      ...by(decision),
      agreed: decision.agreed.map(to),
      objected: decision.objected.map(to),
    })),
    hypotheses: history.hypotheses.map(by),
    estimates: history.estimates.map(by),
    documents: history.documents.map(by),
    freezes: history.freezes.map((freeze) => ({ ...freeze, answers: freeze.answers.map(by) })),
  };
}

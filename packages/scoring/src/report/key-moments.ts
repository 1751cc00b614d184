import type { History, Moment } from '../history.ts';

/** How telling a kind of moment is; what is not here stands in the log alone. */
const RANK: Readonly<Partial<Record<Moment['kind'], number>>> = {
  attack: 0,
  missed: 0,
  declare: 0,
  decision: 0,
  response: 0,
  file: 0,
  issue: 0,
  inject: 1,
  alert: 1,
  deploy: 1,
  estimate: 1,
  hypothesis: 1,
  evidence: 1,
  verdict: 2,
  world: 2,
  propose: 2,
  object: 2,
};

/**
 * The moments that tell the story, in order of time: the first of each kind and subject before its
 * repetitions, what matters most before the rest, `most` of them at most and a third
 * of these of one kind.
 */
export function keyMoments(history: History, most: number): Moment[] {
  const trueAlerts = new Set(
    history.alerts.filter(({ attack }) => attack).map(({ moment }) => moment),
  );
  const matters = new Set(history.injects.filter((each) => each.matters).map(({ id }) => id));
  const seen = new Set<string>();
  const ranked = history.moments.flatMap((moment, place) => {
    const rank = RANK[moment.kind];
    if (rank === undefined) return [];
    const key = `${moment.kind}/${moment.subject}`;
    const first = !seen.has(key);
    seen.add(key);
    // What repeats by itself says nothing new; what people do again does.
    if (!first && moment.lane !== 'done') return [];
    const plain =
      (moment.kind === 'alert' && !trueAlerts.has(moment.id)) ||
      ((moment.kind === 'inject' || moment.kind === 'missed') &&
        matters.size > 0 &&
        !matters.has(moment.subject));
    return [{ moment, place, rank: rank + (first ? 0 : 4) + (plain ? 2 : 0) }];
  });
  const taken = new Map<Moment['kind'], number>();
  return ranked
    .sort((x, y) => x.rank - y.rank || x.place - y.place)
    .filter(({ moment: { kind } }) => {
      const so = (taken.get(kind) ?? 0) + 1;
      taken.set(kind, so);
      return so <= most / 3;
    })
    .slice(0, most)
    .sort((x, y) => x.place - y.place)
    .map(({ moment }) => moment);
}

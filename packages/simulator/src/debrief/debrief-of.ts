import { isComplete, lossAt, score, type Actor, type Bound, type History } from '@dwell/scoring';
import type { FirstAlerts } from './first-alerts.ts';
import type { LoggedRun } from './logged-run.ts';
import { misses } from './misses.ts';
import { publishedRows } from './published.ts';
import type { RunReplay } from './run-replay.ts';
import type { CaseRoom, Debrief, WhatIfOffer, WhatIfSuggestion } from './types.ts';

/** What of a debrief the run as it stands is asked for, and what others would have made of it. */
export type DebriefRest = {
  bounds: readonly Bound[];
  offers: readonly WhatIfOffer[];
  suggestions: readonly WhatIfSuggestion[];
  /** Null: not known, or not yet. */
  firstAlerts: FirstAlerts | null;
};

/** While the rest is being made. */
export const NO_REST: DebriefRest = { bounds: [], offers: [], suggestions: [], firstAlerts: null };

/** A debrief of a run that was replayed, with the room it was played in. Pure, and quick. */
export function debriefOf(
  logged: LoggedRun,
  replay: RunReplay,
  room: CaseRoom,
  rest: DebriefRest = NO_REST,
): Debrief {
  const history = historyOf(logged, replay, room, rest.bounds);
  const { ratings, template } = room;
  return {
    history,
    score: score(history, { ratings, template }),
    bounds: rest.bounds,
    misses: rest.firstAlerts ? misses(history, rest.firstAlerts) : [],
    published: publishedRows(history),
    offers: rest.offers,
    suggestions: rest.suggestions,
  };
}

/** The whole history: the run's, with the people of the room and what they wrote there. */
export function historyOf(
  logged: LoggedRun,
  replay: RunReplay,
  room: CaseRoom,
  bounds: readonly Bound[],
): History {
  return {
    ...replay.history,
    ended: room.ended,
    actors: actorsOf(logged, room),
    freezes: room.freezes.map(({ question, at, answers }) => ({
      question,
      at,
      answers,
      truth: lossAt(replay.lost, at ?? replay.history.to),
    })),
    improvements: room.improvements.map((item) => ({
      id: item.id,
      complete: isComplete(item),
      regression: item.carries !== null,
    })),
    bounds,
  };
}

/** Everybody in the room, and whoever else acted: bots, and those who have gone since. */
function actorsOf({ commands }: LoggedRun, { people }: CaseRoom): Actor[] {
  const actors = new Map<string, Actor & { roles: string[] }>();
  for (const { id, name, roles } of people)
    actors.set(id, { id, name, roles: [...roles], bot: false });
  for (const { by, role, body } of commands) {
    if (body.do === 'inject') continue;
    const known = actors.get(by);
    if (!known) actors.set(by, { id: by, name: '', roles: [role], bot: by.startsWith('bot:') });
    else if (!known.roles.includes(role)) known.roles.push(role);
  }
  return [...actors.values()];
}

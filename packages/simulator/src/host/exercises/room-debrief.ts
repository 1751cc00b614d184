import type { Improvement, Rating, Template, WashLine } from '@dwell/scoring';
import type { DebriefAct, Scored } from '../../exercise/debrief-act.ts';
import type { RoomBody, RoomEntry } from '../../exercise/room.ts';

type OfTeam<Value> = Value & { team: string };

/** What was written about an exercise when it was talked over, as the room log leaves it. */
export type RoomDebrief = {
  ratings: readonly OfTeam<Rating>[];
  wash: readonly OfTeam<WashLine>[];
  improvements: readonly OfTeam<Improvement>[];
  /** Null: nobody has chosen one. */
  template: Template | null;
  pseudonyms: boolean;
  shared: boolean;
  /** The last figures of each team. */
  scored: readonly Scored[];
  anonymised: boolean;
};

export const EMPTY_DEBRIEF: RoomDebrief = {
  ratings: [],
  wash: [],
  improvements: [],
  template: null,
  pseudonyms: false,
  shared: false,
  scored: [],
  anonymised: false,
};

export type DebriefBody = DebriefAct | Extract<RoomBody, { do: 'scored' | 'anonymised' }>;

/** The debrief after one more entry. Ids are places in the room log; what speaks of none changes nothing. */
export function applyDebrief(
  debrief: RoomDebrief,
  { sequence, by }: RoomEntry,
  body: DebriefBody,
): RoomDebrief {
  switch (body.do) {
    case 'rate':
    case 'unrate':
      return { ...debrief, ratings: ratingsAfter(debrief.ratings, by, body) };
    case 'wash': {
      const { team, kind, text } = body;
      return { ...debrief, wash: [...debrief.wash, { team, id: `w${sequence}`, kind, text, by }] };
    }
    case 'unwash':
      return { ...debrief, wash: without(debrief.wash, body) };
    case 'improve':
      return { ...debrief, improvements: improved(debrief.improvements, sequence, by, body) };
    case 'unimprove':
      return { ...debrief, improvements: without(debrief.improvements, body) };
    case 'template':
      return { ...debrief, template: body.template };
    case 'pseudonyms':
      return { ...debrief, pseudonyms: body.on };
    case 'share-debrief':
      return { ...debrief, shared: body.on };
    case 'scored': {
      const others = debrief.scored.filter(({ team }) => team !== body.scored.team);
      return { ...debrief, scored: [...others, body.scored] };
    }
    case 'anonymised':
      return { ...debrief, anonymised: true };
  }
}

/** An objective has one rating a team: the last one given. */
function ratingsAfter(
  ratings: RoomDebrief['ratings'],
  by: string,
  body: Extract<DebriefAct, { do: 'rate' | 'unrate' }>,
): RoomDebrief['ratings'] {
  const objective = body.do === 'rate' ? body.rating.objective : body.objective;
  const others = ratings.filter((each) => each.team !== body.team || each.objective !== objective);
  return body.do === 'rate' ? [...others, { ...body.rating, team: body.team, by }] : others;
}

function improved(
  improvements: RoomDebrief['improvements'],
  sequence: number,
  by: string,
  { team, id, item }: Extract<DebriefAct, { do: 'improve' }>,
): RoomDebrief['improvements'] {
  if (id === undefined) return [...improvements, { ...item, team, id: `i${sequence}`, by }];
  return improvements.map((each) =>
    each.id === id && each.team === team ? { ...item, team, id, by: each.by } : each,
  );
}

function without<Item extends { id: string; team: string }>(
  items: readonly Item[],
  { id, team }: { id: string; team: string },
): readonly Item[] {
  return items.filter((each) => each.id !== id || each.team !== team);
}

/** What of these is a team's, without saying so. */
export function ofTeam<Item extends { team: string }>(
  items: readonly Item[],
  team: string,
): Omit<Item, 'team'>[] {
  return items
    .filter((each) => each.team === team)
    .map((each) => {
      const { team: _, ...item } = each;
      return item;
    });
}

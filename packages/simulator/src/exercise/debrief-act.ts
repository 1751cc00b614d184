import type { Improvement, Rating, Template } from '@dwell/scoring';

/** What people write about an exercise in its debrief; kept in the room log. */
export type DebriefAct =
  | { do: 'rate'; team: string; rating: Omit<Rating, 'by'> }
  | { do: 'unrate'; team: string; objective: string }
  | { do: 'wash'; team: string; kind: 'strength' | 'gap'; text: string }
  | { do: 'unwash'; team: string; id: string }
  /** A new one without `id`; an owner, a date, a status later on. */
  | { do: 'improve'; team: string; id?: string; item: Omit<Improvement, 'id' | 'by'> }
  | { do: 'unimprove'; team: string; id: string }
  | { do: 'template'; template: Template }
  | { do: 'pseudonyms'; on: boolean }
  | { do: 'share-debrief'; on: boolean };

/** What a team's exercise came to, kept so that it stays what it was whatever later versions reckon. */
export type Scored = {
  team: string;
  runId: string;
  points: number | null;
  /** Null until every objective has been rated. */
  official: number | null;
  dwellMs: number | null;
  accountsLost: number;
  accountsLostByNothing: number | null;
  detectedMs: number | null;
  containedMs: number | null;
  /** As evaluators gave them; null: nobody did. */
  letters: readonly { objective: string; letter: 'P' | 'S' | 'M' | 'U' | null }[];
};

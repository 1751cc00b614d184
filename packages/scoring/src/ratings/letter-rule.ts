import type { History } from '../history.ts';
import type { Letter, Measure, MeasureId } from '../score.ts';

/** What a letter is suggested from. */
export type Seen = {
  history: History;
  /** Value of a measure; null: it could not be measured. */
  value: (id: MeasureId) => number | null;
};

/** The letter that the measures suggest for one objective; null: there is nothing to go by. */
export type LetterRule = (seen: Seen) => Letter | null;

/** Reads measures by id. */
export function seenIn(history: History, measures: readonly Measure[]): Seen {
  const values = new Map(measures.map(({ id, value }) => [id, value]));
  return { history, value: (id) => values.get(id) ?? null };
}

/** The first letter whose limit a lower-is-better value keeps; U beyond the last. */
export function atMost(value: number, limits: { P: number; S: number; M: number }): Letter {
  if (value <= limits.P) return 'P';
  if (value <= limits.S) return 'S';
  return value <= limits.M ? 'M' : 'U';
}

/** The first letter whose limit a higher-is-better value reaches; U below the last. */
export function atLeast(value: number, limits: { P: number; S: number; M: number }): Letter {
  if (value >= limits.P) return 'P';
  if (value >= limits.S) return 'S';
  return value >= limits.M ? 'M' : 'U';
}

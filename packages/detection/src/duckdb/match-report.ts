import type { Linked } from '../ir/detection.ts';

/** A moment at which a correlation holds: the event's place, and the group's texts in their order. */
export type Hold = { at: number; group: readonly string[] };

/** What one engine found: matches of rules and holds of correlations, by place in `detections`. */
export type Found = { matches: Map<number, number[]>; holds: Map<number, Hold[]> };

/** An event on which the engines do not agree: which of them it matches, and for which group. */
export type Disagreement = {
  index: number;
  event: number;
  group: readonly string[] | null;
  stream: boolean;
  sql: boolean;
};

/** Disagreements beyond this are not listed. */
const LISTED_MAX = 10_000;

/** Where two findings about the same detections differ. */
export class Comparison {
  readonly disagreements: Disagreement[] = [];

  /** Places of matching events, each list in order. */
  matches(index: number, stream: readonly number[], sql: readonly number[]): void {
    let [i, j] = [0, 0];
    while (i < stream.length || j < sql.length) {
      const [a, b] = [stream[i] ?? Number.POSITIVE_INFINITY, sql[j] ?? Number.POSITIVE_INFINITY];
      if (a <= b) i++;
      if (b <= a) j++;
      if (a !== b) this.#add(index, Math.min(a, b), null, a < b);
    }
  }

  holds(index: number, stream: readonly Hold[], sql: readonly Hold[]): void {
    const key = ({ at, group }: Hold) => JSON.stringify([at, ...group]);
    const [inStream, inSql] = [new Set(stream.map(key)), new Set(sql.map(key))];
    for (const hold of stream)
      if (!inSql.has(key(hold))) this.#add(index, hold.at, hold.group, true);
    for (const hold of sql)
      if (!inStream.has(key(hold))) this.#add(index, hold.at, hold.group, false);
  }

  #add(index: number, event: number, group: readonly string[] | null, stream: boolean): void {
    if (this.disagreements.length >= LISTED_MAX) return;
    this.disagreements.push({ index, event, group, stream, sql: !stream });
  }
}

/** What `matchEvents` found. */
export type MatchReport = {
  linked: Linked;
  /** Per rule that matches anything: places of events, in order. */
  matches: ReadonlyMap<number, readonly number[]>;
  /** Per correlation that holds anywhere: moments, in order of time. */
  holds: ReadonlyMap<number, readonly Hold[]>;
  /** Detections that an engine could not run, and why. */
  refusals: ReadonlyMap<number, string>;
  disagreements: readonly Disagreement[];
  /** Events read; those without a time; those that came too late for correlations. */
  events: number;
  untimed: number;
  late: number;
  /** Milliseconds each engine took, without reading and parsing; null: it did not run. */
  streamMs: number | null;
  sqlMs: number | null;
};

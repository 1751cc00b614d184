import type { ProgressRow } from '@dwell/simulator/router';

/** One point of a progress drawing: the place of its exercise in time, and a value. */
type ProgressPoint = { place: number; value: number; row: ProgressRow };
export type ProgressLine = { name: string; points: readonly ProgressPoint[] };

/** Exercises that have ended, oldest first: their ids in the order of the axis. */
export function placesOf(rows: readonly ProgressRow[]): readonly string[] {
  const ended = new Map<string, number>();
  for (const row of rows) ended.set(row.exerciseId, row.endedWallMs);
  return [...ended].toSorted((a, b) => a[1] - b[1]).map(([id]) => id);
}

/** A line for each team of a name in a kind of exercise; exercises without the value leave no point. */
export function linesOf(
  rows: readonly ProgressRow[],
  valueOf: (row: ProgressRow) => number | null,
  nameOf: (row: ProgressRow) => string,
): readonly ProgressLine[] {
  const places = placesOf(rows);
  const lines = new Map<string, ProgressPoint[]>();
  for (const row of rows) {
    const value = valueOf(row);
    const name = nameOf(row);
    if (!lines.has(name)) lines.set(name, []);
    if (value !== null)
      lines.get(name)!.push({ place: places.indexOf(row.exerciseId), value, row });
  }
  return [...lines].map(([name, points]) => ({
    name,
    points: points.toSorted((a, b) => a.place - b.place),
  }));
}

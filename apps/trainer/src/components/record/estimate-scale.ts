/** Decades that a drawing of intervals needs, at least one: powers of ten below the least and above the greatest. */
export function decadesOf(intervals: readonly { low: number; high: number }[]): readonly number[] {
  const values = intervals.flatMap(({ low, high }) => [Math.max(1, low), Math.max(1, high)]);
  const from = Math.floor(Math.log10(Math.min(...values, 1e9)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values, 1))));
  return Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at));
}

/** Where a value stands between the decades, from 0 at the least to 1 at the greatest. */
export function shareOf(value: number, decades: readonly number[]): number {
  const from = Math.log10(decades[0]!);
  const to = Math.log10(decades.at(-1)!);
  return Math.min(1, Math.max(0, (Math.log10(Math.max(1, value)) - from) / (to - from)));
}

/**
 * Where a full-scale count lies when one in `scale` was counted: 95 % of the time between `low` and `high`.
 * Each member is in the sample with chance 1/scale, so the counted number is binomial. Exact at 1:1.
 */
export function samplingInterval(value: number, scale: number): { low: number; high: number } {
  if (scale <= 1) return { low: value, high: value };
  const counted = value / scale;
  const spread = 1.96 * Math.sqrt(counted * (1 - 1 / scale)) * scale;
  return { low: Math.max(0, Math.round(value - spread)), high: Math.round(value + spread) };
}

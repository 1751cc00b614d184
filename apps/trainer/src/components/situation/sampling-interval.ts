/** Members of every run's shop: fixed by how numbers are given out, not by a knob. */
export const MEMBERS = 33_673_817;

/**
 * Where a full-scale count of members lies when one member in `scale` was looked at: 95 % of the time
 * between `low` and `high`. The number of members is known, so a count near none or near all is sure.
 */
export function samplingInterval(
  value: number,
  scale: number,
  members: number,
): { low: number; high: number } {
  if (scale <= 1) return { low: value, high: value };
  const share = Math.min(1, value / members);
  const looked = members / scale;
  const spread = 1.96 * members * Math.sqrt(((share * (1 - share)) / looked) * (1 - 1 / scale));
  return {
    low: Math.max(0, Math.round(value - spread)),
    high: Math.min(Math.max(members, value), Math.round(value + spread)),
  };
}

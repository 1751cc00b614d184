/** The value below which a share of the values lies; null of none. */
export function quantile(values, share) {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

const ms = (value) => (value === null ? '–' : `${value.toFixed(value < 10 ? 1 : 0)} ms`);

/** `p50 · p95 · max` of some times in ms. */
export function spread(values) {
  const [half, most, all] = [0.5, 0.95, 1].map((share) => ms(quantile(values, share)));
  return `p50 ${half} · p95 ${most} · max ${all} (${values.length})`;
}

/** A figure beside its goal, and how much of the goal it uses. */
export function against(name, value, goal) {
  const said = value !== null && value < goal ? 'within' : 'OVER';
  const share = value === null ? '–' : `${Math.round((100 * value) / goal)} %`;
  return `${name}: ${ms(value)} of ${goal} ms = ${share}, ${said}`;
}

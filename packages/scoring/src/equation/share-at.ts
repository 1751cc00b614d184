import type { Curve } from '../score.ts';

/** The share of the points that a value is worth, 0–1: straight between a curve's knots, flat outside. */
export function shareAt(curve: Curve, value: number): number {
  const after = curve.findIndex((knot) => value <= knot.value);
  if (after === -1) return curve.at(-1)!.share;
  const high = curve[after]!;
  const low = curve[after - 1];
  if (!low) return high.share;
  const part = (value - low.value) / (high.value - low.value);
  return low.share + (high.share - low.share) * part;
}

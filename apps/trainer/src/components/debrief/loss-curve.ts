import type { SimTime } from '@dwell/core/time';
import type { LossPoint } from '@dwell/scoring';

/** Accounts lost by then. Points are in order of time. */
export function lossBy(points: readonly LossPoint[], at: SimTime): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return points[low - 1]?.accounts ?? 0;
}

type Place = {
  x: (at: SimTime) => number;
  y: (accounts: number) => number;
  /** Times between which is drawn. */
  from: SimTime;
  to: SimTime;
};

const short = (n: number) => String(Math.round(n * 10) / 10);

/**
 * An SVG path in steps: a loss holds until the next one. Points less than a pixel apart are drawn as one,
 * so a curve of many thousands stays light.
 */
export function lossPath(points: readonly LossPoint[], { x, y, from, to }: Place): string {
  let path = `M${short(x(from))} ${short(y(lossBy(points, from)))}`;
  let lastX = x(from);
  let held: LossPoint | null = null;
  const draw = (point: LossPoint) => {
    lastX = x(point.at);
    path += `H${short(lastX)}V${short(y(point.accounts))}`;
  };
  for (const point of points) {
    if (point.at <= from || point.at > to) continue;
    if (x(point.at) - lastX >= 1) {
      if (held) draw(held);
      held = null;
      draw(point);
    } else held = point;
  }
  if (held) draw(held);
  return `${path}H${short(x(to))}`;
}

/**
 * Places for labels that want to stand at `wanted` (px, any order): each as near as it can with `gap`
 * between any two, all between `least` and `most`. Answers in the order asked.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  least: number,
  most: number,
): number[] {
  const order = wanted.map((y, at) => ({ y, at })).toSorted((a, b) => a.y - b.y || a.at - b.at);
  const placed: number[] = [];
  for (const { y } of order) placed.push(Math.max(y, (placed.at(-1) ?? least - gap) + gap));
  let floor = most;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.max(least, Math.min(placed[at]!, floor));
    floor = placed[at]! - gap;
  }
  const answer: number[] = [];
  for (const [place, { at }] of order.entries()) answer[at] = placed[place]!;
  return answer;
}

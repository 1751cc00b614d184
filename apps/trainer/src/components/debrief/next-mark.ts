type Place = { lane: number; mark: number };

/** Where an arrow key leads from a mark: along its lane, or to the nearest of another; null: nowhere. */
export function nextMark(
  lanes: readonly (readonly { x: number }[])[],
  { lane, mark }: Place,
  key: string,
): Place | null {
  const here = lanes[lane]?.[mark];
  if (!here) return null;
  const last = lanes[lane]!.length - 1;
  if (key === 'ArrowLeft') return mark > 0 ? { lane, mark: mark - 1 } : null;
  if (key === 'ArrowRight') return mark < last ? { lane, mark: mark + 1 } : null;
  if (key === 'Home') return { lane, mark: 0 };
  if (key === 'End') return { lane, mark: last };
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const step = key === 'ArrowUp' ? -1 : 1;
  for (let next = lane + step; next >= 0 && next < lanes.length; next += step) {
    const marks = lanes[next]!;
    if (marks.length === 0) continue;
    const away = (at: number) => Math.abs(marks[at]!.x - here.x);
    let near = 0;
    for (let at = 1; at < marks.length; at += 1) if (away(at) < away(near)) near = at;
    return { lane: next, mark: near };
  }
  return null;
}

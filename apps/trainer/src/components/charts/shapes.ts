/** Places values on a drawing: `x(i)` and `y(value)` in px. */
export type Placement = { x: (index: number) => number; y: (value: number) => number };

const short = (n: number) => String(Math.round(n * 10) / 10);

/** An SVG path through the values; a `null` breaks the line. */
export function linePath(values: readonly (number | null)[], { x, y }: Placement): string {
  let path = '';
  let pen = false;
  for (const [i, value] of values.entries()) {
    if (value === null) {
      pen = false;
      continue;
    }
    path += `${pen ? 'L' : 'M'}${short(x(i))} ${short(y(value))}`;
    pen = true;
  }
  return path;
}

/** The area between two lines of equal length. */
export function areaPath(
  top: readonly number[],
  bottom: readonly number[],
  { x, y }: Placement,
): string {
  if (top.length === 0) return '';
  const back = bottom.map((value, i) => `${short(x(i))} ${short(y(value))}`).toReversed();
  return `${linePath(top, { x, y })}L${back.join('L')}Z`;
}

/** Running sums of several series, for stacking: the first is nought, the last the total. */
export function stack(series: readonly (readonly number[])[], length: number): number[][] {
  const layers: number[][] = [Array.from({ length }, () => 0)];
  for (const values of series) {
    const below = layers.at(-1)!;
    layers.push(below.map((base, i) => base + (values[i] ?? 0)));
  }
  return layers;
}

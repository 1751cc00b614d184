import { niceTicks } from '../charts/nice-ticks.ts';

export type ScaleKind = 'linear' | 'log';
/** Numbers of accounts on a height: `y` counts px from the top. */
export type LossScale = { y: (accounts: number) => number; ticks: readonly number[] };

/** Room below the first power of ten, where nought stands. */
const NOUGHT = 20;

/**
 * A scale from 0 to `top` accounts. `log` goes by powers of ten from the one below `least` (the smallest
 * number that is drawn and not nought), with nought at the floor.
 */
export function lossScale(
  kind: ScaleKind,
  { top, least, height, air }: { top: number; least: number; height: number; air: number },
): LossScale {
  if (kind === 'linear') {
    const ticks = niceTicks(top, height > 200 ? 4 : 3);
    const most = ticks.at(-1)!;
    return { ticks, y: (accounts) => height - (accounts / most) * (height - air) };
  }
  const low = Math.floor(Math.log10(Math.max(1, Math.min(least, top))));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(10, top)) - 1e-9));
  const step = (height - air - NOUGHT) / (high - low);
  const every = Math.max(1, Math.ceil((high - low) / Math.max(1, Math.floor(height / 36))));
  const ticks = [0];
  for (let power = low; power <= high; power += every) ticks.push(10 ** power);
  return {
    ticks,
    y: (accounts) =>
      accounts <= 0 ? height : height - NOUGHT - Math.max(0, Math.log10(accounts) - low) * step,
  };
}

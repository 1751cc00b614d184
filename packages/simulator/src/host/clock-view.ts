import type { SimTime } from '@dwell/core';
import type { ClockView } from '../router/types.ts';
import { clockEnded, clockTime } from './clock.ts';
import type { ClockKeeper } from './clock-keeper.ts';
import type { RunRecord } from './ports.ts';

/** The clock as screens see it. `worldNow` is null when no world is running: then the log alone speaks. */
export function clockView(
  record: RunRecord,
  keeper: ClockKeeper,
  wallMs: number,
  worldNow: SimTime | null,
): ClockView {
  const { state } = keeper;
  const now = clockTime(state, record, wallMs);
  const ended = clockEnded(state, record, wallMs);
  const running = ended ? 'ended' : state.playing ? 'playing' : 'paused';
  return {
    state: record.build.state === 'ready' ? running : 'building',
    speed: state.rate,
    anchorSim: ended ? record.endAt : state.anchorSim,
    anchorWallMs: state.anchorWallMs,
    now: worldNow === null ? now : Math.min(now, worldNow),
    slowed: state.playing && state.rate < state.speed,
  };
}

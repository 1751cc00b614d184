import { badInput, DAY_MS, HOUR_MS, MINUTE_MS, type SimTime } from '@dwell/core';
import type { ClockView } from '../router/types.ts';
import { clockEnded } from './clock.ts';
import type { RunHost } from './run-host.ts';
import type { ClockRequest } from './service.ts';

/** A step to the next event looks no further than this. */
const EVENT_SEARCH_MS = 30 * DAY_MS;

/** Start of the next whole local step after `at`. */
export function nextWhole(
  at: SimTime,
  stepMs: number,
  calendar: { startMs: number; offsetMinutes: number },
): SimTime {
  const local = calendar.startMs + calendar.offsetMinutes * MINUTE_MS + at;
  return at + stepMs - (((local % stepMs) + stepMs) % stepMs);
}

/**
 * Does what somebody asked of a run's clock and logs it. Nothing here touches the world's own time:
 * the log only says how far it may go. Errors: `RUN_ENDED`, `JUMP_BACK`, `RUN_NOT_READY`.
 */
export async function driveClock(
  host: RunHost,
  request: ClockRequest,
  wallMs: number,
): Promise<ClockView> {
  const { clockKeeper: clock, record } = host;
  const ended = clockEnded(clock.state, record, wallMs);
  if (ended && request.do !== 'pause' && request.do !== 'speed') {
    throw badInput(
      'RUN_ENDED',
      'this run is over',
      record.name,
      'fork it at an earlier time to try something else',
    );
  }
  // The world first: a clock that runs while its world is starting would only have to give way.
  await host.world();
  if (request.do === 'play') await clock.append((state) => (state.playing ? null : { do: 'play' }));
  else if (request.do === 'pause')
    await clock.append((state) => (state.playing ? { do: 'pause' } : null));
  else if (request.do === 'speed')
    await clock.append(() => ({ do: 'speed', speed: request.speed }));
  else if (request.do === 'step') await step(host, request.by);
  else if (request.do === 'jump') await jump(host, request.to);
  return host.clock();
}

async function step(host: RunHost, by: 'hour' | 'day' | 'event'): Promise<void> {
  const { clockKeeper: clock, record } = host;
  if (by === 'event') {
    const to = await host.stepToEvent(Math.min(record.endAt, clock.time() + EVENT_SEARCH_MS));
    await clock.append(() => ({ do: 'step', to }));
    return;
  }
  const stepMs = by === 'hour' ? HOUR_MS : DAY_MS;
  await clock.append((_state, now) => ({
    do: 'step',
    to: Math.min(record.endAt, nextWhole(now, stepMs, record.calendar)),
  }));
}

async function jump(host: RunHost, to: SimTime): Promise<void> {
  const { clockKeeper: clock, record } = host;
  if (to < clock.time()) {
    throw badInput(
      'JUMP_BACK',
      'a clock only goes forwards',
      record.name,
      'to go back, fork the run at that time',
    );
  }
  await clock.append(() => ({ do: 'jump', to: Math.min(record.endAt, to) }));
}

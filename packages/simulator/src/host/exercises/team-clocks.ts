import { badInput, DAY_MS, type SimTime } from '@dwell/core';
import type { ExercisePhase } from '../../exercise/types.ts';
import { driveClock } from '../clock-desk.ts';
import type { RunHost } from '../run-host.ts';
import type { ClockRequest } from '../service.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { phaseSpeed } from './phase-speed.ts';

export type ExerciseClockRequest = ClockRequest | { do: 'step'; by: 'inject' | 'alert' };

/** A step looks no further than this. The world lives what it looks through: an alert may never come. */
const SEARCH_MS = { inject: 30 * DAY_MS, alert: DAY_MS };
/** Things that happen on the way to what is looked for. */
const SEARCH_STEPS = 2_000;

/** The clocks of all teams of an exercise, driven as one. */
export class TeamClocks {
  readonly #room: ExerciseRoom;
  readonly #wall: () => number;

  constructor(room: ExerciseRoom, wall: () => number) {
    this.#room = room;
    this.#wall = wall;
  }

  /**
   * Does what the clock operator asks, for every team; a jump is said aloud.
   * Errors: `NOT_STARTED`, `FROZEN`, and as `driveClock`.
   */
  async drive(by: string, request: ExerciseClockRequest): Promise<void> {
    const { state } = this.#room.state;
    if (state === 'lobby' && request.do !== 'pause' && request.do !== 'speed') {
      const todo = 'start it first; people are told then';
      throw badInput(
        'NOT_STARTED',
        'the exercise has not begun',
        this.#room.record.settings.name,
        todo,
      );
    }
    if (state === 'frozen' && request.do !== 'pause' && request.do !== 'speed') {
      const todo = 'end the freeze first';
      throw badInput(
        'FROZEN',
        'everybody is answering a question',
        this.#room.record.settings.name,
        todo,
      );
    }
    if (request.do === 'step' && (request.by === 'inject' || request.by === 'alert')) {
      await this.#stepTo(request.by);
      return;
    }
    await this.#each((host) => driveClock(host, request as ClockRequest, this.#wall()));
    if (request.do === 'jump') {
      const body = { do: 'say' as const, kind: 'jump' as const, text: '', at: request.to };
      await this.#room.tail.append(() => ({ by, body }));
    }
  }

  /** Clocks of a phase: at its speed, or still. */
  async phase(phase: ExercisePhase): Promise<void> {
    await this.#each(async (host) => {
      const speed = phaseSpeed(phase, host.clockKeeper.time());
      const request = (ask: ClockRequest) => driveClock(host, ask, this.#wall());
      if (speed === null) return request({ do: 'pause' });
      await request({ do: 'speed', speed });
      return request({ do: 'play' });
    });
  }

  async pause(): Promise<void> {
    await this.#each((host) => driveClock(host, { do: 'pause' }, this.#wall()));
  }

  async play(): Promise<void> {
    await this.#each((host) => driveClock(host, { do: 'play' }, this.#wall()));
  }

  /** Errors: `RUN_NOT_READY` while a team's history is being built. */
  async mustBeReady(): Promise<void> {
    await this.#each((host) => host.world());
  }

  async playing(): Promise<boolean> {
    const hosts = await this.#hosts();
    return hosts.some((host) => host.clockKeeper.state.playing);
  }

  /** Simulated time of each team, now. */
  async times(): Promise<Record<string, SimTime>> {
    const hosts = await this.#hosts();
    const { teams } = this.#room.state;
    return Object.fromEntries(teams.map(({ id }, i) => [id, hosts[i]!.clockKeeper.time()]));
  }

  async #hosts(): Promise<RunHost[]> {
    const tables = this.#room.state.teams.map((team) => this.#room.table(team.id));
    return (await Promise.all(tables)).map((table) => table.host);
  }

  async #each(work: (host: RunHost) => Promise<unknown>): Promise<void> {
    await Promise.all((await this.#hosts()).map(work));
  }

  /** The team furthest ahead finds what comes next; the others go to the same time. */
  async #stepTo(by: 'inject' | 'alert'): Promise<void> {
    const hosts = (await this.#hosts()).toSorted(
      (x, y) => y.clockKeeper.time() - x.clockKeeper.time(),
    );
    const [first, ...others] = hosts;
    if (!first) return;
    const to = await nextMoment(first, by);
    await first.clockKeeper.append(() => ({ do: 'step', to }));
    for (const host of others)
      await host.clockKeeper.append((_state, now) => (now < to ? { do: 'step', to } : null));
  }
}

/** Lets a world run on to the next inject or alert and says where that is; the search has an end. */
async function nextMoment(host: RunHost, by: 'inject' | 'alert'): Promise<SimTime> {
  const limit = Math.min(host.record.endAt, host.clockKeeper.time() + SEARCH_MS[by]);
  const known = countOf(host, by);
  let at = host.clockKeeper.time();
  for (let step = 0; step < SEARCH_STEPS && at < limit; step++) {
    const reached = await host.stepToEvent(limit);
    // The world's news come behind its answer.
    await new Promise((resolve) => setImmediate(resolve));
    if (countOf(host, by) > known || reached <= at) return reached;
    at = reached;
  }
  return at;
}

function countOf(host: RunHost, by: 'inject' | 'alert'): number {
  if (by === 'alert') return host.alerts.list().length;
  return host.events.filter((event) => event.kind === 'inject.sent').length;
}

import type { Desk } from '../../router/exercise-types.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { markOf } from './told.ts';

const PACE_MS = 250;

/** What a desk's feed needs. */
export type DeskSource = {
  room: ExerciseRoom;
  desk(): Promise<Desk>;
  /** May the viewer still see it? */
  allowed(): boolean;
};

/** The desk, and again whenever it has changed; at most four times a second. */
export async function* deskFeed(
  { room, desk, allowed }: DeskSource,
  signal: AbortSignal,
): AsyncGenerator<{ id: string; desk: Desk }> {
  let wake: () => void = () => undefined;
  let dirty = true;
  let told = '';
  const onChange = () => {
    dirty = true;
    wake();
  };
  const unwatch = room.watch(onChange);
  signal.addEventListener('abort', onChange);
  try {
    while (!signal.aborted && !room.closed) {
      if (!dirty) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted || room.closed || !allowed()) return;
      dirty = false;
      const shown = await desk();
      const mark = markOf(JSON.stringify(withoutRates(shown)));
      if (mark !== told) {
        told = mark;
        yield { id: mark, desk: shown };
      }
      await pause(PACE_MS, signal);
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', onChange);
  }
}

/** The desk without what moves all the time: how far a clock has got is told by its anchor. */
function withoutRates(desk: Desk): unknown {
  const teams = desk.teams.map((team) => ({
    ...team,
    run: { ...team.run, clock: { ...team.run.clock, now: 0 } },
  }));
  return { ...desk, teams };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

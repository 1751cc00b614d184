import type { DebriefView } from '../debrief-service.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { markOf } from '../exercises/told.ts';
import type { DebriefSight } from './debrief-sight.ts';
import { withDebrief } from './debrief-view.ts';
import type { TeamDebrief } from './team-debrief.ts';

/** Screens are told twice a second at most; whether the run has gone on is looked at as often as this. */
const PACE_MS = 500;
const LOOK_MS = 5_000;

export type DebriefSource = {
  room: ExerciseRoom;
  /** What the viewer may see now; null: nothing any more. */
  sight(): DebriefSight | null;
  view(sight: DebriefSight): DebriefView;
  made: TeamDebrief;
};

/** The debrief, and again whenever something of it has changed. */
export async function* debriefFeed(
  { room, sight, view, made }: DebriefSource,
  signal: AbortSignal,
): AsyncGenerator<DebriefView> {
  let wake: () => void = () => undefined;
  let told = '';
  const onChange = () => wake();
  const leave = [made.onChange(onChange), room.tail.onEntry(onChange)];
  signal.addEventListener('abort', onChange);
  try {
    while (!signal.aborted && !room.closed) {
      const seen = sight();
      if (!seen) return;
      // Not waited for: what is being made tells of itself.
      if (seen.sees) void made.keepUp();
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const { revision } = made;
      const shown = seen.sees ? await withDebrief(view(seen), made) : view(seen);
      const mark = `${revision} ${markOf(JSON.stringify({ ...shown, debrief: null }))}`;
      if (mark !== told) {
        told = mark;
        yield shown;
      }
      await pause(PACE_MS, signal);
      const heard = new AbortController();
      void woken.then(() => heard.abort());
      await pause(LOOK_MS, AbortSignal.any([signal, heard.signal]));
    }
  } finally {
    for (const each of leave) each();
    signal.removeEventListener('abort', onChange);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    timer.unref();
    signal.addEventListener('abort', done);
  });
}

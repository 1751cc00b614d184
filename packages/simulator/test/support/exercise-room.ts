import { fileURLToPath } from 'node:url';
import type {
  ConsoleMessage,
  ConsoleSections,
  ExerciseSettings,
  SeatKind,
} from '../../src/router/exercise-types.ts';
import type { ExerciseService } from '../../src/host/exercise-service.ts';
import type { Viewer } from '../../src/host/service.ts';
import type { Role } from '../../src/scenario/roles.ts';

/** A small exercise of its own, so that tests of the host do not hang on what ships. */
const DRILL = fileURLToPath(new URL('drill.yaml', import.meta.url));

/** A small crisis for three people. */
export const CRISIS: ExerciseSettings = {
  name: 'Tuesday',
  exercise: DRILL,
  seed: 42,
  scale: 100_000,
  length: 'full',
  difficulty: { noise: 1, attackerPace: 1_000, logGapDays: 0, staffing: 'none' },
  jurisdictions: ['kr'],
  roles: ['incident-commander', 'soc-lead', 'care'],
  teams: ['Red'],
  solo: false,
};

/** Somebody who has come in by the code, as the web door lets them in. */
export async function guest(
  exercises: ExerciseService,
  code: string,
  ask: { name: string; roles?: readonly Role[]; kind?: SeatKind; team?: string },
): Promise<Viewer> {
  const { name, kind = 'trainee', roles = [], team } = ask;
  const person = `p-${name}`;
  const { exerciseId } = await exercises.join(code, {
    ...{ name, kind, person, roles },
    ...(team === undefined ? {} : { team }),
  });
  return { id: person, name, role: 'trainee', seat: { exerciseId, person } };
}

/** What a console shows once it `fits`; the stream is left then. */
export async function shows(
  exercises: ExerciseService,
  viewer: Viewer,
  id: string,
  fits: (seen: Partial<ConsoleSections>) => boolean,
): Promise<Partial<ConsoleSections>> {
  const stop = new AbortController();
  const seen: Partial<ConsoleSections> = {};
  for await (const { message } of exercises.live(viewer, id, null, stop.signal)) {
    Object.assign(seen, { [message.section]: message.value });
    if (fits(seen)) break;
  }
  return seen;
}

/** Listens to a console until it is stopped; everything told stays in `messages`. */
export function listen(
  exercises: ExerciseService,
  viewer: Viewer,
  id: string,
): { messages: ConsoleMessage[]; stop(): Promise<void> } {
  const abort = new AbortController();
  const messages: ConsoleMessage[] = [];
  const done = (async () => {
    for await (const { message } of exercises.live(viewer, id, null, abort.signal))
      messages.push(message);
  })();
  return {
    messages,
    stop: async () => {
      abort.abort();
      await done;
    },
  };
}

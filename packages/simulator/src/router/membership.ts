import { notAllowed } from '../host/authority.ts';
import type { SimulatorService, Viewer } from '../host/service.ts';
import { RunId } from './inputs.ts';
import { needOf } from './procedure-needs.ts';

/** Whoever asks for what is not theirs to ask: kept in the server's log. */
export type Denied = {
  person: string;
  exerciseId: string | null;
  path: string;
  runId: string | null;
};

type Ask = {
  user: Viewer;
  service: Pick<SimulatorService, 'seated'>;
  path: string;
  /** The input as it came. */
  input: unknown;
};

const ASK = 'ask the instructor, or the role that has it';

/**
 * The viewer as the procedure gets them: with the sight of their seat, where they have one in the run
 * that the input names. Errors: `NOT_ALLOWED`.
 */
export async function admitted({ user, service, path, input }: Ask): Promise<Viewer> {
  const need = needOf(path);
  if (need === null) throw notAllowed('nobody may do this', path, ASK);
  if (need === 'open') return user;
  if (need === 'instructor') {
    if (user.role === 'instructor') return user;
    throw notAllowed('only an instructor may do this', path, ASK);
  }
  const { runId, as } = fieldsOf(input);
  if (runId === null) {
    if (user.role === 'instructor') return user;
    throw notAllowed('say in which run', path, 'give the run of your team');
  }
  const viewer = await service.seated(user, runId);
  if (!viewer.sight) return viewer;
  if (need !== 'seat' && !viewer.sight.tools.has(need))
    throw notAllowed(`your role does not have this (${need})`, path, ASK);
  if (as !== null && !viewer.sight.roles.some((role) => role === as))
    throw notAllowed(`you do not sit as ${as.slice(0, 40)}`, path, 'act for a role of your own');
  return viewer;
}

/** What an input says of a run and a role; whatever else is wrong with it is said by its own check. */
function fieldsOf(input: unknown): { runId: string | null; as: string | null } {
  const given = typeof input === 'object' && input !== null ? input : {};
  const { runId, as } = given as { runId?: unknown; as?: unknown };
  const id = RunId.safeParse(runId);
  return { runId: id.success ? id.data : null, as: typeof as === 'string' ? as : null };
}

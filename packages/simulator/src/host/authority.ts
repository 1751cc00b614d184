import { badInput, type DwellError } from '@dwell/core';
import type { CommandLog } from '../run/command-log.ts';
import type { Viewer } from './service.ts';

/** The error of a seat that may not. `where` is what it asked for. */
export function notAllowed(what: string, where: string, todo: string): DwellError {
  return badInput('NOT_ALLOWED', what, where, todo);
}

/** Refuses a table that the viewer's hunts do not see. Errors: `NOT_ALLOWED`. */
export function requireTable(viewer: Viewer, table: string): void {
  if (!viewer.sight?.tables || viewer.sight.tables.has(table)) return;
  throw notAllowed(
    `your role does not see the table ${table.slice(0, 40)}`,
    'the hunt',
    'choose one of the listed tables, or ask the role that sees it',
  );
}

/**
 * Refuses an act that a seat may not do by itself as the role it names. Whoever has no seat, an
 * instructor, may do everything. Errors: `NOT_ALLOWED`.
 */
export function requireAlone(viewer: Viewer, as: string, act: string): void {
  if (!viewer.sight) return;
  const card = viewer.sight.cards.find(({ role }) => role === as);
  if (card?.alone.includes(act)) return;
  const second = card?.withSecond.some((each) => each.act === act) === true;
  throw second
    ? notAllowed(`${act} needs a second person`, as, 'propose it with the decisions')
    : notAllowed(`${act} is not for this role to do`, as, 'ask the role that may');
}

/** An instructor as they are; anybody else is refused. Errors: `NOT_ALLOWED`. */
export function withoutSeat(viewer: Viewer): Viewer {
  const { sight: _sight, ...bare } = viewer;
  if (viewer.role === 'instructor') return bare;
  throw notAllowed(
    'you have no seat in this run',
    'the run',
    'go back to your exercise: after a rewind the team goes on in another run',
  );
}

/**
 * The role in which the viewer takes a response back: a seat takes back what it asked for itself, or
 * what one of its roles may do alone. Errors: `NOT_ALLOWED`.
 */
export async function withdrawingAs(
  viewer: Viewer,
  log: Pick<CommandLog, 'read'>,
  sequence: number,
): Promise<string> {
  if (!viewer.sight) return viewer.role;
  const { roles, cards } = viewer.sight;
  const [asked] = await log.read(sequence - 1);
  const body = asked?.sequence === sequence ? asked.body : null;
  const act = body?.do === 'propose' ? body.act : body;
  const response = act?.do === 'respond' ? act.response : null;
  const own = asked?.by === viewer.id ? roles.find((role) => role === asked.role) : undefined;
  const card = cards.find(({ alone }) => response !== null && alone.includes(response));
  const role = own ?? card?.role;
  if (role !== undefined) return role;
  throw notAllowed('this is not for your role to take back', 'the response', 'ask who began it');
}

import type { Tool } from '../exercise/types.ts';
import type { DomainEvent } from '../run/frame.ts';
import type { SeatSight } from './seat-sight.ts';

/** What a whole team hears of, whatever the role. */
const EVERYBODY: ReadonlySet<string> = new Set([
  'incident.declared',
  'report.filed',
  'notice.sent',
  'decision.taken',
  'document.issued',
  'response.asked',
  'response.effective',
  'response.withdrawn',
  'storm.started',
]);

/** What comes to the desk of whoever has the tool. */
const BY_TOOL: ReadonlyMap<string, Tool> = new Map([
  ['alert.raised', 'alerts'],
  ['alert.judged', 'alerts'],
  ['alert.assigned', 'alerts'],
  ['canary.touched', 'alerts'],
  ['key.published', 'keys'],
  ['key.withdrawn', 'keys'],
  ['key.copies-removed', 'keys'],
  ['token.issued', 'keys'],
  ['staff.joined', 'staff'],
]);

/**
 * May a seat hear of an event? What is not listed here is heard by nobody in a seat: a new kind of
 * event stays a secret until it is said whose it is.
 */
export function hears(sight: SeatSight, event: DomainEvent): boolean {
  if (event.visibility !== 'shop') return false;
  if (EVERYBODY.has(event.kind)) return true;
  if (event.kind === 'staff.left') return sight.leavers;
  if (event.kind === 'inject.sent') return sentTo(sight, event);
  const tool = BY_TOOL.get(event.kind);
  return tool !== undefined && sight.tools.has(tool);
}

/** `to` names one role, or several with commas or spaces between. */
function sentTo(sight: SeatSight, event: DomainEvent): boolean {
  const to = String(event.values['to'] ?? '').split(/[\s,]+/);
  return sight.roles.some((role) => to.includes(role));
}

import type { HistoryInject, Moment } from '@dwell/scoring';
import { injectAsItStands } from '../../exercise/world/injects.ts';
import type { Source } from './source.ts';

const OF_INJECTS: ReadonlySet<Moment['kind']> = new Set(['inject', 'read', 'answer', 'missed']);

/** Injects that reached the team once its own time had begun, in the order in which they came. */
export function injectsOf(
  { logged, state, from }: Source,
  moments: readonly Moment[],
): HistoryInject[] {
  const byInject = new Map<string, string[]>();
  for (const { id, kind, subject } of moments) {
    if (!OF_INJECTS.has(kind)) continue;
    const list = byInject.get(subject);
    if (list) list.push(id);
    else byInject.set(subject, [id]);
  }
  const rows = Object.entries(state.injects).flatMap(([id, { sentAt, metAt, missedAt }]) => {
    const inject = injectAsItStands(logged.scenario, state, id);
    if (!inject || sentAt === null || sentAt < from) return [];
    const { subject, objectives, matters } = inject;
    const own = byInject.get(id) ?? [];
    return [{ id, subject, objectives, matters, sentAt, metAt, missedAt, moments: own }];
  });
  return rows.sort((x, y) => x.sentAt - y.sentAt || (x.id < y.id ? -1 : 1));
}

import { type Hold, holdsOf, type Occurrence } from './correlation.ts';
import { isNamed, type Member, members, type Plain } from './documents.ts';
import { find, type JsonObject } from './event.ts';
import type { Placeholders } from './field-test.ts';
import { momentIn } from './moment.ts';

/** Per rule, by name: places of events it matches. Per correlation: where it holds, and for whom. */
export type Outcome = {
  name: string;
  matches: number[] | null;
  holds: { at: number; group: readonly string[] }[] | null;
  /** Whether it is reported, and does not only serve others. */
  reports: boolean;
};
export type Options = { timeField: string; lateMs: number; placeholders: Placeholders };

/**
 * What rules mean, said as plainly as it can be, to compare real engines with. Takes documents as
 * `yaml` gives them; slow on purpose where that is simpler; throws on what it does not know.
 */
export function evaluate(
  documents: readonly Plain[],
  events: readonly JsonObject[],
  options: Options,
): Outcome[] {
  const all = members(documents, options.placeholders);
  const ordered = inTimeOrder(events, options);
  const known = new Map<Member, Hold[]>();
  const holds = (member: Member): Hold[] => {
    const before = known.get(member);
    if (before) return before;
    const { correlation } = member;
    if (correlation === null) return [];
    const references = list(correlation['rules']);
    const found = references.map((name) => all.find((one) => isNamed(one.document, name))!);
    const names = found.map((one) => [one.document['id'], one.document['name']]);
    const made = holdsOf(correlation, names, found.map(occurrences));
    known.set(member, made);
    return made;
  };
  const occurrences = (member: Member): Occurrence[] => {
    const { ask } = member;
    if (ask !== null) return ordered.filter(({ event }) => ask(event)).map(ofEvent);
    const groupBy = list(member.correlation['group-by']);
    return holds(member).map((hold) => ({
      at: hold.at,
      rank: hold.rank,
      timeMs: hold.timeMs,
      read: (field) => hold.group.filter((_, place) => groupBy[place] === field),
    }));
  };
  return all.map((member) => {
    const { name, ask } = member;
    const reports = reportsAlone(member, all);
    if (ask === null) {
      const moments = holds(member).map(({ at, group }) => ({ at, group }));
      return { name, matches: null, holds: moments, reports };
    }
    const matches = [...events.keys()].filter((at) => ask(events[at]!));
    return { name, matches, holds: null, reports };
  });
}

/** What correlations refer to is silent, unless one of them has `generate`. */
function reportsAlone(member: Member, all: readonly Member[]): boolean {
  const users = all.filter(({ correlation }) =>
    list(correlation?.['rules']).some((name) => isNamed(member.document, name)),
  );
  const asks = ({ correlation, document }: Member) =>
    (correlation?.['generate'] ?? document['generate']) === true;
  return users.length === 0 || users.some(asks);
}

type Timed = { event: JsonObject; at: number; rank: number; timeMs: number };

function ofEvent({ event, at, rank, timeMs }: Timed): Occurrence {
  return { at, rank, timeMs, read: (field) => find(event, field).values };
}

/** Events by time, then arrival, without those that have no time or come too late after a newer one. */
function inTimeOrder(events: readonly JsonObject[], { timeField, lateMs }: Options): Timed[] {
  let latestMs = -Infinity;
  const timed: Timed[] = [];
  for (const [at, event] of events.entries()) {
    const timeMs = find(event, timeField)
      .values.map(momentIn)
      .find((moment) => moment !== null);
    if (timeMs == null) continue;
    latestMs = Math.max(latestMs, timeMs);
    if (timeMs >= latestMs - lateMs) timed.push({ event, at, rank: 0, timeMs });
  }
  timed.sort((a, b) => a.timeMs - b.timeMs || a.at - b.at);
  return timed.map((one, rank) => ({ ...one, rank }));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

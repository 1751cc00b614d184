import type { Linked, Rule } from '@dwell/detection';
import { TABLES } from '@dwell/telemetry';

/** A rule of single records that a detection is made of. */
export type RecordMember = {
  rule: Rule;
  /** Which of its fields has the value of a field of the detection's group; absent: none of them. */
  fields: ReadonlyMap<string, string>;
};

/** The rules of records that a detection is made of, through all that it refers to, in their order. */
export function recordMembers(
  { detections }: Linked,
  index: number,
  names: ReadonlyMap<string, string>,
): RecordMember[] {
  const { rule, correlation, members } = detections[index]!;
  if (rule) {
    const columns = TABLES.find(({ name }) => name === rule.logSource.service)?.columns ?? [];
    const has = (field: string) => columns.some(({ name }) => name === field);
    return [{ rule, fields: new Map([...names].filter(([, field]) => has(field))) }];
  }
  return members.flatMap((member, i) => {
    const own = new Map<string, string>();
    for (const [name, inside] of names) {
      const field = correlation.groupFields[i]![correlation.groupBy.indexOf(inside)];
      if (field !== undefined) own.set(name, field);
    }
    return recordMembers({ detections }, member, own);
  });
}

/** How far before a moment at which a detection holds the records lie that decide about it. */
export function reachMs({ detections }: Linked, index: number): number {
  const { correlation, members } = detections[index]!;
  if (!correlation) return 0;
  return correlation.timespanMs + Math.max(0, ...members.map((m) => reachMs({ detections }, m)));
}

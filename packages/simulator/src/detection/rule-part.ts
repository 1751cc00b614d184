import { Correlator, type CorrelatorPlan, type LinkedDetection } from '@dwell/detection';
import { Inbox } from './inbox.ts';
import {
  distinctValue,
  integersOf,
  isInteger,
  keyMaker,
  numberValue,
  type KeyFields,
  type KeyMaker,
  type ValueMaker,
} from './keys.ts';
import { Matcher } from './matcher.ts';
import { plainGroup } from './plain-group.ts';
import type { RecordSet } from './record-set.ts';
import type { Rows } from './row-pool.ts';
import { VolumeCounter } from './volume-counter.ts';

/** From `fromMs` to before `toMs`, UTC epoch milliseconds. */
export type Span = { fromMs: number; toMs: number };

/** What a detection feeds: a correlation, or (a plain rule that reports) its own alerts. */
export type Tap = {
  into: Part;
  member: number;
  key: KeyMaker;
  value: ValueMaker | null;
  /** The field that `value` is made of. */
  valueField: string | null;
};

/** One detection of a rule at work. */
export type Part = {
  detection: LinkedDetection;
  table: string | null;
  matcher: Matcher | null;
  correlator: Correlator | null;
  /** In the correlator's place, where groups are many and the bound is high. */
  volume: VolumeCounter | null;
  inbox: Inbox;
  taps: Tap[];
  /** The group of what it holds for. */
  key: KeyMaker;
  groupNames: readonly string[];
};

/** The parts of a rule, in the order of its detections, each connected to what it feeds. */
export function rulePartsOf(detections: readonly LinkedDetection[]): Part[] {
  const parts = detections.map(unconnected);
  for (const each of parts) {
    if (each.detection.rule) connectRule(each);
    else connectCorrelation(each, parts);
  }
  return parts;
}

function unconnected(detection: LinkedDetection): Part {
  const { rule } = detection;
  return {
    detection,
    table: rule ? (rule.logSource.service ?? null) : null,
    matcher: rule ? new Matcher(rule.condition) : null,
    correlator: null,
    volume: null,
    inbox: new Inbox(),
    taps: [],
    key: keyMaker([{ table: '', fields: [] }], 0),
    groupNames: [],
  };
}

function connectRule(into: Part): void {
  const fields = plainGroup(into.detection.rule!);
  into.groupNames = fields;
  into.key = keyMaker([{ table: into.table ?? '', fields }], 0);
  if (!into.detection.reports) return;
  into.taps.push({ into, member: 0, key: into.key, value: null, valueField: null });
}

function connectCorrelation(into: Part, parts: readonly Part[]): void {
  const correlation = into.detection.correlation!;
  const members = into.detection.members!.map((m) => parts[m]!);
  const keyFields: KeyFields[] = members.map(({ table }, i) => ({
    table: table ?? '',
    fields: correlation.groupFields[i]!,
  }));
  into.groupNames = correlation.groupBy;
  members.forEach((member, i) => {
    const key = keyMaker(keyFields, i);
    into.key = key;
    const field = correlation.valueFields[i] ?? null;
    const make = correlation.type === 'value_count' ? distinctValue : numberValue;
    const value = field === null ? null : make(field);
    member.taps.push({ into, member: i, key, value, valueField: field });
  });
  const plan = planOf(into.detection);
  const least = suitsVolume(into, members) ? VolumeCounter.leastOf(plan) : null;
  if (least === null) into.correlator = new Correlator(plan);
  else into.volume = new VolumeCounter(plan, least);
}

/** Is there one member, with groups and values that are integers of columns? */
function suitsVolume({ detection, key }: Part, members: readonly Part[]): boolean {
  if (key.integer === null || members.length > 1) return false;
  return members.every(({ table }, i) => {
    const field = detection.correlation!.valueFields[i] ?? null;
    return table !== null && (field === null || isInteger(table, field));
  });
}

function planOf({ correlation, members }: LinkedDetection): CorrelatorPlan {
  const { type, timespanMs, bounds } = correlation!;
  return { type, timespanMs, bounds, members: members!.length };
}

/** Takes the records that a part's matcher holds for to what it feeds. */
export function takeMatches(part: Part, records: RecordSet, span: Span): void {
  part.matcher!.match(records, (rows, count) => {
    for (const tap of part.taps) {
      const { volume, inbox } = tap.into;
      if (volume) takeIntegers(volume, tap, records, rows, count, span);
      else inbox.take(tap.member, records, { rows, count, span }, tap);
    }
  });
}

/** The quick way: keys and values are the integers of columns. */
function takeIntegers(
  volume: VolumeCounter,
  { member, key, valueField }: Tap,
  records: RecordSet,
  rows: Rows,
  count: number,
  { fromMs, toMs }: Span,
): void {
  const keyOf = integersOf(records, key.integer!);
  const valueOf = valueField === null ? null : integersOf(records, valueField);
  if (!keyOf || (valueField !== null && !valueOf)) return;
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    const time = records.time(row);
    if (time < fromMs || time >= toMs) continue;
    const group = keyOf(row);
    const value = valueOf ? valueOf(row) : NaN;
    if (Number.isNaN(group) || (valueOf && Number.isNaN(value))) continue;
    volume.add(member, time, group, value, records.attack(row) ? 1 : 0, records.base + row);
  }
}

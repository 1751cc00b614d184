import { DAY_MS, MINUTE_MS } from '@dwell/core';
import type { Scalar } from '@dwell/detection';
import {
  AGENTS,
  NETWORK_RANGES,
  TOKENS_PER_MINUTE,
  ipText,
  tokenUid,
  type TelemetryView,
} from '@dwell/telemetry';
import type { CodedField, ConstantField, RecordField, RowField } from './record-set.ts';

type Row = (row: number) => number;

export function constant(value: Scalar): ConstantField {
  return { kind: 'constant', value };
}

export function rows(value: RowField['value']): RowField {
  return { kind: 'rows', value };
}

/** An integer field; NaN where it is missing. */
export function integers(number: Row): RowField {
  return {
    kind: 'rows',
    value: (row) => {
      const n = number(row);
      return Number.isNaN(n) ? undefined : n;
    },
    number,
    text: String,
  };
}

export function codes(array: ArrayLike<number>, values: CodedField['values']): CodedField {
  return { kind: 'codes', codes: array, values };
}

/** ISO text, in UTC, of a moment. */
const isoText = (ms: number) => new Date(ms).toISOString();

/** Time, local day and OCSF class of every record. */
export function commonFields(
  view: TelemetryView,
  classUid: number,
  time: Row,
  activity: RecordField,
): Record<string, RecordField> {
  const offset = view.calendar.offsetMinutes * MINUTE_MS;
  return {
    time: rows((row) => isoText(time(row))),
    day: rows((row) => {
      const local = time(row) + offset;
      return isoText(local - (local % DAY_MS)).slice(0, 10);
    }),
    class_uid: constant(classUid),
    category_uid: constant(Math.floor(classUid / 1000)),
    activity_id: activity,
  };
}

/** Range of a network by address: its place in `NETWORK_RANGES`, or their number for none. */
function networkOf(ip: number): number {
  const found = NETWORK_RANGES.findIndex((range) => ip >= range.from && ip <= range.to);
  return found < 0 ? NETWORK_RANGES.length : found;
}

/** Where a record came from. */
export function sourceFields(source: Row): Record<string, RecordField> {
  const of = (values: readonly (string | number)[]) =>
    rows((row) => values[networkOf(source(row))]);
  return {
    src_ip: { kind: 'rows', value: (row) => ipText(source(row)), number: source, text: ipText },
    src_ip_number: integers(source),
    src_network: of([...NETWORK_RANGES.map((range) => range.name), 'Unknown']),
    src_network_kind: of([...NETWORK_RANGES.map((range) => range.kind), 'unknown']),
    src_asn: of([...NETWORK_RANGES.map((range) => range.asn), 65_551]),
  };
}

/** Token and key of a record; a token of 0 is none. */
export function tokenFields(
  view: TelemetryView,
  columns: { token: ArrayLike<number>; kid: ArrayLike<number> },
  subject: Row,
): Record<string, RecordField> {
  const { token, kid } = columns;
  const kids: (string | undefined)[] = [];
  for (const key of view.keys) kids[key.version] = key.kid;
  return {
    token_uid: integers((row) => (token[row] === 0 ? NaN : tokenUid(subject(row), token[row]!))),
    token_created_time: rows((row) =>
      token[row] === 0
        ? undefined
        : isoText(view.calendar.startMs + Math.floor(token[row]! / TOKENS_PER_MINUTE) * MINUTE_MS),
    ),
    jwt_kid: codes(kid, kids),
    jwt_alg: rows((row) => (token[row] === 0 ? undefined : 'EdDSA')),
  };
}

const AGENT_TEXTS = AGENTS.map((agent) => agent.text);
const AGENT_NAMES = AGENTS.map((agent) => agent.name);

export function agentFields(agent: ArrayLike<number>): Record<string, RecordField> {
  return { user_agent: codes(agent, AGENT_TEXTS), user_agent_class: codes(agent, AGENT_NAMES) };
}

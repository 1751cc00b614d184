import type { LinkedDetection } from '@dwell/detection';
import type { MatchReport } from '@dwell/detection/duckdb';
import { isRefused, type RefusedRule, type RuleInput } from './read-rules.ts';

/** A moment at which a correlation holds. */
export type HoldDocument = { at: number; group: Record<string, string> };

export type RuleDocument = {
  id: string | null;
  title: string | null;
  file: string;
  level: string | null;
  /** Places of events, from 0; for a correlation, moments at which it holds. */
  matches: readonly (number | HoldDocument)[];
  error?: { code: string; message: string };
};

/** What `dwell match --json` prints. */
export type MatchDocument = {
  rules: RuleDocument[];
  disagreements: {
    rule: string;
    event: number;
    group?: Record<string, string>;
    stream: boolean;
    sql: boolean;
  }[];
  /** Events that correlations did not look at. */
  untimed: number;
  late: number;
  timing: {
    events: number;
    rules: number;
    stream_events_per_s: number | null;
    sql_events_per_s: number | null;
  };
};

/** The document of a finished match: rules that report and refused ones, in the order of their files. */
export function matchDocument(input: RuleInput, report: MatchReport): MatchDocument {
  const placed: { file: string; line: number; rule: RuleDocument }[] = [];
  for (const [index, detection] of report.linked.detections.entries()) {
    if (!detection.reports) continue;
    const { file, position } = aboutOf(detection);
    if (isRefused(detection, input.refused)) continue;
    placed.push({ file, line: position.line, rule: ruleDocument(index, detection, report) });
  }
  for (const one of input.refused) {
    placed.push({ file: one.file, line: one.fromLine, rule: refusedDocument(one) });
  }
  const order = new Map(input.files.map((file, place) => [file, place]));
  placed.sort((a, b) => order.get(a.file)! - order.get(b.file)! || a.line - b.line);
  return {
    rules: placed.map(({ rule }) => rule),
    disagreements: report.disagreements.map(({ index, event, group, stream, sql }) => {
      const detection = report.linked.detections[index]!;
      const { id, name, title } = aboutOf(detection);
      const held = group === null ? {} : { group: groupOf(detection, group) };
      return { rule: id ?? name ?? title, event, ...held, stream, sql };
    }),
    untimed: report.untimed,
    late: report.late,
    timing: {
      events: report.events,
      rules: report.linked.detections.length,
      stream_events_per_s: rate(report.events, report.streamMs),
      sql_events_per_s: rate(report.events, report.sqlMs),
    },
  };
}

function ruleDocument(
  index: number,
  detection: LinkedDetection,
  report: MatchReport,
): RuleDocument {
  const { id, title, file, level } = aboutOf(detection);
  const holds = report.holds.get(index) ?? [];
  const matches = detection.rule
    ? (report.matches.get(index) ?? [])
    : holds.map(({ at, group }) => ({ at, group: groupOf(detection, group) }));
  const message = report.refusals.get(index);
  const error = message === undefined ? {} : { error: { code: 'ENGINE', message } };
  return { id, title, file, level, matches, ...error };
}

function refusedDocument({ id, title, file, code, message }: RefusedRule): RuleDocument {
  return { id, title, file, level: null, matches: [], error: { code, message } };
}

function groupOf({ correlation }: LinkedDetection, texts: readonly string[]) {
  return Object.fromEntries(correlation!.groupBy.map((name, i) => [name, texts[i]!]));
}

function aboutOf(detection: LinkedDetection) {
  return detection.rule ?? detection.correlation;
}

/** Events a second, to three digits. */
function rate(events: number, ms: number | null): number | null {
  return ms === null ? null : Number(((events * 1000) / Math.max(ms, 0.001)).toPrecision(3));
}

import { compileSql } from '@dwell/detection';
import { LEAVER_ID } from '@dwell/shop';
import type { DetectionRule } from '../detection/detection-rule.ts';
import type { Scenario } from '../scenario/types.ts';
import { partition, type Moments } from './backtest-moments.ts';
import { recordMembers, type RecordMember } from './record-members.ts';
import { telemetrySource, type Window } from './telemetry-source.ts';

/**
 * WITH queries, to follow those of the moments, and two numbers: how many `alerts` a rule would have raised,
 * and behind how many of them the attack's records lie (`attacks`). For a reader with labels, so never
 * for a trainee. A record lies behind an alert when a rule of records found it for the alert's group
 * within reach of one of its moments.
 */
export function truthQueries(
  rule: DetectionRule,
  { groups, groupNames, reachMs }: Moments,
  window: Window,
  scenario: Scenario,
): { queries: string; alerts: string; attacks: string } {
  const reach = { ...window, fromMs: window.fromMs - reachMs };
  const keys = groups.map((name) => `${name}, `).join('');
  const names = new Map(groupNames.map((name) => [name, name]));
  const members = rule.linked.detections.flatMap(({ reports }, index) =>
    reports ? recordMembers(rule.linked, index, names) : [],
  );
  const within = reachMs > 0 ? `a.t > raised.f - ${reachMs}` : 'a.t >= raised.f';
  const hits = members.map((member) => {
    const same = groupNames.flatMap((name, i) =>
      member.fields.has(name) ? [`a.g${i} = raised.g${i}`] : [],
    );
    const on = [...same, within, 'a.t <= raised.l'].join(' AND ');
    const attack = attackSql(member, groupNames, reach, scenario);
    return `SELECT raised.id FROM raised SEMI JOIN (${attack}) a ON (${on})`;
  });
  const numbered = `sum(starts) OVER (${partition(groups)}ORDER BY time_ms, ord ROWS UNBOUNDED PRECEDING) AS n`;
  return {
    queries: [
      `numbered AS (SELECT ${keys}time_ms, ${numbered} FROM marked)`,
      `raised AS MATERIALIZED (SELECT ${keys}min(time_ms) AS f, max(time_ms) AS l, row_number() OVER () AS id FROM numbered GROUP BY ${keys}n)`,
      `hits AS (${hits.join(' UNION ')})`,
    ].join(',\n'),
    alerts: '(SELECT count(*) FROM raised)',
    attacks: '(SELECT count(DISTINCT id) FROM hits)',
  };
}

/** Times and groups (`t, g0, g1, …`) of the attack's records that a rule of records finds. */
function attackSql(
  { rule, fields }: RecordMember,
  groupNames: readonly string[],
  window: Window,
  scenario: Scenario,
): string {
  const linked = {
    detections: [{ rule, correlation: null, members: null, reports: true as const }],
  };
  const columns = [...fields.values()];
  const source = telemetrySource(window, linked, columns, () => attackCondition(rule, scenario));
  const texts = groupNames.map((name, i) => {
    const field = source.field(rule, fields.get(name) ?? '');
    return `, g${i} := ${field?.kind === 'column' ? `CAST(${field.expr} AS VARCHAR)` : 'NULL'}`;
  });
  const order = `struct_pack(uid := record_uid${texts.join('')})`;
  const [compiled] = compileSql(linked, { ...source, order });
  const groups = groupNames.map((_, i) => `, ord.g${i} AS g${i}`).join('');
  return `SELECT time_ms AS t${groups} FROM (${compiled!.sql})`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Which records of a table are the attack's: those labelled, and in small tables those of the story. */
function attackCondition(rule: RecordMember['rule'], scenario: Scenario): string {
  switch (rule.logSource.service) {
    case 'http_activity':
    case 'authentication':
      return 'attack';
    case 'account_change':
      return `user_uid = ${quoted(LEAVER_ID)} AND "change" = 'left'`;
    case 'api_activity':
      return `actor = ${quoted(LEAVER_ID)}`;
    case 'email_activity': {
      const subjects = scenario.injects.map(({ subject }) => quoted(subject.en));
      return subjects.length > 0 ? `email_subject IN (${subjects.join(', ')})` : 'false';
    }
    default:
      return 'false';
  }
}

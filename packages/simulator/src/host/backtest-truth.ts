import { compileSql } from '@dwell/detection';
import { LEAVER_ID } from '@dwell/shop';
import type { DetectionRule } from '../detection/detection-rule.ts';
import type { Scenario } from '../scenario/types.ts';
import { backtestMoments, partition } from './backtest-moments.ts';
import { recordMembers, type RecordMember } from './record-members.ts';
import { telemetrySource, type Window } from './telemetry-source.ts';

/**
 * SQL for how many alerts a rule would have raised in a window, and how many of them an attack's record lies
 * behind: `alerts, attacks`. For a reader with labels, so never for a trainee. An attack's record lies
 * behind an alert when a rule of records found it for the alert's group within reach of one of its moments.
 */
export function truthSql(rule: DetectionRule, window: Window, scenario: Scenario): string {
  const { queries, groups, groupNames, reachMs } = backtestMoments(rule, window);
  const reach = { ...window, fromMs: window.fromMs - reachMs };
  const keys = groups.map((name) => `${name}, `).join('');
  const names = new Map(groupNames.map((name) => [name, name]));
  const members = rule.linked.detections.flatMap(({ reports }, index) =>
    reports ? recordMembers(rule.linked, index, names) : [],
  );
  const within = reachMs > 0 ? `a.t > alerts.f - ${reachMs}` : 'a.t >= alerts.f';
  const hits = members.map((member) => {
    const same = groupNames.flatMap((name, i) =>
      member.fields.has(name) ? [`a.g${i} = alerts.g${i}`] : [],
    );
    const on = [...same, within, 'a.t <= alerts.l'].join(' AND ');
    const attack = attackSql(member, groupNames, reach, scenario);
    return `SELECT alerts.id FROM alerts SEMI JOIN (${attack}) a ON (${on})`;
  });
  const numbered = `sum(starts) OVER (${partition(groups)}ORDER BY time_ms, ord ROWS UNBOUNDED PRECEDING) AS n`;
  return [
    `${queries},`,
    `numbered AS (SELECT ${keys}time_ms, ${numbered} FROM marked),`,
    `alerts AS MATERIALIZED (SELECT ${keys}min(time_ms) AS f, max(time_ms) AS l, row_number() OVER () AS id FROM numbered GROUP BY ${keys}n),`,
    `hits AS (${hits.join(' UNION ')})`,
    'SELECT (SELECT count(*) FROM alerts) AS alerts, (SELECT count(DISTINCT id) FROM hits) AS attacks',
  ].join('\n');
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

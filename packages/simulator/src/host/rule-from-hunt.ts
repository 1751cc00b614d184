import { badInput, sha256Hex } from '@dwell/core';
import { parseQuery } from '@dwell/telemetry';
import type { HuntTable } from '../router/types.ts';
import { huntSelections } from './hunt-selections.ts';
import { yamlText } from './sigma-value.ts';

/** What alerts of a table are best kept apart by, the first that it has. */
const GROUPS = ['src_ip', 'user_uid', 'actor', 'endpoint', 'email_from', 'rule'];

/**
 * A hunt of the query bar as a Sigma rule with a correlation to start from. The same hunt gives the
 * same text. Errors: `TABLE`, `QUERY_TEXT` with the column, `RULE_FROM_HUNT` for what Sigma cannot say.
 */
export function ruleFromHunt(
  ask: { table: string; query: string; title?: string },
  tables: readonly HuntTable[],
): string {
  const table = tables.find(({ name }) => name === ask.table);
  if (!table) {
    throw badInput(
      'TABLE',
      `there is no table ${ask.table}`,
      'the hunt',
      `choose one of ${tables.map(({ name }) => name).join(', ')}`,
    );
  }
  if (/^\s*(select|with)\s/i.test(ask.query)) {
    throw badInput(
      'RULE_FROM_HUNT',
      'a hunt in SQL cannot be made a rule by itself',
      'the query',
      'write what single records have in common in the query bar, and count or compare in the correlation',
    );
  }
  const { selections, condition } = huntSelections(parseQuery(ask.query), table);
  const hash = sha256Hex(ask.table, '\n', ask.query);
  const title = ask.title ?? `Hunt in ${ask.table}`;
  const name = nameFrom(ask.title, hash);
  const group = GROUPS.find((field) => table.columns.some((column) => column.name === field));
  return [
    ...recordsDocument({ name, title, table: ask.table, id: uuidOf(hash, 'records') }),
    'detection:',
    ...selections.flatMap(({ name: selection, lines }) => [
      `  ${selection}:`,
      ...lines.map((line) => `    ${line}`),
    ]),
    `  condition: ${condition}`,
    '---',
    ...correlationDocument({ name, title, group, id: uuidOf(hash, 'alert') }),
    '',
  ].join('\n');
}

type Head = { name: string; title: string; id: string };

function recordsDocument({ name, title, table, id }: Head & { table: string }): string[] {
  return [
    '# Single records: what the hunt found, one by one.',
    `title: ${yamlText(`${title}: records`)}`,
    `id: ${id}`,
    `name: ${name}-records`,
    'status: experimental',
    'logsource:',
    '  product: dwell',
    `  service: ${table}`,
  ];
}

function correlationDocument({ name, title, group, id }: Head & { group?: string }): string[] {
  return [
    '# What makes an alert of them. Thresholds are those of the whole shop, whatever the scale of a run.',
    `title: ${yamlText(title)}`,
    `id: ${id}`,
    `name: ${name}`,
    'status: experimental',
    'level: medium',
    '# What it is worth knowing for, and what else looks like it.',
    "description: ''",
    'falsepositives:',
    '  - Unknown',
    '# Techniques of ATT&CK, such as attack.t1606.',
    'tags: []',
    'correlation:',
    '  # value_count counts different values of a field, so one busy customer is not many:',
    '  #   type: value_count',
    '  #   condition:',
    '  #     field: target_uid',
    '  #     gte: 30000',
    '  type: event_count',
    '  rules:',
    `    - ${name}-records`,
    ...(group === undefined
      ? ['  # One alert for all of the shop; name a field to have one each.']
      : [
          '  # One alert for each of these. What an attacker changes often makes many small alerts.',
          '  group-by:',
          `    - ${group}`,
        ]),
    '  # How far back each record looks, and how long it must be quiet before an alert is over.',
    '  timespan: 24h',
    '  # One record is enough. A backtest shows how many alerts a day another number would give.',
    '  condition:',
    '    gte: 1',
  ];
}

function nameFrom(title: string | undefined, hash: string): string {
  const slug = (title ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  return slug === '' ? `hunt-${hash.slice(0, 8)}` : slug;
}

/** A UUID that says by its form that it was made from a hash (RFC 9562, version 8). */
function uuidOf(hash: string, part: string): string {
  const hex = sha256Hex(hash, part);
  const variant = '89ab'[parseInt(hex[16]!, 16) % 4]!;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

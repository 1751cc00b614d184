import { LABEL_ATTACK } from '../record/dictionary.ts';
import { pathLiteral } from '../store/sql-text.ts';
import { sidecarPath, type Part } from './parts.ts';
import { sidecarColumn, type ViewTable } from './tables.ts';
import type { ViewColumn } from './columns.ts';
import { enrichmentFrom, visibleFromMs, type EnrichmentName, type TelemetryView } from './view.ts';

/** Narrows a view: a window of time in UTC epoch ms (`to` excluded), or one stored file. */
export type Narrowing = { fromMs?: number; toMs?: number; ordinal?: number };

/** Parts whose positional joins run side by side. */
const GROUPS = 4;
/** `record_uid = ordinal of the file × 2^32 + row in the file`. */
const ROWS_PER_FILE = 2 ** 32;

export const RECORD_UID = 'record_uid';

const list = (paths: readonly string[]) => `[${paths.map(pathLiteral).join(', ')}]`;

/** Files are read newest first, so their ordinals fall. */
function uidSql(parts: readonly Part[]): string {
  const ordinals = parts.map((p) => p.ordinal);
  const falling = ordinals.every((n, i) => n === ordinals[0]! - i);
  const ordinal = falling
    ? `(${ordinals[0]} - file_index::BIGINT)`
    : `[${ordinals.join(', ')}][file_index + 1]`;
  return `${ordinal} * ${ROWS_PER_FILE} + file_row_number`;
}

/** Ground truth as a column: an attack's record. Only in a scope that has labels, and only when it is named. */
export const ATTACK = 'attack';

/**
 * Stored rows of the parts with the wanted sidecars put beside them by position: a few groups of
 * files, each read in step, side by side.
 */
function storedRows(
  parts: readonly Part[],
  sidecars: readonly EnrichmentName[],
  labels: boolean,
): string {
  if (sidecars.length === 0 && !labels) {
    return `SELECT *, ${uidSql(parts)} AS ${RECORD_UID} FROM read_parquet(${list(parts.map((p) => p.path))})`;
  }
  const size = Math.ceil(parts.length / GROUPS);
  const groups: string[] = [];
  for (let at = 0; at < parts.length; at += size) {
    const group = parts.slice(at, at + size);
    const joins = sidecars.map(
      (name, i) =>
        `POSITIONAL JOIN read_parquet(${list(group.map((p) => sidecarPath(p, name)))}) s${i}`,
    );
    const beside = sidecars.map((name, i) => `s${i}.${sidecarColumn(name)}`);
    if (labels) {
      joins.push(`POSITIONAL JOIN read_parquet(${list(group.map((p) => p.label!))}) l`);
      beside.push('l.label');
    }
    const uid = uidSql(group).replaceAll('file_', 'b.file_');
    groups.push(
      `SELECT b.*, ${beside.join(', ')}, ${uid} AS ${RECORD_UID} FROM read_parquet(${list(group.map((p) => p.path))}) b ${joins.join(' ')}`,
    );
  }
  return groups.join(' UNION ALL ');
}

function columnSql(column: ViewColumn, view: TelemetryView, wanted: boolean): string {
  if (!column.enrichment) return column.sql(view);
  const from = enrichmentFrom(view, column.enrichment);
  const type = {
    boolean: 'BOOLEAN',
    integer: 'INTEGER',
    text: 'VARCHAR',
    time: 'TIMESTAMP',
    date: 'DATE',
    ip: 'VARCHAR',
  }[column.type];
  if (from === null || !wanted) return `NULL::${type}`;
  return `CASE WHEN time >= make_timestamp(${from * 1000}) THEN ${column.sql(view)} END`;
}

/** Enrichments of the wanted columns that are on and lie in files apart. */
export function neededSidecars(
  table: ViewTable,
  view: TelemetryView,
  wanted: ReadonlySet<string> | 'all',
): EnrichmentName[] {
  const names = new Set<EnrichmentName>();
  for (const c of table.columns) {
    if (!c.enrichment || !table.sidecars.includes(c.enrichment)) continue;
    if (enrichmentFrom(view, c.enrichment) === null) continue;
    if (wanted === 'all' || wanted.has(c.name)) names.add(c.enrichment);
  }
  return [...names];
}

/**
 * The SELECT behind a view of a table: retention, the moment, enrichments and OCSF names applied.
 * `wanted`: names of columns a query mentions; withheld or unmentioned enrichments cost nothing.
 */
export function viewSql(
  table: ViewTable,
  parts: readonly Part[],
  view: TelemetryView,
  wanted: ReadonlySet<string> | 'all',
  narrowing: Narrowing = {},
): string {
  const from = Math.max(visibleFromMs(view) ?? -Infinity, narrowing.fromMs ?? -Infinity);
  const last = Math.min(view.asOfMs, (narrowing.toMs ?? Infinity) - 1);
  // Newest first: ORDER BY time DESC LIMIT n then skips the older files.
  const used = parts
    .toReversed()
    .filter(
      (p) =>
        p.rows > 0 &&
        p.toMs >= from &&
        p.fromMs <= last &&
        (narrowing.ordinal ?? p.ordinal) === p.ordinal,
    );
  const sidecars = neededSidecars(table, view, wanted);
  let source: string;
  const labelled = parts.length > 0 && parts.every((p) => p.label !== undefined);
  const labels = labelled && wanted !== 'all' && wanted.has(ATTACK);
  if (used.length > 0) source = storedRows(used, sidecars, labels);
  else {
    const columns = [
      ...table.stored.split(', '),
      ...sidecars.map((s) => `"${sidecarColumn(s)}" UTINYINT`),
    ];
    if (labels) columns.push('"label" UTINYINT');
    const nulls = columns.map((c) => c.replace(/^("[^"]+") (.+)$/, 'NULL::$2 AS $1'));
    source = `SELECT ${nulls.join(', ')}, NULL::BIGINT AS ${RECORD_UID} WHERE false`;
  }
  const bounds = [`time <= make_timestamp(${last * 1000})`];
  if (from > -Infinity) bounds.push(`time >= make_timestamp(${from * 1000})`);
  const bounded = `(SELECT * FROM (${source}) WHERE ${bounds.join(' AND ')})`;
  const shaped = table.reshape ? `(${table.reshape.replace('{source}', bounded)})` : bounded;
  const wantedColumn = (c: ViewColumn) => wanted === 'all' || wanted.has(c.name);
  const columns = table.columns.map((c) => `${columnSql(c, view, wantedColumn(c))} AS "${c.name}"`);
  if (labels) columns.push(`label = ${LABEL_ATTACK} AS ${ATTACK}`);
  return `SELECT ${columns.join(', ')}, ${RECORD_UID} FROM ${shaped}`;
}

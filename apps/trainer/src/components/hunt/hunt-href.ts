import { type Calendar, MINUTE_MS, type SimTime } from '@dwell/core/time';
import type { Cell, HuntRows } from '@dwell/simulator/router';
import { cellTime } from './cell-text.ts';
import { clause } from './query-text.ts';

type Ask = {
  table: string;
  /** Fields and the values they must have. */
  where?: Readonly<Record<string, Cell>>;
  /** A query in the bar's language, instead of `where`. */
  query?: string;
  from?: SimTime;
  to?: SimTime;
};

/** The address of a question to the logs; without a span, of all that is kept. */
export function huntHref(runId: string, { table, where = {}, query, from, to }: Ask): string {
  const clauses = Object.entries(where).map(([field, value]) => clause(field, value, false));
  const params = new URLSearchParams({ table });
  const q = query ?? clauses.join(' ');
  if (q !== '') params.set('q', q);
  if (from === undefined || to === undefined) params.set('span', 'all');
  else {
    params.set('from', String(Math.max(0, Math.round(from))));
    params.set('to', String(Math.round(to)));
  }
  return `/runs/${runId}/hunt?${params}`;
}

/** What tells a record from the others best, the first that it has. */
const TELLING = ['token_uid', 'target_uid', 'user_uid', 'src_ip', 'actor', 'job', 'rule'];

/** The address that shows a record among its neighbours: what is most its own, ten minutes around it. */
export function huntRowHref(
  runId: string,
  calendar: Calendar,
  table: string,
  columns: HuntRows['columns'],
  row: readonly Cell[],
): string {
  const cell = (name: string) => row[columns.findIndex((column) => column.name === name)] ?? null;
  const field = TELLING.find((name) => cell(name) !== null);
  const where = field ? { [field]: cell(field) } : {};
  const at = cellTime(calendar, cell('time'));
  if (at === null) return huntHref(runId, { table, where });
  return huntHref(runId, { table, where, from: at - 10 * MINUTE_MS, to: at + 10 * MINUTE_MS });
}

/** The address of a statement to the logs, asked without another click. */
export const sqlHref = (runId: string, sql: string): string =>
  `/runs/${runId}/hunt?${new URLSearchParams({ mode: 'sql', sql })}`;

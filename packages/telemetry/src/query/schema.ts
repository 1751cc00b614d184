import { RECORD_UID } from './view-sql.ts';
import { VIEW_TABLES } from './tables.ts';
import { enrichmentFrom, type TelemetryView } from './view.ts';
import type { ColumnType } from './columns.ts';

export type ColumnSchema = {
  name: string;
  type: ColumnType;
  /** The control that fills it, and whether it is on. */
  enrichment?: { name: string; on: boolean };
  /** All values it may have, when they are few and fixed. */
  values?: readonly string[];
};

export type TableSchema = { name: string; columns: readonly ColumnSchema[] };

/** Tables and columns as queries see them. */
export function tableSchemas(view: TelemetryView): readonly TableSchema[] {
  return VIEW_TABLES.map((table) => ({
    name: table.name,
    columns: [
      ...table.columns.map((c) => ({
        name: c.name,
        type: c.type,
        ...(c.enrichment
          ? { enrichment: { name: c.enrichment, on: enrichmentFrom(view, c.enrichment) !== null } }
          : {}),
        ...(c.values ? { values: c.values } : {}),
      })),
      { name: RECORD_UID, type: 'integer' as const },
    ],
  }));
}

/** A table by name with its columns, whatever a run has bought. */
export type TableColumns = {
  name: string;
  columns: readonly { name: string; type: ColumnType; enrichment?: string }[];
};

/** All tables and what columns they may have. */
export const TABLES: readonly TableColumns[] = VIEW_TABLES.map(({ name, columns }) => ({
  name,
  columns: columns.map((c) => ({
    name: c.name,
    type: c.type,
    ...(c.enrichment ? { enrichment: c.enrichment } : {}),
  })),
}));

import type { Cell } from '@dwell/telemetry';

export type Table = { columns: readonly string[]; rows: readonly (readonly Cell[])[] };
export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

const CELL_WIDTH = 60;

/** A result as text: columns for people, an array of objects, or CSV (RFC 4180). */
export function formatRows(table: Table, format: Format): string {
  if (format === 'json') return `${JSON.stringify(objects(table), null, 2)}\n`;
  if (format === 'csv') {
    return [table.columns, ...table.rows]
      .map((row) => `${row.map(csvCell).join(',')}\r\n`)
      .join('');
  }
  return columnsOf(table);
}

function objects({ columns, rows }: Table): { [name: string]: Cell }[] {
  // A name that stands twice would lose a value: the second gets a number.
  const names = columns.map((name, i) => {
    const before = columns.slice(0, i).filter((each) => each === name).length;
    return before === 0 ? name : `${name}_${before + 1}`;
  });
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function columnsOf({ columns, rows }: Table): string {
  const cells = rows.map((row) => row.map(shown));
  const numeric = columns.map(
    (_, i) => rows.length > 0 && rows.every((row) => row[i] === null || typeof row[i] === 'number'),
  );
  const widths = columns.map((name, i) =>
    Math.max(name.length, ...cells.map((row) => row[i]!.length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (numeric[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)]
    .map((text) => `${text}\n`)
    .join('');
}

/** One line, short, without characters that a terminal would obey. */
function shown(cell: Cell): string {
  const text = cell === null ? '' : String(cell).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return text.length > CELL_WIDTH ? `${text.slice(0, CELL_WIDTH - 1)}…` : text;
}

/** What a spreadsheet would take for a formula, also in the wide letters of Korean keyboards. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/;
/** A figure, which may begin with a sign without being a formula. */
const FIGURE = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

export type CsvValue = string | number | boolean | null;

/** A cell (RFC 4180): quoted where it must be, and never a formula. */
export function csvCell(value: CsvValue): string {
  const text = value === null ? '' : String(value);
  const safe =
    typeof value === 'string' && FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV text, with the mark by which spreadsheets know UTF-8. */
export function csv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** `'…'` with quotes doubled: a SQL string literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `"…"` with quotes doubled: a SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A path for `read_parquet`, with what would be a pattern made literal. */
export function pathLiteral(path: string): string {
  return literal(path.replaceAll(/[[*?]/g, (c) => `[${c}]`));
}

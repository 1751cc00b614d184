/** The 1-based column an error's `where` points at: `query:1:14`, `query, column 14`, `position 14`; null when it names none. */
export function errorColumn(where: string): number | null {
  const named =
    /(?:column|position|character)\s+(\d+)/i.exec(where) ?? /:(?:\d+:)?(\d+)$/.exec(where);
  const column = named ? Number(named[1]) : Number.NaN;
  return Number.isInteger(column) && column > 0 ? column : null;
}

/** Is an error about the text of the query, and not about what became of a good one? */
export function isAboutQuery({ code, where }: { code: string; where: string }): boolean {
  return errorColumn(where) !== null || code === 'QUERY_TEXT';
}

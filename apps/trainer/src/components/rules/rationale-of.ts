/** The rationale under `dwell:` of a rule's text: one line, or a block of lines that flow together. */
export function rationaleOf(rule: string): string | null {
  const found = /^ {2,}rationale:[ \t]*(.*)$/m.exec(rule);
  if (!found) return null;
  const first = found[1]!.trim();
  if (first !== '' && !/^[>|][+-]?$/.test(first)) return first.replace(/^(["'])(.*)\1$/, '$2');
  const lines: string[] = [];
  for (const line of rule.slice(found.index + found[0].length + 1).split('\n')) {
    if (!/^ {4,}\S/.test(line)) break;
    lines.push(line.trim());
  }
  return lines.length > 0 ? lines.join(' ') : null;
}

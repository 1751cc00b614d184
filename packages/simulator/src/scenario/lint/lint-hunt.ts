import type { Problem } from '../problem.ts';
import { parseHunt } from '../hunt-file.ts';

/** A named hunt: the head that says what it looks for, then one query. The SQL itself runs in `dwell hunt`. */
export function lintHunt(text: string, file: string): Problem[] {
  const hunt = parseHunt(text);
  const problems: Problem[] = [];
  const add = (line: number, severity: Problem['severity'], message: string, hint: string) =>
    problems.push({ file, line, column: 1, code: 'HUNT', severity, message, hint });
  if (hunt.hypothesis === null)
    add(1, 'error', 'the hunt has no hypothesis', 'start with a line "-- hypothesis: …"');
  if (hunt.technique === null)
    add(1, 'error', 'the hunt names no technique', 'add a line "-- technique: T1606"');
  else if (!/^T\d{4}(\.\d{3})?\b/.test(hunt.technique)) {
    add(
      hunt.techniqueLine,
      'warning',
      `"${hunt.technique}" is not an ATT&CK technique`,
      'write an id such as T1606',
    );
  }
  if (!/^\s*(select|with|from)\b/i.test(hunt.sql)) {
    add(hunt.sqlLine, 'error', 'the hunt is not a query', 'write one SELECT after the head');
  }
  return problems;
}

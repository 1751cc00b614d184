import { expectationsOf } from '../expectations.ts';
import type { Problem } from '../problem.ts';
import type { Located } from '../yaml/located.ts';

/** Shape and sense of an expectations file, and whether what it names exists (a warning if not). */
export function lintExpectations(root: Located, path: string): Problem[] {
  const { problems, dangling } = expectationsOf(root, { file: root.place.file, path });
  return [...problems, ...dangling.map((each) => ({ ...each, severity: 'warning' as const }))];
}

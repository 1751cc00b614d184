import type { RuleProblem } from '@dwell/simulator/router';

/**
 * Everything wrong with a rule's text as far as the text alone tells, found in the browser while
 * its author types. What only the run knows (fields, scale, other rules) is asked of the server.
 */
export async function checkHere(text: string): Promise<readonly RuleProblem[]> {
  const { parseRules, link } = await import('@dwell/detection');
  const { documents, problems } = parseRules(text, 'rule');
  const linked = link(documents, { references: 'warning' });
  const errors = [...problems, ...linked.problems.filter((each) => each.severity === 'error')];
  return errors.map(({ file: _file, ...problem }) => problem);
}

import type { Document, Rule } from '../src/ir/detection.ts';
import type { ParseOptions } from '../src/parse/options.ts';
import { parseRules } from '../src/parse/parse-rules.ts';
import { show } from './show.ts';

/** A rule around the lines of a `detection:` section, which start on line 4. */
export const ruleText = (detection: string): string =>
  `title: t\nlogsource: { category: test }\ndetection:\n${detection.replace(/^/gm, '  ')}\n`;

/** `line:column severity CODE` of every problem. */
export const placesOf = (text: string, options?: ParseOptions): string[] =>
  parseRules(text, 'x.yml', options).problems.map(
    (p) => `${p.line}:${p.column}${p.severity === 'error' ? '' : ' warning'} ${p.code}`,
  );

/** What the condition of a rule with this detection means; or its problems when it has errors. */
export function meaning(detection: string, options?: ParseOptions): string {
  const text = ruleText(detection);
  const { documents } = parseRules(text, 'x.yml', options);
  return documents.length === 1
    ? show((documents[0] as Rule).condition)
    : placesOf(text, options).join(', ');
}

/** What one map of a selection means. */
export const selection = (map: string, options?: ParseOptions): string =>
  meaning(`sel: ${map}\ncondition: sel`, options);

/** The documents of a text that has no error. */
export function documentsOf(text: string): Document[] {
  const { documents, problems } = parseRules(text, 'x.yml');
  const error = problems.find((problem) => problem.severity === 'error');
  if (error) throw new Error(`${error.line}:${error.column} ${error.message}`);
  return documents;
}

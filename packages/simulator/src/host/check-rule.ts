import { scaleRules } from '../detection/rule-set.ts';
import type { RuleProblem } from '../router/types.ts';
import { RULE_NAME } from './rule-drafts.ts';
import { readRule } from './rule-reading.ts';

/** What of a run a rule's text is checked against. */
export type RunOfRule = {
  /** N of 1:N. */
  scale: number;
  /** Controls whose columns are filled. */
  enrichments: ReadonlySet<string>;
};

/**
 * Everything wrong with a rule's text for a run, in order of place: what cannot be read, tables and
 * fields that are not there, a threshold that says nothing at the run's scale, a name that cannot be
 * kept; and as warnings the columns that are empty until their control is on.
 */
export function checkRule(text: string, run: RunOfRule): RuleProblem[] {
  const { rule, problems, bought } = readRule(text);
  const found = [...problems];
  if (rule) {
    if (!RULE_NAME.test(rule.name)) found.push(badName(text, rule.name));
    for (const problem of scaleRules([rule], run.scale).problems) {
      const { code, severity, message, hint, line, column } = problem;
      found.push({ code, severity, message, hint, line, column });
    }
    const empty = bought.filter(({ control }) => !run.enrichments.has(control));
    found.push(...empty.map((each) => emptyColumn(text, each)));
  }
  return found.sort((x, y) => x.line - y.line || x.column - y.column);
}

/** Controls that a text's columns wait for and that are not on. */
export function needsOf(text: string, on: ReadonlySet<string>): string[] {
  const controls = new Set(readRule(text).bought.map(({ control }) => control));
  return [...controls].filter((control) => !on.has(control)).sort();
}

function badName(text: string, name: string): RuleProblem {
  return {
    code: 'RULE_NAME',
    severity: 'error',
    message: `"${name.slice(0, 80)}" cannot be a rule's name`,
    hint: 'write name: with lower-case letters, digits and hyphens, such as token-never-issued',
    ...placeOf(text, /^name:/, 'last'),
  };
}

function emptyColumn(
  text: string,
  { column, control }: { column: string; control: string },
): RuleProblem {
  return {
    code: 'RULE_NEEDS',
    severity: 'warning',
    message: `${column} is empty until the control ${control} is on`,
    hint: `buy ${control} first; until then this part sees nothing`,
    ...placeOf(text, new RegExp(`\\b${column}\\b`)),
  };
}

/** Where a pattern stands in a text, comments apart; the text's start when it does not. */
function placeOf(
  text: string,
  pattern: RegExp,
  which: 'first' | 'last' = 'first',
): { line: number; column: number } {
  const places = text.split('\n').flatMap((line, n) => {
    const at = /^\s*#/.test(line) ? -1 : line.search(pattern);
    return at < 0 ? [] : [{ line: n + 1, column: at + 1 }];
  });
  return (which === 'first' ? places[0] : places.at(-1)) ?? { line: 1, column: 1 };
}

import type { Linked } from '../ir/detection.ts';
import type { Expression, Test } from '../ir/expression.ts';
import { soughtText } from '../sql/pattern-sql.ts';
import type { Aspect } from '../sql/value-sql.ts';

/** What the rules look at in a field. */
export type FieldNeed = {
  aspects: Set<Aspect>;
  presence: boolean;
  /** Texts of all values together, one a line. */
  lines: boolean;
};

/** What the rules look at in events: fields by name, and every value for keywords. */
export type Needs = { fields: Map<string, FieldNeed>; keywords: FieldNeed };

/** Collects what a set of detections reads, so that nothing else is prepared. */
export function needsOf({ detections }: Linked): Needs {
  const needs: Needs = { fields: new Map(), keywords: noNeed() };
  const seen = new Set<Expression>();
  for (const { rule, correlation, members } of detections) {
    if (rule !== null) {
      visit(rule.condition, needs, seen);
      continue;
    }
    for (const [place, index] of members.entries()) {
      if (detections[index]!.rule === null) continue;
      for (const name of correlation.groupFields[place]!) need(needs, name).aspects.add('text');
      const value = correlation.valueFields[place] ?? null;
      if (value === null) continue;
      const aspect = correlation.type === 'value_count' ? 'folded' : 'number';
      need(needs, value).aspects.add(aspect);
    }
  }
  return needs;
}

function noNeed(): FieldNeed {
  return { aspects: new Set(), presence: false, lines: false };
}

function need(needs: Needs, name: string): FieldNeed {
  let found = needs.fields.get(name);
  if (found === undefined) {
    found = noNeed();
    needs.fields.set(name, found);
  }
  return found;
}

/** Parts that an expression uses twice are looked at once. */
function visit(expression: Expression, needs: Needs, seen: Set<Expression>): void {
  if (seen.has(expression)) return;
  seen.add(expression);
  switch (expression.kind) {
    case 'always':
      break;
    case 'and':
    case 'or':
      for (const part of expression.of) visit(part, needs, seen);
      break;
    case 'not':
      visit(expression.of, needs, seen);
      break;
    case 'keyword':
      if (expression.test.kind === 'pattern' && soughtText(expression.test) !== null) {
        needs.keywords.lines = true;
      } else visitTest(expression.test, needs.keywords, needs);
      break;
    case 'field':
      visitTest(expression.test, need(needs, expression.field), needs);
  }
}

function visitTest(test: Test, of: FieldNeed, needs: Needs): void {
  switch (test.kind) {
    case 'null':
    case 'exists':
      of.presence = true;
      break;
    case 'fieldref': {
      const aspect = test.cased ? 'text' : 'folded';
      of.aspects.add(aspect);
      need(needs, test.field).aspects.add(aspect);
      break;
    }
    case 'pattern':
      of.aspects.add(test.cased ? 'text' : 'folded');
      break;
    case 'regex':
      of.aspects.add('text');
      break;
    case 'cidr':
      of.aspects.add('address');
      break;
    case 'compare':
      of.aspects.add('number');
      break;
    case 'time-part':
      of.aspects.add('moment');
  }
}

import { type Expression, type Linked, type Rule } from '@dwell/detection';
import { TABLES, type TableColumns } from '@dwell/telemetry';
import { closest } from '../scenario/closest.ts';
import type { Problem } from '../scenario/problem.ts';

/** Checks that rules look at tables of the shop and at fields these have. `texts`: the text of each file, to find the place. */
export function checkFields(linked: Linked, texts: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = [];
  for (const { rule, correlation, members } of linked.detections) {
    if (rule) problems.push(...checkRule(rule, fieldsOf(rule.condition), texts));
    else {
      members.forEach((m, i) => {
        const member = linked.detections[m]!.rule;
        if (!member) return;
        const value = correlation.valueFields[i];
        const used = [...correlation.groupFields[i]!, ...(value ? [value] : [])];
        problems.push(...checkRule(member, used, texts, correlation));
      });
    }
  }
  return problems;
}

function checkRule(
  rule: Rule,
  used: readonly string[],
  texts: ReadonlyMap<string, string>,
  at: { file: string; position: { line: number } } = rule,
): Problem[] {
  const { product, service } = rule.logSource;
  const table = TABLES.find((each) => each.name === service);
  if (product !== 'dwell' || !table) {
    const names = TABLES.map((each) => each.name);
    return [
      {
        ...placeOf(service ?? 'logsource', rule, texts),
        code: 'RULE_TABLE',
        severity: 'error',
        message: `the shop has no log source "${[product, service].filter(Boolean).join(' ')}"`,
        hint: `write product: dwell and service: one of ${names.join(', ')}`,
      },
    ];
  }
  const unknown = [...new Set(used)].filter((name) => !hasField(table, name));
  return unknown.map((name) => {
    const near = closest(
      name,
      table.columns.map((column) => column.name),
    );
    return {
      ...placeOf(name, at, texts),
      code: 'RULE_FIELD',
      severity: 'error' as const,
      message: `${table.name} has no field "${name}"`,
      hint: near ? `did you mean "${near}"?` : 'look at the fields with dwell hunt --schema',
    };
  });
}

const hasField = (table: TableColumns, name: string) =>
  table.columns.some((column) => column.name === name);

/** Where a word first stands after the start of a document; the document's start when it does not. */
function placeOf(
  word: string,
  at: { file: string; position: { line: number } },
  texts: ReadonlyMap<string, string>,
): Pick<Problem, 'file' | 'line' | 'column'> {
  const { file, position } = at;
  const lines = (texts.get(file) ?? '').split('\n');
  for (let line = position.line; line <= lines.length; line++) {
    const column = lines[line - 1]!.indexOf(word);
    if (column >= 0) return { file, line, column: column + 1 };
  }
  return { file, line: position.line, column: 1 };
}

/** Every field that an expression asks for. */
export function fieldsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.of.flatMap(fieldsOf);
    case 'not':
      return fieldsOf(expression.of);
    case 'field':
      return expression.test.kind === 'fieldref'
        ? [expression.field, expression.test.field]
        : [expression.field];
    default:
      return [];
  }
}

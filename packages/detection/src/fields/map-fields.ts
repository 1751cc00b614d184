import type { Linked, LinkedCorrelation, LinkedDetection, Rule } from '../ir/detection.ts';
import type { Expression } from '../ir/expression.ts';
import { type FieldMap, mapField } from './field-map.ts';

/**
 * The same detections over the fields that events have. A correlation's groups and values follow the
 * map of each member's log source; those of a member that is a correlation keep their names.
 */
export function mapFields(linked: Linked, map: FieldMap): Linked {
  const detections: LinkedDetection[] = linked.detections.map((each) => {
    if (each.rule) return { ...each, rule: mapRule(each.rule, map) };
    const members = each.members.map((member) => linked.detections[member]!.rule);
    return { ...each, correlation: mapCorrelation(each.correlation, members, map) };
  });
  return { detections };
}

function mapRule(rule: Rule, map: FieldMap): Rule {
  const rename = (field: string) => mapField(map, rule.logSource, field);
  return {
    ...rule,
    condition: mapExpression(rule.condition, rename),
    fields: rule.fields.map(rename),
  };
}

function mapCorrelation(
  correlation: LinkedCorrelation,
  members: readonly (Rule | null)[],
  map: FieldMap,
): LinkedCorrelation {
  const rename = (field: string, member: number) => {
    const rule = members[member];
    return rule ? mapField(map, rule.logSource, field) : field;
  };
  return {
    ...correlation,
    groupFields: correlation.groupFields.map((fields, i) =>
      fields.map((field) => rename(field, i)),
    ),
    valueFields: correlation.valueFields.map((field, i) =>
      field === null ? null : rename(field, i),
    ),
  };
}

/** An expression with its fields renamed, those of `fieldref` too; parts used twice stay one. */
export function mapExpression(
  expression: Expression,
  rename: (field: string) => string,
): Expression {
  const done = new Map<Expression, Expression>();
  const walk = (each: Expression): Expression => {
    const known = done.get(each);
    if (known) return known;
    const made = change(each);
    done.set(each, made);
    return made;
  };
  const change = (each: Expression): Expression => {
    switch (each.kind) {
      case 'and':
      case 'or':
        return { kind: each.kind, of: each.of.map(walk) };
      case 'not':
        return { kind: 'not', of: walk(each.of) };
      case 'field': {
        const { test } = each;
        const field = rename(each.field);
        return test.kind === 'fieldref'
          ? { kind: 'field', field, test: { ...test, field: rename(test.field) } }
          : { kind: 'field', field, test };
      }
      case 'always':
      case 'keyword':
        return each;
    }
  };
  return walk(expression);
}

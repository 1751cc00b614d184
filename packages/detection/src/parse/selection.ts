import type { Expression } from '../ir/expression.ts';
import { join } from './join.ts';
import { type Key, type Plan, planOf, splitKey } from './modifiers.ts';
import { type Entry, kindText, type MapNode, type Node, type ScalarNode } from './node.ts';
import { type Context, valueExpression } from './values.ts';

const KEYWORD: Plan = {
  mode: 'pattern',
  all: false,
  neq: false,
  cased: false,
  expand: false,
  match: 'equals',
  steps: [],
  flags: '',
  op: 'eq',
  part: 'minute',
};

/**
 * What a search identifier stands for: a map (all its keys), a list of maps (any of them), a list of
 * texts or one text (keywords: anywhere in the event). Null after an error; all errors are reported.
 */
export function selectionExpression(node: Node, context: Context): Expression | null {
  if (node.kind === 'scalar') return valueExpression(null, KEYWORD, node, context);
  if (node.kind === 'map') return mapExpression(node, context);
  if (node.items.length === 0) return empty(node, 'the list is empty', context);
  const parts = node.items.map((item) => {
    if (item.kind !== 'list') return selectionExpression(item, context);
    const what = 'a list stands inside a list';
    context.source.error(item.at, 'DETECTION', what, 'write maps or texts, each after one "-"');
    return null;
  });
  return allOrNull('or', parts);
}

function mapExpression(node: MapNode, context: Context): Expression | null {
  if (node.entries.size === 0) return empty(node, 'the map is empty', context);
  const parts: (Expression | null)[] = [];
  for (const [name, entry] of node.entries) parts.push(itemExpression(name, entry, context));
  return allOrNull('and', parts);
}

/** `field|modifiers: values`. */
function itemExpression(name: string, entry: Entry, context: Context): Expression | null {
  const { source } = context;
  const key = splitKey(name);
  const plan = planOf(key, source, (m) => source.inside(entry, name, m.index));
  if (!plan || !checkField(key, plan, entry, context)) return null;
  const field = key.field === '' ? null : key.field;
  const values = valuesOf(key, plan, entry, context);
  if (!values) return null;
  if (plan.mode === 'exists') return existsExpression(field!, values[0]!, context);
  const parts = values.map((value) => valueExpression(field, plan, value, context));
  const joined = allOrNull(plan.all ? 'and' : 'or', parts);
  return joined && plan.neq ? { kind: 'not', of: joined } : joined;
}

function checkField(key: Key, plan: Plan, entry: Entry, { source }: Context): boolean {
  if (key.field !== '' && key.field.trim() === key.field) return true;
  if (key.field !== '') {
    const what = `the field "${key.field}" has spaces around its name`;
    source.error(entry.at, 'DETECTION', what, 'take them out');
    return false;
  }
  if (plan.mode === 'pattern' || plan.mode === 're') return true;
  const modifier = key.modifiers.find((m) => m.name === plan.mode) ?? key.modifiers[0]!;
  const what = `"${modifier.name}" needs a field`;
  const hint = `write a field before |${modifier.name}`;
  source.error(source.inside(entry, keyText(key), modifier.index), 'MODIFIER', what, hint);
  return false;
}

/** The values as a list of scalars, checked for what a list may hold; null after an error. */
function valuesOf(key: Key, plan: Plan, entry: Entry, context: Context): ScalarNode[] | null {
  const { source } = context;
  const { value } = entry;
  const list = value.kind === 'list' ? value.items : [value];
  const errors = source.errors;
  const error = (node: Node | Entry, message: string, hint: string) =>
    source.error(node.at, 'DETECTION', message, hint);
  if (list.length === 0) error(value, `"${key.field}" has no values`, 'write one, or null');
  for (const item of list) {
    if (item.kind !== 'scalar')
      error(
        item,
        `a value cannot be ${kindText(item)}`,
        'write texts, numbers, true, false or null',
      );
    else if (item.value === null && list.length > 1)
      error(item, 'null stands in a list of values', 'give it a selection of its own');
  }
  if (plan.all && list.length === 1) {
    const at = source.inside(
      entry,
      keyText(key),
      key.modifiers.find((m) => m.name === 'all')!.index,
    );
    source.error(at, 'MODIFIER', '"all" of one value', 'take "all" out, or write several values');
  }
  if (plan.mode === 'exists' && list.length > 1)
    error(value, '"exists" takes one value', 'write true or false');
  return source.errors > errors ? null : (list as ScalarNode[]);
}

const keyText = (key: Key) => [key.field, ...key.modifiers.map((m) => m.name)].join('|');

function existsExpression(field: string, node: ScalarNode, { source }: Context): Expression | null {
  if (typeof node.value !== 'boolean') {
    const what = `"exists" takes true or false, not ${kindText(node)}`;
    source.error(node.at, 'VALUE', what, 'write true or false without quotes');
    return null;
  }
  const there: Expression = { kind: 'field', field, test: { kind: 'exists' } };
  return node.value ? there : { kind: 'not', of: there };
}

function empty(node: Node, message: string, { source }: Context): null {
  source.error(node.at, 'DETECTION', message, 'write what to look for');
  return null;
}

function allOrNull(kind: 'and' | 'or', parts: readonly (Expression | null)[]): Expression | null {
  return parts.includes(null) ? null : join(kind, parts as Expression[]);
}

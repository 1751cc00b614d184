import type { Expression } from '../ir/expression.ts';
import { closest } from './closest.ts';
import { readCondition, type Selections } from './condition.ts';
import { join, sizeOf } from './join.ts';
import { type Entry, kindText, type MapNode, type Node, type ScalarNode } from './node.ts';
import { selectionExpression } from './selection.ts';
import type { Context } from './values.ts';

/** Nodes of an expression written out in full. */
const SIZE_MAX = 50_000;

/**
 * The selections and condition of `detection:` or `filter:`; null after an error. `other`: keys of the
 * section that are no selections.
 */
export function readDetection(
  section: MapNode,
  at: number,
  name: 'detection' | 'filter',
  other: readonly string[],
  context: Context,
): Expression | null {
  const { source } = context;
  const selections = new Map<string, Expression | null>();
  const places = new Map<string, Entry>();
  for (const [key, entry] of section.entries) {
    if (key === 'condition' || other.includes(key)) continue;
    if (key === 'timeframe') {
      const hint = 'write a document with correlation: and timespan';
      source.warn(entry.at, 'AGGREGATION', '"timeframe" no longer means anything', hint);
      continue;
    }
    places.set(key, entry);
    selections.set(key, selectionExpression(entry.value, context));
  }
  const condition = section.entries.get('condition');
  if (!condition) {
    missing(section, at, name, context);
    return null;
  }
  const read = conditions(condition.value, selections, context);
  if (!read.faulty) warnUnused(places, read.used, context);
  const { expression } = read;
  if ([...selections.values()].includes(null)) return null;
  if (expression && sizeOf(expression) > SIZE_MAX) {
    const what = `the condition unfolds into more than ${SIZE_MAX} parts`;
    source.error(condition.value.at, 'EXPANSION', what, 'use fewer values, or name them once');
    return null;
  }
  return expression;
}

function warnUnused(
  places: ReadonlyMap<string, Entry>,
  used: ReadonlySet<string>,
  { source }: Context,
): void {
  for (const [key, { at }] of places) {
    const what = `the condition does not use "${key}"`;
    if (!used.has(key) && !key.startsWith('_'))
      source.warn(at, 'SELECTION', what, 'use it or take it out');
  }
}

function missing(section: MapNode, at: number, name: string, { source }: Context): void {
  const near = closest('condition', section.entries.keys());
  const hint =
    near === null ? 'add one with the selections it joins' : `did you mean it by "${near}"?`;
  source.error(at, 'CONDITION', `"${name}" has no condition`, hint);
}

/** `faulty`: it cannot be told what is used. */
type Read = { expression: Expression | null; used: Set<string>; faulty: boolean };

/** One condition, or a list of which any may hold. */
function conditions(node: Node, selections: Selections, context: Context): Read {
  const { source } = context;
  const list = node.kind === 'list' ? node.items : [node];
  const read: Read = { expression: null, used: new Set(), faulty: list.length === 0 };
  if (list.length === 0)
    source.error(node.at, 'CONDITION', 'the list of conditions is empty', 'write one');
  const parts = list.map((item) => {
    if (item.kind !== 'scalar' || item.value === null) {
      source.error(
        item.at,
        'CONDITION',
        `the condition is ${kindText(item)}, not text`,
        'name a selection',
      );
      read.faulty = true;
      return null;
    }
    return one(item, selections, read, context);
  });
  if (parts.length > 0 && !parts.includes(null))
    read.expression = join('or', parts as Expression[]);
  return read;
}

function one(
  node: ScalarNode,
  selections: Selections,
  read: Read,
  { source }: Context,
): Expression | null {
  const text = String(node.value);
  const { expression, used: names, faults } = readCondition(text, selections);
  for (const name of names) read.used.add(name);
  if (faults.length > 0) read.faulty = true;
  for (const { index, code, message, hint } of faults)
    source.error(source.inside(node, text, index), code, message, hint);
  return expression;
}

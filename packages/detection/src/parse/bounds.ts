import type { Bound, CorrelationType } from '../ir/detection.ts';
import type { Position } from '../ir/problem.ts';
import { numberOf } from '../ir/values.ts';
import { didYouMean } from './closest.ts';
import { kindText, type MapNode, type Node } from './node.ts';
import type { Source } from './source.ts';

const OPS: readonly Bound['op'][] = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'];
const BOUNDS_MAX = 8;

/** `place`: of the field. */
export type Bounded = { bounds: Bound[]; field: string | null; place: Position | null };

/** `condition:` of a correlation; `at` is where its section starts, `rules` how many it refers to. */
export function readBounds(
  section: MapNode,
  at: number,
  type: CorrelationType | null,
  rules: number,
  source: Source,
): Bounded {
  const made: Bounded = { bounds: [], field: null, place: null };
  const error = (where: number, message: string, hint: string) =>
    source.error(where, 'CORRELATION', message, hint);
  const node = section.entries.get('condition')?.value;
  const temporal = type?.startsWith('temporal') ?? false;
  if (!node) {
    if (type && !temporal)
      error(at, `"condition" is missing, which ${type} needs`, 'write one such as gte: 10');
    return made;
  }
  if (node.kind !== 'map') {
    const hint = 'write a map such as gte: 10; without it all rules must be met';
    error(node.at, `"condition" is ${kindText(node)}, not a map`, hint);
    return made;
  }
  const errors = source.errors;
  for (const [key, entry] of node.entries) {
    if (key === 'field') readField(entry.value, made, type, source);
    else if (!OPS.includes(key as Bound['op']))
      error(entry.at, `unknown key "${key}"`, didYouMean(key, [...OPS, 'field']));
    else readBound(key as Bound['op'], entry.value, made, source);
  }
  if (type?.startsWith('value_') && !node.entries.has('field'))
    error(node.at, `"field" is missing, which ${type} needs`, 'name the field whose values count');
  if (made.bounds.length === 0 && !temporal && source.errors === errors)
    error(node.at, 'the condition has no bound', `write ${OPS.join(', ')}`);
  if (made.bounds.length > BOUNDS_MAX)
    error(node.at, `more than ${BOUNDS_MAX} bounds`, 'keep the tightest');
  if (type === 'temporal_ordered' && made.bounds.some((bound) => !asksAll(bound, rules)))
    error(
      node.at,
      '"temporal_ordered" needs all of its rules',
      'take the condition out, or use temporal',
    );
  checkPossible(made, node, type, rules, source);
  return made;
}

const asksAll = ({ op, value }: Bound, rules: number) =>
  (value === rules && (op === 'gte' || op === 'eq')) || (op === 'gt' && value === rules - 1);

function readField(node: Node, made: Bounded, type: CorrelationType | null, source: Source): void {
  const error = (message: string, hint: string) =>
    source.error(node.at, 'CORRELATION', message, hint);
  const first = node.kind === 'list' && node.items.length === 1 ? node.items[0]! : node;
  made.place = source.position(first.at);
  if (first.kind === 'list') error('several fields are counted', 'count one field per correlation');
  else if (first.kind !== 'scalar' || typeof first.value !== 'string' || first.value === '')
    error(`"field" is ${kindText(first)}, not text`, 'name a field');
  else if (type && !type.startsWith('value_')) error(`"${type}" takes no field`, 'use value_count');
  else made.field = first.value;
}

function readBound(op: Bound['op'], node: Node, made: Bounded, source: Source): void {
  const value = node.kind === 'scalar' ? numberOf(node.value) : null;
  if (value !== null) made.bounds.push({ op, value });
  else
    source.error(
      node.at,
      'CORRELATION',
      `"${op}" takes a number, not ${kindText(node)}`,
      'write a number',
    );
}

/** Warns about bounds that nothing can meet. */
function checkPossible(
  { bounds }: Bounded,
  node: Node,
  type: CorrelationType | null,
  rules: number,
  source: Source,
): void {
  const counts =
    type === 'event_count' || type === 'value_count' || (type?.startsWith('temporal') ?? false);
  let [least, most] = [counts ? 1 : -Infinity, type?.startsWith('temporal') ? rules : Infinity];
  if (type === 'value_percentile') [least, most] = [0, 100];
  for (const { op, value } of bounds) {
    const step = counts ? 1 : 0;
    if (op === 'gte' || op === 'eq') least = Math.max(least, value);
    if (op === 'gt') least = Math.max(least, value + step);
    if (op === 'lte' || op === 'eq') most = Math.min(most, value);
    if (op === 'lt') most = Math.min(most, value - step);
  }
  if (least <= most) return;
  const what = 'no number meets this condition';
  const hint = 'a correlation is looked at when an event comes: it cannot say that none came';
  source.warn(node.at, 'CORRELATION', what, hint);
}

import type { Scalar } from '../ir/values.ts';

/** A parsed YAML value that knows where it stands: offsets into the text, `end` exclusive. */
export type Node = ScalarNode | ListNode | MapNode;
export type ScalarNode = { kind: 'scalar'; at: number; end: number; value: Scalar };
export type ListNode = { kind: 'list'; at: number; items: readonly Node[] };
export type MapNode = { kind: 'map'; at: number; entries: ReadonlyMap<string, Entry> };
/** `at`, `end`: of the key. */
export type Entry = { at: number; end: number; value: Node };

export type Json = Scalar | Json[] | { [key: string]: Json };

/** The value alone, as plain JSON. */
export function plain(node: Node): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.value)]));
}

/** What a node is, in words. */
export function kindText(node: Node): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a map';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string'
    ? 'text'
    : typeof node.value === 'number'
      ? 'a number'
      : 'true or false';
}

/** Where in a rule's text the caret stands. */
export type SigmaPlace = {
  kind: 'key' | 'value';
  /** Keys of the mappings around it, outermost first; list items leave no trace. */
  path: readonly string[];
  /** Of a value: its own key. */
  key: string | null;
  /** What is typed of the word, and where it begins. */
  typed: string;
  from: number;
  /** The document of the file that it belongs to. */
  document: string;
};

const LINE = /^(\s*)((?:-\s+)*)(.*)$/;
const KEY = /^("[^"]*"|'[^']*'|[^\s"'#:][^#:]*):(?:\s|$)/;

type Line = { indent: number; item: boolean; rest: string };

function readLine(line: string): Line {
  const [, spaces = '', dashes = '', rest = ''] = LINE.exec(line)!;
  return { indent: spaces.length + dashes.length, item: dashes !== '', rest };
}

const keyOf = (rest: string): string | null =>
  KEY.exec(rest)?.[1]?.replace(/^["']|["']$/g, '') ?? null;

/** Keys of the lines above that `indent` lies under. */
function pathAbove(lines: readonly string[], indent: number, item: boolean): string[] {
  const path: string[] = [];
  let within = indent;
  // A list may stand as deep as the key that it belongs to.
  let same = item;
  for (const line of lines.toReversed()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const above = readLine(line);
    const key = keyOf(above.rest);
    const holds = above.indent < within || (same && above.indent === within && !above.item);
    if (key === null || !holds) continue;
    path.unshift(key);
    within = above.indent;
    same = above.item;
    if (within === 0) break;
  }
  return path;
}

/** Reads where an offset lies in a YAML text as people write rules: block style, one key a line. */
export function sigmaPlace(text: string, offset: number): SigmaPlace {
  const before = text.slice(0, offset);
  const breaks = [...before.matchAll(/^---.*$/gm)];
  const start = breaks.length > 0 ? breaks.at(-1)!.index + breaks.at(-1)![0].length + 1 : 0;
  const rest = text.slice(offset);
  const next = rest.search(/^---/m);
  const document = text.slice(start, next < 0 ? undefined : offset + next);
  const lines = text.slice(start, offset).split('\n');
  const line = readLine(lines.pop() ?? '');
  // A list item's own indentation is that of its dash.
  const dash = line.item ? line.indent - 2 : line.indent;
  const key = keyOf(line.rest);
  if (key !== null) {
    const value = line.rest.slice(KEY.exec(line.rest)![0].length);
    const inner = /^\{(?:.*,)?\s*([^,{}]*)$/.exec(value)?.[1];
    if (inner !== undefined)
      return inBraces(inner, [...pathAbove(lines, line.indent, line.item), key], offset, document);
    const typed = /[^\s,[\]"']*$/.exec(value)![0];
    const path = pathAbove(lines, line.indent, line.item);
    return { kind: 'value', path, key, typed, from: offset - typed.length, document };
  }
  const typed = line.rest.replace(/^["']/, '');
  const path = pathAbove(lines, line.item ? dash + 1 : line.indent, line.item);
  const from = offset - typed.length;
  const listed = line.item && LISTS.test(path.at(-1) ?? '');
  if (listed || (line.item && (path.at(-1) ?? '').includes('|')))
    return { kind: 'value', path: path.slice(0, -1), key: path.at(-1)!, typed, from, document };
  return { kind: 'key', path, key: null, typed, from, document };
}

/** The part of `{ a: 1, b: 2 }` that the caret stands in. */
function inBraces(
  inner: string,
  path: readonly string[],
  offset: number,
  document: string,
): SigmaPlace {
  const key = keyOf(inner);
  if (key === null)
    return { kind: 'key', path, key, typed: inner, from: offset - inner.length, document };
  const typed = /[^\s,[\]"']*$/.exec(inner.slice(KEY.exec(inner)![0].length))![0];
  return { kind: 'value', path, key, typed, from: offset - typed.length, document };
}

/** Keys whose lists hold values and not mappings. */
const LISTS = /^(rules|group-by|tags|falsepositives|references|fields|author)$/;

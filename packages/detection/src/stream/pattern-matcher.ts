import type { PatternPart } from '../ir/expression.ts';

/** Pieces between two `any`: texts and single characters, one after the other. */
type Segment = readonly ({ text: string } | 'one')[];

/**
 * Whether a whole text fits a pattern. The text must be folded already when the pattern is. One
 * character (`one`) is one Unicode code point. Takes time linear in the text (times the length of the
 * longest piece with a `one` in it); there is no backtracking.
 */
export function patternMatcher(parts: readonly PatternPart[]): (text: string) => boolean {
  const segments = segmentsOf(parts);
  const first = segments[0]!;
  const last = segments[segments.length - 1]!;
  if (segments.length === 1) return wholeMatcher(first);
  const middle = segments.slice(1, -1).filter((segment) => segment.length > 0);
  const head = literalOf(first);
  const tail = literalOf(last);
  const inner = middle.map(literalOf);
  if (head === null || tail === null || inner.includes(null))
    return generalMatcher(first, middle, last);
  return literalMatcher(head, inner as string[], tail);
}

/** Literals with any run between them. */
function literalMatcher(
  head: string,
  inner: readonly string[],
  tail: string,
): (text: string) => boolean {
  const [only = ''] = inner;
  if (inner.length === 1 && head === '' && tail === '') return (text) => text.includes(only);
  const least = head.length + tail.length;
  if (inner.length === 0) {
    if (tail === '') return (text) => text.startsWith(head);
    if (head === '') return (text) => text.endsWith(tail);
    return (text) => text.length >= least && text.startsWith(head) && text.endsWith(tail);
  }
  return (text) => {
    if (text.length < least || !text.startsWith(head) || !text.endsWith(tail)) return false;
    let from = head.length;
    for (const literal of inner) {
      const at = text.indexOf(literal, from);
      if (at < 0) return false;
      from = at + literal.length;
    }
    return from <= text.length - tail.length;
  };
}

function wholeMatcher(segment: Segment): (text: string) => boolean {
  const literal = literalOf(segment);
  if (literal !== null) return (text) => text === literal;
  return (text) => matchAt(segment, text, 0) === text.length;
}

function generalMatcher(
  first: Segment,
  middle: readonly Segment[],
  last: Segment,
): (text: string) => boolean {
  return (text) => {
    let from = matchAt(first, text, 0);
    if (from < 0) return false;
    for (const segment of middle) {
      from = find(segment, text, from);
      if (from < 0) return false;
    }
    const start = startFromEnd(last, text);
    return start >= from;
  };
}

/** Where the segment ends when it begins at `from`, or -1. */
function matchAt(segment: Segment, text: string, from: number): number {
  let at = from;
  for (const piece of segment) {
    if (piece === 'one') {
      if (at >= text.length) return -1;
      at += isPair(text, at) ? 2 : 1;
    } else {
      if (!text.startsWith(piece.text, at)) return -1;
      at += piece.text.length;
    }
  }
  return at;
}

/** Where the first occurrence of the segment from `from` on ends, or -1. */
function find(segment: Segment, text: string, from: number): number {
  const [piece] = segment;
  if (piece === undefined) return from;
  let at = from;
  while (at <= text.length) {
    if (piece !== 'one') {
      at = text.indexOf(piece.text, at);
      if (at < 0) return -1;
    }
    const end = matchAt(segment, text, at);
    if (end >= 0) return end;
    at += isPair(text, at) ? 2 : 1;
  }
  return -1;
}

/** Where the segment begins when it ends the text, or -1. */
function startFromEnd(segment: Segment, text: string): number {
  let at = text.length;
  for (let i = segment.length - 1; i >= 0; i--) {
    const piece = segment[i]!;
    if (piece === 'one') {
      if (at <= 0) return -1;
      at -= at >= 2 && isPair(text, at - 2) ? 2 : 1;
    } else {
      at -= piece.text.length;
      if (at < 0 || !text.startsWith(piece.text, at)) return -1;
    }
  }
  return at;
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** The segments, at least one; neighbouring texts are joined. An `any` at an end gives an empty one there. */
function segmentsOf(parts: readonly PatternPart[]): Segment[] {
  const segments: ({ text: string } | 'one')[][] = [[]];
  for (const part of parts) {
    const segment = segments[segments.length - 1]!;
    const before = segment[segment.length - 1];
    if (part === 'any') segments.push([]);
    else if (part === 'one') segment.push('one');
    else if (part.text === '') continue;
    else if (before !== undefined && before !== 'one') {
      segment[segment.length - 1] = { text: before.text + part.text };
    } else segment.push({ text: part.text });
  }
  return segments;
}

/** The text of a segment without a `one` in it, else null. */
function literalOf(segment: Segment): string | null {
  if (segment.length === 0) return '';
  const [piece] = segment;
  return segment.length === 1 && piece !== 'one' ? piece!.text : null;
}

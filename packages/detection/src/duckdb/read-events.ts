import { Buffer } from 'node:buffer';
import { DetectionError } from '../detection-error.ts';

/** An event as JSON gives it. */
export type EventObject = { readonly [key: string]: unknown };

/** Deeper events would overflow the stack. */
const DEPTH_MAX = 1000;

/** Lines of a stream of text, without their ends. Only line feeds end lines: JSON may hold U+2028. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      rest.push(chunk.slice(from, to));
      yield rest.join('');
      rest = [];
      from = to + 1;
    }
    if (from < chunk.length) rest.push(chunk.slice(from));
  }
  if (rest.length > 0) yield rest.join('');
}

/**
 * Events of NDJSON lines: one JSON object a line; lines with nothing on them are skipped.
 * Errors: `EVENT` with the file and the line.
 */
export async function* readEvents(
  lines: AsyncIterable<string> | Iterable<string>,
  file: string,
): AsyncGenerator<{ event: EventObject; length: number }> {
  let line = 0;
  for await (const given of lines) {
    line++;
    const text = line === 1 && given.startsWith('\uFEFF') ? given.slice(1) : given;
    if (text.trim() === '') continue;
    yield { event: eventOf(text, `${file}:${line}`), length: text.length };
  }
}

function eventOf(text: string, where: string): EventObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0]! : 'it cannot be read';
    const todo = 'write one JSON object a line';
    throw new DetectionError('EVENT', { what: `this line is no JSON: ${why}`, where, todo });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const todo = 'write one JSON object a line, such as {"user":"x"}';
    throw new DetectionError('EVENT', { what: 'this line is no JSON object', where, todo });
  }
  if (text.length > DEPTH_MAX && nestsDeeper(value, DEPTH_MAX)) {
    const todo = 'leave the event out';
    const what = `this event nests deeper than ${DEPTH_MAX} objects and lists`;
    throw new DetectionError('EVENT', { what, where, todo });
  }
  // Half a character can stand in JSON, as \ud800, but not in the database.
  return (/\\u[dD][89a-fA-F]/.test(text) ? wellFormed(value) : value) as EventObject;
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => nestsDeeper(part, levels - 1));
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value, 'utf8').toString('utf8');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [wellFormed(key), wellFormed(item)]);
  return Object.fromEntries(entries) as unknown;
}

import { DetectionError } from '../detection-error.ts';
import type { Linked } from '../ir/detection.ts';
import { link } from '../link/link.ts';
import { parseRules } from '../parse/parse-rules.ts';
import { compileStream, type StreamOptions } from '../stream/compile-stream.ts';
import { makeEvents } from './make-events.ts';
import { makeRules } from './make-rules.ts';
import { makeSmallEvents, SMALL_RULES } from './small-rules.ts';
import { vocabulary } from './vocabulary.ts';

/** What the streaming evaluator does on this machine, on one core. */
export type StreamFigures = {
  rules: number;
  /** Reading and linking the rule set's text, and making it ready for events. */
  readMs: number;
  compileMs: number;
  /** Events as objects already. */
  eventsPerS: number;
  /** The same without the index of literals. */
  plainPerS: number;
  /** JSON.parse of the same events' lines. */
  parsePerS: number;
  hits: number;
  smallRules: number;
  smallEventsPerS: number;
  smallParsePerS: number;
};

export type BenchSize = { rules?: number; events?: number; smallEvents?: number; seed?: number };

/** Measures with rules and events made for it; the same seed makes the same ones. */
export function benchStream({
  rules = 2400,
  events = 20_000,
  smallEvents = 300_000,
  seed = 1,
}: BenchSize = {}): StreamFigures {
  const words = vocabulary(seed);
  const text = makeRules(rules, seed + 1, words);
  const lines = makeEvents(events, seed + 2, words);
  const readStarted = performance.now();
  const linked = load(text);
  const readMs = performance.now() - readStarted;
  const compileStarted = performance.now();
  compileStream(linked);
  const compileMs = performance.now() - compileStarted;
  const { perS: parsePerS, objects } = parseRate(lines);
  const indexed = rate(linked, objects, {});
  const plain = rate(linked, objects.slice(0, Math.max(1, objects.length / 20)), { index: false });
  const small = load(SMALL_RULES);
  const smallLines = parseRate(makeSmallEvents(smallEvents, seed + 3));
  return {
    rules,
    readMs,
    compileMs,
    eventsPerS: indexed.perS,
    plainPerS: plain.perS,
    parsePerS,
    hits: indexed.hits,
    smallRules: small.detections.length,
    smallEventsPerS: rate(small, smallLines.objects, {}).perS,
    smallParsePerS: smallLines.perS,
  };
}

function load(text: string): Linked {
  const { documents, problems } = parseRules(text, 'bench.yml');
  const { linked, problems: more } = link(documents);
  const first = [...problems, ...more].find(({ severity }) => severity === 'error');
  if (first === undefined) return linked;
  throw new DetectionError('BENCH', { what: first.message, where: 'made rules', todo: first.hint });
}

/** The better of two passes, as the first also warms up. */
function rate(
  linked: Linked,
  events: readonly unknown[],
  options: StreamOptions,
): { perS: number; hits: number } {
  const pass = () => {
    const stream = compileStream(linked, options);
    let hits = 0;
    const started = performance.now();
    for (const event of events) hits += stream.push(event).length;
    hits += stream.flush().length;
    return { perS: perSecond(events.length, started), hits };
  };
  const [first, second] = [pass(), pass()];
  return first.perS > second.perS ? first : second;
}

function parseRate(lines: readonly string[]): { perS: number; objects: unknown[] } {
  const objects: unknown[] = [];
  const started = performance.now();
  for (const line of lines) objects.push(JSON.parse(line));
  return { perS: perSecond(lines.length, started), objects };
}

function perSecond(count: number, startedMs: number): number {
  return (count * 1000) / (performance.now() - startedMs);
}

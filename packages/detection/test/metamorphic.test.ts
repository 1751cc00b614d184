// Goal: what must not matter does not: order of writing, other rules, names of fields, where a stream
// was stopped, when everything happened.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldMap, mapFields } from '../src/index.ts';
import { byStream } from './agreement/by-stream.ts';
import { correlationSet } from './generate/correlation.ts';
import { event } from './generate/event.ts';
import { rule } from './generate/rule.ts';
import { timeline } from './generate/timeline.ts';
import { shuffled } from './metamorphic/shuffle.ts';
import { interrupted, linkedOf, STREAM, streamed } from './metamorphic/streamed.ts';
import type { Plain } from './reference/documents.ts';
import { isObject, type JsonObject } from './reference/event.ts';

const RUNS = Number(process.env['DETECTION_RUNS'] ?? 40);
const PARAMETERS = { numRuns: RUNS };
const LIMIT_MS = 20_000 + RUNS * 500;

const rules = fc
  .array(rule, { minLength: 6, maxLength: 6 })
  .map((all) => all.map((one, i): Plain => ({ ...one, name: `rule_${i}` })));
const events = fc.array(event, { minLength: 20, maxLength: 30 });
const dice = fc.infiniteStream(fc.nat());
const nextOf = (stream: Stream) => () => stream.next().value;
type Stream = { next: () => { value: number } };

test(
  'searches, lines of a map, alternatives and documents stand in any order',
  () => {
    const law = fc.property(rules, events, dice, (set, over, numbers) => {
      const other = shuffled(set, nextOf(numbers)).toReversed();
      expect(streamed(other, over)).toEqual(streamed(set, over));
    });
    fc.assert(law, PARAMETERS);
  },
  LIMIT_MS,
);

test(
  'a rule says the same alone and beside others, as does a correlation with what it is made of',
  () => {
    const set = fc.tuple(rules, correlationSet).map(([some, more]) => [...some, ...more]);
    const law = fc.property(set, fc.tuple(events, timeline(20)), (all, [wild, timed]) => {
      const over = [...wild, ...timed];
      const together = streamed(all, over);
      for (const one of all.filter((document) => !('filter' in document))) {
        const name = String(one['name']);
        expect(streamed(closure(one, all), over)[name]).toEqual(together[name]);
      }
    });
    fc.assert(law, { numRuns: Math.ceil(RUNS / 4) });
  },
  LIMIT_MS,
);

test(
  'a negated condition holds exactly where the condition does not',
  () => {
    const law = fc.property(rule, events, (one, over) => {
      const section = one['detection'] as Plain;
      const conditions = [section['condition']].flat().map((text) => `(${String(text)})`);
      const negated = { ...section, condition: `not (${conditions.join(' or ')})` };
      const pair = [
        { ...one, name: 'is' },
        { ...one, name: 'is_not', detection: negated },
      ];
      const { is, is_not: isNot } = streamed(pair, over);
      expect([...is!, ...isNot!].sort()).toEqual(over.map((_, at) => `event ${at}`).sort());
    });
    fc.assert(law, PARAMETERS);
  },
  LIMIT_MS,
);

test(
  'fields under other names, with a map that says so',
  () => {
    const names = ['cmd', 'User', 'n', 'ip', 'when', 'g', 'h', 'v', 'w', 'kind'];
    const lines = names.map((name) => `  ${name}: moved.${name.toUpperCase()}`);
    const map = fieldMap(`kind: field-map\nname: moved\nfields:\n${lines.join('\n')}\n`, 'map.yml');
    const move = (one: JsonObject): JsonObject => {
      const entries = Object.entries(one);
      const moved = entries.filter(([key]) => names.includes(key));
      const rest = entries.filter(([key]) => !names.includes(key));
      const inner = moved.map(([key, value]) => [key.toUpperCase(), value] as const);
      return { ...Object.fromEntries(rest), moved: Object.fromEntries(inner) };
    };
    const sets = fc.oneof(fc.tuple(rules, events), fc.tuple(correlationSet, timeline(30)));
    const law = fc.property(sets, ([set, over]) => {
      const linked = mapFields(linkedOf(set), map);
      expect(byStream(linked, over.map(move), STREAM)).toEqual(streamed(set, over));
    });
    fc.assert(law, PARAMETERS);
  },
  LIMIT_MS,
);

test(
  'a stream stopped at any event, saved and taken up again',
  () => {
    const law = fc.property(
      correlationSet,
      timeline(40),
      fc.nat({ max: 40 }),
      (set, over, after) => {
        const linked = linkedOf(set);
        expect(interrupted(linked, over, after)).toEqual(byStream(linked, over, STREAM));
      },
    );
    fc.assert(law, PARAMETERS);
  },
  LIMIT_MS,
);

test(
  'everything at another time, and events without a time in between',
  () => {
    const law = fc.property(
      correlationSet,
      timeline(40),
      fc.integer({ min: -1e9, max: 1e9 }),
      (set, over, by) => {
        const plain = over.filter((one) => typeof one['time'] === 'number');
        const moved = plain.flatMap((one) => [{ ...one, time: Number(one['time']) + by }, {}]);
        const correlations = set.filter((document) => 'correlation' in document);
        const [before, after] = [streamed(set, plain), streamed(set, moved)];
        for (const { name } of correlations) {
          const wanted = before[String(name)]!.map((text) =>
            text.replace(/\d+/, (at) => `${Number(at) * 2}`),
          );
          expect(after[String(name)]).toEqual(wanted.sort());
        }
      },
    );
    fc.assert(law, PARAMETERS);
  },
  LIMIT_MS,
);

/** A document with those it refers to, and theirs, and all filters. */
function closure(one: Plain, all: readonly Plain[]): Plain[] {
  const section = one['correlation'];
  const references = isObject(section) ? [section['rules']].flat() : [];
  const found = references.map((reference) =>
    all.find(({ id, name }) => id === reference || name === reference)!,
  );
  const filters = all.filter((document) => 'filter' in document);
  return [...new Set([...found.flatMap((each) => closure(each, all)), ...filters, one])];
}

import * as fc from 'fast-check';
import type { Json, JsonObject } from '../reference/event.ts';
import { event as wildEvent } from './event.ts';

/** How late an event may come in the sets made here. */
export const LATE_MS = 60_000;
const START_MS = 1_735_689_600_000;

const GROUP = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom<Json>('x', 'x', 'x', 'y') },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json>(
      'X',
      '',
      1,
      '1',
      null,
      [],
      ['y', 'x'],
      [null, 'x'],
      { a: 'x' },
      true,
      '\u0391\u03a3',
      '\u0130',
      '\ud800',
    ),
  },
);
const VALUE = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Json>(1, 2, 3, 4, 0.5, -1, 10, 0.1, 0.2) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json>('2', '2.0', '1e1', 'A', 'a'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Json>(
      '',
      null,
      [],
      [3, 'a'],
      ['a', 3],
      true,
      {},
      1e15,
      1e39,
      -1e300,
    ),
  },
);

const WORD = fc.constantFrom<Json>(
  'a',
  'A',
  'b',
  'B',
  '\u03a3',
  '\u03c3',
  '\u03c2',
  '\u0130',
  '',
  null,
  ['a', 'b'],
  1,
  '1',
);

/** What an event says of its time: a step after the latest so far, or a stretch behind it. */
type Step = { kind: 'after' | 'behind'; ms: number };
const step = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .constantFrom(0, 0, 1, 500, 1000, 1000, 2000, 5000)
      .map((ms): Step => ({ kind: 'after', ms })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(1, 1000, 2000, 5000, 30_000)
      .map((ms): Step => ({ kind: 'behind', ms })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(LATE_MS - 1, LATE_MS, LATE_MS + 1, LATE_MS * 10)
      .map((ms): Step => ({ kind: 'behind', ms })),
  },
);

/** The ways to write a moment, and things that are none. */
const written = fc.oneof(
  { weight: 12, arbitrary: fc.constant((ms: number): Json => ms) },
  { weight: 2, arbitrary: fc.constant((ms: number): Json => new Date(ms).toISOString()) },
  {
    weight: 1,
    arbitrary: fc.constant((ms: number): Json =>
      new Date(ms + 19_800_000).toISOString().replace('Z', '+05:30'),
    ),
  },
  { weight: 1, arbitrary: fc.constant((ms: number): Json => String(ms)) },
  { weight: 1, arbitrary: fc.constant((ms: number): Json => [null, 'soon', ms]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<() => Json | undefined>(
      () => undefined,
      () => null,
      () => 'soon',
      () => '',
      () => ({}),
    ),
  },
);

const one = fc.record({
  step,
  written,
  wild: fc.oneof(
    { weight: 8, arbitrary: fc.constant<JsonObject>({}) },
    { weight: 1, arbitrary: wildEvent },
  ),
  own: fc.record(
    {
      kind: fc.constantFrom<Json>('a', 'a', 'b', 'b', 'c', ['a', 'b'], 'd'),
      g: GROUP,
      h: GROUP,
      v: VALUE,
      w: WORD,
    },
    { requiredKeys: ['kind'] },
  ),
});

/** Events in order of arrival, with ties, disorder within and beyond `LATE_MS`, and missing times. */
export function timeline(most: number): fc.Arbitrary<JsonObject[]> {
  return fc.array(one, { minLength: Math.floor(most / 2), maxLength: most }).map((all) => {
    let latestMs = START_MS;
    return all.map(({ step: { kind, ms }, written: write, wild, own }): JsonObject => {
      const timeMs = kind === 'after' ? latestMs + ms : latestMs - ms;
      latestMs = Math.max(latestMs, timeMs);
      const time = write(timeMs);
      const present = Object.entries(own).filter(([, value]) => value !== undefined);
      const rest: JsonObject = { ...wild, ...Object.fromEntries(present) };
      return time === undefined ? rest : { time, ...rest };
    });
  });
}

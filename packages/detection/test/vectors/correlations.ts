import { correlationOf, fileOf, ruleOf, type Vector } from './vector.ts';

const START = 1_735_689_600_000;
const at = (seconds: number) => START + seconds * 1000;
const a = ruleOf('is_a', '{ kind: a }');
const b = ruleOf('is_b', '{ kind: b }');

export const CORRELATION_VECTORS: readonly Vector[] = [
  {
    says: 'values are summed without a group',
    rules: fileOf(
      a,
      correlationOf(
        'sum',
        'type: value_sum\nrules: is_a\ntimespan: 1m\ncondition: { field: v, gte: 3 }',
      ),
    ),
    events: [
      { time: at(0), kind: 'a', v: 1 },
      { time: at(1), kind: 'a', v: 2 },
    ],
    holds: { is_a: [0, 1], sum: [[1]] },
    silent: ['is_a'],
  },
  {
    says: 'a sum survives numbers that 128 bits do not hold, and their leaving',
    rules: fileOf(
      a,
      correlationOf(
        'sum',
        'type: value_sum\nrules: is_a\ngroup-by: [g]\ntimespan: 5s\ncondition: { field: v, lt: 100 }',
      ),
    ),
    events: [
      { time: at(0), kind: 'a', g: 'x', v: 1e39 },
      { time: at(3), kind: 'a', g: 'x', v: 3 },
      { time: at(6), kind: 'a', g: 'x', v: 4 },
    ],
    holds: { is_a: [0, 1, 2], sum: [[2, 'x']] },
    silent: ['is_a'],
  },
  {
    says: 'tenths add up to what they are',
    rules: fileOf(
      a,
      correlationOf(
        'sum',
        'type: value_sum\nrules: is_a\ntimespan: 5s\ncondition: { field: v, eq: 0.3 }',
      ),
    ),
    events: [
      { time: at(0), kind: 'a', v: 0.1 },
      { time: at(1), kind: 'a', v: 0.2 },
    ],
    holds: { is_a: [0, 1], sum: [[1]] },
    silent: ['is_a'],
  },
  {
    says: 'half of a surrogate pair makes a group by its replacement',
    rules: fileOf(
      a,
      correlationOf('seen', 'type: temporal\nrules: is_a\ngroup-by: g\ntimespan: 5s'),
    ),
    events: [{ time: at(0), kind: 'a', g: 'x\ud800' }],
    holds: { is_a: [0], seen: [[0, 'x\ufffd']] },
    silent: ['is_a'],
  },
  {
    says: 'the window leaves out its start and takes in its end',
    rules: fileOf(
      a,
      correlationOf('two', 'type: event_count\nrules: is_a\ntimespan: 5s\ncondition: { gte: 2 }'),
    ),
    events: [
      { time: at(0), kind: 'a' },
      { time: at(5), kind: 'a' },
      { time: at(9), kind: 'a' },
    ],
    holds: { is_a: [0, 1, 2], two: [[2]] },
    silent: ['is_a'],
  },
  {
    says: 'an event of two rules counts for both, and is looked at when both are in',
    rules: fileOf(
      a,
      ruleOf('any_kind', '{ kind|exists: true }'),
      correlationOf(
        'exactly_two',
        'type: event_count\nrules: [is_a, any_kind]\ntimespan: 5s\ncondition: { eq: 2 }',
      ),
      correlationOf(
        'exactly_one',
        'type: event_count\nrules: [is_a, any_kind]\ntimespan: 5s\ncondition: { eq: 1 }',
      ),
    ),
    events: [
      { time: at(0), kind: 'a' },
      { time: at(20), kind: 'b' },
    ],
    holds: { is_a: [0], any_kind: [0, 1], exactly_two: [[0]], exactly_one: [[1]] },
    silent: ['is_a', 'any_kind'],
  },
  {
    says: 'one event does not serve two rules of an order, though two events of one time may',
    rules: fileOf(
      a,
      b,
      correlationOf('order', 'type: temporal_ordered\nrules: [is_a, is_b]\ntimespan: 5s'),
    ),
    events: [
      { time: at(0), kind: ['a', 'b'] },
      { time: at(20), kind: 'b' },
      { time: at(20), kind: 'a' },
      { time: at(20), kind: 'b' },
    ],
    holds: { is_a: [0, 2], is_b: [0, 1, 3], order: [[3]] },
    silent: ['is_a', 'is_b'],
  },
  {
    says: 'events are put in order of time before an order is looked for',
    rules: fileOf(
      a,
      b,
      correlationOf('order', 'type: temporal_ordered\nrules: [is_a, is_b]\ntimespan: 5s'),
    ),
    events: [
      { time: at(2), kind: 'b' },
      { time: at(1), kind: 'a' },
    ],
    holds: { is_a: [1], is_b: [0], order: [[0]] },
    silent: ['is_a', 'is_b'],
  },
  {
    says: 'an event as late as allowed takes part, a later one does not',
    rules: fileOf(
      a,
      correlationOf('seen', 'type: event_count\nrules: is_a\ntimespan: 1d\ncondition: { gte: 2 }'),
    ),
    events: [
      { time: at(100), kind: 'c' },
      { time: at(40), kind: 'a' },
      { time: at(39.999), kind: 'a' },
      { time: at(41), kind: 'a' },
    ],
    holds: { is_a: [1, 2, 3], seen: [[3]] },
    silent: ['is_a'],
  },
  {
    says: 'a correlation over another one sees the groups it held for',
    rules: fileOf(
      a,
      correlationOf(
        'many',
        'type: event_count\nrules: is_a\ngroup-by: user\ntimespan: 5s\ncondition: { gte: 2 }',
      ),
      correlationOf(
        'users',
        'type: value_count\nrules: many\ntimespan: 1m\ncondition: { field: user, gte: 2 }',
      ),
    ),
    events: [
      { time: at(0), kind: 'a', user: 'ann' },
      { time: at(1), kind: 'a', user: 'ann' },
      { time: at(2), kind: 'a', user: 'bob' },
      { time: at(3), kind: 'a', user: 'bob' },
    ],
    holds: {
      is_a: [0, 1, 2, 3],
      many: [
        [1, 'ann'],
        [3, 'bob'],
      ],
      users: [[3]],
    },
    silent: ['is_a', 'many'],
  },
  {
    says: 'the first scalar of an array that is no null is the group, and the first number the value',
    rules: fileOf(
      a,
      correlationOf(
        'sum',
        'type: value_sum\nrules: is_a\ngroup-by: g\ntimespan: 5s\ncondition: { field: v, gte: 3 }',
      ),
    ),
    events: [{ time: at(0), kind: 'a', g: [null, 7, 'x'], v: ['a', '3', 9] }],
    holds: { is_a: [0], sum: [[0, '7']] },
    silent: ['is_a'],
  },
  {
    says: 'texts of a correlation that is a member are folded as those of events are',
    rules: fileOf(
      a,
      b,
      correlationOf('held', 'type: temporal\nrules: is_a\ngroup-by: h\ntimespan: 5s'),
      correlationOf(
        'one_text',
        'type: value_count\nrules: [held, is_b]\ntimespan: 5s\ncondition: { field: h, lt: 2 }',
      ),
    ),
    events: [
      { time: at(0), kind: 'a', h: '\u0391\u03a3' },
      { time: at(1), kind: 'b', h: '\u03b1\u03c2' },
      { time: at(10), kind: 'a', h: '\u0130' },
      { time: at(11), kind: 'b', h: 'i\u0307' },
      { time: at(12), kind: 'b', h: 'i' },
    ],
    holds: {
      is_a: [0, 2],
      is_b: [1, 3, 4],
      held: [
        [0, '\u0391\u03a3'],
        [2, '\u0130'],
      ],
      one_text: [[0], [1], [2], [3]],
    },
    silent: ['is_a', 'is_b', 'held'],
  },
  {
    says: 'generate stands beside the correlation or in it',
    rules: fileOf(
      a,
      b,
      correlationOf('one', 'type: temporal\nrules: is_a\ntimespan: 5s') + 'generate: true\n',
      correlationOf('two', 'type: temporal\nrules: is_b\ntimespan: 5s\ngenerate: true'),
      correlationOf('three', 'type: temporal\nrules: [one, two]\ntimespan: 5s\ngenerate: false'),
    ),
    events: [{ time: at(0), kind: 'a' }],
    holds: { is_a: [0], is_b: [], one: [[0]], two: [], three: [] },
    silent: ['one', 'two'],
  },
];

// Goal: every kind of condition becomes true when what it speaks of has happened, and not before.
import { HOUR_MS, MINUTE_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import {
  BEGIN,
  decision,
  give,
  inject,
  pass,
  runOf,
  text,
} from '../../../test/support/exercises.ts';
import type { CommandBody } from '../../run/command.ts';
import type { Run } from '../../run/run.ts';
import type { Condition } from '../types.ts';
import { holds, NEVER, nextTime } from './conditions.ts';

const options = [
  { id: 'raise', text: text('raise'), effects: [] },
  { id: 'close', text: text('close'), effects: [] },
];
const start = () =>
  runOf({
    injects: [
      inject('one', { trigger: { when: { at: BEGIN }, after: 0 }, options, within: HOUR_MS }),
      inject('pocket', { trigger: null }),
    ],
    decisions: [decision('tell')],
  });

const respond = (response: string, params = {}): CommandBody => ({
  do: 'respond',
  response,
  params,
});
const propose = (decided: string, option: string): CommandBody => ({
  do: 'propose',
  act: { do: 'decide', decision: decided, option },
  needs: [],
  reasons: {},
});
const statement = { form: 'holding-line', language: 'en' as const, fields: { line: 'We look.' } };

/** A condition, one like it that stays false, and what makes it true. */
const CASES: [
  name: string,
  condition: Condition,
  other: Condition | null,
  make: (run: Run) => void,
][] = [
  ['at', { at: BEGIN + HOUR_MS }, { at: BEGIN + HOUR_MS + 2 * MINUTE_MS }, (run) => pass(run, 59)],
  [
    'sent',
    { inject: 'pocket', is: 'sent' },
    { inject: 'nobody', is: 'sent' },
    (run) => give(run, { do: 'inject', inject: 'pocket', act: 'send' }),
  ],
  [
    'read',
    { inject: 'one', is: 'read' },
    { inject: 'pocket', is: 'read' },
    (run) => give(run, { do: 'read', inject: 'one' }),
  ],
  [
    'met',
    { inject: 'one', is: 'met' },
    { inject: 'one', is: 'missed' },
    (run) => give(run, { do: 'answer', inject: 'one', option: 'raise' }),
  ],
  ['missed', { inject: 'one', is: 'missed' }, { inject: 'one', is: 'met' }, (run) => pass(run, 60)],
  [
    'answer',
    { answer: 'one' },
    { answer: 'pocket' },
    (run) => give(run, { do: 'answer', inject: 'one', text: 'what?' }),
  ],
  [
    'answer with an option',
    { answer: 'one', option: 'raise' },
    { answer: 'one', option: 'close' },
    (run) => give(run, { do: 'answer', inject: 'one', option: 'raise' }),
  ],
  [
    'decision',
    { decision: 'tell' },
    { decision: 'ask' },
    (run) => give(run, propose('tell', 'no')),
  ],
  [
    'decision for an option',
    { decision: 'tell', option: 'yes' },
    { decision: 'tell', option: 'no' },
    (run) => give(run, propose('tell', 'yes')),
  ],
  [
    'response asked',
    { response: 'legal-hold', is: 'asked' },
    { response: 'legal-hold', is: 'done' },
    (run) => give(run, respond('legal-hold')),
  ],
  [
    'response done',
    { response: 'legal-hold', is: 'done' },
    { response: 'rotate-key', is: 'done' },
    (run) => {
      give(run, respond('legal-hold'));
      pass(run, 31);
    },
  ],
  [
    'response with a parameter',
    { response: 'rotate-key', is: 'asked', param: { name: 'mode', value: 'hard' } },
    { response: 'rotate-key', is: 'asked', param: { name: 'mode', value: 'overlap' } },
    (run) => give(run, respond('rotate-key', { mode: 'hard' })),
  ],
  ['declared', { declared: true }, null, (run) => give(run, { do: 'declare', severity: 'low' })],
  [
    'filed',
    { filed: 'a-rule' },
    { filed: 'b-rule' },
    (run) => give(run, { do: 'file', rule: 'a-rule' }),
  ],
  [
    'document',
    { document: 'holding-line' },
    { document: 'public-statement' },
    (run) => give(run, { do: 'issue', document: statement }),
  ],
  [
    'recorded',
    { recorded: 'note' },
    { recorded: 'chat' },
    (run) => give(run, { do: 'record', entry: { kind: 'note', text: 'so' } }),
  ],
  [
    'recorded with a tag',
    { recorded: 'hypothesis', tag: 'insider-left' },
    { recorded: 'hypothesis', tag: 'hoax' },
    (run) =>
      give(run, {
        do: 'record',
        entry: { kind: 'hypothesis', text: 'the leaver', tag: 'insider-left', confidence: 60 },
      }),
  ],
  [
    'verdict',
    { verdict: 'benign' },
    { verdict: 'true' },
    (run) => give(run, { do: 'verdict', alert: 'a/1', verdict: 'benign', attack: false }),
  ],
  [
    'attacker shut out',
    { attacker: 'shut-out' },
    { attacker: 'active' },
    (run) => {
      give(run, respond('check-issuance'));
      pass(run, 60 * 24 * 4);
    },
  ],
];

test.each(CASES)('%s', (_name, condition, other, make) => {
  const run = start();
  pass(run);
  const opposite: Condition = { not: condition };
  expect([holds(run.world, condition), holds(run.world, opposite)]).toEqual([false, true]);
  make(run);
  pass(run);
  expect(holds(run.world, condition)).toBe(true);
  expect(holds(run.world, opposite)).toBe(false);
  if (!other) return;
  expect(holds(run.world, other)).toBe(false);
  expect(holds(run.world, { all: [condition, other] })).toBe(false);
  expect(holds(run.world, { any: [other, condition] })).toBe(true);
});

test('the next time a condition speaks of is the earliest still to come, however deep it stands', () => {
  const condition: Condition = {
    all: [{ declared: true }, { any: [{ at: 500 }, { not: { at: 300 } }, { at: 100 }] }],
  };
  expect(nextTime(condition, 100)).toBe(300);
  expect(nextTime(condition, 300)).toBe(500);
  expect(nextTime(condition, 500)).toBe(NEVER);
});

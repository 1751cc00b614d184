// Goal: injects are sent, read, answered, met and missed when the plan and people say so.
import { HOUR_MS, MINUTE_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import {
  BEGIN,
  give,
  inject,
  pass,
  runOf,
  stateOf,
  text,
} from '../../../test/support/exercises.ts';

const HOUR = BEGIN + HOUR_MS;
const options = [
  { id: 'raise', text: text('raise it'), effects: [{ do: 'cost' as const, won: 5 }] },
  { id: 'close', text: text('close it'), effects: [] },
];

test('an inject is sent at its time, to every role, and mails are logged', () => {
  const run = runOf({ injects: [inject('one', { to: ['care', 'soc-lead'] })] });
  run.advance(HOUR);
  expect(stateOf(run).injects['one']!.sentAt).toBeNull();
  pass(run);
  expect(stateOf(run).injects['one']).toMatchObject({ sentAt: HOUR, plannedAt: HOUR });
  expect(run.events.findLast(({ kind }) => kind === 'inject.sent')).toMatchObject({
    at: HOUR,
    visibility: 'shop',
    values: { id: 'one', to: 'care,soc-lead', channel: 'ticket' },
  });
  expect(run.world.frame.rows.at(-1)).toMatchObject({
    table: 'email_activity',
    row: { to: 'care@shop.example, soc-lead@shop.example', subject: 'one' },
  });
});

test('reading is kept first and by whom; nothing unsent can be read', () => {
  const run = runOf({ injects: [inject('one')] });
  expect(() => give(run, { do: 'read', inject: 'one' })).toThrow(/has not been sent/);
  expect(() => give(run, { do: 'read', inject: 'two' })).toThrow(/no inject two/);
  run.advance(HOUR + MINUTE_MS);
  give(run, { do: 'read', inject: 'one' });
  pass(run, 5);
  give(run, { do: 'read', inject: 'one' }, 'bob', 'soc-lead');
  pass(run);
  expect(stateOf(run).injects['one']).toMatchObject({
    readAt: HOUR + MINUTE_MS,
    readBy: [{ by: 'ann' }, { by: 'bob', role: 'soc-lead' }],
  });
  expect(() => give(run, { do: 'read', inject: 'one' })).toThrow(/read already/);
});

test('an option is chosen once, brings its effects, and meets what was wanted', () => {
  const run = runOf({ injects: [inject('one', { options, within: 2 * HOUR_MS })] });
  run.advance(HOUR + MINUTE_MS);
  const spent = run.world.state.totals.spentWon;
  expect(() => give(run, { do: 'answer', inject: 'one', option: 'shout' })).toThrow(
    /one of raise, close/,
  );
  expect(() => give(run, { do: 'answer', inject: 'one', text: ' ' })).toThrow(/says nothing/);
  give(run, { do: 'answer', inject: 'one', option: 'raise' });
  expect(() => give(run, { do: 'answer', inject: 'one', option: 'close' })).toThrow(/was answered/);
  pass(run);
  give(run, { do: 'answer', inject: 'one', text: 'and more' });
  pass(run);
  expect(stateOf(run).injects['one']).toMatchObject({
    option: 'raise',
    answeredAt: HOUR + MINUTE_MS,
    readAt: HOUR + MINUTE_MS,
    metAt: HOUR + MINUTE_MS,
    missedAt: null,
  });
  expect(run.world.state.totals.spentWon).toBe(spent + 5);
  run.advance(HOUR + 3 * HOUR_MS);
  expect(run.events.filter(({ kind }) => kind === 'inject.missed')).toEqual([]);
});

test('what is not done in time is missed, and what follows follows at that tick', () => {
  const missed = [{ do: 'send' as const, inject: 'two', after: 30 * MINUTE_MS }];
  const run = runOf({
    injects: [
      inject('one', { options, within: 2 * HOUR_MS, missed }),
      inject('two', { trigger: null }),
    ],
  });
  run.advance(HOUR + 3 * HOUR_MS);
  const { one, two } = stateOf(run).injects;
  expect(one).toMatchObject({ missedAt: HOUR + 2 * HOUR_MS, metAt: null });
  expect(two!.sentAt).toBe(HOUR + 2 * HOUR_MS + 30 * MINUTE_MS);
  give(run, { do: 'answer', inject: 'one', option: 'raise' });
  pass(run);
  expect(stateOf(run).injects['one']).toMatchObject({ option: 'raise', metAt: null });
});

test('an answer in the last minute counts', () => {
  const run = runOf({ injects: [inject('one', { options, within: HOUR_MS })] });
  run.advance(HOUR + HOUR_MS);
  give(run, { do: 'answer', inject: 'one', option: 'close' });
  pass(run);
  expect(stateOf(run).injects['one']).toMatchObject({ metAt: HOUR + HOUR_MS, missedAt: null });
});

test('atmosphere is neither met nor missed', () => {
  const run = runOf({ injects: [inject('noise')] });
  run.advance(HOUR + MINUTE_MS);
  give(run, { do: 'answer', inject: 'noise', text: 'thank you' });
  run.advance(HOUR + 10 * HOUR_MS);
  expect(stateOf(run).injects['noise']).toMatchObject({ metAt: null, missedAt: null });
});

test('an inject waits for its condition, fires once, and only after the exercise has begun', () => {
  const run = runOf({
    injects: [
      inject('calm', { trigger: { when: { not: { declared: true } }, after: 0 } }),
      inject('loud', { trigger: { when: { declared: true }, after: HOUR_MS } }),
    ],
  });
  pass(run);
  expect(stateOf(run).injects['calm']!.sentAt).toBe(BEGIN);
  expect(stateOf(run).injects['loud']!.plannedAt).toBeNull();
  give(run, { do: 'declare', severity: 'high' });
  pass(run, 120);
  expect(stateOf(run).injects['loud']!.sentAt).toBe(BEGIN + MINUTE_MS + HOUR_MS);
});

// Goal: the facilitator's hand sends, holds, moves, rewords, withdraws and adds, and no more than that.
import { HOUR_MS, MINUTE_MS, type DwellError } from '@dwell/core';
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
import type { CommandBody } from '../../run/command.ts';
import type { Run } from '../../run/run.ts';
import { injectAsItStands } from './injects.ts';

type Control = Extract<CommandBody, { do: 'inject' }>;
const wording = { from: 'the chair', subject: text('now'), body: text('at once') };

function control(run: Run, act: Control['act'], id = 'one', more: Partial<Control> = {}): void {
  give(run, { do: 'inject', inject: id, act, ...more }, 'fay', 'facilitator');
}

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return (error as DwellError).code;
  }
}

const start = () => runOf({ injects: [inject('one'), inject('pocket', { trigger: null })] });

test('send: at once, seen while the clock stands, and logged once it goes', () => {
  const run = start();
  control(run, 'send', 'pocket');
  expect(run.ahead().state.exercise!.injects['pocket']!.sentAt).toBe(BEGIN);
  expect(run.events.some(({ values }) => values['id'] === 'pocket')).toBe(false);
  give(run, { do: 'read', inject: 'pocket' });
  pass(run);
  expect(stateOf(run).injects['pocket']).toMatchObject({ sentAt: BEGIN, readAt: BEGIN });
  expect(run.world.frame.rows.filter(({ row }) => row['subject'] === 'pocket')).toHaveLength(1);
});

test('hold and release: it waits for the hand, and comes at its time or as soon as it is let go', () => {
  const [run, early] = [start(), start()];
  for (const each of [run, early]) control(each, 'hold');
  run.advance(BEGIN + 2 * HOUR_MS);
  expect(stateOf(run).injects['one']!.sentAt).toBeNull();
  control(run, 'release');
  pass(run);
  expect(stateOf(run).injects['one']!.sentAt).toBe(BEGIN + 2 * HOUR_MS);
  pass(early);
  control(early, 'release');
  early.advance(BEGIN + 2 * HOUR_MS);
  expect(stateOf(early).injects['one']!.sentAt).toBe(BEGIN + HOUR_MS);
});

test('move: earlier, later, or at all', () => {
  const run = start();
  control(run, 'move', 'one', { at: BEGIN + 3 * HOUR_MS });
  control(run, 'move', 'pocket', { at: BEGIN + 10 * MINUTE_MS });
  run.advance(BEGIN + 4 * HOUR_MS);
  const { one, pocket } = stateOf(run).injects;
  expect([one!.sentAt, pocket!.sentAt]).toEqual([BEGIN + 3 * HOUR_MS, BEGIN + 10 * MINUTE_MS]);
});

test('edit: other words and recipients are sent, and logged', () => {
  const run = start();
  control(run, 'edit', 'one', { wording, to: ['legal', 'hr'], channel: 'mail' });
  run.advance(BEGIN + HOUR_MS + MINUTE_MS);
  expect(injectAsItStands(run.input.scenario, stateOf(run), 'one')).toMatchObject({
    ...wording,
    id: 'one',
    to: ['legal', 'hr'],
    channel: 'mail',
  });
  expect(run.world.frame.rows.at(-1)!.row).toMatchObject({
    from: 'the chair',
    to: 'legal@shop.example, hr@shop.example',
    body: 'at once',
  });
});

test('new: an inject of the facilitator’s own, now or later, which can be read and answered', () => {
  const run = start();
  control(run, 'new', 'extra', { wording, to: ['hr'] });
  control(run, 'new', 'later', { wording, to: ['hr'], channel: 'phone', at: BEGIN + HOUR_MS });
  give(run, { do: 'answer', inject: 'extra', text: 'understood' });
  run.advance(BEGIN + 2 * HOUR_MS);
  const { extra, later } = stateOf(run).injects;
  expect(extra).toMatchObject({ sentAt: BEGIN, answeredAt: BEGIN, metAt: null, missedAt: null });
  expect(later!.sentAt).toBe(BEGIN + HOUR_MS);
  expect(injectAsItStands(run.input.scenario, stateOf(run), 'later')).toMatchObject({
    channel: 'phone',
    subject: text('now'),
  });
});

test('withdraw: gone while nobody has read it, refused afterwards', () => {
  const run = start();
  control(run, 'withdraw', 'pocket');
  run.advance(BEGIN + HOUR_MS + MINUTE_MS);
  expect(codeOf(() => control(run, 'send', 'pocket'))).toBe('WITHDRAWN');
  control(run, 'withdraw');
  expect(codeOf(() => give(run, { do: 'read', inject: 'one' }))).toBe('WITHDRAWN');
  const other = start();
  other.advance(BEGIN + HOUR_MS + MINUTE_MS);
  give(other, { do: 'read', inject: 'one' });
  expect(codeOf(() => control(other, 'withdraw'))).toBe('ALREADY_READ');
  pass(other);
  expect(stateOf(other).injects['one']!.withdrawnAt).toBeNull();
});

test('what cannot be done is refused with a code of its own', () => {
  const run = start();
  const refused: [Control['act'], string, Partial<Control>, string][] = [
    ['send', 'nobody', {}, 'NO_SUCH_INJECT'],
    ['send', '__proto__', {}, 'NO_SUCH_INJECT'],
    ['hold', 'constructor', {}, 'NO_SUCH_INJECT'],
    ['release', 'one', {}, 'NOT_HELD'],
    ['move', 'one', {}, 'EMPTY'],
    ['edit', 'one', {}, 'EMPTY'],
    ['new', 'one', { wording, to: ['hr'] }, 'ALREADY_THERE'],
    ['new', 'two', { to: ['hr'] }, 'EMPTY'],
    ['new', 'Not A Name', { wording, to: ['hr'] }, 'NAME'],
  ];
  for (const [act, id, more, code] of refused)
    expect(
      codeOf(() => control(run, act, id, more)),
      `${act} ${id}`,
    ).toBe(code);
  control(run, 'hold');
  expect(codeOf(() => control(run, 'hold'))).toBe('ALREADY_HELD');
  control(run, 'send');
  expect(codeOf(() => control(run, 'move', 'one', { at: BEGIN }))).toBe('ALREADY_SENT');
});

test('hints are taken in order, none twice', () => {
  const hints = [
    { text: text('look at the keys'), price: 1 },
    { text: text('whose key?'), price: 2 },
  ];
  const run = runOf({ injects: [inject('one', { hints })] });
  const hint = (n: number) => give(run, { do: 'hint', inject: 'one', hint: n });
  expect(codeOf(() => hint(0))).toBe('NOT_SENT');
  run.advance(BEGIN + 2 * HOUR_MS);
  expect(codeOf(() => hint(1))).toBe('HINT');
  hint(0);
  expect(codeOf(() => hint(0))).toBe('ALREADY_TAKEN');
  hint(1);
  expect(codeOf(() => hint(2))).toBe('HINT');
  pass(run);
  expect(stateOf(run).injects['one']!.hints).toBe(2);
});

// Goal: the campaign can be won by several ways, lost by waiting, and shows signs of an attack only where there is one.
import { parseTime } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import { exerciseScenario } from '../src/exercise/file/exercise-scenario.ts';
import type { ProposedAct } from '../src/run/command.ts';
import { Run } from '../src/run/run.ts';
import { ROLES } from '../src/scenario/roles.ts';

vi.setConfig({ testTimeout: 120_000 });

const scenario = exerciseScenario({
  exercise: 'campaign',
  length: 'full',
  difficulty: { noise: 1, attackerPace: 1000, logGapDays: 0, staffing: 'none' },
  jurisdictions: [],
  roles: ROLES,
});
const SIGNS = ['night-reads', 'odd-ticket', 'capacity-note', 'cloud-bill', 'blogger', 'first-mail'];

type Step = [at: string, act: ProposedAct];
const respond = (response: string, params = {}): ProposedAct => ({
  do: 'respond',
  response,
  params,
});
const decide = (decision: string, option: string): ProposedAct => ({
  do: 'decide',
  decision,
  option,
});

/** A year in which identity does these things and everybody else nothing. */
function year(steps: readonly Step[], until = '2025-11-20') {
  const run = new Run({ scenario, seed: 42, scale: 100_000 });
  const time = (text: string) => parseTime(text, scenario.calendar, 'test');
  for (const [at, act] of steps) {
    run.advance(time(at));
    const body = { do: 'propose' as const, act, needs: [], reasons: {} };
    run.accept(run.submit({ by: 'p1', role: 'identity', body }));
  }
  run.advance(time(until));
  const { totals, exercise } = run.world.state;
  const when = (what: 'sentAt' | 'metAt' | 'missedAt') =>
    Object.entries(exercise!.injects)
      .filter(([, inject]) => inject[what] !== null)
      .map(([id]) => id);
  return {
    lost: totals.accountsLost,
    sent: when('sentAt'),
    met: when('metAt'),
    missed: when('missedAt'),
  };
}

test('who waits sees the signs one after the other, and last the mail', () => {
  const { lost, sent, missed } = year([]);
  expect(lost).toBeGreaterThan(300);
  expect(sent).toEqual(
    expect.arrayContaining([...SIGNS, 'ticket-old-address', 'mail-raised', 'duty-report']),
  );
  expect(missed).toEqual(expect.arrayContaining(['leaver-checklist', 'night-reads', 'duty-hold']));
  expect(sent).not.toContain('refused-burst');
});

test('copies found and the key changed in the first week: a quiet year, and somebody turned away', () => {
  const { lost, sent, met } = year([
    ['2024-12-13T11:00', decide('leaver-key', 'copies-and-change')],
    ['2024-12-13T11:05', respond('remove-key-copies')],
    ['2024-12-16T11:05', respond('remove-key-copies')],
    ['2024-12-19T11:05', respond('rotate-key', { mode: 'overlap' })],
  ]);
  expect(lost).toBe(0);
  expect(sent.filter((id) => SIGNS.includes(id))).toEqual([]);
  expect(sent).toContain('refused-burst');
  expect(met).toEqual(expect.arrayContaining(['key-order', 'quarterly-review']));
});

test('the look-up at the gateway is another way', () => {
  const { lost, sent, met } = year(
    [
      ['2024-12-19T10:00', decide('fund-look-up', 'fund')],
      ['2024-12-21T10:00', respond('check-issuance')],
    ],
    '2025-05-01',
  );
  expect(lost).toBe(0);
  expect(met).toEqual(expect.arrayContaining(['budget-round', 'look-up-order']));
  expect(sent).toContain('refused-burst');
  expect(sent).not.toContain('pen-test-deferred');
});

test('what is decided and never asked for changes nothing', () => {
  const { lost, missed } = year(
    [['2024-12-13T11:00', decide('leaver-key', 'copies-and-change')]],
    '2025-06-01',
  );
  expect(lost).toBeGreaterThan(0);
  expect(missed).toContain('key-order');
});

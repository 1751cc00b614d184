import { expect, test } from 'vitest';
import type { HourFrame } from '@dwell/simulator/router';
import { shownHours } from './shown-hours.ts';

const H = 3_600_000;
const frame = (hour: number, truth?: HourFrame['truth']): HourFrame => ({
  at: hour * H,
  requests: [0, 100, 20, 60, 20, 900],
  errors: [],
  orders: 12,
  lostOrders: 0,
  logins: 1,
  loginFailures: 0,
  contacts: 6,
  lockedOut: 7,
  cost: 5,
  truth,
});

test('counts are per hour, levels are not divided, and the bin that holds the start is shown', () => {
  const shown = shownHours([frame(0), frame(6), frame(12)], 6, 8 * H);
  expect(shown.at).toEqual([6 * H, 12 * H]);
  expect(shown.orders).toEqual([2, 2]);
  expect(shown.lockedOut).toEqual([7, 7]);
  expect(shown.attackShare).toBeNull();
});

test('the attack’s share is of personal-data requests only', () => {
  const shown = shownHours(
    [frame(0, { attackRequests: 50, attackServed: 20, accountsLost: 3 })],
    1,
    0,
  );
  expect(shown.attackShare).toEqual([0.25]);
});

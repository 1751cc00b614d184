import { expect, test } from 'vitest';
import type { RunEvent } from '@dwell/simulator/router';
import { gatesAt } from './gates-at.ts';

// Goal: an old record is told by the checks of its own time, not by those of today.

const event = (at: number, kind: string, control: string): RunEvent => ({
  at,
  kind,
  visibility: 'shop',
  values: { control },
});
const gates = [
  { check: 'signature', on: true, refusedLastHour: 0 },
  { check: 'issued', on: false, refusedLastHour: 0 },
  { check: 'subject_exists', on: true, refusedLastHour: 0 },
];
const events = [
  event(100, 'control.switched-on', 'issued'),
  event(200, 'control.restored', 'check'),
  event(300, 'control.switched-on', 'subject_exists'),
  event(310, 'control.restored', 'block'),
];
const onAt = (at: number) =>
  gatesAt(gates, events, at)
    .filter((gate) => gate.on)
    .map((gate) => gate.check);

test('a check is on from when it works to when it is lifted', () => {
  expect(onAt(50)).toEqual(['signature']);
  expect(onAt(150)).toEqual(['signature', 'issued']);
  expect(onAt(250)).toEqual(['signature']);
  expect(onAt(350)).toEqual(['signature', 'subject_exists']);
});

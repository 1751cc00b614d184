// Goal: bots of a bound wait for what may come and for nothing else, and do the same then.
import { expect, test } from 'vitest';
import type { PlaybookStep, When } from '../scenario/playbook.ts';
import { awaitedSteps } from './awaited-steps.ts';

const step = (when: When): PlaybookStep => ({
  ...{ when, delayMs: 5, as: 'identity', do: 'legal-hold', with: {}, repeat: false },
});
const forged = { alert: 'token-never-issued' };
const loud = { alert: 'volume-per-token' };

test('what never comes is waited for no more, alone or among others', () => {
  const steps = [
    step(loud),
    step({ any: [loud, forged] }),
    step({ all: [forged, loud] }),
    step({ at: 7 }),
  ];
  expect(awaitedSteps(steps, 'minted-tokens')).toEqual([step({ any: [forged] }), step({ at: 7 })]);
  expect(awaitedSteps(steps, 'bulk-token')).toEqual([
    step(loud),
    step({ any: [loud] }),
    step({ at: 7 }),
  ]);
});

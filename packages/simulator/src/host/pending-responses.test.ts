// Goal: what was proposed while the clock stands is shown as asked for, and may be taken back.
import { MINUTE_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { BEGIN, give, pass, runOf } from '../../test/support/exercises.ts';
import { deployments } from '../detection/deployments.ts';
import { askedResponses } from './pending-responses.ts';

const hold = { do: 'respond', response: 'legal-hold', params: {} } as const;

test('a proposed response stands among those asked for before its tick, and can be withdrawn', () => {
  const run = runOf({});
  const bare = give(run, { do: 'respond', response: 'enrich', params: { name: 'token-issued' } });
  const proposed = give(run, { do: 'propose', act: hold, needs: [], reasons: {} });
  expect(askedResponses(run)).toMatchObject([
    { id: 'enrich', commandSequence: bare, state: 'in-flight' },
    { commandSequence: proposed, askedAt: BEGIN, effectiveAt: BEGIN + 30 * MINUTE_MS },
  ]);
  expect(run.responses()).toEqual([]);
  const ahead = askedResponses(run);
  pass(run);
  expect(run.responses()).toEqual(ahead);
  give(run, { do: 'withdraw', sequence: proposed });
  expect(askedResponses(run)[1]).toMatchObject({ state: 'withdrawn' });
  expect(() => give(run, { do: 'withdraw', sequence: proposed })).toThrow(/nothing to take back/);
  pass(run, 60);
  expect(run.world.state.holds).toEqual([]);
});

test('a rule that was deployed by a proposal watches with the text of its command', () => {
  const params = { name: 'a-rule', text: 'title: A rule' };
  const act = { do: 'respond', response: 'deploy-rule', params } as const;
  const commands = [
    {
      sequence: 1,
      at: 0,
      by: 'ann',
      role: 'soc-lead',
      body: { do: 'propose', act, needs: [], reasons: {} },
    },
  ] as const;
  const done = { id: 'deploy-rule', commandSequence: 1, params: { name: 'a-rule' }, askedAt: 0 };
  expect(deployments([{ ...done, effectiveAt: 30, state: 'done' }], commands)).toEqual([
    { name: 'a-rule', text: 'title: A rule', sequence: 1, from: 30, until: null },
  ]);
});

// Goal: what is proposed takes effect at once or when a second person agrees, as the bare act would.
import { MINUTE_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import {
  BEGIN,
  decision,
  give,
  pass,
  runOf,
  stateOf,
  text,
} from '../../../test/support/exercises.ts';
import type { ProposedAct } from '../../run/command.ts';

const hold: ProposedAct = { do: 'respond', response: 'legal-hold', params: {} };
const propose = (act: ProposedAct, needs: string[] = []) =>
  ({ do: 'propose', act, needs, reasons: { why: 'so', confidence: 70 } }) as const;

test('without needs a proposal is the bare act', () => {
  const [one, two] = [runOf({}), runOf({})];
  const sequence = give(one, propose(hold), 'ann', 'legal');
  give(two, hold, 'ann', 'legal');
  for (const run of [one, two]) pass(run, 60);
  expect(one.responses()).toEqual(two.responses());
  expect(one.world.state.holds).toEqual([{ at: BEGIN + 30 * MINUTE_MS }]);
  expect(stateOf(one).proposals).toMatchObject([{ sequence, effectiveAt: BEGIN, failed: null }]);
});

test('with needs it waits for somebody else in one of those roles', () => {
  const run = runOf({});
  const proposal = give(run, propose({ do: 'declare', severity: 'high' }, ['executive', 'legal']));
  pass(run);
  expect(run.world.state.awareness.declaredAt).toBeNull();
  expect(() => give(run, { do: 'agree', proposal }, 'ann', 'executive')).toThrow(/your own/);
  give(run, { do: 'agree', proposal, note: 'fine' }, 'bob', 'hr');
  give(run, { do: 'object', proposal, note: 'no' }, 'cid', 'executive');
  pass(run);
  expect(run.world.state.awareness.declaredAt).toBeNull();
  give(run, { do: 'agree', proposal }, 'dan', 'legal');
  pass(run);
  expect(run.world.state.awareness.declaredAt).toBe(BEGIN + 2 * MINUTE_MS);
  expect(stateOf(run).proposals[0]).toMatchObject({
    effectiveAt: BEGIN + 2 * MINUTE_MS,
    agreed: [{ by: 'bob', note: 'fine' }, { by: 'dan' }],
    objected: [{ by: 'cid', note: 'no' }],
  });
  give(run, { do: 'object', proposal, note: 'too late' }, 'eve', 'hr');
  expect(() => give(run, { do: 'object', proposal }, 'eve', 'hr')).toThrow(/said so already/);
  expect(() => give(run, { do: 'agree', proposal: 99 }, 'eve', 'hr')).toThrow(/no proposal 99/);
});

test('while the clock stands people build upon what they have just done', () => {
  const run = runOf({ decisions: [decision('tell')] });
  const proposal = give(run, propose({ do: 'decide', decision: 'tell', option: 'yes' }, ['legal']));
  expect(run.ahead().state.exercise!.proposals).toHaveLength(1);
  give(run, { do: 'agree', proposal }, 'bob', 'legal');
  expect(run.ahead().state.exercise!.decisions['tell']).toMatchObject({ option: 'yes' });
  expect(stateOf(run).proposals).toEqual([]);
  const again = propose({ do: 'decide', decision: 'tell', option: 'no' });
  expect(() => give(run, again)).toThrow(/was decided/);
  pass(run);
  expect(stateOf(run).decisions['tell']).toMatchObject({ option: 'yes', at: BEGIN });
});

test('bots in two seats are two; what cannot be done any more is refused', () => {
  const run = runOf({});
  const waits = give(run, propose(hold, ['executive']), 'bot:written', 'legal');
  give(run, propose(hold), 'ann', 'legal');
  pass(run, 60);
  expect(() => give(run, { do: 'agree', proposal: waits }, 'bot:written', 'executive')).toThrow(
    /already-on/,
  );
  const first = give(
    run,
    propose({ do: 'declare', severity: 'low' }, ['hr']),
    'bot:written',
    'legal',
  );
  give(run, { do: 'agree', proposal: first }, 'bot:written', 'hr');
  pass(run);
  expect(stateOf(run).proposals.at(-1)!.effectiveAt).toBe(run.now - MINUTE_MS);
});

test('an act that cannot be done when its tick comes fails, and says why', () => {
  const run = runOf({});
  const by = { by: 'ann', role: 'legal' };
  run.accept({ sequence: 1, at: BEGIN, ...by, body: propose(hold) });
  run.accept({ sequence: 2, at: BEGIN + 40 * MINUTE_MS, ...by, body: propose(hold) });
  pass(run, 60);
  expect(run.responses()).toHaveLength(1);
  expect(stateOf(run).proposals[1]).toMatchObject({ failed: 'UNAVAILABLE', effectiveAt: null });
  expect(() => give(run, { do: 'agree', proposal: 2 }, 'bob', 'hr')).toThrow(/it failed/);
});

test('a decision is taken once, when it is open, and brings its effects', () => {
  const options = [
    { id: 'pay', text: text('pay'), effects: [{ do: 'secondary-harm' as const, people: 70 }] },
    { id: 'wait', text: text('wait'), effects: [] },
  ];
  const run = runOf({ decisions: [decision('ransom', { options, open: { declared: true } })] });
  const pay = propose({ do: 'decide', decision: 'ransom', option: 'pay' });
  expect(() => give(run, pay)).toThrow(/cannot be decided yet/);
  expect(() => give(run, propose({ do: 'decide', decision: 'lunch', option: 'x' }))).toThrow(
    /no decision lunch/,
  );
  give(run, { do: 'declare', severity: 'high' });
  give(run, pay);
  pass(run);
  expect(stateOf(run).decisions).toEqual({ ransom: { option: 'pay', at: BEGIN, sequence: 2 } });
  expect(stateOf(run).secondaryHarm).toBe(70);
});

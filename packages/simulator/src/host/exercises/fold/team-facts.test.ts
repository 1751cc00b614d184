// Goal: what a team has done is read off its log and its world's events, in whatever order they are told.
import { expect, test } from 'vitest';
import type { Command, CommandBody } from '../../../run/command.ts';
import type { DomainEvent } from '../../../run/frame.ts';
import { injectFacts, teamFacts } from './team-facts.ts';

const log = (...given: [by: string, role: string, body: CommandBody][]): Command[] =>
  given.map(([by, role, body], i) => ({ sequence: i + 1, at: (i + 1) * 60_000, by, role, body }));

const sent = (id: string, at: number, kind = 'inject.sent'): DomainEvent => ({
  ...{ at, kind, visibility: 'shop' as const },
  values: { id },
});

const DECLARE = { do: 'declare', severity: 'high' } as const;
const ask = (needs: string[], act: Extract<CommandBody, { do: 'propose' }>['act'] = DECLARE) =>
  ({ do: 'propose', act, needs, reasons: {} }) as const;

test('an inject is sent, read once by each, answered and met', () => {
  const facts = teamFacts(
    log(
      ['ada', 'care', { do: 'read', inject: 'a' }],
      ['ada', 'care', { do: 'read', inject: 'a' }],
      ['bo', 'care', { do: 'answer', inject: 'a', option: 'x' }],
      ['bo', 'care', { do: 'hint', inject: 'a', hint: 0 }],
    ),
    [sent('a', 5), sent('a', 9), sent('a', 99, 'inject.met')],
  );
  expect(injectFacts(facts, 'a')).toMatchObject({
    ...{ sentAt: 5, metAt: 99, missedAt: null, hints: 1 },
    reads: [{ by: 'ada' }, { by: 'bo' }],
    answers: [{ by: 'bo', option: 'x', text: null }],
  });
});

test('a proposal takes effect when somebody else in one of its roles agrees', () => {
  const needs = ['legal', 'incident-commander'];
  const own = log(['ada', 'soc-lead', ask(needs)], ['ada', 'legal', { do: 'agree', proposal: 1 }]);
  expect(teamFacts(own, []).proposals[0]!.effectiveAt).toBeNull();
  expect(teamFacts(own, []).declaredAt).toBeNull();
  const other = log(
    ['ada', 'soc-lead', ask(needs)],
    ['bo', 'care', { do: 'agree', proposal: 1 }],
    ['cy', 'legal', { do: 'object', proposal: 1, note: 'no' }],
    ['cy', 'legal', { do: 'agree', proposal: 1 }],
    ['di', 'incident-commander', { do: 'agree', proposal: 1 }],
  );
  const facts = teamFacts(other, []);
  expect(facts.proposals[0]).toMatchObject({ effectiveAt: 240_000, objected: [{ note: 'no' }] });
  expect(facts.declaredAt).toBe(240_000);
});

test('what nobody must agree to is done at once: a decision once, a document each time', () => {
  const decide = (option: string) => ask([], { do: 'decide', decision: 'd', option });
  const document = { form: 'holding-line', language: 'en', fields: { text: 'x' } } as const;
  const facts = teamFacts(
    log(
      ['ada', 'care', decide('a')],
      ['bo', 'care', decide('b')],
      ['ada', 'care', ask([], { do: 'issue', document })],
      ['ada', 'privacy', { do: 'file', rule: 'r', document }],
    ),
    [],
  );
  expect(facts.decided).toEqual(new Map([['d', { option: 'a', at: 60_000 }]]));
  expect(facts.issued.map(({ sequence, rule }) => [sequence, rule])).toEqual([
    [3, null],
    [4, 'r'],
  ]);
});

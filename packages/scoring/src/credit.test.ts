// Goal: credit is what the log says that people did: who asked, proposed, agreed and objected, not who pressed a button.
import { expect, test } from 'vitest';
import { creditsOf } from './credit.ts';
import type { Actor, History } from './history.ts';
import { D0, makeDecision, makeHistory, makeMoment } from './testing/make-history.ts';
import { makeTemplate } from './testing/make-template.ts';

const actor = (id: string, roles: readonly string[], bot = false): Actor => ({
  ...{ id, name: id, bot },
  roles,
});

/** Ana commands, Ben looks, a bot stands in for Care, an evaluator watches. */
const TEAM: Partial<History> = {
  actors: [
    actor('ana', ['incident-commander']),
    actor('ben', ['soc-lead']),
    actor('bot:care', ['care'], true),
    actor('eva', []),
  ],
  moments: [
    makeMoment('c1', 'evidence', D0, { by: 'ben', subject: 'query' }),
    makeMoment('c2', 'evidence', D0, { by: 'ben' }),
    makeMoment('c3', 'deploy', D0, { by: 'ben' }),
    makeMoment('c4', 'hypothesis', D0, { by: 'ben' }),
    makeMoment('c5', 'note', D0, { by: 'ana' }),
    makeMoment('c6', 'note', D0, { by: 'ana' }),
    makeMoment('c7', 'propose', D0, { by: 'ben' }),
    makeMoment('c8', 'agree', D0, { by: 'ana' }),
    makeMoment('c9', 'object', D0, { by: 'bot:care' }),
    makeMoment('c10', 'response', D0, { by: 'ana' }),
    makeMoment('c11', 'file', D0, { by: 'ana' }),
    makeMoment('c12', 'answer', D0, { by: 'ana' }),
    makeMoment('c13', 'verdict', D0, { by: 'ben' }),
    makeMoment('c14', 'chat', D0, { by: 'ana' }),
  ],
  decisions: [
    makeDecision('c7', 'rotate-key', D0, {
      by: 'ben',
      agreed: ['ana', 'ben'],
      objected: ['bot:care'],
      moments: ['c8', 'c9'],
    }),
  ],
};

const credits = (given: Partial<History> = {}, seats = {}) =>
  creditsOf(makeHistory({ ...TEAM, ...given }), makeTemplate({ seats }));
const of = (id: string, given: Partial<History> = {}, seats = {}) =>
  credits(given, seats).find(({ by }) => by === id)!;

test('each act counts where it was done', () => {
  expect(of('ben')).toMatchObject({
    ...{ queried: 3, proposed: 1, approved: 0, objected: 0 },
    ...{ recorded: 1, answered: 0, verdicts: 1 },
    evidence: ['c1', 'c2', 'c3', 'c4', 'c7', 'c13'],
  });
});

test('who carries out or files what another proposed gets nothing for it', () => {
  expect(of('ana')).toMatchObject({
    ...{ queried: 0, proposed: 0, approved: 1, objected: 0 },
    ...{ recorded: 2, answered: 1, verdicts: 0 },
    evidence: ['c5', 'c6', 'c8', 'c12'],
  });
});

test('points are the share of the busiest, over the acts that somebody did', () => {
  // Queried, proposed, approved, recorded, answered, verdicts: Ben 1 + 1 + 0 + ½ + 0 + 1 of 6.
  expect(of('ben').points).toBe(58.33);
  // Ana 0 + 0 + 1 + 1 + 1 + 0 of 6.
  expect(of('ana').points).toBe(50);
});

test('an act that is not open to a seat is not held against it', () => {
  const seats = { queried: ['soc-lead'], verdicts: ['soc-lead'] };
  // Proposed, approved, recorded, answered: 3 of 4.
  expect(of('ana', {}, seats).points).toBe(75);
  expect(of('ben', {}, seats).points).toBe(58.33);
});

test('a bot is there with what it did, and without points; who only watches is not', () => {
  expect(of('bot:care')).toMatchObject({ objected: 1, points: null, alignment: null });
  expect(credits().map(({ by }) => by)).toEqual(['ana', 'ben', 'bot:care']);
});

test('who plays alone is compared with nobody', () => {
  expect(of('ana', { actors: [actor('ana', ['incident-commander'])] }).points).toBeNull();
});

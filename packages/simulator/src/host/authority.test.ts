import { expect, test } from 'vitest';
import type { AuthorityCard } from '../exercise/types.ts';
import type { Command } from '../run/command.ts';
import type { Role } from '../scenario/roles.ts';
import { requireAlone, withdrawingAs } from './authority.ts';
import { MemoryCommandLog } from './memory-ports.ts';
import { seatSight } from './seat-sight.ts';
import type { Viewer } from './service.ts';

// Goal: a seat does alone what its card says it may, in its own name.

const card = (role: Role, alone: string[], second: string[] = []): AuthorityCard => ({
  role,
  title: { en: role, ko: role },
  brief: { en: '', ko: '' },
  start: [],
  tools: ['respond'],
  tables: [],
  alone,
  withSecond: second.map((act) => ({ act, roles: ['incident-commander'] })),
});
const CARDS = [card('identity', ['rate-limit'], ['rotate-key']), card('soc-lead', ['enrich'])];
const seated = (id: string, ...roles: Role[]): Viewer => ({
  id,
  name: id,
  role: 'trainee',
  sight: seatSight({ exerciseId: 'e', roles }, CARDS),
});
const refusal = (viewer: Viewer, as: string, act: string) => {
  try {
    requireAlone(viewer, as, act);
    return null;
  } catch (error) {
    return error as { code: string; what: string };
  }
};

test('what a card says alone is done alone; what needs a second person is said to', () => {
  const viewer = seated('p', 'identity');
  expect(refusal(viewer, 'identity', 'rate-limit')).toBeNull();
  expect(refusal(viewer, 'identity', 'rotate-key')).toMatchObject({
    code: 'NOT_ALLOWED',
    what: 'rotate-key needs a second person',
  });
  expect(refusal(viewer, 'identity', 'logout')).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(refusal(viewer, 'soc-lead', 'enrich')).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(refusal({ id: 'i', name: 'i', role: 'instructor' }, 'instructor', 'logout')).toBeNull();
});

test('a response is taken back by who asked for it, or by a role that may do it alone', async () => {
  const log = new MemoryCommandLog();
  const respond = (sequence: number, by: string, role: string, response: string): Command => ({
    sequence,
    at: 0,
    by,
    role,
    body: { do: 'respond', response, params: {} },
  });
  await log.append(respond(1, 'ada', 'identity', 'rate-limit'));
  await log.append(respond(2, 'ada', 'soc-lead', 'enrich'));
  const taking = (viewer: Viewer, sequence: number) =>
    withdrawingAs(viewer, log, sequence).catch(({ code }: { code: string }) => code);
  expect(await taking(seated('ada', 'identity'), 1)).toBe('identity');
  expect(await taking(seated('bob', 'identity'), 1)).toBe('identity');
  expect(await taking(seated('bob', 'soc-lead'), 1)).toBe('NOT_ALLOWED');
  expect(await taking(seated('ada', 'identity'), 2)).toBe('NOT_ALLOWED');
  expect(await taking(seated('bob', 'soc-lead'), 3)).toBe('NOT_ALLOWED');
  expect(await taking({ id: 'i', name: 'i', role: 'instructor' }, 1)).toBe('instructor');
});

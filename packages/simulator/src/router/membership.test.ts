import { badInput, DwellError } from '@dwell/core';
import { expect, test } from 'vitest';
import type { AuthorityCard, Tool } from '../exercise/types.ts';
import { withoutSeat } from '../host/authority.ts';
import { seatSight } from '../host/seat-sight.ts';
import type { SimulatorService, Viewer } from '../host/service.ts';
import type { Role } from '../scenario/roles.ts';
import { appRouter, createCaller } from './index.ts';
import type { Denied } from './membership.ts';
import { needOf, PROCEDURE_NEEDS } from './procedure-needs.ts';
import { atTheDoor, t } from './trpc.ts';

// Goal: a seat reaches its team's present run, with its roles' tools, and nothing else.

const card = (role: Role, tools: Tool[], more: Partial<AuthorityCard> = {}): AuthorityCard => ({
  role,
  title: { en: role, ko: role },
  brief: { en: '', ko: '' },
  start: [],
  tools,
  tables: [],
  alone: [],
  withSecond: [],
  ...more,
});
const CARDS = [
  card('soc-lead', ['hunt', 'rules', 'alerts', 'respond'], {
    tables: ['http_activity'],
    alone: ['deploy-rule'],
  }),
  card('care', ['customers', 'documents']),
  card('hr', ['staff']),
];

const GUEST: Viewer = {
  id: 'p',
  name: 'P',
  role: 'trainee',
  seat: { exerciseId: 'e', person: 'p' },
};
const INSTRUCTOR: Viewer = { id: 'i', name: 'I', role: 'instructor' };

/** A service in which the viewer sits in the run `mine`, and everything asked is answered by its name. */
function seatedAs(roles: readonly Role[] | null) {
  const asked: string[] = [];
  const answer =
    (name: string) =>
    async (...args: unknown[]) => {
      asked.push(`${name} ${JSON.stringify(args.at(-1))}`);
      return [];
    };
  const desk = (name: string) =>
    new Proxy({}, { get: (_, method) => answer(`${name}.${String(method)}`) });
  const own = {
    seated: async (viewer: Viewer, runId: string): Promise<Viewer> =>
      roles === null || runId !== 'mine'
        ? withoutSeat(viewer)
        : { ...viewer, sight: seatSight({ exerciseId: 'e', roles }, CARDS) },
    hunts: desk('hunts'),
    rules: desk('rules'),
    alerts: desk('alerts'),
  };
  const service = new Proxy(own, {
    get: (target, name) => Reflect.get(target, name) ?? answer(String(name)),
  }) as unknown as SimulatorService;
  return { service, asked };
}

function door(user: Viewer | null, roles: readonly Role[] | null) {
  const { service, asked } = seatedAs(roles);
  const denied: Denied[] = [];
  const call = createCaller({ user, service, denied: (each) => denied.push(each) });
  return { call, asked, denied };
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'passed',
    (error: { cause?: unknown; code: string }) =>
      error.cause instanceof DwellError ? error.cause.code : error.code,
  );

test('every procedure of the router says what it needs, and every entry is one', () => {
  const paths = Object.keys(appRouter._def.procedures);
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => needOf(path) === null)).toEqual([]);
  expect(Object.keys(PROCEDURE_NEEDS).filter((path) => !paths.includes(path))).toEqual([]);
  expect(['run.invented', 'toString', '__proto__'].map(needOf)).toEqual([null, null, null]);
});

test('a guest is refused everything that is about making and driving runs', async () => {
  const { call, asked, denied } = door(GUEST, ['soc-lead', 'care', 'hr']);
  expect(await code(call.run.list())).toBe('NOT_ALLOWED');
  expect(await code(call.run.scenarios())).toBe('NOT_ALLOWED');
  expect(await code(call.run.clock({ runId: 'mine', do: 'play' }))).toBe('NOT_ALLOWED');
  expect(await code(call.run.remove({ runId: 'mine' }))).toBe('NOT_ALLOWED');
  expect(asked).toEqual([]);
  expect(denied.map(({ path, person, exerciseId }) => [path, person, exerciseId])).toEqual(
    ['run.list', 'run.scenarios', 'run.clock', 'run.remove'].map((path) => [path, 'p', 'e']),
  );
});

test('a run that is not the team’s is refused as one that does not exist', async () => {
  const { call, asked } = door(GUEST, ['soc-lead']);
  for (const runId of ['other', 'nowhere']) {
    expect(await code(call.run.get({ runId }))).toBe('NOT_ALLOWED');
    expect(await code(call.hunt.sql({ runId, sql: 'SELECT 1' }))).toBe('NOT_ALLOWED');
    expect(await code(call.alert.list({ runId }))).toBe('NOT_ALLOWED');
  }
  expect(await code(call.shop.customers({}))).toBe('NOT_ALLOWED');
  expect(await code(call.hunt.saved())).toBe('NOT_ALLOWED');
  expect(asked).toEqual([]);
});

test.each([
  ['soc-lead', ['hunt.saved', 'hunt.tables', 'alert.list', 'rule.list', 'response.catalogue']],
  ['care', []],
  ['hr', ['shop.organisation']],
] as const)('the tools of %s open %j, and no other door', async (role, open) => {
  const { call } = door(GUEST, [role]);
  const runId = 'mine';
  const asks: Record<string, () => Promise<unknown>> = {
    'hunt.saved': () => call.hunt.saved({ runId }),
    'hunt.tables': () => call.hunt.tables({ runId }),
    'alert.list': () => call.alert.list({ runId }),
    'rule.list': () => call.rule.list({ runId }),
    'response.catalogue': () => call.response.catalogue({ runId }),
    'shop.organisation': () => call.shop.organisation({ runId }),
    'shop.keys': () => call.shop.keys({ runId }),
    'shop.gates': () => call.shop.gates({ runId }),
  };
  const passed = [];
  for (const [path, ask] of Object.entries(asks))
    if ((await code(ask())) === 'passed') passed.push(path);
  expect(passed).toEqual(open);
  expect(await code(call.run.events({ runId }))).toBe('passed');
  expect(await code(call.shop.customers({ runId }))).toBe(
    role === 'care' ? 'passed' : 'NOT_ALLOWED',
  );
});

test('hunts see the card’s tables alone, also in SQL', async () => {
  const { call, asked } = door(GUEST, ['soc-lead']);
  const hunt = { runId: 'mine', query: '' };
  expect(await code(call.hunt.search({ ...hunt, table: 'http_activity' }))).toBe('passed');
  expect(await code(call.hunt.search({ ...hunt, table: 'account_change' }))).toBe('NOT_ALLOWED');
  expect(await code(call.hunt.facets({ ...hunt, table: 'account_change', fields: ['a'] }))).toBe(
    'NOT_ALLOWED',
  );
  await call.hunt.sql({ runId: 'mine', sql: 'SELECT 1' });
  expect(asked.at(-1)).toContain('"tables":["http_activity"]');
});

test('nobody acts as a role that is not theirs', async () => {
  const { call, asked } = door(GUEST, ['soc-lead']);
  const judge = (as: Role) =>
    call.alert.judge({ runId: 'mine', ids: ['a/1'], verdict: 'true', as });
  expect(await code(judge('hr'))).toBe('NOT_ALLOWED');
  expect(await code(judge('soc-lead'))).toBe('passed');
  expect(asked).toHaveLength(1);
});

test('an instructor passes everywhere; a seat of their own binds them in that run', async () => {
  const free = door(INSTRUCTOR, null);
  expect(await code(free.call.run.list())).toBe('passed');
  expect(await code(free.call.shop.keys({ runId: 'mine' }))).toBe('passed');
  expect(await code(free.call.shop.customers({}))).toBe('passed');
  expect(await code(free.call.hunt.saved())).toBe('passed');
  const solo = door(INSTRUCTOR, ['care']);
  expect(await code(solo.call.shop.keys({ runId: 'mine' }))).toBe('NOT_ALLOWED');
  expect(await code(solo.call.shop.keys({ runId: 'other' }))).toBe('passed');
});

test('who guesses at the door is told to wait, and each miss is counted', async () => {
  let missed = 0;
  const router = t.router({
    knock: atTheDoor
      .input((typed) => String(typed))
      .query(({ input }) => {
        if (input !== 'right') throw badInput('NO_SUCH_EXERCISE', 'a', 'b', 'c');
        return 'open';
      }),
  });
  const { service } = seatedAs(null);
  const knock = {
    may: () => missed < 2,
    right: () => undefined,
    missed: async () => void missed++,
  };
  const call = t.createCallerFactory(router)({ user: null, service, knock });
  expect(await call.knock('right')).toBe('open');
  expect([await code(call.knock('a')), await code(call.knock('b'))]).toEqual(
    Array(2).fill('NO_SUCH_EXERCISE'),
  );
  expect(await code(call.knock('right'))).toBe('TOO_MANY');
});

test('nobody’s session, and a seat that does too much at once, go no further', async () => {
  const { service, asked } = seatedAs(['soc-lead']);
  const run = { runId: 'mine' };
  expect(await code(createCaller({ user: null, service }).run.get(run))).toBe('UNAUTHORIZED');
  const throttle = () => false;
  const hasty = createCaller({ user: GUEST, service, throttle });
  expect(await code(hasty.alert.list(run))).toBe('passed');
  expect(await code(hasty.rule.remove({ ...run, name: 'x' }))).toBe('TOO_MANY');
  expect(asked).toEqual(['alerts.list "mine"']);
});

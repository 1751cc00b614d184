// Goal: the shipped crisis plays through in the world: what is planned comes, what bots do counts, what nobody does is missed.
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { shortScenario } from '../../../test/support/scenarios.ts';
import type { CommandBody } from '../../run/command.ts';
import { Run } from '../../run/run.ts';
import { botDeed } from '../../host/exercises/bots/bot-deed.ts';
import { schedule } from './lint/schedule.ts';
import { withExercise } from './exercise-scenario.ts';
import { loadExercise } from './load-exercise.ts';

/** The same programme in a world of days instead of months. */
const short = { ...shortScenario(), horizon: 100 * DAY_MS };
const scenario = withExercise(short, loadExercise('crisis', short));
const plan = scenario.exercise!;
const END = scenario.starts.crisis + 60 * DAY_MS;

const INPUT = { scenario, seed: 42, scale: 100_000 };

function fresh(): Run {
  const run = new Run(INPUT);
  run.advance(scenario.starts.crisis);
  return run;
}

const stateOf = (run: Run) => run.world.state.exercise!;
const idsWhere = (run: Run, is: 'sentAt' | 'metAt' | 'missedAt') =>
  Object.entries(stateOf(run).injects)
    .filter(([, inject]) => inject[is] !== null)
    .map(([id]) => id);

test('with nobody at the table everything that is scheduled comes, and what has an end is missed', () => {
  const run = fresh();
  run.advance(END);
  const times = schedule(plan);
  const scheduled = plan.injects.filter((inject) => times.has(inject.id));
  expect(scheduled.length).toBeGreaterThan(90);
  const sent = new Set(idsWhere(run, 'sentAt'));
  expect(scheduled.map((inject) => inject.id).filter((id) => !sent.has(id))).toEqual([]);
  const wanted = scheduled.filter((inject) => inject.within !== null).map((inject) => inject.id);
  const missed = idsWhere(run, 'missedAt');
  expect(wanted.filter((id) => !missed.includes(id))).toEqual([]);
  for (const id of ['finance-louder', 'both-numbers', 're-notice-ordered', 'callers-post'])
    expect(sent).toContain(id);
  expect(stateOf(run)).toMatchObject({ deviceWipedAt: expect.any(Number) });
  expect(stateOf(run).secondaryHarm).toBeGreaterThan(4000);
});

test('bots that do what the file says for them miss nothing', () => {
  const run = fresh();
  const give = (role: string, body: CommandBody) => {
    run.accept(run.submit({ by: 'bot', role, body }));
  };
  const done = new Set<string>();
  for (let now = scenario.starts.crisis; now < END; now += HOUR_MS / 2) {
    run.advance(now);
    for (const { id, to, bot } of plan.injects) {
      const { sentAt, withdrawnAt } = stateOf(run).injects[id]!;
      if (!bot || done.has(id) || sentAt === null || withdrawnAt !== null) continue;
      if (now < Math.max(sentAt, scenario.starts.crisis) + bot.afterMs) continue;
      done.add(id);
      if (bot.option) give(to[0]!, { do: 'answer', inject: id, option: bot.option });
      const deed = bot.act && botDeed(bot.act.do, bot.act.with ?? {}, to[0]!, '');
      if (deed?.do === 'propose')
        give(to[0]!, { do: 'propose', act: deed.act, needs: [], reasons: {} });
      if (deed?.do === 'record') give(to[0]!, { do: 'record', entry: deed.entry });
    }
  }
  run.advance(END);
  expect(idsWhere(run, 'missedAt')).toEqual([]);
  expect(done.size).toBeGreaterThan(60);
  expect(Object.keys(stateOf(run).decisions).sort()).toEqual([
    'awareness-time',
    'close-incident',
    'key-action',
    'materiality',
    'rotation-policy',
    'rules-that-stay',
  ]);
  expect(stateOf(run).secondaryHarm).toBe(0);
});

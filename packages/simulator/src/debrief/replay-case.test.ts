// Goal: the score of a case is a function of its content: the same anywhere and again, whatever people
// are called, however the clock was driven, and whatever score the case says it has.
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import { caseOf, humanCase } from '../../test/support/human-case.ts';
import { PEOPLE } from '../../test/support/human-crisis.ts';
import { Run } from '../run/run.ts';
import { makeCase } from './case.ts';
import { replayCase, scoreCase } from './replay-case.ts';
import type { CaseBundle } from './types.ts';

vi.setConfig({ testTimeout: 120_000 });

const NAMES: { readonly [id: string]: string } = Object.fromEntries(
  [...Object.keys(PEOPLE), 'eva'].map((id, i) => [id, `p${9 - i}`]),
);

/** Everybody under another id and name, wherever somebody is named. */
function renamed(bundle: CaseBundle): CaseBundle {
  const other = <T extends { by: string }>(of: T): T => ({ ...of, by: NAMES[of.by] ?? of.by });
  const { exercise } = bundle;
  const room = {
    ...exercise,
    people: exercise.people.map((each) => ({ ...each, id: NAMES[each.id]!, name: 'somebody' })),
    freezes: exercise.freezes.map((each) => ({ ...each, answers: each.answers.map(other) })),
    ratings: exercise.ratings.map(other),
    wash: exercise.wash.map(other),
    improvements: exercise.improvements.map(other),
  };
  const run = new Run(bundle, { commands: bundle.commands.map(other), keep: false });
  run.advance(bundle.until);
  const { seed, scale, scenario, engine, until, playbook } = bundle;
  const { commands, checkpoints } = run;
  const again = { format: bundle.format, scenario_hash: scenario.hash, checksum: run.checksum() };
  const content = {
    ...again,
    engine,
    scenario,
    seed,
    scale,
    until,
    playbook,
    commands,
    checkpoints,
  };
  return makeCase({ ...content, seal: '' }, room, null);
}

test('a case comes to one score: again, as a file, and with another score written into it', async () => {
  const bundle = humanCase();
  const { score, checksum } = await scoreCase(bundle);
  expect(checksum).toBe(bundle.checksum);
  const copy = JSON.parse(JSON.stringify(bundle)) as CaseBundle;
  expect(await scoreCase({ ...copy, score: { ...score, measures: [] } })).toEqual({
    score,
    checksum,
  });
  const { debrief } = await replayCase(bundle, { whatIfs: false });
  expect(debrief.score).toEqual(score);
  expect(JSON.parse(JSON.stringify(debrief))).toEqual(debrief);
});

test('other names for people change no figure', async () => {
  const bundle = humanCase();
  const [one, other] = [await scoreCase(bundle), await scoreCase(renamed(bundle))];
  expect(other.score.measures).toEqual(one.score.measures);
  expect(other.score.team).toEqual(one.score.team);
  expect(other.score.official).toEqual(one.score.official);
  const figures = ({ score }: typeof one, name: (id: string) => string) =>
    score.people
      .map(({ by, ...credit }) => ({ ...credit, by: name(by) }))
      .toSorted((x, y) => (x.by < y.by ? -1 : 1));
  expect(figures(other, (id) => id)).toEqual(figures(one, (id) => NAMES[id] ?? id));
});

test('however the clock was driven, it is the same case', () => {
  const bundle = humanCase();
  const { commands, until } = bundle;
  const run = new Run(bundle, { keep: false });
  let next = 0;
  // Hours and days at a time, with stops at what was done.
  for (let stride = HOUR_MS; run.now < until; stride = stride === HOUR_MS ? DAY_MS : HOUR_MS) {
    run.advance(Math.min(until, run.now + stride, commands[next]?.at ?? until));
    while (commands[next] && commands[next]!.at <= run.now) run.accept(commands[next++]!);
  }
  expect(caseOf(run).seal).toBe(bundle.seal);
});

test('a run in which no exercise was played is no case', async () => {
  const bundle = humanCase();
  const { exercise: _, ...scenario } = bundle.scenario;
  await expect(scoreCase({ ...bundle, scenario })).rejects.toThrow(/no exercise was played/);
});

test('a replay can be broken off', async () => {
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const asked = scoreCase(humanCase(), { onProgress, signal: stop.signal });
  await expect(asked).rejects.toMatchObject({ code: 'INTERRUPTED', exit: 130 });
});

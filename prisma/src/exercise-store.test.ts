import { randomUUID } from 'node:crypto';
import { filePorts, memoryPorts } from '@dwell/simulator/host';
import type { ExerciseRecord, HostPorts, RoomEntry } from '@dwell/simulator/router';
import { expect, test, vi } from 'vitest';
import { tempDatabase, tempHome } from '../test/temp-home.ts';

// Goal: wherever exercises are kept, they and their room logs keep the same promises.

type Kept = Pick<HostPorts, 'exercises' | 'roomLog' | 'settings'>;

const PLACES: Record<string, () => Promise<Kept>> = {
  memory: async () => memoryPorts(),
  file: async () => filePorts(tempHome().path),
  database: () => tempDatabase(),
};
const places = Object.keys(PLACES);

const record = (code: string, more: Partial<ExerciseRecord> = {}): ExerciseRecord => ({
  id: randomUUID(),
  code,
  settings: {
    name: '연습 "하나"',
    exercise: 'crisis',
    seed: Number.MAX_SAFE_INTEGER,
    scale: 1000,
    length: 'full',
    difficulty: { noise: 1, attackerPace: 1000, logGapDays: 0, staffing: 'written' },
    jurisdictions: ['kr-pipa'],
    roles: ['soc-lead', 'privacy'],
    teams: ['Blue'],
    solo: false,
  },
  createdBy: 'instructor',
  createdAtWallMs: 1_700_000_000_123,
  ...more,
});

const note = (sequence: number, text = 'seen'): RoomEntry => ({
  sequence,
  wallMs: 1_700_000_000_000 + sequence,
  by: 'p',
  body: { do: 'note', team: null, at: 30_000_000_000, objective: 'O1', text },
});

test.each(places)(
  'an exercise comes back as it was made, by id and by code (%s)',
  async (place) => {
    const { exercises } = await PLACES[place]!();
    const older = record('ABC234');
    const newer = record('XYZ789', { createdBy: null, createdAtWallMs: 1_800_000_000_000 });
    await exercises.create(older);
    await exercises.create(newer);
    expect(await exercises.get(older.id)).toEqual(older);
    expect(await exercises.byCode('XYZ789')).toEqual(newer);
    expect(await exercises.list()).toEqual([newer, older]);
    expect([await exercises.get('nowhere'), await exercises.byCode('NONE22')]).toEqual([
      null,
      null,
    ]);
  },
);

test.each(places)('a code is one exercise’s; settings change alone (%s)', async (place) => {
  const { exercises } = await PLACES[place]!();
  const one = record('ABC234');
  await exercises.create(one);
  await expect(exercises.create(record('ABC234'))).rejects.toMatchObject({ code: 'CODE_TAKEN' });
  const settings = { ...one.settings, name: 'Another', roles: [] };
  await exercises.update(one.id, { settings });
  expect(await exercises.list()).toEqual([{ ...one, settings }]);
  await expect(exercises.update('nowhere', { settings })).rejects.toMatchObject({
    code: 'NO_SUCH_EXERCISE',
  });
});

test.each(places)('a place in the room log is taken once, gaps are refused (%s)', async (place) => {
  const { exercises, roomLog } = await PLACES[place]!();
  const { id } = record('ABC234');
  await exercises.create({ ...record('ABC234'), id });
  await roomLog(id).append(note(1, 'one\ntwo'));
  await roomLog(id).append(note(2));
  for (const taken of [note(2), note(4), note(0)])
    await expect(roomLog(id).append(taken)).rejects.toMatchObject({ code: 'LOG_CONFLICT' });
  expect(await roomLog(id).read()).toEqual([note(1, 'one\ntwo'), note(2)]);
  expect(await roomLog(id).read(1)).toEqual([note(2)]);
});

test.each(places)(
  'subscribers hear later entries of their exercise, in order (%s)',
  async (place) => {
    const { exercises, roomLog } = await PLACES[place]!();
    const [mine, other] = [record('ABC234'), record('XYZ789')];
    for (const each of [mine, other]) await exercises.create(each);
    await roomLog(mine.id).append(note(1));
    const heard: RoomEntry[] = [];
    const leave = roomLog(mine.id).subscribe((entry) => heard.push(entry));
    await roomLog(other.id).append(note(1));
    await roomLog(mine.id).append(note(2));
    await roomLog(mine.id).append(note(3));
    await vi.waitFor(() => expect(heard).toEqual([note(2), note(3)]));
    leave();
    await roomLog(mine.id).append(note(4));
    expect(heard).toHaveLength(2);
  },
);

test.each(places)('removing an exercise takes its room log along (%s)', async (place) => {
  const { exercises, roomLog } = await PLACES[place]!();
  const one = record('ABC234');
  await exercises.create(one);
  await roomLog(one.id).append(note(1));
  await exercises.remove(one.id);
  await exercises.remove(one.id);
  expect(await exercises.list()).toEqual([]);
  await exercises.create(one);
  expect(await roomLog(one.id).read()).toEqual([]);
});

test.each(places)(
  'what is rewritten is rewritten for good, and nothing beside it (%s)',
  async (place) => {
    const { exercises, roomLog } = await PLACES[place]!();
    const [one, other] = [record('ABC234'), record('XYZ789')];
    for (const each of [one, other]) await exercises.create(each);
    for (const { id } of [one, other]) {
      await roomLog(id).append(note(1, 'Ada saw it'));
      await roomLog(id).append(note(2, 'nothing'));
    }
    const { body } = note(1, 'care 1 saw it');
    await roomLog(one.id).rewrite([
      { sequence: 1, body },
      { sequence: 9, body },
    ]);
    expect(await roomLog(one.id).read()).toEqual([note(1, 'care 1 saw it'), note(2, 'nothing')]);
    expect(await roomLog(other.id).read()).toEqual([note(1, 'Ada saw it'), note(2, 'nothing')]);
    await roomLog(one.id).append(note(3));
    expect(await roomLog(one.id).read(2)).toEqual([note(3)]);
  },
);

test.each(places)('settings are what was set last, each by itself (%s)', async (place) => {
  const { settings } = await PLACES[place]!();
  expect(await settings.get()).toEqual({ keepNamesDays: null });
  await settings.update({ keepNamesDays: 30 });
  await settings.update({});
  expect(await settings.get()).toEqual({ keepNamesDays: 30 });
  await settings.update({ keepNamesDays: null });
  expect(await settings.get()).toEqual({ keepNamesDays: null });
});

test('in the database, a room log without its exercise is refused', async () => {
  const { roomLog } = await tempDatabase();
  await expect(roomLog('nowhere').append(note(1))).rejects.toMatchObject({
    code: 'NO_SUCH_EXERCISE',
  });
});

test('in files, exercises are there in the next process', async () => {
  const home = tempHome();
  const one = record('ABC234');
  const first = filePorts(home.path);
  await first.exercises.create(one);
  await first.roomLog(one.id).append(note(1));
  const next = filePorts(home.path);
  expect(await next.exercises.byCode('ABC234')).toEqual(one);
  expect(await next.roomLog(one.id).read()).toEqual([note(1)]);
  const { body } = note(1, 'other words');
  await next.roomLog(one.id).rewrite([{ sequence: 1, body }]);
  await next.settings.update({ keepNamesDays: 7 });
  const last = filePorts(home.path);
  expect(await last.roomLog(one.id).read()).toEqual([note(1, 'other words')]);
  expect(await last.settings.get()).toEqual({ keepNamesDays: 7 });
  expect(await next.runStore.list()).toEqual([]);
});

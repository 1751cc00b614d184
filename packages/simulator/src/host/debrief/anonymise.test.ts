// Goal: names are taken out for good of what ended long enough ago, in every kind of store, and of
// nothing else.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS } from '@dwell/core';
import { expect, onTestFinished, test } from 'vitest';
import { PEOPLE, roomOf } from '../../../test/support/debrief-room.ts';
import type { RoomBody } from '../../exercise/room.ts';
import { FileRoomLog, FileExerciseStore } from '../file-exercises.ts';
import { filePorts } from '../file-ports.ts';
import { memoryPorts } from '../memory-ports.ts';
import type { HostPorts } from '../ports.ts';
import { anonymiseExercise } from './anonymise.ts';
import { Retention } from './retention.ts';

const WRITTEN: readonly RoomBody[] = [
  { do: 'start' },
  { do: 'note', team: 'team-1', at: null, objective: null, text: 'Ada asked 김하나' },
  { do: 'freeze', question: 'Ada, how many?', seconds: 5 },
  { do: 'end' },
  { do: 'wash', team: 'team-1', kind: 'gap', text: 'Cy was alone' },
];
const NAMES = /Ada|김하나|Cy\b|Eva|Lea|Gus|See\b/;

function places(): Record<string, HostPorts> {
  const root = mkdtempSync(join(tmpdir(), 'dwell-names-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return { memory: memoryPorts(), file: filePorts(root) };
}

test.each(['memory', 'file'])('names are gone from the log and from memory (%s)', async (place) => {
  const ports = places()[place]!;
  const told: [string, string][] = [];
  ports.door = {
    joinUrl: () => '',
    seatLink: async () => ({ url: '' }),
    revoke: async () => undefined,
    anonymise: async (id, names) => void told.push(...[...names].filter(() => id === 'e')),
  };
  const room = await roomOf([...PEOPLE, ...WRITTEN], ports);
  const follower = await roomOf([], ports);
  await anonymiseExercise({ ports }, room, 'i');
  for (const each of [room, follower]) {
    await expect.poll(() => JSON.stringify(each.tail.entries)).not.toMatch(NAMES);
    expect(JSON.stringify(each.state)).not.toMatch(NAMES);
    expect(each.state.debrief.anonymised).toBe(true);
  }
  expect(JSON.stringify(await ports.roomLog('e').read())).not.toMatch(NAMES);
  expect(room.state.notes[0]!.text).toBe('soc-lead 1 asked trainee 1');
  expect(room.state.teams[0]!.name).toBe('Red');
  expect(told).toContainEqual(['ada', 'soc-lead 1']);
  const before = await ports.roomLog('e').read();
  await anonymiseExercise({ ports }, room, 'i');
  expect((await ports.roomLog('e').read()).slice(0, before.length)).toEqual(before);
});

test('in a file nothing of a name is left', async () => {
  const root = mkdtempSync(join(tmpdir(), 'dwell-names-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const path = join(root, 'room.ndjson');
  const log = new FileRoomLog(path);
  const ports = {
    ...memoryPorts(),
    exercises: new FileExerciseStore(join(root, 'exercises')),
    roomLog: () => log,
  };
  const room = await roomOf([...PEOPLE, ...WRITTEN], ports);
  await anonymiseExercise({ ports }, room, 'i');
  expect(readFileSync(path, 'utf8')).not.toMatch(NAMES);
});

test('people who still play keep their names', async () => {
  const room = await roomOf([...PEOPLE, { do: 'start' }]);
  await expect(anonymiseExercise({ ports: memoryPorts() }, room, 'i')).rejects.toMatchObject({
    code: 'NOT_ENDED',
  });
});

test('names stay as many days as the setting says, for good without one', async () => {
  const ports = memoryPorts();
  let now = 1_000;
  const room = await roomOf([...PEOPLE, ...WRITTEN], ports, () => now);
  const parts = { ports, wall: () => now, rooms: async () => [room] };
  const retention = new Retention(parts, (each) => anonymiseExercise({ ports }, each, 'system'));
  now += 1_000 * DAY_MS;
  await retention.sweep();
  expect(room.state.debrief.anonymised).toBe(false);
  now = 1_000 + 30 * DAY_MS - 1;
  await ports.settings.update({ keepNamesDays: 30 });
  await retention.sweep();
  expect(room.state.debrief.anonymised).toBe(false);
  now += 1;
  await retention.sweep();
  expect(room.state.debrief.anonymised).toBe(true);
  const { length } = room.tail.entries;
  await retention.sweep();
  expect(room.tail.entries).toHaveLength(length);
});

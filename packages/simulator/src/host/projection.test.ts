import { expect, test } from 'vitest';
import type { AuthorityCard, Tool } from '../exercise/types.ts';
import type { KeyCard, LiveMessage, RunRow, StaffCard } from '../router/types.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import type { Role } from '../scenario/roles.ts';
import type { Inject } from '../scenario/types.ts';
import {
  projectEvents,
  projectHours,
  projectKeys,
  projectMessage,
  projectRun,
  projectStaff,
  seesTruth,
} from './projection.ts';
import { savedHunts } from './saved-hunts.ts';
import { seatSight } from './seat-sight.ts';
import type { Viewer } from './service.ts';

// Goal: what a screen gets is what its viewer may know, worded as the scenario words it.

const sent: Inject = {
  id: 'first-mail',
  at: 5,
  to: 'care',
  channel: 'mail',
  from: 'somebody',
  subject: { en: 'Hello', ko: '안녕' },
  body: { en: 'Text', ko: '본문' },
};
const event = (kind: string, visibility: 'shop' | 'truth', values = {}): DomainEvent => ({
  at: 5,
  kind,
  visibility,
  values,
});

test('an event that sent something carries its wording; the values stay as they are', () => {
  const values = { id: 'first-mail', to: 'care', channel: 'mail' };
  const viewer = { id: 'x', name: 'x', role: 'trainee' as const };
  const [seen] = projectEvents(viewer, [event('inject.sent', 'shop', values)], [sent]);
  expect(seen).toEqual({
    ...event('inject.sent', 'shop', values),
    inject: { from: 'somebody', subject: sent.subject, body: sent.body },
  });
});

test('nobody but an instructor gets an event of the truth, and no event gets another wording', () => {
  const events = [event('attacker.moved', 'truth'), event('key.published', 'shop')];
  const seenBy = (role: 'trainee' | 'instructor') =>
    projectEvents({ id: 'x', name: 'x', role }, events, [sent]);
  expect(seenBy('trainee')).toEqual([events[1]]);
  expect(seenBy('instructor')).toEqual(events);
});

test('every shipped hunt says what it looks for and by which technique', () => {
  const hunts = savedHunts();
  expect(hunts.map((hunt) => hunt.name)).toContain('never-issued');
  for (const hunt of hunts) {
    expect(hunt.hypothesis, hunt.name).not.toBeNull();
    expect(hunt.technique, hunt.name).toMatch(/^T\d{4}/);
    expect(hunt.sql, hunt.name).toMatch(/^(select|with)\b/i);
  }
});

const card = (role: Role, tools: Tool[]): AuthorityCard => ({
  role,
  title: { en: role, ko: role },
  brief: { en: '', ko: '' },
  start: [],
  tools,
  tables: [],
  alone: [],
  withSecond: [],
});
const IN_PLAY = [
  card('care', ['customers']),
  card('hr', ['staff']),
  card('identity', ['keys', 'staff']),
];
const seated = (role: 'trainee' | 'instructor', ...roles: Role[]): Viewer => ({
  id: 'x',
  name: 'x',
  role,
  sight: seatSight({ exerciseId: 'e', roles }, IN_PLAY),
});

test('what was sent to a role reaches that role alone', () => {
  const events = [
    event('inject.sent', 'shop', { id: 'first-mail', to: 'care' }),
    event('inject.sent', 'shop', { id: 'second', to: 'hr,legal' }),
  ];
  const ids = (viewer: Viewer) =>
    projectEvents(viewer, events, [sent]).map(({ values }) => values['id']);
  expect(ids(seated('trainee', 'care'))).toEqual(['first-mail']);
  expect(ids(seated('trainee', 'hr'))).toEqual(['second']);
  expect(ids(seated('trainee', 'hr', 'care'))).toEqual(['first-mail', 'second']);
  expect(ids(seated('trainee'))).toEqual([]);
});

test('private knowledge stays with its role, and a kind of event nobody knows stays with nobody', () => {
  const events = ['staff.left', 'key.withdrawn', 'alert.raised', 'report.filed', 'inject.met'].map(
    (kind) => event(kind, 'shop'),
  );
  const kinds = (viewer: Viewer) => projectEvents(viewer, events, []).map(({ kind }) => kind);
  expect(kinds(seated('trainee', 'care'))).toEqual(['report.filed']);
  expect(kinds(seated('trainee', 'hr'))).toEqual(['staff.left', 'report.filed']);
  expect(kinds(seated('trainee', 'identity'))).toEqual(['key.withdrawn', 'report.filed']);
});

test('who has left is HR’s to know, also among those who see the staff', () => {
  const staff = [{ id: 's', leftAt: 5 }] as unknown as StaffCard[];
  const left = (viewer: Viewer) => projectStaff(viewer, staff)[0]!.leftAt;
  expect(left(seated('trainee', 'hr'))).toBe(5);
  expect(left(seated('trainee', 'identity'))).toBeNull();
  expect(left({ id: 'i', name: 'i', role: 'instructor' })).toBe(5);
  const standIn = seatSight({ exerciseId: 'e', roles: ['care'] }, [card('care', ['staff'])]);
  expect(left({ id: 'x', name: 'x', role: 'trainee', sight: standIn })).toBe(5);
});

test('the key register tells a seat names, and no id of the story', () => {
  const staff = [{ id: 'leaver', name: 'Mina Park' }] as unknown as StaffCard[];
  const key = { owner: 'leaver', custodians: ['leaver'], readers: ['leaver', 'job-7'], copies: [] };
  const seen = (viewer: Viewer) => projectKeys(viewer, [key as unknown as KeyCard], staff)[0]!;
  expect(seen(seated('trainee', 'identity'))).toMatchObject({
    owner: 'Mina Park',
    custodians: ['Mina Park'],
    readers: ['Mina Park', 'job-7'],
  });
  expect(seen({ id: 'i', name: 'i', role: 'instructor' })).toEqual(key);
});

test('an instructor who plays alone is shown what a trainee is', () => {
  const solo = seated('instructor', 'care');
  expect(seesTruth(solo)).toBe(false);
  expect(projectEvents(solo, [event('attacker.moved', 'truth')], [])).toEqual([]);
  const alerts: LiveMessage = { kind: 'alerts', alerts: [] };
  expect(projectMessage(solo, alerts, [])).toBeNull();
  const row = { id: 'r', name: 'Blue', scenario: 'insider-key', seed: 42 } as RunRow;
  expect(projectRun(solo, row)).toMatchObject({
    scenario: '',
    seed: 0,
    scenarioTitle: { en: 'Blue', ko: 'Blue' },
  });
  expect(projectRun({ id: 'i', name: 'i', role: 'instructor' }, row)).toBe(row);
});

test('money is for those whose card has it', () => {
  const hour = { cost: 7, truth: {} } as unknown as HourFrame;
  expect(projectHours(seated('trainee', 'care'), [hour])).toEqual([{ cost: 0 }]);
  const executive = seatSight({ exerciseId: 'e', roles: ['executive'] }, [
    card('executive', ['money']),
  ]);
  const viewer: Viewer = { id: 'x', name: 'x', role: 'trainee', sight: executive };
  expect(projectHours(viewer, [hour])).toEqual([{ cost: 7 }]);
});

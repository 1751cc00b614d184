import { DAY_MS, parseTime, type Calendar } from '@dwell/core';
import { expect, test } from 'vitest';
import { agent, AGENT_COUNT, agentWorks } from './agents.ts';
import { DEPARTMENTS } from './departments.ts';
import { employedAt, LEAVER_ID, staff } from './staff.ts';

const calendar: Calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const members = staff(42);
const byId = new Map(members.map((member) => [member.id, member]));

test('about 60 people are named, each once, in a department that can hold them', () => {
  expect(members.length).toBeGreaterThanOrEqual(55);
  expect(byId.size).toBe(members.length);
  for (const { id, headCount } of DEPARTMENTS) {
    const named = members.filter((member) => member.department === id).length;
    expect(named, id).toBeGreaterThan(0);
    expect(named, id).toBeLessThanOrEqual(headCount);
  }
});

test('managers exist, lead up to one chief, and nobody leaves before joining', () => {
  for (const member of members) {
    let above = member;
    for (let steps = 0; above.manager !== null; steps++) {
      expect(steps, member.id).toBeLessThan(6);
      above = byId.get(above.manager)!;
    }
    expect(above.id).toBe('chief-executive');
    if (member.leftAt !== null) expect(member.leftAt).toBeGreaterThan(member.joinedAt);
    expect(member.email).toMatch(/^[a-z0-9-]+@staff\.example$/);
  }
});

test('the leaver built the backup authentication and left on 2024-12-13', () => {
  const leaver = byId.get(LEAVER_ID)!;
  expect(leaver.role).toContain('backup authentication system');
  expect(leaver.joinedAt).toBe(parseTime('2022-11-14T09:00', calendar, 'test'));
  expect(leaver.leftAt).toBe(parseTime('2024-12-13T18:00', calendar, 'test'));
  expect(employedAt(members, 12 * DAY_MS)).toContain(leaver);
  expect(employedAt(members, 13 * DAY_MS)).not.toContain(leaver);
});

test('names depend on the seed, posts do not', () => {
  const others = staff(43);
  expect(others.map((member) => member.id)).toEqual(members.map((member) => member.id));
  expect(others.map((member) => member.name.ko)).not.toEqual(
    members.map((member) => member.name.ko),
  );
});

test('some 2,850 of 4,000 agents work on a day, a tenth of them at night', () => {
  const agents = Array.from({ length: AGENT_COUNT }, (_, i) => agent(42, i + 1));
  for (const day of [-3, 0, 5, 100]) {
    const working = agents.filter((someone) => agentWorks(someone, day)).length;
    expect(Math.abs(working - (AGENT_COUNT * 5) / 7)).toBeLessThan(120);
  }
  expect(Math.abs(agents.filter((someone) => someone.shift === 'night').length - 400)).toBeLessThan(
    70,
  );
  for (const { lookupsPerDay, daysOff } of agents) {
    expect(lookupsPerDay).toBeGreaterThanOrEqual(60);
    expect(lookupsPerDay).toBeLessThanOrEqual(100);
    expect(daysOff[0]).toBeLessThan(daysOff[1]);
  }
});

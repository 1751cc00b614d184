import { HOUR_MS, parseTime, streamKey, type Calendar, type SimTime } from '@dwell/core';
import { personName } from '../population/names.ts';
import type { DepartmentId } from './departments.ts';
import { POSTS } from './posts.ts';

/** Somebody who works, or worked, at the shop. */
export type StaffMember = {
  readonly id: string;
  readonly name: { readonly ko: string; readonly en: string };
  readonly email: string;
  readonly department: DepartmentId;
  readonly role: string;
  /** Staff id. */
  readonly manager: string | null;
  /** 09:00 local of the first day. */
  readonly joinedAt: SimTime;
  /** 18:00 local of the last working day; null while nothing is planned. */
  readonly leftAt: SimTime | null;
};

/** Id of the developer who left with the key: one like any other, since people read it in logs. */
export const LEAVER_ID = 'backend-8';

const SHIPPED: Calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };

/**
 * The named staff with their HR dates. Posts and dates are fixed, names are drawn from the seed.
 * Simulated times are those of the calendar; the shipped one starts on 2024-12-01T00:00+09:00.
 */
export function staff(seed: number, calendar: Calendar = SHIPPED): readonly StaffMember[] {
  const names = streamKey(seed, 'staff.names');
  return POSTS.map(({ id, department, role, manager, joined, left }, n): StaffMember => {
    const person = personName(names, n);
    return {
      id,
      name: { ko: person.name, en: person.nameLatin },
      email: `${id}@staff.example`,
      department,
      role,
      manager,
      joinedAt: parseTime(joined, calendar, id) + 9 * HOUR_MS,
      leftAt: left === null ? null : parseTime(left, calendar, id) + 18 * HOUR_MS,
    };
  });
}

/** Who is employed at a time. */
export function employedAt(members: readonly StaffMember[], now: SimTime): readonly StaffMember[] {
  return members.filter(
    ({ joinedAt, leftAt }) => joinedAt <= now && (leftAt === null || now < leftAt),
  );
}

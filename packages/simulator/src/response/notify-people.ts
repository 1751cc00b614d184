import { DAY_MS } from '@dwell/core';
import type { Response } from './response.ts';

const PEOPLE = 33_700_000;

/** Tells the members: prepared for a day, then contacts arrive for eight. */
export const notifyPeople: Response = {
  id: 'notify-people',
  touches: 'people',
  title: { en: 'Notify the people', ko: '정보주체 통지' },
  summary: {
    en: 'Writes to every member: items, when and how, self-protection, contact. Half a percent get in touch.',
    ko: '모든 회원에게 항목, 경위, 대처 방법, 연락처를 알립니다. 0.5 %가 문의합니다.',
  },
  analystHours: 24,
  undoable: true,
  leadMs: () => DAY_MS,
  blast: (world) => ({
    customersAffected: PEOPLE,
    expectedContacts: Math.round((PEOPLE * world.knobs['notice.contact_share']) / 1_000_000),
  }),
  unavailable: (world) => (world.state.notice !== null ? 'already-sent' : null),
  apply(world) {
    world.state.notice = { at: world.now, people: PEOPLE };
    world.state.awareness.peopleToldAt ??= world.now;
    world.emit('notice.sent', 'shop', { people: PEOPLE });
  },
};

import { HOUR_MS, badInput } from '@dwell/core';
import { startStorm, stormLostOrders } from '../world/harm.ts';
import { logControl, type Response } from './response.ts';

/** `all`, or a percentage of daily users such as `25%`. */
function cohortPpm(text: string): number {
  if (text === 'all') return 1_000_000;
  const m = /^(\d{1,3})\s?%$/.exec(text);
  if (!m || Number(m[1]) < 1 || Number(m[1]) > 100) {
    throw badInput(
      'COHORT',
      `"${text}" is no cohort`,
      'logout',
      'write all, or a percentage such as 25%',
    );
  }
  return Number(m[1]) * 10_000;
}

/** Ends sessions. Access tokens already issued stay valid until they expire, and forged ones do not care. */
export const logout: Response = {
  id: 'logout',
  touches: 'account',
  title: { en: 'Log everyone out', ko: '전체 로그아웃' },
  summary: {
    en: 'Sessions end for all or a cohort, and a storm of logins follows. Stateless tokens live on until they expire; forged ones are untouched.',
    ko: '전체 또는 일부의 세션을 끊고 로그인 폭주가 뒤따릅니다. 이미 나간 토큰은 만료까지 살아 있고 위조 토큰은 영향이 없습니다.',
  },
  analystHours: 2,
  undoable: true,
  leadMs: () => HOUR_MS,
  check: (_world, params) => void cohortPpm(String(params['cohort'] ?? 'all')),
  blast(world, params) {
    const { knobs } = world;
    const share = cohortPpm(String(params['cohort'] ?? 'all'));
    const users = Math.round((knobs['world.daily_users'] * share) / 1_000_000);
    return {
      customersLockedOut: users,
      customersAffected: users,
      expectedContacts: Math.round((users * knobs['storm.contact_share']) / 1_000_000),
      expectedLostOrders: stormLostOrders(knobs, share),
    };
  },
  apply(world, params) {
    const share = cohortPpm(String(params['cohort'] ?? 'all'));
    startStorm(world.state, world.now, share);
    world.emit('storm.started', 'shop', { share_ppm: share });
    logControl(world, 'sessions', 'logged-out', `${share / 10_000} % of daily users`);
  },
};

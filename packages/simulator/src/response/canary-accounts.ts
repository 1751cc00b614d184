import { HOUR_MS, draw32, streamKey } from '@dwell/core';
import { exists, memberStatus, NUMBER_SPACE } from '@dwell/shop';
import type { WorldApi } from '../world/world-api.ts';
import { logControl, type Response } from './response.ts';

/** Canaries a number of the sample may carry at most, of a thousand: about half of the withdrawn accounts. */
const MOST_PER_MILLE = 15;

/**
 * Sampled accounts that become canaries: withdrawn ones, so that no customer comes near them. Their
 * count is not scaled, because then an attacker meets the first of them as soon as he would at full
 * scale; a sample too small for that carries as many as it can.
 */
function pick(world: WorldApi, count: number, by: number): number[] {
  const key = streamKey(world.seed, 'response/canaries');
  const first = world.residue === 0 ? world.scale : world.residue;
  const numbers = Math.floor((NUMBER_SPACE - first) / world.scale) + 1;
  const wanted = Math.max(1, Math.min(count, Math.floor((numbers * MOST_PER_MILLE) / 1000)));
  const chosen = new Set<number>();
  for (let i = 0; chosen.size < wanted && i < wanted * 1000; i++) {
    const index = Math.floor((draw32(key, by, i) / 0x100000000) * numbers);
    const number = first + index * world.scale;
    if (exists(world.population, number) && memberStatus(world.population, number) === 'withdrawn')
      chosen.add(number);
  }
  return [...chosen].sort((x, y) => x - y);
}

/** Accounts that nobody has a reason to read: whoever does is worth a look. */
export const canaryAccounts: Response = {
  id: 'canary-accounts',
  touches: 'account',
  title: { en: 'Plant canary accounts', ko: '카나리아 계정 심기' },
  summary: {
    en: 'Members without owners, spread over the numbers. Reading one is a signal; QA does it twice a week.',
    ko: '주인 없는 회원을 번호 곳곳에 심습니다. 누군가 읽으면 신호가 됩니다. QA도 일주일에 두 번 건드립니다.',
  },
  analystHours: 2,
  undoable: true,
  leadMs: () => 2 * HOUR_MS,
  blast: (_world, params) => ({
    notes: [{ code: 'canaries', values: { count: Number(params['count'] ?? 1000) } }],
  }),
  apply(world, params, by) {
    world.state.canaries = [
      ...world.state.canaries,
      ...pick(world, Number(params['count'] ?? 1000), by),
    ];
    world.frame.canaries = world.state.canaries;
    logControl(world, 'canary', 'planted', `${params['count'] ?? 1000} accounts`);
  },
};

import { HOUR_MS, draw32, streamKey } from '@dwell/core';
import { exists, NUMBER_SPACE } from '@dwell/shop';
import type { WorldApi } from '../world/world-api.ts';
import { logControl, type Response } from './response.ts';

/** Sampled accounts that become canaries; at least one, so that a small sample still has some. */
function pick(world: WorldApi, count: number, by: number): number[] {
  const key = streamKey(world.seed, 'response/canaries');
  const first = world.residue === 0 ? world.scale : world.residue;
  const numbers = Math.floor((NUMBER_SPACE - first) / world.scale) + 1;
  const wanted = Math.max(1, Math.round(count / world.scale));
  const chosen = new Set<number>();
  for (let i = 0; chosen.size < wanted && i < wanted * 20; i++) {
    const index = Math.floor((draw32(key, by, i) / 0x100000000) * numbers);
    const number = first + index * world.scale;
    if (exists(world.population, number)) chosen.add(number);
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

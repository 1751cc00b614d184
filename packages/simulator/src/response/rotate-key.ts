import { HOUR_MS } from '@dwell/core';
import { rotateKey as rotate, signingKey } from '@dwell/shop';
import { startStorm, stormLostOrders } from '../world/harm.ts';
import type { WorldApi } from '../world/world-api.ts';
import type { Response } from './response.ts';
import type { BlastRadius } from './types.ts';

function pinned(world: WorldApi): number {
  return Math.round((200 * world.knobs['verifier.pinned_percent']) / 100);
}

/** Days of all traffic that pinned verifiers refuse: from when the new key signs until the last is redeployed. */
function pinnedDays(knobs: WorldApi['knobs'], hard: boolean): number {
  const redeploy = knobs['verifier.redeploy_hours'];
  const from = hard
    ? 0
    : Math.max(0, knobs['key.overlap_hours'] - knobs['token.life_minutes'] / 60);
  if (from >= redeploy) return 0;
  const left = redeploy - from;
  return ((knobs['verifier.pinned_percent'] / 100) * left * left) / (2 * redeploy) / 24;
}

/** A new signing key: beside the old one for a while (overlap), or instead of it at once (hard). */
export const rotateKey: Response = {
  id: 'rotate-key',
  touches: 'key',
  title: { en: 'Rotate the signing key', ko: '서명 키 교체' },
  summary: {
    en: 'Overlap: nobody is logged out, forged tokens live on meanwhile. Hard: the old key dies with the verifiers’ caches, and every session with it.',
    ko: '겹침 교체는 아무도 로그아웃되지 않지만 위조 토큰도 그동안 살아 있습니다. 즉시 교체는 검증기 캐시와 함께 옛 키가 죽고 모든 세션도 끊깁니다.',
  },
  analystHours: 4,
  undoable: true,
  leadMs: (_knobs, params) => (params['mode'] === 'hard' ? 1 : 4) * HOUR_MS,
  blast(world, params) {
    const { knobs } = world;
    const hard = params['mode'] === 'hard';
    const users = hard && knobs['token.refresh_signed'] === 1 ? knobs['world.daily_users'] : 0;
    const refused = pinnedDays(knobs, hard);
    const notes: BlastRadius['notes'] = [
      { code: 'caches', values: { minutes: knobs['verifier.cache_minutes'] } },
      {
        code: 'pinned',
        values: { verifiers: pinned(world), hours: knobs['verifier.redeploy_hours'] },
      },
      ...(hard ? [] : [{ code: 'overlap', values: { hours: knobs['key.overlap_hours'] } }]),
    ];
    return {
      customersLockedOut: users,
      customersAffected: Math.max(users, Math.round(knobs['world.daily_users'] * refused)),
      verifiersFailing: pinned(world),
      expectedContacts: Math.round(
        (users * knobs['storm.contact_share']) / 1_000_000 +
          knobs['world.daily_users'] * 2 * refused * 0.02,
      ),
      expectedLostOrders:
        Math.round(refused * knobs['world.orders_per_day']) +
        (users === 0 ? 0 : stormLostOrders(knobs, 1_000_000)),
      notes,
    };
  },
  apply(world, params) {
    const { state, knobs, now } = world;
    const mode = params['mode'] === 'hard' ? 'hard' : 'overlap';
    const old = signingKey(state.keys);
    state.keys = rotate(state.keys, {
      seed: world.seed,
      mode,
      at: now,
      overlapMs: knobs['key.overlap_hours'] * HOUR_MS,
    });
    state.redeployAskedAt = now;
    world.emit('key.published', 'shop', { version: signingKey(state.keys).version });
    if (mode === 'hard') {
      world.emit('key.withdrawn', 'shop', { version: old.version });
      if (knobs['token.refresh_signed'] === 1) {
        startStorm(state, now, 1_000_000);
        world.emit('storm.started', 'shop', { share_ppm: 1_000_000 });
      }
    }
    world.log('entity_management', {
      activity_id: 3,
      entity_type: 'key',
      entity_uid: old.kid,
      operation: mode === 'hard' ? 'withdrawn' : 'retiring',
      actor: 'identity-1',
      comment: `successor ${signingKey(state.keys).kid}`,
    });
  },
};

import { HOUR_MS } from '@dwell/core';
import { honestGate } from '../world/honest-gate.ts';
import { logControl, type Response } from './response.ts';
import type { RateLimit } from '../world/state.ts';

/** Limits requests a minute by source, token or endpoint; shared addresses and partners feel it first. */
export const rateLimit: Response = {
  id: 'rate-limit',
  touches: 'source',
  title: { en: 'Limit the rate', ko: '요청 속도 제한' },
  summary: {
    en: 'Carrier addresses and partners are throttled with it; an attacker adapts within a day. By token it never bites when every subject has a token of its own.',
    ko: '통신사 공유 주소와 협력사도 함께 느려지고 공격자는 하루 안에 맞춰 옵니다. 주체마다 토큰이 다르면 토큰별 제한은 걸리지 않습니다.',
  },
  analystHours: 2,
  undoable: true,
  leadMs: () => HOUR_MS,
  blast(world, params) {
    const limit: RateLimit = {
      per: params['per'] as RateLimit['per'],
      limit: Number(params['limit']),
      by: 0,
    };
    const gate = honestGate(
      { ...world.state, limits: [limit], blocks: [], denied: [] },
      world.fleet(),
      world.now,
    );
    const customers = Math.round((world.knobs['world.daily_users'] * gate.refusedPpm) / 1_000_000);
    return {
      customersAffected: customers,
      expectedLostOrders: Math.round(
        (world.knobs['world.orders_per_day'] * gate.refusedPpm) / 1_000_000,
      ),
      expectedContacts: Math.round(customers * 0.02),
      notes: [
        { code: 'partners', values: { percent: Math.round(gate.partnerRefusedPpm / 10_000) } },
      ],
    };
  },
  apply(world, params, by) {
    const limit: RateLimit = {
      per: params['per'] as RateLimit['per'],
      limit: Number(params['limit']),
      by,
    };
    world.state.limits = [...world.state.limits, limit];
    logControl(world, 'rate_limit', 'limit-set', `${limit.limit} a minute per ${limit.per}`);
  },
};

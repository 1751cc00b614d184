import { DAY_MS } from '@dwell/core';
import { withControl } from '@dwell/shop';
import { logControl, type Response } from './response.ts';

/** The gateway asks the issuer's record for every token: ends forgery. */
export const checkIssuance: Response = {
  id: 'check-issuance',
  touches: 'gateway',
  title: { en: 'Check that the token was issued', ko: '발급 여부 확인' },
  summary: {
    en: 'Looks every token up in the issuer’s record. Forged tokens end; latency and a new dependency are the price.',
    ko: '모든 토큰을 발급 기록과 대조합니다. 위조가 끝나는 대신 지연과 새로운 의존성이 생깁니다.',
  },
  analystHours: 60,
  undoable: true,
  leadMs: (knobs) => (knobs['response.issuance_prepared'] === 1 ? 1 : 3) * DAY_MS,
  blast: (world) => ({
    latencyPercent: 8,
    customersAffected: Math.round(
      (world.knobs['world.daily_users'] * world.knobs['world.late_issuer_lines']) / 1_000_000,
    ),
    notes: [{ code: 'outage-risk', values: {} }],
  }),
  unavailable: (world) => (world.state.controls.issued ? 'already-on' : null),
  apply(world) {
    world.state.controls = withControl(world.state.controls, 'issued', true);
    logControl(world, 'issued', 'switched-on', 'issuance look-up at the gateway');
  },
};

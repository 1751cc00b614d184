import { MINUTE_MS } from '@dwell/core';
import { withControl } from '@dwell/shop';
import { logControl, type Response } from './response.ts';

/** Takes blocks, limits or checks back. */
export const restore: Response = {
  id: 'restore',
  touches: 'gateway',
  title: { en: 'Restore normal service', ko: '정상 복구' },
  summary: {
    en: 'Lifts all blocks, all rate limits, or the added gateway checks.',
    ko: '모든 차단, 모든 속도 제한, 또는 추가한 게이트웨이 검사를 해제합니다.',
  },
  analystHours: 1,
  undoable: true,
  leadMs: () => 10 * MINUTE_MS,
  blast: () => ({}),
  unavailable: (world) =>
    world.state.blocks.length + world.state.denied.length + world.state.limits.length === 0 &&
    !world.state.controls.issued &&
    !world.state.controls.subject_exists
      ? 'nothing-to-restore'
      : null,
  apply(world, params) {
    const { state } = world;
    if (params['what'] === 'block') {
      state.blocks = [];
      state.denied = [];
    } else if (params['what'] === 'rate-limit') state.limits = [];
    else {
      state.controls = withControl(
        withControl(state.controls, 'issued', false),
        'subject_exists',
        false,
      );
    }
    logControl(world, String(params['what']), 'restored', 'lifted');
  },
};

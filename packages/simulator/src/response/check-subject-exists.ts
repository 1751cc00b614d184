import { HOUR_MS } from '@dwell/core';
import { withControl } from '@dwell/shop';
import { logControl, type Response } from './response.ts';

/** The gateway asks whether the token's subject exists: ends the tries for numbers nobody has. */
export const checkSubjectExists: Response = {
  id: 'check-subject-exists',
  touches: 'gateway',
  title: { en: 'Check that the subject exists', ko: '주체 존재 확인' },
  summary: {
    en: 'Refuses tokens for members who do not exist: more than half of the forged ones, none of the harmful ones.',
    ko: '존재하지 않는 회원의 토큰을 거부합니다. 위조 토큰의 절반 이상이지만 실제 피해를 주는 쪽은 아닙니다.',
  },
  analystHours: 16,
  undoable: true,
  leadMs: () => 8 * HOUR_MS,
  blast: () => ({ latencyPercent: 4 }),
  unavailable: (world) => (world.state.controls.subject_exists ? 'already-on' : null),
  apply(world) {
    world.state.controls = withControl(world.state.controls, 'subject_exists', true);
    logControl(world, 'subject_exists', 'switched-on', 'directory look-up at the gateway');
  },
};

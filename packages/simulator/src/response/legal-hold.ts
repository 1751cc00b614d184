import { MINUTE_MS } from '@dwell/core';
import { logControl, type Response } from './response.ts';

/** Stops the automatic deletion: what is there now stays. */
export const legalHold: Response = {
  id: 'legal-hold',
  touches: 'evidence',
  title: { en: 'Legal hold: stop deletion', ko: '증거 보존: 삭제 중지' },
  summary: {
    en: 'Logs stop ageing out from then on. What is gone is gone; every kept day costs storage.',
    ko: '그때부터 로그가 더 지워지지 않습니다. 이미 지워진 것은 되돌릴 수 없고 보관하는 날마다 저장 비용이 듭니다.',
  },
  analystHours: 1,
  undoable: true,
  leadMs: () => 30 * MINUTE_MS,
  blast: (world) => ({
    notes: [{ code: 'retention', values: { days: world.knobs['world.retention_days'] } }],
  }),
  unavailable: (world) => (world.state.holds.length > 0 ? 'already-on' : null),
  apply(world) {
    world.state.holds = [...world.state.holds, { at: world.now }];
    logControl(world, 'retention', 'hold', 'automatic deletion stopped');
  },
};

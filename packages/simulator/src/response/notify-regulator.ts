import { HOUR_MS } from '@dwell/core';
import type { Response } from './response.ts';

/** Files a report under a rule of the scenario's jurisdictions. */
export const notifyRegulator: Response = {
  id: 'notify-regulator',
  touches: 'people',
  title: { en: 'Notify the regulator', ko: '감독기관 신고' },
  summary: {
    en: 'Files what is known and what is not, and promises an update. The clock runs from awareness, not from this act.',
    ko: '아는 것과 모르는 것을 나누어 신고하고 보완을 약속합니다. 시계는 이 행동이 아니라 인지 시점부터 갑니다.',
  },
  analystHours: 6,
  undoable: true,
  leadMs: () => 2 * HOUR_MS,
  blast: () => ({}),
  apply(world, params) {
    const rule = String(params['rule']);
    const { awareness } = world.state;
    awareness.filed = { ...awareness.filed, [rule]: awareness.filed[rule] ?? world.now };
    world.emit('report.filed', 'shop', { rule });
  },
};

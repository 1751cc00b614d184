import { MINUTE_MS, badInput } from '@dwell/core';
import { NUMBER_SPACE } from '@dwell/shop';
import { logControl, type Response } from './response.ts';

const MEMBERS_PER_NUMBER = 33_673_817 / NUMBER_SPACE;

/** Refuses the tokens of a range of subjects, honest ones included. */
export const denyList: Response = {
  id: 'deny-list',
  touches: 'token',
  title: { en: 'Deny a range of subjects', ko: '주체 범위 차단' },
  summary: {
    en: 'Refuses every token whose subject lies in a range. Members in the range are locked out too.',
    ko: '범위 안의 주체가 쓰는 토큰을 모두 거부합니다. 범위 안의 실제 회원도 들어오지 못합니다.',
  },
  analystHours: 0.5,
  undoable: true,
  leadMs: () => 5 * MINUTE_MS,
  check(_world, { from, to }) {
    if (Number(from) > Number(to)) {
      throw badInput('RANGE', `the range ${from}–${to} is empty`, 'deny-list', 'give from ≤ to');
    }
  },
  blast(world, { from, to }) {
    const members = Math.round(
      (Math.min(Number(to), NUMBER_SPACE) - Number(from) + 1) * MEMBERS_PER_NUMBER,
    );
    return {
      customersLockedOut: members,
      expectedContacts: Math.round(members * 0.47 * 0.02),
      expectedLostOrders: Math.round((members / 33_673_817) * world.knobs['world.orders_per_day']),
    };
  },
  apply(world, params, by) {
    world.state.denied = [
      ...world.state.denied,
      { from: Number(params['from']), to: Number(params['to']), by },
    ];
    logControl(world, 'deny_list', 'range-denied', `subjects ${params['from']} to ${params['to']}`);
  },
};

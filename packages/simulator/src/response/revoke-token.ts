import { MINUTE_MS } from '@dwell/core';
import { logControl, type Response } from './response.ts';

/** Puts one subject's tokens on the deny list; for a back-office client that is its one token. */
export const revokeToken: Response = {
  id: 'revoke-token',
  touches: 'token',
  title: { en: 'Revoke a token', ko: '토큰 폐기' },
  summary: {
    en: 'Refuses every token of one subject. Forged tokens are many and each has another subject.',
    ko: '한 주체의 토큰을 모두 거부합니다. 위조 토큰은 주체가 저마다 달라 하나씩 막아서는 끝이 없습니다.',
  },
  analystHours: 0.5,
  undoable: true,
  leadMs: () => 5 * MINUTE_MS,
  blast: () => ({ customersAffected: 1, notes: [{ code: 'one-subject', values: {} }] }),
  apply(world, params, by) {
    const subject = Number(params['account']);
    world.state.denied = [...world.state.denied, { from: subject, to: subject, by }];
    logControl(world, 'deny_list', 'subject-denied', `subject ${subject}`);
  },
};

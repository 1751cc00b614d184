import { below, chancePpm, draw32, streamKey, type StreamKey } from '@dwell/core';
import type { Knobs } from '../scenario/knobs.ts';

/** Pages as bits of what has been read of an account. */
export const READ = { addressList: 1, addressEdit: 2, myInfo: 4, orderList: 8, tried: 16 } as const;

/** Fields that a page discloses (FACTS §1). */
export const FIELDS: Readonly<Record<keyof Omit<typeof READ, 'tried'>, readonly string[]>> = {
  addressList: ['name', 'phone', 'address', 'door_code_masked'],
  addressEdit: ['name', 'phone', 'address', 'door_code'],
  myInfo: ['name', 'email'],
  orderList: ['orders'],
};

export type SubjectPlan = {
  /** Times the attacker reads the address list of this member. */
  addressViews(number: number): number;
  readsEdit(number: number): boolean;
  readsOrders(number: number): boolean;
  /** Does the attacker's walk include this number that nobody has? */
  triesMissing(number: number): boolean;
};

/** Collected data per subject (T1213): a pure function of seed and number, so the calibration draws nothing in time. */
export function subjectPlan(seed: number, knobs: Knobs): SubjectPlan {
  const key: StreamKey = streamKey(seed, 'attack/subject');
  const mean = knobs['attacker.address_views'] / 1_000_000;
  const base = Math.max(0, Math.floor(mean) - 1);
  const extraPpm = Math.round(((mean - base) / 3) * 1_000_000);
  const missingPpm = knobs['attacker.real_id_list']
    ? 0
    : Math.floor((knobs['attacker.missing_subjects'] / 44_000_000) * 1_000_000);
  return {
    addressViews(number) {
      let views = base;
      for (let k = 0; k < 3; k++) if (chancePpm(draw32(key, number, k), extraPpm)) views++;
      return views;
    },
    readsEdit: (number) => below(draw32(key, number, 10), 1_000_000) < knobs['attacker.edit_share'],
    readsOrders: (number) =>
      below(draw32(key, number, 11), 1_000_000) < knobs['attacker.order_share'],
    triesMissing: (number) =>
      missingPpm === 1_000_000 || chancePpm(draw32(key, number, 12), missingPpm),
  };
}

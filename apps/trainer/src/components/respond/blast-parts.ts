import type { BlastRadius } from '@dwell/simulator/router';
import { SHOP_SIZE } from './shop-size.ts';

export type BlastBar = {
  id: keyof Omit<BlastRadius, 'notes'>;
  value: number;
  /** Of the whole it is drawn against, 0–1 and beyond. */ share: number;
  unit: 'people' | 'verifiers' | 'percent';
};
export type BlastPlace = {
  place: 'customers' | 'gateway' | 'orders' | 'support';
  bars: readonly BlastBar[];
};

/** The blast radius sorted by where on the shop's map it hits, each figure against its own whole. */
export function blastParts(blast: BlastRadius): readonly BlastPlace[] {
  const bar = (id: BlastBar['id'], whole: number, unit: BlastBar['unit'] = 'people'): BlastBar => ({
    id,
    value: blast[id],
    share: blast[id] / whole,
    unit,
  });
  return [
    {
      place: 'customers',
      bars: [
        bar('customersAffected', SHOP_SIZE.dailyUsers),
        bar('customersLockedOut', SHOP_SIZE.dailyUsers),
      ],
    },
    {
      place: 'gateway',
      bars: [
        bar('verifiersFailing', SHOP_SIZE.verifiers, 'verifiers'),
        bar('latencyPercent', 100, 'percent'),
      ],
    },
    { place: 'orders', bars: [bar('expectedLostOrders', SHOP_SIZE.ordersPerDay)] },
    { place: 'support', bars: [bar('expectedContacts', SHOP_SIZE.contactsPerDay)] },
  ];
}

/** Does it hit nothing at all? */
export function isHarmless(blast: BlastRadius): boolean {
  return blastParts(blast).every((place) => place.bars.every((each) => each.value === 0));
}

import type { BlastRadius, ShopTotals } from '@dwell/simulator/router';

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

/** The blast radius sorted by where on the shop's map it hits, each figure against its own whole in this run. */
export function blastParts(blast: BlastRadius, totals: ShopTotals): readonly BlastPlace[] {
  const bar = (id: BlastBar['id'], whole: number, unit: BlastBar['unit'] = 'people'): BlastBar => ({
    id,
    value: blast[id],
    share: whole > 0 ? blast[id] / whole : 0,
    unit,
  });
  return [
    {
      place: 'customers',
      bars: [
        bar('customersAffected', totals.dailyUsers),
        bar('customersLockedOut', totals.dailyUsers),
      ],
    },
    {
      place: 'gateway',
      bars: [
        bar('verifiersFailing', totals.verifiers, 'verifiers'),
        bar('latencyPercent', 100, 'percent'),
      ],
    },
    { place: 'orders', bars: [bar('expectedLostOrders', totals.ordersPerDay)] },
    { place: 'support', bars: [bar('expectedContacts', totals.contactsPerDay)] },
  ];
}

/** Does it hit nothing at all? */
export function isHarmless({ notes: _notes, ...figures }: BlastRadius): boolean {
  return Object.values(figures).every((value) => value === 0);
}

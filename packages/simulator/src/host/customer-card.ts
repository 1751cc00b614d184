import type { SimTime } from '@dwell/core';
import {
  addressBook,
  exists,
  NUMBER_SPACE,
  populationKey,
  profile,
  recentOrders,
} from '@dwell/shop';
import type { CustomerCard } from '../router/types.ts';

/** The customer with a number in the world of a seed, as of a simulated time; null when nobody has it. */
export function customerCard(seed: number, number: number, now: SimTime): CustomerCard | null {
  const key = populationKey(seed);
  if (number < 1 || number > NUMBER_SPACE || !exists(key, number)) return null;
  const { status, name, email, phone } = profile(key, number);
  return {
    number,
    status,
    name,
    email,
    phone,
    addresses: addressBook(key, number).map((entry) => ({
      label: entry.label,
      line: entry.line,
      recipient: entry.recipient,
      phone: entry.phone,
      doorCode: entry.doorCode,
      nonMember: entry.nonMember,
    })),
    orders: recentOrders(key, number, now).map((order) => ({
      id: order.id,
      placedAt: order.placedAt,
      items: order.lines.map(({ item, quantity, priceWon }) => ({
        name: item.name.ko,
        quantity,
        priceWon,
      })),
      totalWon: order.totalWon,
    })),
  };
}

import type { SimTime } from '@dwell/core';
import { addressBook } from '../population/address-book.ts';
import { maskDoorCode } from '../population/place.ts';
import { exists, type PopulationKey } from '../population/population-key.ts';
import { profile } from '../population/profile.ts';
import { recentOrders } from '../population/recent-orders.ts';
import type { Route } from './routes.ts';

/**
 * What the application behind the gateway answers: the fields each page shows (FACTS §1). Null when
 * there is no such member or entry. Door codes are masked in the list and in clear on the edit
 * page.
 */
export function pageOf(key: PopulationKey, route: Route, now: SimTime): object | null {
  const { number } = route;
  if (!exists(key, number)) return null;
  switch (route.page) {
    case 'my_info': {
      const { name, email } = profile(key, number);
      return { number, name, email };
    }
    case 'address_list':
      return {
        addresses: addressBook(key, number).map(
          ({ index, label, recipient, phone, line, doorCode }) => ({
            index,
            label,
            recipient,
            phone,
            line,
            doorCode: maskDoorCode(doorCode),
          }),
        ),
      };
    case 'address_edit': {
      const entry = addressBook(key, number)[route.entry - 1];
      if (!entry) return null;
      const { index, label, recipient, phone, line, doorCode } = entry;
      return { index, label, recipient, phone, line, doorCode };
    }
    case 'order_list':
      return {
        orders: recentOrders(key, number, now).map(({ id, placedAt, lines, totalWon }) => ({
          id,
          placedAt,
          items: lines.map(({ item, quantity }) => ({ name: item.name.ko, quantity })),
          totalWon,
        })),
      };
  }
}

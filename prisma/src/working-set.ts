import {
  addressBook,
  catalogue,
  exists,
  initialKeyRegister,
  NUMBER_SPACE,
  populationKey,
  profile,
  recentOrders,
  staff,
  type PopulationKey,
} from '@dwell/shop';
import type { Prisma } from './generated/client.ts';

/** Rows of the shop's working set, ready to insert, parents before children. */
export type WorkingSet = {
  catalogue: Prisma.CatalogueItemCreateManyInput[];
  staff: Prisma.StaffCreateManyInput[];
  keys: Prisma.SigningKeyCreateManyInput[];
  members: Prisma.MemberCreateManyInput[];
  addresses: Prisma.AddressCreateManyInput[];
  orders: Prisma.OrderCreateManyInput[];
  items: Prisma.OrderItemCreateManyInput[];
};

/** The seed whose shop is kept; runs with this seed have the same people. */
export const WORKING_SET_SEED = 42;
export const WORKING_SET_MEMBERS = 500;

/** Existing numbers spread evenly over the number space, oldest account first. */
function memberNumbers(key: PopulationKey): number[] {
  const step = Math.floor(NUMBER_SPACE / WORKING_SET_MEMBERS);
  return Array.from({ length: WORKING_SET_MEMBERS }, (_, n) => {
    let number = n * step + 1;
    while (!exists(key, number)) number++;
    return number;
  });
}

function member(set: WorkingSet, key: PopulationKey, number: number): void {
  const { name, nameLatin, email, phone, status, joinedAt } = profile(key, number);
  set.members.push({ number, status, name, nameLatin, email, phone, joinedAt: BigInt(joinedAt) });
  for (const { index, label, recipient, phone: theirs, line, doorCode, nonMember } of addressBook(
    key,
    number,
  )) {
    set.addresses.push({
      memberNumber: number,
      position: index,
      label,
      recipient,
      phone: theirs,
      line,
      doorCode,
      nonMember,
    });
  }
  for (const order of recentOrders(key, number, 0)) {
    const { id, totalWon } = order;
    set.orders.push({ id, memberNumber: number, placedAt: BigInt(order.placedAt), totalWon });
    order.lines.forEach(({ item, quantity, priceWon }, position) =>
      set.items.push({ orderId: id, position, itemId: item.id, quantity, priceWon }),
    );
  }
}

/** The working set as of the start of a run: 300 items, the staff, the keys, 500 members with orders. */
export function workingSet(): WorkingSet {
  const key = populationKey(WORKING_SET_SEED);
  const register = initialKeyRegister({ seed: WORKING_SET_SEED, copyFollows: true });
  const set: WorkingSet = {
    catalogue: catalogue().map(({ id, category, name, priceWon }, position) => ({
      id,
      category,
      name: name.ko,
      nameLatin: name.en,
      priceWon,
      position,
    })),
    staff: staff(WORKING_SET_SEED).map((person, position) => ({
      id: person.id,
      name: person.name.ko,
      nameLatin: person.name.en,
      email: person.email,
      department: person.department,
      role: person.role,
      managerId: person.manager,
      joinedAt: BigInt(person.joinedAt),
      leftAt: person.leftAt === null ? null : BigInt(person.leftAt),
      position,
    })),
    keys: register.keys.map((entry) => ({
      kid: entry.kid,
      purpose: entry.purpose,
      version: entry.version,
      algorithm: entry.alg,
      state: entry.state,
      createdAt: BigInt(entry.createdAt),
      ownerId: entry.owner,
      custodians: [...entry.custodians],
      readers: [...entry.readers],
      copies: entry.copies.map((copy) => ({ ...copy })),
    })),
    members: [],
    addresses: [],
    orders: [],
    items: [],
  };
  for (const number of memberNumbers(key)) member(set, key, number);
  return set;
}

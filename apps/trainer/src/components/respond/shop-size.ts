/** Full-scale sizes that the blast radius is drawn against; the shipped scenarios' own figures. */
export const SHOP_SIZE = {
  members: 33_673_817,
  dailyUsers: 15_900_000,
  ordersPerDay: 4_100_000,
  contactsPerDay: 225_500,
  verifiers: 200,
} as const;

import type { CatalogueCard, CustomerCard, CustomerPage, ShopStore } from '@dwell/simulator/router';
import type { Prisma, PrismaClient } from './generated/client.ts';

const PAGE_SIZE = 50;

type Status = CustomerCard['status'];

/** Every word must be found in the name (either script) or the e-mail, or be the number. */
function matching(search: string): Prisma.MemberWhereInput {
  const words = search.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  return {
    AND: words.map((word) => {
      const contains = { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
      const number = /^\d{1,9}$/.test(word) ? Number(word) : null;
      return {
        OR: [
          { name: contains },
          { nameLatin: contains },
          { email: contains },
          ...(number === null ? [] : [{ number }]),
        ],
      };
    }),
  };
}

/** The shop's seeded working set, for its screens. */
export class PrismaShopStore implements ShopStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  async customers({ search = '', page }: { search?: string; page: number }): Promise<CustomerPage> {
    const where = matching(search);
    const [total, rows] = await Promise.all([
      this.#prisma.member.count({ where }),
      this.#prisma.member.findMany({
        where,
        orderBy: { number: 'asc' },
        skip: page * PAGE_SIZE,
        take: PAGE_SIZE,
        include: { _count: { select: { orders: true } } },
      }),
    ]);
    return {
      rows: rows.map(({ number, status, name, email, phone, _count }) => ({
        number,
        status: status as Status,
        name,
        email,
        phone,
        orders: _count.orders,
      })),
      total,
      page,
      pageSize: PAGE_SIZE,
    };
  }

  async customer(number: number): Promise<CustomerCard | null> {
    const member = await this.#prisma.member.findUnique({
      where: { number },
      include: {
        addresses: { orderBy: { position: 'asc' } },
        orders: {
          orderBy: { placedAt: 'desc' },
          include: { items: { orderBy: { position: 'asc' }, include: { item: true } } },
        },
      },
    });
    if (!member) return null;
    return {
      number,
      status: member.status as Status,
      name: member.name,
      email: member.email,
      phone: member.phone,
      addresses: member.addresses.map(({ label, line, recipient, phone, doorCode, nonMember }) => ({
        label,
        line,
        recipient,
        phone,
        doorCode,
        nonMember,
      })),
      orders: member.orders.map(({ id, placedAt, items, totalWon }) => ({
        id,
        placedAt: Number(placedAt),
        items: items.map(({ item, quantity, priceWon }) => ({
          name: item.name,
          quantity,
          priceWon,
        })),
        totalWon,
      })),
    };
  }

  async catalogue(): Promise<CatalogueCard[]> {
    const items = await this.#prisma.catalogueItem.findMany({ orderBy: { position: 'asc' } });
    return items.map(({ id, name, category, priceWon }) => ({ id, name, category, priceWon }));
  }
}

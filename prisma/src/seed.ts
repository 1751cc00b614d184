import type { PrismaClient } from './generated/client.ts';

const NAME = 'shop';
/** Changed whenever the working set does; a database with another one is filled anew. */
const VERSION = '1';

/** Has the database the present working set? One query. */
export async function isSeeded(prisma: PrismaClient): Promise<boolean> {
  const mark = await prisma.seedMark.findUnique({ where: { name: NAME } });
  return mark?.version === VERSION;
}

/** Fills the shop's tables with the working set, all or nothing; does nothing when it is there. */
export async function seed(prisma: PrismaClient): Promise<void> {
  if (await isSeeded(prisma)) return;
  const { workingSet } = await import('./working-set.ts');
  const set = workingSet();
  await prisma.$transaction(
    async (tx) => {
      await tx.order.deleteMany();
      await tx.member.deleteMany();
      await tx.signingKey.deleteMany();
      await tx.staff.deleteMany();
      await tx.catalogueItem.deleteMany();
      await tx.catalogueItem.createMany({ data: set.catalogue });
      await tx.staff.createMany({ data: set.staff });
      await tx.signingKey.createMany({ data: set.keys });
      await tx.member.createMany({ data: set.members });
      await tx.address.createMany({ data: set.addresses });
      await tx.order.createMany({ data: set.orders });
      await tx.orderItem.createMany({ data: set.items });
      await tx.seedMark.upsert({
        where: { name: NAME },
        create: { name: NAME, version: VERSION },
        update: { version: VERSION, seededAt: new Date() },
      });
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

import { server } from '@/server/boot.ts';

/** 200 while the database answers. For launchers and monitors; says nothing about anybody. */
export async function GET(): Promise<Response> {
  try {
    const { database } = await server();
    await database.prisma.$queryRaw`SELECT 1`;
    return Response.json({ ok: true, database: database.kind });
  } catch {
    return Response.json({ ok: false }, { status: 503 });
  }
}

export const dynamic = 'force-dynamic';

import { createHmac, timingSafeEqual } from 'node:crypto';
import { server } from '@/server/boot.ts';
import { native } from '@/server/native.ts';

/** For the launcher on the same machine: who can read the server's secret may have a sign-in token. */
export async function POST(request: Request): Promise<Response> {
  const { sessionSecret, createSignInToken } = await native.prisma();
  const { home, database } = await server();
  const proof = createHmac('sha256', sessionSecret(home)).update('sign-in-link').digest();
  const given = Buffer.from(
    request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '',
    'base64url',
  );
  if (given.length !== proof.length || !timingSafeEqual(given, proof))
    return new Response(null, { status: 401 });
  return Response.json({ token: await createSignInToken(database.prisma) });
}

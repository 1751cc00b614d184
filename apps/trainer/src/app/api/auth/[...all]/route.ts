import { server } from '@/server/boot.ts';
import { isSameSite } from '@/server/same-site.ts';

/** Reads, and the way back from single sign-on. */
export async function GET(request: Request): Promise<Response> {
  const { auth } = await server();
  return auth.handler(request);
}

/** Everything that changes something. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameSite(request)) return new Response(null, { status: 403 });
  return GET(request);
}

import { server } from '@/server/boot.ts';

async function handler(request: Request): Promise<Response> {
  const { auth } = await server();
  return auth.handler(request);
}

export { handler as GET, handler as POST };

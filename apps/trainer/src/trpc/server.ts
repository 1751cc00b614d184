import type { createCaller } from '@dwell/simulator/router';
import { headers } from 'next/headers';
import { server } from '@/server/boot.ts';
import { native } from '@/server/native.ts';
import { userOf } from '@/server/user.ts';

/** Calls the router without HTTP, as the person the page is for: `(await caller()).run.list()`. */
export async function caller(): Promise<ReturnType<typeof createCaller>> {
  const [{ createCaller: create }, { service }, user] = await Promise.all([
    native.router(),
    server(),
    headers().then(userOf),
  ]);
  return create({ service, user });
}

import { doorParts } from '@/server/door-parts.ts';
import { join } from '@/server/join.ts';

/** Lets somebody into an exercise by its code. */
export async function POST(request: Request): Promise<Response> {
  return join(await doorParts(), request);
}

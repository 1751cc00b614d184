import { doorParts } from '@/server/door-parts.ts';
import { showSeat, takeSeat } from '@/server/seat.ts';

/** The page of a one-time link to a seat. */
export async function GET(request: Request): Promise<Response> {
  return showSeat(await doorParts(), request);
}

/** Uses the link. */
export async function POST(request: Request): Promise<Response> {
  return takeSeat(await doorParts(), request);
}

import type { Viewer } from '@dwell/simulator';
import type { GuestBook } from './guest-book.ts';
import { seatToken } from './seat-cookie.ts';

/** The guest who sent these headers: bound to one exercise and person. Null: nobody, or not any more. */
export async function guestViewer(
  headers: Headers,
  guests: Pick<GuestBook, 'of'>,
): Promise<Viewer | null> {
  const token = seatToken(headers);
  const guest = token === null ? null : await guests.of(token);
  if (!guest) return null;
  const { id, name, exerciseId } = guest;
  return { id, name, role: 'trainee', seat: { exerciseId, person: id } };
}

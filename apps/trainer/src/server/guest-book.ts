import type { GuestPerson, NewSession, PrismaClient } from '@dwell/prisma';
import { native } from './native.ts';

/** Sessions of guests and their one-time links, as the web door needs them. */
export type GuestBook = {
  /** Hours that a session lasts. */
  hours: number;
  create(ask: { exerciseId: string; name: string }): Promise<NewSession>;
  remove(id: string): Promise<void>;
  /** Whose session this is; null when it has ended or was ended. */
  of(token: string): Promise<GuestPerson | null>;
  /** Whom an unused link signs in. */
  readLink(token: string): Promise<GuestPerson | null>;
  /** A new session by a link, once. */
  useLink(token: string): Promise<NewSession | null>;
};

/** The guest book of the database. */
export async function guestBook(prisma: PrismaClient): Promise<GuestBook> {
  const kept = await native.prisma();
  return {
    hours: kept.GUEST_HOURS,
    create: (ask) => kept.createGuest(prisma, ask),
    remove: (id) => kept.removeGuest(prisma, id),
    of: (token) => kept.guestOf(prisma, token),
    readLink: (token) => kept.readSeatLink(prisma, token),
    useLink: (token) => kept.useSeatLink(prisma, token),
  };
}

export { openDatabase, type Database, type OpenOptions } from './database.ts';
export { exerciseDoor, type DoorUrls } from './exercise-door.ts';
export {
  createGuest,
  GUEST_HOURS,
  guestOf,
  removeGuest,
  renewGuest,
  revokeGuest,
  type GuestPerson,
  type NewSession,
} from './guests.ts';
export { openHome, type Home } from './home.ts';
export { createSeatLink, readSeatLink, useSeatLink } from './seat-link.ts';
export { sessionSecret } from './secret.ts';
export { createSignInToken, isUnclaimed, useSignInToken } from './sign-in-link.ts';
export type { PrismaClient } from './generated/client.ts';

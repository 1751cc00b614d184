export { openDatabase, type Database, type OpenOptions } from './database.ts';
export { openHome, type Home } from './home.ts';
export { sessionSecret } from './secret.ts';
export { createSignInToken, isUnclaimed, useSignInToken } from './sign-in-link.ts';
export type { PrismaClient } from './generated/client.ts';

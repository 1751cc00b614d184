import { createSimulatorService } from '@dwell/simulator';
import { openDatabase, openHome, sessionSecret, useSignInToken } from '@dwell/prisma';
import { makeAuth } from './auth.ts';
import type { Server } from './boot.ts';

/** Opens the database, starts the simulator's service and takes up the runs that were playing. */
export async function startServer(): Promise<Server> {
  const home = openHome();
  const database = await openDatabase(home, {
    url: process.env.DATABASE_URL,
    onStep: (text) => console.log(`  ${text} …`),
  });
  const { prisma, runStore, shopStore, commandLog, clockLog } = database;
  try {
    const service = createSimulatorService({ runStore, shopStore, commandLog, clockLog }, { folder: home.runs });
    await service.start();
    const auth = makeAuth({
      database,
      secret: sessionSecret(home),
      consumeToken: (token) => useSignInToken(prisma, token),
    });
    const close = async (): Promise<void> => {
      try {
        await service.stop();
      } finally {
        await database.close();
      }
    };
    return { home, database, service, auth, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

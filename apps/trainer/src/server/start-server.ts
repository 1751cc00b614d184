import type { HostPorts, SimulatorService } from '@dwell/simulator';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { makeAuth } from './auth.ts';
import type { Server } from './boot.ts';
import { native } from './native.ts';

// TEMPORARY until the service lands.
const createSimulatorService = (_ports: HostPorts, _options: { folder: string }) =>
  new Proxy({} as SimulatorService, {
    get: (_target, name) =>
      name === 'then' ? undefined : async () => (name === 'start' || name === 'stop' ? undefined : Promise.reject(new Error('no service yet'))),
  });

/** Opens the database, starts the simulator's service and takes up the runs that were playing. */
export async function startServer(): Promise<Server> {
  const { openDatabase, openHome, sessionSecret, useSignInToken } = await native.prisma();
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
      storage: prismaAdapter(prisma, { provider: 'postgresql' }),
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

import { prismaAdapter } from 'better-auth/adapters/prisma';
import { makeAuth } from './auth.ts';
import type { Server } from './boot.ts';
import { guestBook } from './guest-book.ts';
import { makeLimits } from './limits.ts';
import { logFailure } from './log.ts';
import { startLoopLog } from './loop-log.ts';
import { native } from './native.ts';
import { joinUrl, seatUrl } from './public-url.ts';

/** Opens the database, starts the simulator's service and takes up the runs that were playing. */
export async function startServer(): Promise<Server> {
  const [kept, { createSimulatorService, lrsConfig }] = await Promise.all([
    native.prisma(),
    native.simulator(),
  ]);
  const { exerciseDoor, openDatabase, openHome, sessionSecret, useSignInToken } = kept;
  const lrs = lrsConfig(process.env);
  const home = openHome();
  const database = await openDatabase(home, {
    url: process.env.DATABASE_URL,
    onStep: (text) => process.stdout.write(`  ${text} …\n`),
    onTrouble: logFailure,
  });
  const {
    prisma,
    runStore,
    shopStore,
    commandLog,
    clockLog,
    ruleDrafts,
    exercises,
    roomLog,
    settings,
  } = database;
  try {
    const door = exerciseDoor(database, { join: joinUrl, seat: seatUrl });
    const ports = {
      door,
      runStore,
      shopStore,
      commandLog,
      clockLog,
      ruleDrafts,
      exercises,
      roomLog,
      settings,
    };
    // Several servers may share PostgreSQL; the embedded database belongs to this one alone.
    const service = createSimulatorService(ports, {
      home: home.path,
      soleHost: database.kind === 'embedded',
      lrs,
    });
    await service.start();
    const auth = makeAuth({
      storage: prismaAdapter(prisma, { provider: 'postgresql' }),
      secret: sessionSecret(home),
      consumeToken: (token) => useSignInToken(prisma, token),
    });
    const stopLoopLog = startLoopLog();
    const close = async (): Promise<void> => {
      stopLoopLog();
      try {
        await service.stop();
      } finally {
        await database.close();
      }
    };
    const guests = await guestBook(prisma);
    return { home, database, service, auth, guests, limits: makeLimits(), close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type OwnServer, startServer } from './server.ts';
import { test as base } from './test.ts';

/** A server of the test's own, which it may kill and start again on the same home. */
export type Own = { home: string; server: OwnServer };

/** A test that has a server to itself. */
export const ownTest = base.extend<{ own: Own }>({
  baseURL: async ({ own }, use) => use(own.server.url),
  own: async ({ browserName }, use) => {
    const home = mkdtempSync(join(tmpdir(), `dwell-e2e-${browserName}-`));
    const own = { home, server: await startServer(home, await freePort()) };
    await use(own);
    await own.server.kill();
    rmSync(home, { recursive: true, force: true });
  },
});

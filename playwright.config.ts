import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { systemChromium } from './scripts/test/chromium.mjs';

/** A port that nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(),
      );
    });
  });
}

// Workers read this file again: what the first reading chose comes down to them by the environment.
if (process.env['DWELL_E2E_HOME'] === undefined) {
  const home = mkdtempSync(join(tmpdir(), 'dwell-e2e-'));
  process.env['DWELL_E2E_HOME'] = home;
  process.env['DWELL_E2E_PORT'] = String(await freePort());
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
}
const home = process.env['DWELL_E2E_HOME'];
const port = process.env['DWELL_E2E_PORT'];

const executablePath = systemChromium();

export default defineConfig({
  testDir: 'apps/trainer/e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  // A busy machine may be late once; a broken product is broken twice. Retried tests are named in the report.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Tracing every test takes a tenth of the time; a build traces what it tries again.
    trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'sign-in', testMatch: 'sign-in.setup.ts' },
    {
      name: 'signed-in',
      testMatch: '*.spec.ts',
      dependencies: ['sign-in'],
      use: { storageState: join(home, 'browser-state.json') },
    },
  ],
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    env: { DWELL_HOME: join(home, 'data'), DATABASE_URL: '' },
    // The one-time link of a first start reaches the tests as DWELL_LINK.
    wait: { stdout: /Sign in:\s+(?<dwell_link>\S+)/ },
    stdout: 'pipe',
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});

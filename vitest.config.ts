import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One project a workspace, all in Node. Packages resolve to their sources by the `development`
// condition, so nothing needs building except the entries of child processes.
const conditions = ['development', 'node'];

type Options = {
  alias?: Record<string, string>;
  /** False where files share nothing that a test changes: then modules are loaded once a worker. */
  isolate?: boolean;
};

const project = (name: string, root: string, { alias = {}, isolate = true }: Options = {}) => ({
  extends: true as const,
  root,
  resolve: { alias, conditions },
  ssr: { resolve: { conditions, externalConditions: ['development', 'node'] } },
  test: {
    name,
    isolate,
    environment: 'node' as const,
    include: ['**/*.test.{ts,tsx,mjs}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', 'e2e/**'],
  },
});

const trainer = fileURLToPath(new URL('apps/trainer/src', import.meta.url));

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    globalSetup: fileURLToPath(new URL('scripts/test/temporary-folder.mjs', import.meta.url)),
    // A forgotten .only would let everything else pass unseen.
    allowOnly: false,
    projects: [
      project('core', 'packages/core', { isolate: false }),
      project('shop', 'packages/shop', { isolate: false }),
      project('telemetry', 'packages/telemetry'),
      project('detection', 'packages/detection', { isolate: false }),
      project('scoring', 'packages/scoring', { isolate: false }),
      project('simulator', 'packages/simulator', { isolate: false }),
      project('cli', 'packages/cli'),
      project('prisma', 'prisma'),
      project('trainer', 'apps/trainer', { alias: { '@': trainer }, isolate: false }),
      project('house', 'scripts'),
    ],
  },
});

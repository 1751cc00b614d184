import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One project a workspace, all in Node. Packages resolve to their sources by the `development`
// condition, so nothing needs building except the entries of child processes.
const conditions = ['development', 'node'];

const project = (name: string, root: string, alias: Record<string, string> = {}) => ({
  extends: true as const,
  root,
  resolve: { alias, conditions },
  ssr: { resolve: { conditions, externalConditions: ['development', 'node'] } },
  test: {
    name,
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
      project('core', 'packages/core'),
      project('shop', 'packages/shop'),
      project('telemetry', 'packages/telemetry'),
      project('detection', 'packages/detection'),
      project('scoring', 'packages/scoring'),
      project('simulator', 'packages/simulator'),
      project('cli', 'packages/cli'),
      project('prisma', 'prisma'),
      project('trainer', 'apps/trainer', { '@': trainer }),
      project('house', 'scripts'),
    ],
  },
});

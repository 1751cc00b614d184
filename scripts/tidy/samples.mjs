// What the rules must notice and must leave alone: [rule, path, text]. The house check skips this file.

export const BAD = [
  ['fileLength', 'packages/core/src/a.ts', 'x;\n'.repeat(501)],
  ['deterministic', 'packages/shop/src/a.ts', 'const now = Date.now();'],
  ['deterministic', 'packages/core/src/a.ts', 'const now = new Date();'],
  ['deterministic', 'packages/simulator/src/world/a.ts', 'if (Math.random() < 0.5) go();'],
  ['deterministic', 'packages/simulator/src/attack/a.ts', 'const y = Math.exp(-x);'],
  ['deterministic', 'packages/simulator/src/run/a.ts', 'names.sort((a, b) => a.localeCompare(b));'],
  ['deterministic', 'packages/simulator/src/kernel/a.ts', 'const area = side ** 2;'],
  ['deterministic', 'packages/simulator/src/scenario/a.ts', 'if (process.env.DEBUG) say();'],
  ['deterministic', 'packages/simulator/src/exercise/world/a.ts', 'const at = Date.now();'],
  ['machinePaths', 'docs/a.md', 'Open `/home/kim/dwell` first.'],
  ['beyondRoot', 'packages/core/src/a.ts', "readFileSync('../../../../data.json');"],
  ['focusedTests', 'packages/core/src/a.test.ts', "test.only('a', () => {});"],
  ['focusedTests', 'apps/trainer/e2e/a.spec.ts', "test.describe.skip('a', () => {});"],
  ['leftovers', 'prisma/src/a.ts', '// TODO: later'],
  ['fileNames', 'packages/core/src/MyFile.ts', ''],
  ['barrels', 'packages/core/src/all.ts', "export * from './time.ts';"],
  ['independence', 'packages/telemetry/src/a.ts', "import { headers } from 'next/headers';"],
  ['independence', 'packages/simulator/src/a.ts', "import { prisma } from '@dwell/prisma';"],
];

export const GOOD = [
  ['deterministic', 'packages/core/src/a.ts', '// never Date.now()\nconst big = 2 ** 25;'],
  ['deterministic', 'packages/simulator/src/host/a.ts', 'const now = Date.now();'],
  ['deterministic', 'packages/core/src/a.ts', 'new Date(startMs).toISOString();'],
  [
    'machinePaths',
    'docs/a.md',
    'Chromium is /usr/bin/chromium; `GET https://dwell.example/home/x/`',
  ],
  ['beyondRoot', 'packages/core/src/a.ts', "readFileSync('../../../package.json');"],
  ['focusedTests', 'packages/core/src/a.test.ts', "test('only one', () => list.skip(1));"],
  ['barrels', 'packages/core/src/index.ts', "export * from './time.ts';"],
  ['independence', 'packages/simulator/src/a.ts', "import { nextTick } from './next-tick.ts';"],
];

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './run-child.mjs';
import { fail, step } from './say.mjs';

const ROOT_FILES = ['package.json', 'package-lock.json', 'turbo.json', 'tsconfig.base.json'];
const ROOT_FOLDERS = ['apps', 'packages', 'prisma'];
const DERIVED = new Set([
  'node_modules',
  'dist',
  '.next',
  '.turbo',
  'generated',
  'test',
  'e2e',
  'bench',
  'next-env.d.ts',
]);
const BUILT = [
  'apps/trainer/.next/BUILD_ID',
  'prisma/dist/index.js',
  'packages/simulator/dist/index.js',
  'packages/cli/dist/main.js',
];

function* sourceFiles(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (DERIVED.has(entry.name) || /\.test\.tsx?$|\.tsbuildinfo$/.test(entry.name)) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourceFiles(root, path);
    else if (entry.isFile()) yield path;
  }
}

/** One hash for everything that goes into a build; 100 ms for a thousand files. */
export function sourceHash(root) {
  const hash = createHash('sha256');
  const rootFiles = ROOT_FILES.filter((file) => existsSync(join(root, file)));
  for (const path of [
    ...rootFiles,
    ...ROOT_FOLDERS.flatMap((folder) => [...sourceFiles(root, folder)]),
  ]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** Sources and the build made of them: a build restored from a cache beside an old stamp is noticed. */
function stampOf(root, hash) {
  return `${hash} ${readStamp(join(root, BUILT[0]))}`;
}

/** Builds through turbo, unless the sources are those of the last build. */
export async function build(root) {
  const stamp = join(root, 'apps/trainer/.next/dwell-sources');
  const hash = sourceHash(root);
  if (
    BUILT.every((file) => existsSync(join(root, file))) &&
    readStamp(stamp) === stampOf(root, hash)
  )
    return;
  const done = step('Building (after changes only)');
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  const args = ['run', 'build', '--output-logs=errors-only', '--ui=stream'];
  const { code, said } = await runChild(process.execPath, [turbo, ...args], { cwd: root });
  if (code !== 0) {
    console.error(said);
    const full = /ENOSPC|no space left/i.test(said);
    fail(
      full ? 'the disk is full' : 'the build failed, see above',
      root,
      full
        ? 'free some space and run npm start again'
        : 'if the sources are as they came, please report it',
      full ? 2 : 3,
    );
  }
  writeFileSync(stamp, `${stampOf(root, hash)}\n`);
  done();
}

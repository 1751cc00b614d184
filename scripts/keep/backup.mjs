import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writeTar } from './tar.mjs';
import { KeepError } from './keep-error.mjs';

/** What must be kept: the database, and the keys of sessions and of cases. Histories and runs' records are made anew. */
export const KEPT = ['db', 'secret', 'case-key.pem'];
/** First entry of a backup: what it is, and how much must follow. */
export const LABEL = 'dwell-backup.json';
export const FORMAT = 1;

async function listed(home, path) {
  const stats = await lstat(join(home, path));
  const { size, mode, mtimeMs } = stats;
  if (stats.isFile()) {
    const read = () => createReadStream(join(home, path));
    return [{ path, size, mode, mtimeMs, folder: false, read }];
  }
  if (!stats.isDirectory()) return [];
  const names = (await readdir(join(home, path))).sort();
  const below = [];
  for (const name of names) below.push(...(await listed(home, `${path}/${name}`)));
  return [{ path, size: 0, mode, mtimeMs, folder: true }, ...below];
}

function labelFor(entries, madeAt) {
  const files = entries.filter(({ folder }) => !folder);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const text = Buffer.from(
    `${JSON.stringify({ format: FORMAT, madeAt: madeAt.toISOString(), files: files.length, bytes })}\n`,
  );
  const about = { path: LABEL, size: text.length, mode: 0o600, mtimeMs: madeAt.getTime() };
  return {
    ...about,
    folder: false,
    read: async function* () {
      yield text;
    },
  };
}

/**
 * Writes what must be kept of `home` into `file`, whole or not at all, readable by its owner only.
 * The caller holds the lock of the home. Returns how much it was. Errors: `KeepError`.
 */
export async function backup({ home, file, madeAt }) {
  const target = resolve(file);
  if (existsSync(target))
    throw new KeepError('there is a file of this name', target, 'choose another name');
  if (!existsSync(join(home, 'db')))
    throw new KeepError(
      'there is nothing to keep yet',
      home,
      'start Dwell once, or set DWELL_HOME',
    );
  const entries = [];
  for (const path of KEPT.filter((each) => existsSync(join(home, each))))
    entries.push(...(await listed(home, path)));
  const label = labelFor(entries, madeAt);
  const unfinished = `${target}.unfinished`;
  try {
    await pipeline(
      Readable.from(writeTar([label, ...entries]), { objectMode: false }),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    const handle = await open(unfinished);
    await handle.sync();
    await handle.close();
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { file: target, files: entries.length, bytes: (await lstat(target)).size };
}

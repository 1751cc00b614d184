import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { FORMAT, KEPT, LABEL } from './backup.mjs';
import { KeepError } from './keep-error.mjs';
import { ArchiveError, readTar } from './tar.mjs';

/** What belongs to the database as it was, and would not fit the one put back. */
const REPLACED = [...KEPT, 'runs'];

const damaged = (why, file) =>
  new KeepError(`this backup cannot be used: ${why}`, file, 'take another copy of it');

async function unpack(file, folder) {
  let files = 0;
  let bytes = 0;
  const chunks = createReadStream(file).pipe(createGunzip());
  await readTar(chunks, async ({ path, mode, folder: isFolder }, content) => {
    const top = path.split('/')[0];
    if (top !== LABEL && !KEPT.includes(top)) throw new ArchiveError(`it holds ${top}`);
    const target = join(folder, path);
    if (isFolder) return void (await mkdir(target, { recursive: true, mode: mode | 0o700 }));
    await pipeline(Readable.from(content), createWriteStream(target, { flags: 'wx' }));
    await chmod(target, mode | 0o600);
    if (path === LABEL) return;
    files += 1;
    bytes += (await stat(target)).size;
  });
  return { files, bytes };
}

async function labelOf(folder, file) {
  try {
    return JSON.parse(await readFile(join(folder, LABEL), 'utf8'));
  } catch {
    throw damaged('it is no backup of Dwell', file);
  }
}

async function checked(file, folder) {
  let found;
  try {
    found = await unpack(file, folder);
  } catch (error) {
    if (error instanceof ArchiveError) throw damaged(error.message, file);
    if (String(error.code).startsWith('Z_')) throw damaged('it is damaged', file);
    throw error;
  }
  const label = await labelOf(folder, file);
  if (label.format !== FORMAT) throw damaged('a newer version of Dwell has made it', file);
  if (label.files !== found.files || label.bytes !== found.bytes || !existsSync(join(folder, 'db')))
    throw damaged('something is missing in it', file);
  return label;
}

/** Moves what is there from one folder to another; undoes it when one cannot be moved. */
async function moveAll(names, from, to) {
  const moved = [];
  try {
    for (const name of names.filter((each) => existsSync(join(from, each)))) {
      await rename(join(from, name), join(to, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) await rename(join(to, name), join(from, name));
    throw error;
  }
  return moved;
}

/**
 * Puts a backup in the place of what `home` keeps now, which is laid aside in a folder of its own.
 * The home is as before when anything fails. The caller holds the lock of the home. Returns when the
 * backup was made, and the folder with what was there (null: nothing). Errors: `KeepError`.
 */
export async function restore({ home, file }) {
  const source = resolve(file);
  if (!existsSync(source))
    throw new KeepError('there is no such file', source, 'give the path of a backup');
  await mkdir(home, { recursive: true });
  const fresh = await mkdtemp(join(home, 'restoring-'));
  try {
    const { madeAt } = await checked(source, fresh);
    const aside = await mkdtemp(join(home, 'replaced-'));
    const before = await moveAll(REPLACED, home, aside);
    try {
      await moveAll(KEPT, fresh, home);
    } catch (error) {
      await moveAll(before, aside, home);
      throw error;
    }
    if (before.length > 0) return { madeAt, aside };
    await rm(aside, { recursive: true });
    return { madeAt, aside: null };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

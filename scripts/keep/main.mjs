import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backup } from './backup.mjs';
import { KeepError } from './keep-error.mjs';
import { restore } from './restore.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

function usage(command) {
  return new KeepError(
    'the name of one file is missing',
    `npm run ${command}`,
    `write npm run ${command} -- FILE.tar.gz`,
  );
}

/** The lock that a running server holds. Errors: `HOME_LOCKED`. */
async function lockOf(home) {
  const built = join(root, 'prisma/dist/folder-lock.js');
  if (!existsSync(built))
    throw new KeepError('Dwell is not built yet', root, 'run npm run build, or npm start once');
  const { lockFolder } = await import(new URL('../../prisma/dist/folder-lock.js', import.meta.url));
  return lockFolder(join(home, 'db.lock'));
}

async function run(command, args, env) {
  if (env.DATABASE_URL)
    throw new KeepError(
      'the database is a PostgreSQL server (DATABASE_URL)',
      'this machine',
      'use pg_dump and pg_restore',
    );
  const [file, ...more] = args;
  if (!file || file.startsWith('-') || more.length > 0) throw usage(command);
  const home = resolve(env.DWELL_HOME || join(root, '.dwell'));
  if (!existsSync(home) && command === 'backup')
    throw new KeepError(
      'there is nothing to keep yet',
      home,
      'start Dwell once, or set DWELL_HOME',
    );
  const path = resolve(env.INIT_CWD || process.cwd(), file);
  mkdirSync(home, { recursive: true });
  const lock = await lockOf(home);
  try {
    if (command === 'backup') {
      const made = await backup({ home, file: path, madeAt: new Date() });
      return [
        `Kept in ${made.file}  (${(made.bytes / 1e6).toFixed(1)} MB)`,
        'It holds the key of the sessions: keep it where only you can read it.',
      ];
    }
    const { madeAt, aside } = await restore({ home, file: path });
    return [
      `Put back what was kept at ${madeAt}, in ${home}`,
      ...(aside ? [`What was there before lies in ${aside}: remove it when all is well.`] : []),
      'Histories are built again when somebody opens their runs.',
    ];
  } finally {
    lock.release();
  }
}

/** `npm run backup -- FILE` and `npm run restore -- FILE`; ends the process with 2 when it may not be. */
export async function main(command, args, env = process.env) {
  try {
    for (const line of await run(command, args, env)) console.log(line);
  } catch (error) {
    const { what, where, todo, name } = error;
    if (!(error instanceof KeepError) && name !== 'DwellError') throw error;
    console.error(`\nDwell: ${what}\n  where: ${where}\n  what to do: ${todo}\n`);
    process.exitCode = 2;
  }
}

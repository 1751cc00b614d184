import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { backup } from './backup.mjs';
import { restore } from './restore.mjs';
import { readTar, tarHeader, writeTar } from './tar.mjs';

// Goal: what was kept comes back to the byte, or nothing is touched.

function folder() {
  const path = mkdtempSync(join(tmpdir(), 'dwell-keep-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function home(text = 'one') {
  const path = folder();
  mkdirSync(join(path, 'db/base/5'), { recursive: true });
  mkdirSync(join(path, 'db/pg_notify'));
  mkdirSync(join(path, 'runs/r'), { recursive: true });
  writeFileSync(join(path, 'db/PG_VERSION'), '18\n');
  writeFileSync(join(path, 'db/base/5/1247'), Buffer.alloc(70_001, text));
  writeFileSync(join(path, 'db/base/5/empty'), '');
  writeFileSync(join(path, 'secret'), `${text} secret`, { mode: 0o600 });
  writeFileSync(join(path, 'case-key.pem'), `${text} key`, { mode: 0o600 });
  writeFileSync(join(path, 'runs/r/0.world'), text);
  return path;
}

const contentOf = (path) => ({
  pages: readFileSync(join(path, 'db/base/5/1247')).toString('latin1'),
  empty: statSync(join(path, 'db/base/5/empty')).size,
  folders: existsSync(join(path, 'db/pg_notify')),
  secret: readFileSync(join(path, 'secret'), 'utf8'),
  key: readFileSync(join(path, 'case-key.pem'), 'utf8'),
  modes: ['secret', 'case-key.pem'].map((file) => statSync(join(path, file)).mode & 0o777),
});
const madeAt = new Date('2026-01-02T03:04:05Z');

async function kept(from = home()) {
  const file = join(folder(), 'kept.tar.gz');
  await backup({ home: from, file, madeAt });
  return { file, from };
}

test('a backup comes back to the byte, and only its owner may read it', async () => {
  const { file, from } = await kept();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const fresh = join(folder(), 'new', 'home');
  expect(await restore({ home: fresh, file })).toEqual({
    madeAt: madeAt.toISOString(),
    aside: null,
  });
  expect(contentOf(fresh)).toEqual(contentOf(from));
  expect(readdirSync(fresh).sort()).toEqual(['case-key.pem', 'db', 'secret']);
});

test('what was there is laid aside, with the records that belong to it', async () => {
  const { file, from } = await kept();
  const other = home('two');
  const before = contentOf(other);
  const { aside } = await restore({ home: other, file });
  expect(contentOf(other)).toEqual(contentOf(from));
  expect(contentOf(aside)).toEqual(before);
  expect([existsSync(join(other, 'runs')), existsSync(join(aside, 'runs/r'))]).toEqual([
    false,
    true,
  ]);
});

test.each([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['no archive at all', () => Buffer.from('hello')],
  [
    'changed on the way',
    (bytes) => {
      const plain = gunzipSync(bytes);
      return gzipSync(plain.subarray(0, plain.length - 20_480));
    },
  ],
  [
    'of another version',
    (bytes) =>
      gzipSync(gunzipSync(bytes).toString('latin1').replace('"format":1', '"format":9'), {}),
  ],
])('a backup that is %s changes nothing', async (_, spoil) => {
  const { file } = await kept();
  writeFileSync(file, spoil(readFileSync(file)));
  const other = home('two');
  const before = contentOf(other);
  await expect(restore({ home: other, file })).rejects.toThrow(/cannot be used/);
  expect(contentOf(other)).toEqual(before);
  expect(readdirSync(other).sort()).toEqual(['case-key.pem', 'db', 'runs', 'secret']);
});

test('an archive with names beyond its root, or others than ours, is refused', async () => {
  const entry = (path) => ({
    path,
    size: 1,
    mode: 0o644,
    mtimeMs: 0,
    folder: false,
    read: async function* () {
      yield Buffer.from('x');
    },
  });
  for (const path of ['../evil', 'db/../../evil', '/etc/evil', 'C:evil', 'bin/evil']) {
    const chunks = [];
    for await (const chunk of writeTar([entry(path)])) chunks.push(chunk);
    const file = join(folder(), 'evil.tar.gz');
    writeFileSync(file, gzipSync(Buffer.concat(chunks)));
    const target = join(folder(), 'home');
    await expect(restore({ home: target, file }), path).rejects.toThrow(/cannot be used/);
    expect(readdirSync(target)).toEqual([]);
  }
});

test('nothing is overwritten, and nothing is made of nothing', async () => {
  const { file, from } = await kept();
  const size = statSync(file).size;
  await expect(backup({ home: from, file, madeAt })).rejects.toThrow(/file of this name/);
  expect(statSync(file).size).toBe(size);
  const missing = join(folder(), 'x.tar.gz');
  await expect(backup({ home: folder(), file: missing, madeAt })).rejects.toThrow(
    /nothing to keep/,
  );
  await expect(restore({ home: from, file: missing })).rejects.toThrow(/no such file/);
});

test('long names are split as other programs split them', async () => {
  const path = `db/${'a'.repeat(60)}/${'b'.repeat(60)}`;
  const seen = [];
  const whole = Buffer.concat([
    tarHeader({ path, size: 0, mode: 0, mtimeMs: 0 }),
    Buffer.alloc(1024),
  ]);
  const bytes = async function* () {
    for (let at = 0; at < whole.length; at += 7) yield whole.subarray(at, at + 7);
  };
  await readTar(bytes(), async (entry) => seen.push(entry.path));
  expect(seen).toEqual([path]);
  expect(() => tarHeader({ path: 'c'.repeat(200), size: 0, mode: 0, mtimeMs: 0 })).toThrow(
    /too long/,
  );
});

const lockFile = new URL('../../prisma/dist/folder-lock.js', import.meta.url);
test.runIf(existsSync(lockFile))('while a server runs, neither is done', async () => {
  const { lockFolder } = await import(lockFile);
  const { file, from } = await kept();
  const lock = lockFolder(join(from, 'db.lock'));
  onTestFinished(() => lock.release());
  const before = contentOf(from);
  for (const script of ['backup', 'restore']) {
    const path = fileURLToPath(new URL(`../${script}.mjs`, import.meta.url));
    const target = script === 'backup' ? `${file}.more` : file;
    const env = { ...process.env, DWELL_HOME: from, DATABASE_URL: '' };
    const { status, stderr } = spawnSync(process.execPath, [path, target], {
      env,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/in use by process \d+/)]);
  }
  expect(existsSync(`${file}.more`)).toBe(false);
  expect(contentOf(from)).toEqual(before);
});

const hasTar = spawnSync('tar', ['--version']).status === 0;
test.runIf(hasTar)('tar reads it too', async () => {
  const { file } = await kept();
  const { stdout, status } = spawnSync('tar', ['-tzf', file], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout.split('\n').slice(0, 3)).toEqual(['dwell-backup.json', 'db/', 'db/PG_VERSION']);
});

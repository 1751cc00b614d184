import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { tempDatabase, tempHome } from '../test/temp-home.ts';
import { embeddedAdapter } from './embedded.ts';
import { connect } from './client.ts';
import { openDatabase } from './database.ts';
import { tidy } from './maintenance.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { listMigrations, migrationList } from './migrations.ts';
import { prepare } from './prepare.ts';
import { schemaEngine } from './schema-engine.ts';
import { readSchema } from '../test/read-schema.ts';

test('a home without a database gets one, in a child process, with the working set in it', async () => {
  const home = tempHome();
  const steps: string[] = [];
  const database = await openDatabase(home, { onStep: (text) => steps.push(text) });
  expect(steps).toEqual(['Making the database']);
  expect(await database.prisma.member.count()).toBe(500);
  expect(await database.prisma.catalogueItem.count()).toBe(300);
  await database.close();
  expect(existsSync(home.lock)).toBe(false);
}, 60_000);

test('preparing twice changes nothing', async () => {
  const home = tempHome();
  const first = await tempDatabase(home);
  const before = await first.prisma.seedMark.findMany();
  await first.close();
  await prepare({ kind: 'embedded', folder: home.db });
  const second = await tempDatabase(home);
  expect(await second.prisma.seedMark.findMany()).toEqual(before);
  expect(await second.prisma.member.count()).toBe(500);
}, 60_000);

test('every committed migration is applied once, and the schema asks for no other', async () => {
  const home = tempHome();
  const connection = await connect({ kind: 'embedded', folder: home.db });
  const names = listMigrations().map(({ name }) => name);
  expect(await pendingMigrations(connection)).toEqual(names);
  expect(await migrate(connection)).toEqual(names);
  expect(await migrate(connection)).toEqual([]);
  await connection.close();

  const files = readSchema();
  const engine = await schemaEngine(
    embeddedAdapter(await PGlite.create()),
    files.map(({ path, content }) => [path, content]),
  );
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationList() },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  expect(stdout).toContain('This is an empty migration');
}, 60_000);

test('a database changed by a newer version is refused', async () => {
  const database = await tempDatabase();
  await database.prisma.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count)
    VALUES ('x', 'x', '9999_future', now(), now(), 1)`;
  const target = { kind: 'embedded' as const, folder: 'here' };
  const connection = {
    target,
    prisma: database.prisma,
    adapter: null as never,
    close: async () => undefined,
  };
  await expect(pendingMigrations(connection)).rejects.toMatchObject({ code: 'MIGRATION_NEWER' });
}, 60_000);

test('tidying keeps the rows', async () => {
  const database = await tempDatabase();
  await tidy(database.prisma);
  expect(await database.prisma.member.count()).toBe(500);
}, 60_000);

test('DATABASE_URL that is no PostgreSQL address is refused in words', async () => {
  await expect(openDatabase(tempHome(), { url: 'mysql://x/y' })).rejects.toMatchObject({
    code: 'DATABASE_URL',
    exit: 2,
  });
});

test('a home that is a file is refused in words', () => {
  const script = `
    const { openHome } = await import(${JSON.stringify(new URL('../dist/home.js', import.meta.url).href)});
    try { openHome(${JSON.stringify(new URL(import.meta.url).pathname)}); } catch (error) { console.log(error.code); }`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(stdout.trim()).toBe('HOME_UNWRITABLE');
});

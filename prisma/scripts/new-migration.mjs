// Writes the migration that takes the committed ones to the present schema:
//   npm run migration --workspace @dwell/prisma -- add-notes
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { embeddedAdapter } from '../dist/embedded.js';
import { migrationList } from '../dist/migrations.js';
import { schemaEngine } from '../dist/schema-engine.js';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Say what changes, in lower case with dashes: npm run migration -- add-notes');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(join(root, 'schema'))
  .filter((file) => file.endsWith('.prisma'))
  .map((file) => ({
    path: join('schema', file),
    content: readFileSync(join(root, 'schema', file), 'utf8'),
  }));
const filters = { externalTables: [], externalEnums: [] };
const engine = await schemaEngine(
  embeddedAdapter(await PGlite.create()),
  files.map((file) => [file.path, file.content]),
);
const { stdout } = await engine.diff({
  from: { tag: 'migrations', ...migrationList() },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  exitCode: null,
  filters,
});
if (!stdout || stdout.includes('This is an empty migration')) {
  console.log('The committed migrations already give the present schema: nothing to write.');
  process.exit(0);
}
const place = String(migrationList().migrationDirectories.length + 1).padStart(4, '0');
const folder = join(root, 'migrations', `${place}_${name.replaceAll('-', '_')}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), stdout);
console.log(`Wrote ${join(folder, 'migration.sql')}`);
process.exit(0);

import { defineConfig } from 'prisma/config';

// Migrations are written by scripts/new-migration.mjs and applied by the server itself when it
// starts, so no database address is needed here.
export default defineConfig({ schema: 'schema' });

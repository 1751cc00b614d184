import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchemas } from './json-schemas.ts';

// Writes packages/simulator/schemas from the zod schemas: `npm run schemas` in this package after a build.
const folder = fileURLToPath(new URL('../../../schemas/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(join(folder, file), text);

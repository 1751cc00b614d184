import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';

const folder = fileURLToPath(new URL('../../../schemas/', import.meta.url));

test('the shipped JSON schemas are those the code checks with (else: npm run schemas)', () => {
  const shipped = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(`${folder}${file}`, 'utf8')]),
  );
  expect(shipped).toEqual(jsonSchemas());
});

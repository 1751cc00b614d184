import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badInput } from '@dwell/core';
import { loadTemplate } from './equation/load-template.ts';
import type { Template } from './score.ts';

const EXTENSION = '.yaml';

/** The same from source and from the build. */
const folder = fileURLToPath(new URL('../templates/', import.meta.url));

let shipped: readonly Template[] | null = null;

/** The templates that come with the package, `standard` first. Read once. */
export function shippedTemplates(): readonly Template[] {
  shipped ??= readdirSync(folder)
    .filter((file) => file.endsWith(EXTENSION))
    .toSorted()
    .map((file) => loadTemplate(readFileSync(join(folder, file), 'utf8'), file))
    .toSorted((one, other) => Number(other.name === 'standard') - Number(one.name === 'standard'));
  return shipped;
}

/** A shipped template by name. Errors (exit 2): `NO_SUCH`. */
export function shippedTemplate(name: string): Template {
  const found = shippedTemplates().find((template) => template.name === name);
  if (found) return found;
  const known = shippedTemplates().map((template) => template.name);
  const what = `no score template "${name.slice(0, 80)}"`;
  throw badInput('NO_SUCH', what, 'template', `choose one of ${known.join(', ')}`);
}

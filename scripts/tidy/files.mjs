import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Made by tools, never written by hand. */
const DERIVED = new Set([
  '.git',
  '.next',
  '.turbo',
  '.dwell',
  'node_modules',
  'dist',
  'generated',
  'coverage',
  'out',
  'test-results',
  'playwright-report',
  'next-env.d.ts',
]);
const TEXT = /\.(ts|tsx|mjs|js|json|md|css|ya?ml|sql|prisma|toml)$|^\.ci\/|^\.npmrc$|^\.gitignore$/;

/** Every hand-written text file below the root as `{ path, text }`, paths with slashes, sorted. */
export function houseFiles(root, folder = '') {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .sort((x, y) => (x.name < y.name ? -1 : 1))
    .flatMap((entry) => {
      if (DERIVED.has(entry.name)) return [];
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return houseFiles(root, path);
      if (!TEXT.test(path) || path === 'package-lock.json') return [];
      return [{ path, text: readFileSync(join(root, path), 'utf8') }];
    });
}

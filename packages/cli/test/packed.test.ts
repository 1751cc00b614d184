// Goal: packed packages hold everything they point to, so that the command works installed alone.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const NAMES = ['core', 'shop', 'telemetry', 'detection', 'scoring', 'simulator', 'cli'];

type Manifest = {
  name: string;
  bin?: { [name: string]: string };
  files: string[];
  exports: { [path: string]: string | { types: string; default: string } };
  dependencies?: { [name: string]: string };
};
type Packed = { name: string; files: { path: string }[] };

const manifests = NAMES.map(
  (name) =>
    JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as Manifest,
);

test('exports, bins and files are in the package; sources and tests are not', () => {
  const argv = [
    'pack',
    '--dry-run',
    '--json',
    ...NAMES.flatMap((name) => ['-w', `packages/${name}`]),
  ];
  const packed = JSON.parse(
    execFileSync('npm', argv, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as Packed[];
  for (const manifest of manifests) {
    const paths = packed.find(({ name }) => name === manifest.name)!.files.map(({ path }) => path);
    const targets = Object.values(manifest.exports)
      .flatMap((to) => (typeof to === 'string' ? [to] : [to.types, to.default]))
      .filter((to) => !to.includes('*'));
    for (const to of [...targets, ...Object.values(manifest.bin ?? {})])
      expect(paths, manifest.name).toContain(to.replace('./', ''));
    for (const folder of manifest.files)
      expect(
        paths.some((path) => path.startsWith(`${folder}/`)),
        `${manifest.name} ${folder}`,
      ).toBe(true);
    expect(paths.filter((path) => /^src\/|\.test\.[jt]s|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  }
}, 60_000);

test('a package depends on nothing of ours that is not packed beside it', () => {
  const ours = new Set(manifests.map(({ name }) => name));
  for (const { name, dependencies = {} } of manifests) {
    const strangers = Object.keys(dependencies).filter(
      (each) => each.startsWith('@dwell/') && !ours.has(each),
    );
    expect([name, strangers]).toEqual([name, []]);
  }
});

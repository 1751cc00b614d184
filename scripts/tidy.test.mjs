// Goal: the rules of the house hold, and each of them would notice if it did not.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { houseFiles } from './tidy/files.mjs';
import { anchorOf, deadLinks, decisions, topLevel, topNames, workspaces } from './tidy/papers.mjs';
import * as rules from './tidy/rules.mjs';
import { BAD, GOOD } from './tidy/samples.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = houseFiles(root).filter(({ path }) => path !== 'scripts/tidy/samples.mjs');
const textOf = (path) => files.find((file) => file.path === path).text;

test.each(rules.FILE_RULES.map((rule) => [rule.name, rule]))('the house keeps: %s', (_, rule) => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((file) => rule(file))).toEqual([]);
});

test('files that grow are named', () => {
  const long = rules.longFiles(files);
  if (long.length > 0) process.stderr.write(`Long files:\n  ${long.join('\n  ')}\n`);
  expect(rules.longFiles([{ path: 'a.ts', text: 'x\n'.repeat(351) }])).toEqual([
    'a.ts has 351 lines',
  ]);
});

test('the top level is short', () => {
  expect(topLevel(topNames(root))).toEqual([]);
  expect(topLevel(['README.md', '.ci', 'notes.txt'])).toHaveLength(1);
});

test('links between our papers lead somewhere', () => {
  expect(deadLinks(root, files)).toEqual([]);
});

test('every workspace explains itself in a line', () => {
  const manifests = files
    .filter(({ path }) => /^(?:\w+\/)?(?:\w+\/)?package\.json$/.test(path))
    .map(({ path, text }) => ({ path, manifest: JSON.parse(text) }));
  expect(manifests.length).toBeGreaterThan(7);
  expect(workspaces(manifests, textOf('README.md'))).toEqual([]);
});

test('decisions are numbered and titled', () => {
  expect(decisions(files)).toEqual([]);
});

const ruleNamed = (name) => rules.FILE_RULES.find((rule) => rule.name === name);

test.each(BAD)('%s notices a bad %s', (name, path, text) => {
  expect(ruleNamed(name)({ path, text })).toHaveLength(1);
});

test.each(GOOD)('%s accepts a good %s', (name, path, text) => {
  expect(ruleNamed(name)({ path, text })).toEqual([]);
});

test('bad papers are noticed', () => {
  const paper = {
    path: 'docs/a.md',
    text: '# 002 A\n[b](missing.md)\n[c](#no-such)\n[ok](#002-a)',
  };
  expect(deadLinks(root, [paper])).toHaveLength(2);
  expect(anchorOf('What `npm test` does, and when')).toBe('what-npm-test-does-and-when');
  expect(decisions([{ ...paper, path: 'docs/decisions/002-a.md' }])).toHaveLength(1);
  const manifest = { version: '0.1.0', license: 'Apache-2.0', description: 'A' };
  const bad = { path: 'packages/x/package.json', manifest: { ...manifest, license: 'MIT' } };
  expect(workspaces([{ path: 'package.json', manifest }, bad], '')).toHaveLength(2);
});

test('the linter notices a long function, a forgotten promise and a word on the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dwell-tidy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const long = `export function long(): number {\n  let x = 0;\n${'  x += 1;\n'.repeat(70)}  return x;\n}\n`;
  const promise = 'export function act(): void {\n  Promise.resolve(1);\n  console.log(1);\n}\n';
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }');
  writeFileSync(join(folder, 'bad.ts'), long + promise);
  const lint = join(root, 'node_modules/oxlint/bin/oxlint');
  const config = ['-c', join(root, '.oxlintrc.json'), '-f', 'json', folder];
  const { stdout } = spawnSync(process.execPath, [lint, ...config], {
    encoding: 'utf8',
    cwd: folder,
  });
  const codes = JSON.parse(stdout).diagnostics.map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining([
      'eslint(max-lines-per-function)',
      'typescript(no-floating-promises)',
      'eslint(no-console)',
    ]),
  );
});

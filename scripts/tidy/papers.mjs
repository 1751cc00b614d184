import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What may lie at the top, apart from dotfiles: whoever opens the repository reads these first. */
const TOP = new Set([
  'apps',
  'docs',
  'packages',
  'prisma',
  'scripts',
  'node_modules',
  'test-results',
  'playwright-report',
  'coverage',
  'out',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'knip.json',
  'package-lock.json',
  'package.json',
  'playwright.config.ts',
  'tsconfig.base.json',
  'turbo.json',
  'vitest.config.ts',
]);

/** The top level stays short. */
export function topLevel(names) {
  return names
    .filter((name) => !name.startsWith('.') && !TOP.has(name))
    .map((name) => `${name}:1 does not belong at the top level`);
}

/** The anchor that a Markdown heading gets. */
export function anchorOf(heading) {
  return heading
    .replace(/[`*_]|\]\([^)]*\)|\[/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}

const anchorsIn = (text) =>
  new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map((heading) => anchorOf(heading[1])));

/** Links from one paper of ours to another, to a file or to a picture lead somewhere. */
export function deadLinks(root, files) {
  const papers = new Map(files.filter(({ path }) => path.endsWith('.md')).map((f) => [f.path, f]));
  return [...papers.values()].flatMap(({ path, text }) => {
    const prose = text.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ' '));
    return [...prose.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].flatMap((link) => {
      const [target, anchor] = link[1].split('#');
      if (/^[a-z]+:/.test(target)) return [];
      const line = prose.slice(0, link.index).split('\n').length;
      const to = target === '' ? path : posix.join(posix.dirname(path), target);
      if (!papers.has(to) && !existsSync(join(root, to)))
        return [`${path}:${line} links to ${to}, which is not there`];
      const known =
        anchor === undefined || !papers.has(to) || anchorsIn(papers.get(to).text).has(anchor);
      return known ? [] : [`${path}:${line} links to #${anchor} of ${to}, which is not there`];
    });
  });
}

/** Every workspace says in one line what it is, and the README shows it. */
export function workspaces(manifests, readme) {
  const root = manifests.find(({ path }) => path === 'package.json').manifest;
  return manifests.flatMap(({ path, manifest }) => {
    const say = (what) => `${path}:1 ${what}`;
    const folder = posix.dirname(path);
    return [
      !manifest.description && say('has no description'),
      manifest.description?.length > 110 && say('needs more than a line to say what it is'),
      manifest.license !== 'Apache-2.0' && say('does not name the licence'),
      manifest.version !== root.version && say(`is not version ${root.version}`),
      folder !== '.' && !readme.includes(folder) && say('is missing from README.md'),
    ].filter(Boolean);
  });
}

/** Decisions are numbered without gaps, and short. */
export function decisions(files) {
  const records = files.filter(({ path }) => /^docs\/decisions\/.*\.md$/.test(path));
  const gaps = records.flatMap(({ path }, i) => {
    const number = String(i + 1).padStart(3, '0');
    return posix.basename(path).startsWith(`${number}-`) ? [] : [`${path}:1 should be ${number}`];
  });
  const untitled = records
    .filter(({ text, path }) => !text.startsWith(`# ${posix.basename(path).slice(0, 3)} `))
    .map(({ path }) => `${path}:1 does not begin with its number and title`);
  return [...gaps, ...untitled];
}

export const topNames = (root) => readdirSync(root);

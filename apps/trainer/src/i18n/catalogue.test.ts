import { expect, test } from 'vitest';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** Paths of every message, with what each says. */
function flatten(node: unknown, path = ''): [string, unknown][] {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([key, value]) =>
    flatten(value, path ? `${path}.${key}` : key),
  );
}

test('both catalogues hold the same keys, world codes included', () => {
  const paths = (catalogue: unknown) =>
    flatten(catalogue)
      .map(([path]) => path)
      .toSorted();
  expect(paths(ko)).toEqual(paths(en));
});

test('no message is empty, and Korean ones are not English ones left behind', () => {
  const english = new Map(flatten(en));
  const same: string[] = [];
  for (const [path, value] of flatten(ko)) {
    if (path === 'world.endpoints.0') continue;
    if (typeof value === 'string') {
      expect(value, path).not.toBe('');
      if (/[a-z]{4}/.test(value) && value === english.get(path)) same.push(path);
    }
  }
  expect(same.toSorted()).toEqual(['common.brand', 'hunt.placeholder']);
});

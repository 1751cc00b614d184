import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileRuleDrafts } from './file-rule-drafts.ts';
import { MemoryRuleDrafts } from './memory-ports.ts';
import { nameOf, saveDraft } from './rule-drafts.ts';

// Goal: a text in the making is kept under the name it gives itself, finished or not, and nothing else is.

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dwell-drafts-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const SAVED = { savedBy: 'p', savedAtWallMs: 5 };
const stores = { memory: () => new MemoryRuleDrafts(), file: () => new FileRuleDrafts(root) };

test.each(['memory', 'file'] as const)(
  'the last text of a name is kept, in order of name (%s)',
  async (kind) => {
    const store = stores[kind]();
    expect(await saveDraft(store, 'name: second', SAVED)).toEqual({ name: 'second' });
    await saveDraft(store, 'name: first\ntitle: old', SAVED);
    await saveDraft(store, 'name: first\ntitle: new', SAVED);
    expect(await store.list()).toEqual([
      { name: 'first', text: 'name: first\ntitle: new', ...SAVED },
      { name: 'second', text: 'name: second', ...SAVED },
    ]);
    await store.remove('first');
    await store.remove('first');
    expect((await store.list()).map(({ name }) => name)).toEqual(['second']);
  },
);

test('a text that cannot be read yet is kept all the same; the last document names it', () => {
  expect(nameOf('name: base\n---\nname: the-rule # mine\ndetection: [')).toBe('the-rule');
  expect(nameOf("title: x\nname: 'quoted'\n")).toBe('quoted');
});

test.each(['', 'title: x', 'name: Not A Name', 'name: ../../etc', 'name: ' + 'a'.repeat(65)])(
  'a text without a name to keep it by is refused: %s',
  async (text) => {
    await expect(async () => saveDraft(stores.file(), text, SAVED)).rejects.toMatchObject({
      code: 'RULE_NAME',
    });
    expect(readdirSync(root)).toEqual([]);
  },
);

test('a text of more than 64 kB and a draft too many are refused; an old one can still be changed', async () => {
  const store = stores.memory();
  const long = `name: long\n# ${'한'.repeat(22_000)}`;
  await expect(saveDraft(store, long, SAVED)).rejects.toMatchObject({ code: 'RULE_SIZE' });
  for (let n = 0; n < 200; n++) await saveDraft(store, `name: rule-${n}`, SAVED);
  await expect(saveDraft(store, 'name: one-more', SAVED)).rejects.toMatchObject({
    code: 'TOO_MANY',
  });
  expect(await saveDraft(store, 'name: rule-7\ntitle: x', SAVED)).toEqual({ name: 'rule-7' });
});

test('a file store refuses names that are no file of its own', async () => {
  const store = stores.file();
  for (const name of ['../x', 'a/b', '', 'A']) {
    await expect(store.save({ name, text: '', ...SAVED })).rejects.toMatchObject({
      code: 'RULE_NAME',
    });
  }
});

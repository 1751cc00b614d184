import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { problemText } from '../src/ir/problem.ts';
import { link } from '../src/link/link.ts';
import { parseRules } from '../src/parse/parse-rules.ts';

// Public rules are read without an error, and fast. They are not part of the project: name a folder of them
// (with rules/, samples/ and regression/) in DWELL_SIGMA_CORPUS; without it these tests are skipped.
const folderOf = process.env['DWELL_SIGMA_CORPUS'];
const CORPUS = pathToFileURL(`${folderOf ?? '/nowhere'}/`);
const textsOf = (folder: string) =>
  readdirSync(new URL(`${folder}/`, CORPUS))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => ({
      file: name,
      text: readFileSync(new URL(`${folder}/${name}`, CORPUS), 'utf8'),
    }));

describe.skipIf(!existsSync(CORPUS))('public rules', () => {
  test.each([
    ['rules', 60],
    ['regression', 20],
    ['samples', 12],
  ])('all of %s are read', (folder, count) => {
    const read = textsOf(folder).map(({ text, file }) => parseRules(text, file));
    expect(read.flatMap(({ problems }) => problems).map(problemText)).toEqual([]);
    const documents = read.flatMap((each) => each.documents);
    expect(documents).toHaveLength(count);
    const { linked, problems } = link(documents, { references: 'warning' });
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    const left = documents.filter((each) => each.kind !== 'rule').length;
    expect(linked.detections).toHaveLength(count - left);
  });

  test('the examples of the specification are read, or refused for what they leave out', () => {
    const spec = new URL('spec/', CORPUS);
    const examples = readdirSync(spec)
      .map((name) => readFileSync(new URL(name, spec), 'utf8'))
      .flatMap((text) => [...text.matchAll(/```ya?ml\n(.*?)```/gs)].map((match) => match[1]!))
      .filter((text) => /^title:/m.test(text) && /^(detection|correlation|filter):/m.test(text));
    expect(examples.length).toBeGreaterThan(6);
    const problems = examples.flatMap((text) => parseRules(text, 'spec').problems);
    const wrong = problems.filter(
      (p) => p.severity === 'error' && !p.message.endsWith('is missing'),
    );
    expect(wrong.map(problemText)).toEqual([]);
  });

  test('reading and linking rules takes little more than their YAML does', () => {
    const texts = [...textsOf('rules'), ...textsOf('regression')];
    const all = Array.from({ length: 10 }, (_, i) =>
      texts.map(({ text, file }, j) => {
        const id = `${String(i).padStart(8, '0')}-0000-4000-8000-${String(j).padStart(12, '0')}`;
        return { file, text: text.replace(/^id: .*$/m, `id: ${id}`) };
      }),
    ).flat();
    const rounds = Array.from({ length: 2 }, () => {
      const yaml = timed(() => {
        for (const { text } of all) parseAllDocuments(text);
      });
      const rules = timed(() => {
        const documents = all.flatMap(({ text, file }) => parseRules(text, file).documents);
        const { linked, problems } = link(documents);
        expect(problems).toEqual([]);
        expect(linked.detections).toHaveLength(800);
      });
      return rules / yaml;
    });
    // 2,400 rules take 0.75 s on an idle core, of which YAML is 0.43 s.
    expect(Math.min(...rounds)).toBeLessThan(2.5);
  });
});

/** CPU time in milliseconds. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// Goal: a template that does not add up is refused with the place and what to do; spans become ms.
import { expect, test } from 'vitest';
import { loadTemplate, templateOf } from './load-template.ts';

const TEXT = `kind: score-template
name: small
title: { en: Small, ko: 작음 }
about: { en: For tests., ko: 시험용 }
ranks: true
letters: { P: 1, S: 0.75, M: 0.5, U: 0 }
hintPoints: 0.5
groups:
  - id: outcome
    weight: 60
    terms:
      - measure: guidance-lag
        weight: 100
        missing: zero
        curve:
          - { value: 15m, share: 1 }
          - { value: 2h, share: 0.5 }
          - { value: 3d, share: 0 }
  - id: process
    weight: 40
    terms:
      - { objective: O1, weight: 100, only: campaign }
      - { objective: O5, weight: 100, only: crisis }
credit: { queried: 1, proposed: 1, approved: 1, objected: 1, recorded: 1, answered: 1, verdicts: 1 }
seats: { verdicts: [soc-lead] }
`;

const MINUTE = 60_000;

test('a template is read, spans of time as ms', () => {
  const template = loadTemplate(TEXT, 'small.yaml');
  expect(template).toMatchObject({ name: 'small', seats: { verdicts: ['soc-lead'] } });
  const [term] = template.groups[0]!.terms;
  expect(term).toMatchObject({ measure: 'guidance-lag' });
  expect('curve' in term! && term.curve.map(({ value }) => value)).toEqual([
    15 * MINUTE,
    120 * MINUTE,
    3 * 1440 * MINUTE,
  ]);
});

test.each([
  ['weight: 60', 'weight: 50', 'the weights of the groups come to 90, not 100 · small.yaml:9:3'],
  [
    'O1, weight: 100',
    'O1, weight: 90',
    'the weights of "process" come to 90 in a campaign, not 100 · small.yaml:22:7',
  ],
  ['value: 2h', 'value: 10m', 'goes back from 900000 to 600000 · small.yaml:17:13'],
  [
    'share: 0 }',
    'share: 0.6 }',
    'gives more for a higher value · small.yaml:18:13 · of this measure lower is better',
  ],
  ['M: 0.5', 'M: 0.8', 'a worse letter is worth more than a better one · small.yaml:6:10'],
  ['id: process', 'id: outcome', 'the group "outcome" is there twice · small.yaml:19:5'],
  [
    'O1, weight: 100, only: campaign }',
    'O5, weight: 50 }\n      - { objective: O1, weight: 50, only: campaign }',
    'come to 150 in a crisis',
  ],
])('%s → %s does not add up', (from, to, message) => {
  expect(() => loadTemplate(TEXT.replace(from, to), 'small.yaml')).toThrow(
    expect.objectContaining({ code: 'TEMPLATE_SUM', message: expect.stringContaining(message) }),
  );
});

test.each([
  ['guidance-lag', 'guidance-log', 'unknown "groups.0.terms.0.measure" · small.yaml:12:18'],
  ['objective: O1', 'objective: O9', 'small.yaml:22:22 · write one of O1, O2, O3, O4, O5, O6, O7'],
  ['value: 15m', 'value: soon', 'write a number, or a span such as 15m, 4h or 11d'],
  ['ranks: true', 'ranks: true\nrank: true', 'unknown key "rank" · small.yaml:6:7 · take it out'],
  ['hintPoints: 0.5\n', '', '"hintPoints" is wrong · small.yaml:1:1'],
  ['weight: 60', 'weight: -60', '"groups.0.weight" is wrong · small.yaml:10:13'],
])('%s → %s is not a template', (from, to, message) => {
  expect(() => loadTemplate(TEXT.replace(from, to), 'small.yaml')).toThrow(
    expect.objectContaining({ code: 'TEMPLATE', message: expect.stringContaining(message) }),
  );
});

test('what is not YAML says where it breaks', () => {
  expect(() => loadTemplate('kind: [', 'small.yaml')).toThrow(
    expect.objectContaining({ code: 'TEMPLATE_YAML', where: 'small.yaml:1:8' }),
  );
});

test('a template that comes as data is looked at as closely', () => {
  const template = loadTemplate(TEXT, 'small.yaml');
  expect(templateOf(structuredClone(template), 'case')).toEqual(template);
  const [first, ...rest] = template.groups;
  expect(() =>
    templateOf({ ...template, groups: [{ ...first, weight: 1 }, ...rest] }, 'case'),
  ).toThrow('the weights of the groups come to 41, not 100 · case.groups');
  expect(() => templateOf({ ...template, ranks: 'no' }, 'case')).toThrow(
    '"ranks" is wrong · case.ranks',
  );
  expect(() => templateOf(null, 'case')).toThrow('"the template" is wrong · case');
});

// Goal: contradictions, omissions and minimising words are counted over the right papers.
import { expect, test } from 'vitest';
import { D0, HOUR, makeDocument, makeFinding, makeHistory } from '../testing/make-history.ts';
import { measureOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

const IDS = ['contradictions', 'items-omitted', 'minimising'] as const;

const all = (given: Parameters<typeof makeHistory>[0]) =>
  IDS.map((id) => valueOf(makeHistory(given), id));

test('the sample’s papers: one contradiction, one item left out of each, one minimising word', () => {
  expect(
    IDS.map((id) => measureOf(sampleHistory(), id)).map(({ value, evidence }) => [value, evidence]),
  ).toEqual([
    [1, ['c16']],
    [2, ['c14', 'c16']],
    [1, ['c16']],
  ]);
  expect(measureOf(sampleHistory(), 'items-omitted').parts).toEqual([
    { of: 'kr-early-report', value: 1, evidence: ['c14'] },
    { of: 'people-notice', value: 1, evidence: ['c16'] },
  ]);
});

test('a later paper mends what one of its form left out, but unsays nothing', () => {
  const findings = [
    makeFinding('missing.door-code'),
    makeFinding('missing.count'),
    makeFinding('minimising.only', 'minor'),
    makeFinding('contradiction.figure'),
  ];
  const documents = [
    makeDocument('c1', 'people-notice', D0, findings),
    makeDocument('c2', 'holding-line', D0 + HOUR, [makeFinding('minimising.limited')]),
    makeDocument('c3', 'people-notice', D0 + 2 * HOUR, [makeFinding('missing.remedy')]),
  ];
  // Contradictions of all: 1; omitted in the latest notice and the line: 1 + 0; minimising of all: 2.
  expect(all({ documents })).toEqual([1, 1, 2]);
});

test('clean papers count nothing, no papers are no figure', () => {
  expect(all({ documents: [makeDocument('c1', 'people-notice', D0)] })).toEqual([0, 0, 0]);
  expect(all({})).toEqual(['no-documents', 'no-documents', 'no-documents']);
  // Other kinds of findings are none of these.
  const other = [
    makeFinding('over-claim.safe'),
    makeFinding('early.figure'),
    makeFinding('wrong.item'),
  ];
  expect(all({ documents: [makeDocument('c1', 'people-notice', D0, other)] })).toEqual([0, 0, 0]);
});

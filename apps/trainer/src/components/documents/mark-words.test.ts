import { expect, test } from 'vitest';
import type { DocumentFinding } from '@/exercise/types.ts';
import { markWords } from './mark-words.ts';

const finding = (field: string, quote: DocumentFinding['quote']): DocumentFinding => ({
  code: 'x',
  kind: 'minimising',
  severity: 'minor',
  field,
  quote,
  explanation: { en: '', ko: '' },
});
const quoted = (text: string, words: string) => {
  const from = text.indexOf(words);
  return { text: words, from, to: from + words.length };
};

// Goal: a note in the margin stands at the very words it means, also where two mean the same.
test('a text is cut at the quoted words, which keep the numbers of their notes', () => {
  const text = 'Some data may have been exposed to a third party.';
  const findings = [
    finding('what', quoted(text, 'Some data may have been exposed')),
    finding('other', quoted(text, 'third')),
    finding('what', quoted(text, 'may have been')),
    finding('what', null),
  ];
  expect(markWords(text, 'what', findings)).toEqual([
    { text: 'Some data ', notes: [1] },
    { text: 'may have been', notes: [1, 3] },
    { text: ' exposed', notes: [1] },
    { text: ' to a third party.', notes: [] },
  ]);
});

test('a text that nothing is said of stays whole, and an empty one is nothing', () => {
  expect(markWords('All clear.', 'what', [])).toEqual([{ text: 'All clear.', notes: [] }]);
  expect(markWords('', 'what', [])).toEqual([]);
});

import { MINIMISING_WORDS } from './minimising-words.ts';
import { isDenied } from './denied.ts';
import { isQuoted } from './passages.ts';
import type { Reading } from './reading.ts';
import type { Finding } from './types.ts';

/** Words that make it smaller than it is. Quoted words, and those that the clause denies, are let be. */
export function minimisingFindings({ sentences }: Reading): Finding[] {
  return sentences.flatMap((sentence) =>
    MINIMISING_WORDS.flatMap(({ id, pattern, severity, why, better }) =>
      [...sentence.text.matchAll(pattern)].flatMap((match): Finding[] => {
        const [text] = match;
        const to = match.index + text.length;
        if (isQuoted(sentence, match.index, to) || isDenied(sentence.text, match.index, to))
          return [];
        return [
          {
            code: `minimising.${id}`,
            kind: 'minimising',
            severity,
            field: sentence.field,
            quote: { text, from: sentence.from + match.index, to: sentence.from + to },
            explanation: why,
            better,
          },
        ];
      }),
    ),
  );
}

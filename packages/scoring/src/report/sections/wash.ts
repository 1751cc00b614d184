import type { Section } from '../context.ts';
import type { Block } from '../types.ts';
import { credited } from './people.ts';

/** Strengths and gaps as people said them right after the exercise. */
export const wash: Section = ({ source, say }) => {
  const { words } = say;
  const lines = (kind: 'strength' | 'gap', title: string): Block[] => {
    const own = source.wash.filter((line) => line.kind === kind);
    return [
      { is: 'heading', level: 2, text: title },
      own.length === 0
        ? { is: 'text', text: words.sentences.washEmpty }
        : { is: 'list', items: own.map((line) => `${line.text} (${say.person(line.by)})`) },
    ];
  };
  return [
    // After a table of people the pages lie already.
    ...(credited(source).length === 0 ? [{ is: 'break', landscape: true } as const] : []),
    { is: 'heading', level: 1, text: words.sections.wash },
    ...lines('strength', words.sentences.strengths),
    ...lines('gap', words.sentences.gaps),
  ];
};

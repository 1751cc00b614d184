import type { Context, Section } from '../context.ts';
import type { Block, ReportMiss } from '../types.ts';

function one({ say }: Context, miss: ReportMiss): Block[] {
  const { sentences: s } = say.words;
  const blocks: Block[] = [
    { is: 'heading', level: 2, text: say.text(miss.title) },
    { is: 'text', text: s.missedAt(say.at(miss.at), miss.moment) },
  ];
  if (miss.hunt) {
    blocks.push({ is: 'text', text: s.query(say.text(miss.hunt.title), `@${miss.hunt.name}`) });
    blocks.push({ is: 'code', text: miss.hunt.sql });
  }
  if (miss.rule) {
    const { title, name, firstAt } = miss.rule;
    const text =
      firstAt === null ? s.ruleWould(title, name) : s.ruleWouldAt(title, name, say.at(firstAt));
    blocks.push({ is: 'text', text });
  }
  return blocks;
}

/** What was missed, with the query that would have found it and the rule that would have kept it. */
export const misses: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const heading: Block = { is: 'heading', level: 1, text: words.sections.misses };
  if (source.misses.length === 0) return [heading, { is: 'text', text: words.sentences.noMisses }];
  return [heading, ...source.misses.flatMap((miss) => one(context, miss))];
};

import type { Context, Section } from '../context.ts';
import { DASH } from '../say.ts';
import type { Block, ReportMiss } from '../types.ts';

/** One that a query or a rule would have shown. `told`: names of queries that stand above already. */
function found({ say }: Context, miss: ReportMiss, told: Set<string>): Block[] {
  const { sentences: s } = say.words;
  const blocks: Block[] = [
    { is: 'heading', level: 3, text: say.text(miss.title) },
    { is: 'text', text: s.missedAt(say.at(miss.at), miss.moment) },
  ];
  if (miss.hunt) {
    const { name, title, sql } = miss.hunt;
    const again = told.has(name);
    told.add(name);
    blocks.push({
      is: 'text',
      text: again
        ? s.queryAgain(say.text(title), `@${name}`)
        : s.query(say.text(title), `@${name}`),
    });
    if (!again) blocks.push({ is: 'code', text: sql });
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
  const { heads } = words;
  const heading: Block = { is: 'heading', level: 1, text: words.sections.misses };
  if (source.misses.length === 0) return [heading, { is: 'text', text: words.sentences.noMisses }];
  const shown = source.misses.filter(({ hunt, rule }) => hunt !== null || rule !== null);
  const others = source.misses.filter(({ hunt, rule }) => hunt === null && rule === null);
  const told = new Set<string>();
  const blocks = [heading, ...shown.flatMap((miss) => found(context, miss, told))];
  if (others.length === 0) return blocks;
  return [
    ...blocks,
    {
      is: 'table',
      caption: words.captions.misses,
      head: [heads.text, heads.seenFrom, heads.refs],
      widths: [58, 30, 12],
      refs: [2],
      rows: others.map((miss) => [say.text(miss.title), say.at(miss.at), miss.moment ?? DASH]),
    },
  ];
};

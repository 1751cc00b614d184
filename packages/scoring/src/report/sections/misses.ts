import type { Context, Section } from '../context.ts';
import { DASH } from '../say.ts';
import type { Block, ReportMiss } from '../types.ts';

/** Misses that one query, or else one rule, would have shown. */
type Group = readonly ReportMiss[];

/** In the order in which the first of each comes; those that nothing would have shown are the last. */
function grouped(misses: readonly ReportMiss[]): { shown: Group[]; others: Group } {
  const keyOf = ({ hunt, rule }: ReportMiss) => hunt?.name ?? rule?.name ?? null;
  const keys = new Set(misses.map(keyOf));
  const group = (key: string | null) => misses.filter((miss) => keyOf(miss) === key);
  const shown = [...keys].filter((key) => key !== null).map(group);
  return { shown, others: group(null) };
}

function table({ say }: Context, caption: string, misses: Group): Block {
  const { heads } = say.words;
  return {
    is: 'table',
    caption,
    head: [heads.text, heads.seenFrom, heads.refs],
    widths: [56, 30, 14],
    refs: [2],
    rows: misses.map((miss) => [say.text(miss.title), say.at(miss.at), miss.moment ?? DASH]),
  };
}

/** What each rule would have said, each rule once. */
function rules({ say }: Context, group: Group): Block[] {
  const { sentences: s } = say.words;
  const all = new Map(group.flatMap(({ rule }) => (rule ? [[rule.name, rule] as const] : [])));
  return [...all.values()].map(({ title, name, firstAt }) => ({
    is: 'text',
    text: firstAt === null ? s.ruleWould(title, name) : s.ruleWouldAt(title, name, say.at(firstAt)),
  }));
}

function found(context: Context, group: Group): Block[] {
  const { say } = context;
  const { hunt, rule } = group[0]!;
  const title = hunt ? say.text(hunt.title) : rule!.title;
  const query: Block[] = hunt
    ? [
        { is: 'text', text: say.words.sentences.query(title, `@${hunt.name}`) },
        { is: 'code', text: hunt.sql },
      ]
    : [];
  return [
    { is: 'heading', level: 2, text: title },
    table(context, '', group),
    ...query,
    ...rules(context, group),
  ];
}

/** What was missed, with the query that would have found it and the rule that would have kept it. */
export const misses: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const heading: Block = { is: 'heading', level: 1, text: words.sections.misses };
  if (source.misses.length === 0) return [heading, { is: 'text', text: words.sentences.noMisses }];
  const { shown, others } = grouped(source.misses);
  return [
    heading,
    ...shown.flatMap((group) => found(context, group)),
    ...(others.length > 0 ? [table(context, words.captions.misses, others)] : []),
  ];
};

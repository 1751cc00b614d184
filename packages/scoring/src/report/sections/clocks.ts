import type { HistoryClock } from '../../history.ts';
import type { Context, Section } from '../context.ts';
import { DASH } from '../say.ts';
import type { Block } from '../types.ts';

function state({ say }: Context, clock: HistoryClock): string {
  const { words } = say;
  const name = words.clockStates[clock.state];
  if (clock.metAt === null || clock.dueAt === null) return name;
  const left = clock.dueAt - clock.metAt;
  const by =
    left < 0 ? words.sentences.lateBy(say.span(-left)) : words.sentences.early(say.span(left));
  return `${name}, ${by}`;
}

/** Deadlines of the law: when each started, was due, and was met. */
export const clocks: Section = (context) => {
  const { source, say } = context;
  const { words } = say;
  const { heads } = words;
  const heading: Block = { is: 'heading', level: 1, text: words.sections.clocks };
  if (source.history.clocks.length === 0)
    return [heading, { is: 'text', text: words.sentences.noClocks }];
  return [
    heading,
    {
      is: 'table',
      caption: words.captions.clocks,
      head: [heads.rule, heads.starts, heads.due, heads.met, heads.state, heads.refs],
      widths: [32, 15, 15, 15, 15, 8],
      refs: [5],
      rows: source.history.clocks.map((clock) => [
        `${say.text(clock.title)}\n${clock.source}`,
        say.at(clock.startsAt),
        say.at(clock.dueAt),
        say.at(clock.metAt),
        state(context, clock),
        clock.moment ?? DASH,
      ]),
    },
    { is: 'text', tone: 'note', text: words.sentences.clocksNote },
  ];
};

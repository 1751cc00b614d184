'use client';

import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { useBoard } from './board.tsx';
import { MomentGlyph } from './moment-glyph.tsx';
import type { Mark } from './thin-moments.ts';
import { useKindName } from './use-kind-name.ts';
import type { TimelineFrame } from './timeline-frame.ts';

/** Room below a mark for how many it stands for, px. */
const COUNT = 16;

type Props = {
  lane: 'happened' | 'seen' | 'done';
  index: number;
  marks: readonly Mark[];
  total: number;
  frame: TimelineFrame;
  /** The mark that the Tab key reaches; null: the first. */
  tabbed: string | null;
  onFocus: (id: string) => void;
  onOpen: (mark: Mark) => void;
};

/** One lane: its name, its marks, how many moments it has in all. */
export function Lane(props: Props) {
  const { lane, marks, total, frame, tabbed } = props;
  const { text } = useReading();
  const { lane: height } = frame.sizes;
  const first = marks.some((mark) => mark.id === tabbed) ? tabbed : (marks[0]?.id ?? null);
  return (
    <div className="relative border-t border-line" style={{ height }}>
      <h2
        className="absolute inset-y-0 left-0 m-0 flex items-center pr-3 text-13 leading-tight font-medium text-ink-1 2xl:text-16"
        style={{ width: frame.left }}
      >
        {text.debrief.lanes[lane]}
      </h2>
      {marks.map((mark, at) => (
        <MarkButton key={mark.id} {...props} mark={mark} at={at} reached={mark.id === first} />
      ))}
      {marks.length === 0 && (
        <span
          className="absolute inset-y-0 flex items-center text-13 text-ink-3"
          style={{ left: frame.left + 8 }}
        >
          {text.debrief.timeline.empty}
        </span>
      )}
      <span
        className="figures absolute inset-y-0 right-0 flex items-center text-12 text-ink-3 2xl:text-14"
        style={{ width: frame.width - frame.right - 16 }}
      >
        {text.debrief.moments(formatCount(total))}
      </span>
    </div>
  );
}

type MarkProps = Props & { mark: Mark; at: number; reached: boolean };

function MarkButton({ index, mark, at, reached, frame, onFocus, onOpen }: MarkProps) {
  const { text, language } = useReading();
  const { debrief, lit, address, falseAlerts } = useBoard();
  const kindName = useKindName();
  const { main, count } = mark;
  const { gap, glyph, lane: height } = frame.sizes;
  const when = formatMoment(language, debrief.history.calendar, main.at);
  const more = count > 1 ? `, ${text.debrief.timeline.more(formatCount(count - 1))}` : '';
  const label = `${when}, ${kindName(main)}: ${pickText(language, main.text)}${more}`;
  const picked = main.id === address.moment;
  const dimmed = lit.size > 0 && !mark.lit;
  return (
    <button
      type="button"
      data-lane={index}
      data-mark={at}
      data-lit={mark.lit || undefined}
      tabIndex={reached ? 0 : -1}
      aria-label={label}
      aria-current={picked ? 'true' : undefined}
      title={label}
      onFocus={() => onFocus(mark.id)}
      onClick={() => onOpen(mark)}
      className={classNames(
        'absolute flex flex-col items-center rounded-md hover:z-10 hover:bg-surface-3 focus-visible:z-10',
        dimmed && 'opacity-30 hover:opacity-100 focus-visible:opacity-100',
        mark.lit && 'bg-accent-soft ring-2 ring-accent',
        picked && 'bg-surface-3 ring-2 ring-ink-1',
      )}
      style={{
        ...{ left: mark.x - gap / 2 + 1, width: gap - 2, top: 4, height: height - 8 },
        paddingTop: (height - 8 - glyph - COUNT) / 2,
      }}
    >
      <MomentGlyph kind={main.kind} size={glyph} hollow={falseAlerts.has(main.id)} />
      {count > 1 && (
        <span className="figures text-12 text-ink-2">
          {count > 999 ? formatCompact('en', count).replace(' ', '') : count}
        </span>
      )}
    </button>
  );
}

'use client';

import { formatSimTime } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useNames } from '../report/use-names.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useBoard } from './board.tsx';
import { MomentGlyph } from './moment-glyph.tsx';
import { MomentLinks } from './moment-links.tsx';
import { useKindName } from './use-kind-name.ts';
import { usePlaceLine } from './scrub.tsx';

/** One moment: what, when, who, and where it leads. */
export function MomentDetail({ id }: { id: string }) {
  const { text, language } = useReading();
  const { debrief, momentOf, address, falseAlerts } = useBoard();
  const place = usePlaceLine();
  const kindName = useKindName();
  const nameOf = useNames();
  const words = text.debrief.drawer;
  const moment = momentOf.get(id);
  if (!moment) return <p className="m-0 text-14 text-ink-2">{words.gone}</p>;
  const lane = debrief.history.moments.filter((each) => each.lane === moment.lane);
  const here = lane.indexOf(moment);
  const listed = address.figure !== null || address.around !== null;
  const to = (by: number) => {
    const next = lane[here + by];
    if (next) setSearchParams({ moment: next.id });
  };
  const role = moment.role && (text.world.roles[moment.role] ?? moment.role);
  const who = [moment.by && nameOf(moment.by), role].filter(Boolean);
  const rows: [string, string][] = [
    [words.when, formatSimTime(language, debrief.history.calendar, moment.at)],
    [words.kind, kindName(moment)],
    ...(who.length > 0 ? [[words.who, who.join(', ')] as [string, string]] : []),
  ];
  return (
    <article className="flex flex-col gap-4">
      <div className="flex items-center gap-1">
        {listed && (
          <Button small kind="quiet" onClick={() => setSearchParams({ moment: null })}>
            {words.back}
          </Button>
        )}
        <span className="ml-auto inline-flex">
          <IconButton
            icon="right"
            className="rotate-180"
            label={words.previous}
            disabled={here <= 0}
            onClick={() => to(-1)}
          />
          <IconButton
            icon="right"
            label={words.next}
            disabled={here >= lane.length - 1}
            onClick={() => to(1)}
          />
        </span>
      </div>
      <p className="m-0 flex items-center gap-2 text-13 text-ink-2">
        <MomentGlyph kind={moment.kind} hollow={falseAlerts.has(id)} />
        {text.debrief.lanes[moment.lane]}
      </p>
      <h3 className="m-0 text-20 leading-7 font-semibold wrap-anywhere">
        {pickText(language, moment.text)}
      </h3>
      <dl className="m-0 flex flex-col gap-1 text-14">
        {rows.map(([name, value]) => (
          <div key={name} className="flex gap-3">
            <dt className="w-16 shrink-0 text-ink-3">{name}</dt>
            <dd className="m-0 min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => place(Math.ceil(moment.at / 60_000) * 60_000)}>
          {words.toLine}
        </Button>
        <MomentLinks moment={moment} />
      </div>
      <p className="m-0 font-mono text-12 text-ink-3">{moment.id}</p>
    </article>
  );
}

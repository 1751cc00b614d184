'use client';

import Link from 'next/link';
import type { ReportMiss } from '@dwell/scoring/report';
import { formatMoment, formatSimTime } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { ruleTitle } from '@/i18n/rule-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { sqlHref } from '../hunt/hunt-href.ts';
import { SeverityMark } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { useBoard } from './board.tsx';
import { usePlaceLine } from './scrub.tsx';

/** What was there to be seen and was not, with what would have shown it and what would have kept watch. */
export function Misses() {
  const { text } = useReading();
  const { debrief } = useBoard();
  const { view } = useDebrief();
  const words = text.debrief.misses;
  if (debrief.misses.length === 0 && view.work) return <Empty title={text.debrief.pending} />;
  if (debrief.misses.length === 0) return <Empty title={words.none}>{words.noneNow}</Empty>;
  const known = debrief.misses.filter((miss) => miss.hunt !== null || miss.rule !== null);
  const others = debrief.misses.filter((miss) => miss.hunt === null && miss.rule === null);
  return (
    <div className="flex flex-col gap-6">
      {known.length > 0 && (
        <section aria-label={text.debrief.tabs.misses} className="flex flex-col gap-3">
          <p className="m-0 max-w-[80ch] text-14 text-ink-2 2xl:text-16">{words.lead}</p>
          <ol className="m-0 flex list-none flex-col gap-3 p-0">
            {known.map((miss, at) => (
              <li key={`${miss.moment ?? ''} ${at}`}>
                <MissCard miss={miss} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {others.length > 0 && <Others misses={others} />}
    </div>
  );
}

/** What nobody answered: no query was needed to find it. */
function Others({ misses }: { misses: readonly ReportMiss[] }) {
  const { text, language } = useReading();
  const { calendar } = useBoard().debrief.history;
  const show = useShowMiss();
  const words = text.debrief.misses;
  return (
    <section aria-label={words.others}>
      <h2 className="m-0 text-16 font-semibold 2xl:text-20">
        {words.others} <span className="figures font-normal text-ink-3">{misses.length}</span>
      </h2>
      <p className="m-0 mb-2 text-13 text-ink-2 2xl:text-16">{words.othersNote}</p>
      <ul className="m-0 columns-2 list-none gap-8 p-0 max-lg:columns-1">
        {misses.map((miss, at) => (
          <li key={`${miss.moment ?? ''} ${at}`} className="break-inside-avoid">
            <button
              type="button"
              title={words.show}
              onClick={() => show(miss)}
              className="flex w-full items-baseline gap-3 border-t border-line py-2 text-left text-14 hover:text-accent 2xl:text-16"
            >
              <span className="figures shrink-0 text-12 text-ink-3 2xl:text-14">
                {formatMoment(language, calendar, miss.at)}
              </span>
              <span className="min-w-0">{pickText(language, miss.title)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Places the line where it could have been seen, and opens its moment. */
function useShowMiss(): (miss: ReportMiss) => void {
  const place = usePlaceLine();
  return (miss) => {
    place(miss.at);
    if (miss.moment !== null)
      setSearchParams({ moment: miss.moment, figure: null, around: null }, true);
  };
}

function MissCard({ miss }: { miss: ReportMiss }) {
  const { text, language } = useReading();
  const { debrief } = useBoard();
  const show = useShowMiss();
  const words = text.debrief.misses;
  return (
    <article className="grid grid-cols-[minmax(0,3fr)_minmax(0,4fr)_minmax(0,3fr)] gap-x-8 gap-y-4 rounded-md border border-line bg-surface-2 p-4 max-xl:grid-cols-1 2xl:p-6">
      <div className="flex flex-col items-start gap-2">
        <h3 className="m-0 flex items-start gap-2 text-16 leading-6 font-semibold 2xl:text-20 2xl:leading-7">
          <span className="mt-[2px]">
            <SeverityMark severity="severe" />
          </span>
          {pickText(language, miss.title)}
        </h3>
        <p className="m-0 text-13 text-ink-2 2xl:text-16">
          {words.at} {formatSimTime(language, debrief.history.calendar, miss.at)}
        </p>
        <Button small onClick={() => show(miss)}>
          {words.show}
        </Button>
      </div>
      <MissHunt miss={miss} />
      <MissRule miss={miss} />
    </article>
  );
}

function MissHunt({ miss: { hunt } }: { miss: ReportMiss }) {
  const { text, language } = useReading();
  const { view } = useDebrief();
  const words = text.debrief.misses;
  if (!hunt) return <div />;
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <h4 className="m-0 text-12 font-normal text-ink-3 2xl:text-14">{words.hunt}</h4>
      <p className="m-0 text-14 2xl:text-16">{pickText(language, hunt.title)}</p>
      <details className="w-full text-13">
        <summary className="w-fit text-accent">{words.sql}</summary>
        <pre
          tabIndex={0}
          className="m-0 mt-2 max-h-56 overflow-auto rounded-md bg-surface-1 p-3 font-mono text-12 2xl:text-14"
        >
          {hunt.sql}
        </pre>
      </details>
      <Link
        href={sqlHref(view.runId, hunt.sql)}
        className={`${buttonClass('plain', true)} no-underline`}
      >
        {words.ask}
      </Link>
    </div>
  );
}

function MissRule({ miss: { rule } }: { miss: ReportMiss }) {
  const { text, language } = useReading();
  const { view } = useDebrief();
  const { debrief } = useBoard();
  const words = text.debrief.misses;
  if (!rule) return <div />;
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <h4 className="m-0 text-12 font-normal text-ink-3 2xl:text-14">{words.rule}</h4>
      <p className="m-0 text-14 wrap-anywhere 2xl:text-16">{ruleTitle(language, rule)}</p>
      {rule.firstAt !== null && (
        <p className="m-0 text-13 text-ink-2 2xl:text-14">
          {words.ruleAt(formatSimTime(language, debrief.history.calendar, rule.firstAt))}
        </p>
      )}
      <Link
        href={`/runs/${view.runId}/rules?rule=${encodeURIComponent(rule.name)}`}
        className={`${buttonClass('plain', true)} no-underline`}
      >
        {words.openRule}
      </Link>
    </div>
  );
}

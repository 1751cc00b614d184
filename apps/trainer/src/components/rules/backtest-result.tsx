'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { Backtest } from '@dwell/simulator/router';
import { formatCompact, formatCount, formatShare } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { DayBars } from '../charts/day-bars.tsx';
import { huntHref, huntRowHref } from '../hunt/hunt-href.ts';
import { RecordsTable } from '../hunt/records-table.tsx';
import { Figure } from '../situation/figure.tsx';
import { Empty } from '../ui/empty.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { serviceOf } from './sigma-offers.ts';

type Props = { result: Backtest; rule: string };

/** A backtest's answer: how much, when, for whom, and a few of the records themselves. */
export function BacktestResult({ result, rule }: Props) {
  const { text, language } = useReading();
  const { run } = useRun();
  const words = text.rules;
  return (
    <div className="flex flex-col gap-4 px-4 pt-2 pb-4">
      <Figures result={result} />
      {result.alerts === 0 ? (
        <div className="-mx-4">
          <Empty title={words.found}>{words.foundNow}</Empty>
        </div>
      ) : (
        <>
          <div>
            <DayBars
              label={words.perDay}
              name={words.chartAlerts}
              colour="--series-2"
              calendar={run.calendar}
              days={result.days.map(({ at, alerts }) => ({ at, value: alerts }))}
              height={48}
            />
            <DayBars
              axis
              label={words.perDay}
              name={words.chartEvents}
              colour="--series-1"
              calendar={run.calendar}
              days={result.days.map(({ at, events }) => ({ at, value: events }))}
              height={72}
            />
          </div>
          <Groups result={result} rule={rule} />
          <Samples result={result} rule={rule} />
        </>
      )}
      <p className="m-0 text-12 text-ink-3">
        {words.took(formatSpan(language, result.to - result.from), formatCount(result.elapsedMs))}
      </p>
    </div>
  );
}

function Figures({ result }: { result: Backtest }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const words = text.rules.figures;
  const { truth } = result;
  const minutes = Math.round(result.minutesPerDay * 10) / 10;
  return (
    <div>
      <dl className="m-0 grid grid-cols-[repeat(auto-fit,minmax(104px,1fr))] gap-x-4 gap-y-2">
        <Figure name={words.alerts} title={formatCount(result.alerts)}>
          {formatCompact(language, result.alerts)}
        </Figure>
        <Figure name={words.events} title={formatCount(result.events)}>
          {formatCompact(language, result.events)}
        </Figure>
        <Figure name={words.first}>
          {result.firstAt === null ? (
            text.rules.never
          ) : (
            <SimTimeText calendar={run.calendar} at={result.firstAt} />
          )}
        </Figure>
        <Figure name={words.minutes} title={text.rules.minutesNote}>
          {text.rules.minutesADay(String(minutes))}
        </Figure>
        {truth && (
          <Figure name={words.precision} title={text.rules.truthNote}>
            {truth.precision === null ? '·' : formatShare(truth.precision)}
          </Figure>
        )}
      </dl>
      {truth && (
        <p className="m-0 mt-1 text-12 text-ink-3">
          {text.rules.truePositives(
            formatCount(truth.truePositives),
            formatCount(truth.truePositives + truth.falsePositives),
          )}
          . {text.rules.truthNote}
        </p>
      )}
    </div>
  );
}

function Groups({ result, rule }: Props) {
  const { text } = useReading();
  const { runId } = useRun();
  const words = text.rules;
  const table = serviceOf(rule);
  const most = Math.max(1, ...result.groups.map((each) => each.events));
  return (
    <section>
      <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{words.groups}</h3>
      <ul className="m-0 list-none p-0 text-12">
        {result.groups.map(({ group, alerts, events }) => {
          const fields = Object.entries(group);
          const name = fields.map(([, value]) => value).join(' · ') || words.noGroup;
          return (
            <li key={name} className="relative flex min-h-6 items-center gap-3 px-1">
              <span
                aria-hidden="true"
                className="absolute inset-y-px left-0 rounded-sm bg-accent-soft"
                style={{ width: `${(events / most) * 100}%` }}
              />
              <span
                className="relative min-w-0 truncate font-mono"
                title={fields.map(([field]) => field).join(', ')}
              >
                {table && fields.length > 0 ? (
                  <Link
                    href={huntHref(runId, { table, where: group })}
                    title={words.toHunt}
                    className="text-ink-1"
                  >
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </span>
              <span className="figures relative ml-auto whitespace-nowrap text-ink-2">
                {words.alerts(formatCount(alerts))} · {formatCount(events)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Samples({ result, rule }: Props) {
  const { text } = useReading();
  const { runId, run } = useRun();
  const router = useRouter();
  const table = serviceOf(rule);
  const { columns, rows } = result.samples;
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">
        {text.rules.samples} · {text.rules.samplesHint}
      </h3>
      <div className="flex h-[220px] rounded-md border border-line">
        <RecordsTable
          label={text.rules.samples}
          table={table}
          columns={columns}
          rows={rows}
          at={-1}
          onOpen={(index) => {
            if (table) router.push(huntRowHref(runId, run.calendar, table, columns, rows[index]!));
          }}
        />
      </div>
    </section>
  );
}

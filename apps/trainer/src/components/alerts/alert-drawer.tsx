'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { AlertRow, Verdict } from '@dwell/simulator/router';
import { describeReason } from '@/i18n/describe-reason.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { ruleDescription, ruleTitle } from '@/i18n/rule-text.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { PinToRecord } from '../console/pin-to-record.tsx';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { huntHref, huntRowHref } from '../hunt/hunt-href.ts';
import { RecordsTable } from '../hunt/records-table.tsx';
import { LevelMark } from '../rules/level.tsx';
import { rationaleOf } from '../rules/rationale-of.ts';
import { useRules } from '../rules/use-rules.ts';
import { Badge } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { entityOf, isQuiet } from './queue.ts';
import { VerdictMark } from './verdict-mark.tsx';

const RECORDS = 20;

type Props = {
  alert: AlertRow;
  now: number;
  mine: boolean;
  onJudge: (verdict: Verdict) => void;
  onAssign: () => void;
  onUndo: () => void;
  onClose: () => void;
};

/** One alert in full: why, since when, the records behind it, what the rule is for, and the verdict. */
export function AlertDrawer(props: Props) {
  const { alert, onClose } = props;
  const { text, language } = useReading();
  return (
    <ContextDrawer
      title={ruleTitle(language, { name: alert.rule, title: alert.title })}
      label={text.alerts.detail}
      onClose={onClose}
    >
      <div className="flex flex-col gap-5">
        <div>
          <p className="m-0 mb-1 flex flex-wrap items-center gap-x-3">
            <LevelMark level={alert.level} />
            <span className="text-12 text-ink-3">{alert.techniques.join(' · ')}</span>
          </p>
          <p className="m-0 text-16 leading-6">{describeReason(language, text, alert)}</p>
        </div>
        <Verdicts {...props} />
        <PinAlert alert={alert} />
        <Facts alert={alert} />
        <Records alert={alert} />
        <AboutRule alert={alert} />
      </div>
    </ContextDrawer>
  );
}

function PinAlert({ alert }: { alert: AlertRow }) {
  const { text, language } = useReading();
  const title = ruleTitle(language, { name: alert.rule, title: alert.title });
  const about = entityOf(alert);
  return (
    <PinToRecord
      found={{
        name: `alert.${alert.id}`,
        title: `${about ? `${title}: ${about}` : title}. ${describeReason(language, text, alert)}`,
        alert: alert.id,
        from: alert.firstAt,
        to: alert.lastAt,
      }}
    />
  );
}

function Verdicts({ alert, now, mine, onJudge, onAssign, onUndo }: Props) {
  const { text } = useReading();
  const { run, runId } = useRun();
  const words = text.alerts;
  return (
    <section aria-label={words.heads.verdict} className="flex flex-col gap-3">
      {alert.verdict ? (
        <div className="flex flex-col gap-1 text-13">
          <span className="flex items-center gap-3">
            <VerdictMark verdict={alert.verdict} />
            {alert.verdictBy && (
              <span className="text-ink-2">
                {words.judgedBy(text.world.roles[alert.verdictBy] ?? alert.verdictBy)}
              </span>
            )}
            {alert.verdictAt !== null && (
              <SimTimeText
                calendar={run.calendar}
                at={alert.verdictAt}
                className="ml-auto text-12 text-ink-3"
              />
            )}
          </span>
          {alert.verdictNote && <p className="m-0 text-ink-2">“{alert.verdictNote}”</p>}
          {isQuiet(alert, now) && (
            <p className="m-0 text-12 text-ink-3">
              ◌ {words.quietTill('')}
              <SimTimeText calendar={run.calendar} at={alert.quietUntil!} />
            </p>
          )}
          <span className="mt-1 flex flex-wrap gap-2">
            <Button small onClick={onUndo}>
              {words.reopen} <Kbd keys="u" />
            </Button>
            {alert.verdict === 'true' && alert.group['src_ip'] !== undefined && (
              <Link
                href={`/runs/${runId}/respond?response=block-address&address=${alert.group['src_ip']}`}
                className={buttonClass('plain', true)}
              >
                {text.world.choices['block-address']}
              </Link>
            )}
            {alert.verdict === 'true' && (
              <Link href={`/runs/${runId}/respond`} className={buttonClass('primary', true)}>
                {words.respond}
              </Link>
            )}
          </span>
        </div>
      ) : (
        <div className="flex flex-wrap gap-2">
          {(['true', 'false', 'benign'] as const).map((verdict) => (
            <Button key={verdict} small onClick={() => onJudge(verdict)}>
              {words.verdicts[verdict]} <Kbd keys={verdict[0]!} />
            </Button>
          ))}
        </div>
      )}
      <div className="flex items-center gap-3 text-13">
        <span className="text-ink-3">{words.heads.who}</span>
        <span>{alert.assignedTo ?? words.unassigned}</span>
        <Button small kind="quiet" className="ml-auto" onClick={onAssign}>
          {mine ? words.unassign : words.assignMe} <Kbd keys="a" />
        </Button>
      </div>
      {alert.truth && (
        <Badge severity={alert.truth.attack ? 'critical' : 'info'}>
          {alert.truth.attack ? words.truthAttack : words.truthNoAttack} · {text.situation.truth}
        </Badge>
      )}
    </section>
  );
}

function Facts({ alert }: { alert: AlertRow }) {
  const { text } = useReading();
  const { run } = useRun();
  const words = text.alerts;
  return (
    <dl className="m-0 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-13">
      {Object.entries(alert.group).map(([field, value]) => (
        <div key={field} className="contents">
          <dt className="font-mono text-12 leading-5 text-ink-3">{field}</dt>
          <dd className="m-0 font-mono text-12 leading-5 break-all">{value}</dd>
        </div>
      ))}
      <dt className="text-ink-3">{words.heads.first}</dt>
      <dd className="m-0">
        <SimTimeText calendar={run.calendar} at={alert.firstAt} form="full" />
      </dd>
      <dt className="text-ink-3">{words.heads.last}</dt>
      <dd className="m-0">
        <SimTimeText calendar={run.calendar} at={alert.lastAt} form="full" /> ·{' '}
        {alert.active ? words.active : words.over}
      </dd>
      <dt className="text-ink-3">{words.heads.events}</dt>
      <dd className="m-0">
        {formatCount(alert.events)}
        {run.scale > 1 && (
          <span className="text-ink-3"> · {words.simulated(formatCount(run.scale))}</span>
        )}
      </dd>
    </dl>
  );
}

function Records({ alert }: { alert: AlertRow }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { text } = useReading();
  const { runId, run } = useRun();
  const words = text.alerts;
  const query = useQuery(
    trpc.alert.records.queryOptions(
      { runId, id: alert.id, limit: RECORDS },
      { staleTime: 30_000, retry: false },
    ),
  );
  const data = query.data;
  return (
    <section>
      <div className="mb-1 flex items-center gap-3">
        <h3 className="m-0 text-12 font-normal text-ink-3">{words.records}</h3>
        {data && data.rows.rows.length > 0 && (
          <Link href={huntHref(runId, data)} className={`${buttonClass('plain', true)} ml-auto`}>
            {words.toHunt}
          </Link>
        )}
      </div>
      {query.isPending && <Skeleton className="h-32" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {data && data.rows.rows.length === 0 && (
        <p className="m-0 text-13 text-ink-2">{words.recordsNone}</p>
      )}
      {data && data.rows.rows.length > 0 && (
        <div className="flex h-[240px] rounded-md border border-line">
          <RecordsTable
            label={words.records}
            table={data.table}
            columns={data.rows.columns}
            rows={data.rows.rows}
            at={-1}
            onOpen={(index) =>
              router.push(
                huntRowHref(
                  runId,
                  run.calendar,
                  data.table,
                  data.rows.columns,
                  data.rows.rows[index]!,
                ),
              )
            }
          />
        </div>
      )}
    </section>
  );
}

function AboutRule({ alert }: { alert: AlertRow }) {
  const { text, language } = useReading();
  const { runId } = useRun();
  const { cards } = useRules();
  const card = cards.find((each) => each.name === alert.rule);
  const rationale = card && rationaleOf(card.text);
  return (
    <section>
      <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.alerts.rule}</h3>
      <p className="m-0 text-13">
        <Link href={`/runs/${runId}/rules?rule=${encodeURIComponent(alert.rule)}`}>
          {alert.rule}
        </Link>
      </p>
      {card?.description && (
        <p className="m-0 mt-1 text-13 text-ink-2">{ruleDescription(language, card)}</p>
      )}
      {rationale && <p className="m-0 mt-1 text-13 text-ink-2">{rationale}</p>}
      {card && card.falsePositives.length > 0 && (
        <>
          <h4 className="m-0 mt-3 mb-1 text-12 font-normal text-ink-3">
            {text.rules.falsePositives}
          </h4>
          <ul className="m-0 pl-4 text-13 text-ink-2">
            {card.falsePositives.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

'use client';

import Link from 'next/link';
import type { DeskTeam } from '@dwell/simulator/router';
import type { ReactNode } from 'react';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { formatCountdown, formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Badge, type Severity } from '../ui/badge.tsx';
import { Panel } from '../ui/panel.tsx';
import { IntervalRows } from './interval-rows.tsx';
import { knownOf, verdictOn } from './known-of.ts';
import { useTeamClock } from './use-desk-clock.ts';

/** What is so, beside what the team says; and the clocks that run for it. */
export function TruthPanel({ team }: { team: DeskTeam }) {
  const { text, language } = useReading();
  const words = text.desk;
  const { truth } = team;
  const { estimate, hypothesis } = knownOf(team);
  const moment = (at: number | null) =>
    at === null ? words.notYet : formatMoment(language, team.run.calendar, at);
  const verdict = estimate && verdictOn(estimate, truth.accountsLost);
  const state = text.world.attacker[truth.attackerState] ?? truth.attackerState;
  return (
    <Panel title={words.known}>
      <table className="w-full table-fixed text-13" aria-label={words.known}>
        <thead>
          <tr className="text-left text-12 text-ink-3">
            <th scope="col" className="w-24 font-normal">
              <span className="sr-only">{text.desk.team}</span>
            </th>
            <th scope="col" className="py-1 font-normal">
              {words.whatIs}
            </th>
            <th scope="col" className="font-normal">
              {words.whatTeam}
            </th>
          </tr>
        </thead>
        <tbody>
          <Line
            name={words.rowLost}
            truth={
              <span title={formatCount(truth.accountsLost)}>
                {formatCompact(language, truth.accountsLost)}
              </span>
            }
            team={
              estimate && verdict ? (
                <>
                  <span className="whitespace-nowrap">
                    {formatCompact(language, estimate.low)} –{' '}
                    {formatCompact(language, estimate.high)}
                  </span>
                  <span className="block">
                    <Badge severity={verdict === 'within' ? 'good' : 'severe'}>
                      {verdict === 'within'
                        ? words.inInterval
                        : verdict === 'below'
                          ? words.belowTruth
                          : words.aboveTruth}
                    </Badge>
                  </span>
                </>
              ) : (
                <span className="text-ink-3">{words.noEstimate}</span>
              )
            }
          />
          <Line
            name={words.rowHow}
            truth={`${text.hypotheses['forged-tokens']} · ${state}`}
            team={
              hypothesis ? (
                <>
                  {text.hypotheses[hypothesis.tag]}
                  <span className="block text-12 text-ink-3">
                    {words.sure(`${hypothesis.confidence} %`)}
                  </span>
                </>
              ) : (
                <span className="text-ink-3">{words.noHypothesis}</span>
              )
            }
          />
          <Line name={words.rowDeclared} truth="–" team={moment(team.clocks.declaredAt)} />
          <Line name={words.rowContained} truth={moment(truth.containedAt)} team="–" />
          <Line
            name={words.rowRequests}
            truth={formatCompact(language, truth.attackRequests)}
            team="–"
          />
        </tbody>
      </table>
      {estimate && (
        <div className="mt-3">
          <IntervalRows
            bare
            rows={[{ ...estimate, id: team.team.id, name: team.team.name }]}
            truth={truth.accountsLost}
          />
        </div>
      )}
      <Clocks team={team} />
      <Earlier team={team} />
    </Panel>
  );
}

function Line({ name, truth, team }: { name: string; truth: ReactNode; team: ReactNode }) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-1 pr-3 text-left text-12 font-normal text-ink-3">
        {name}
      </th>
      <td className="py-1 pr-3">{truth}</td>
      <td className="py-1">{team}</td>
    </tr>
  );
}

const SEVERITY: Record<string, Severity> = {
  open: 'attention',
  met: 'good',
  late: 'severe',
  missed: 'critical',
};

function Clocks({ team }: { team: DeskTeam }) {
  const { text, language } = useReading();
  const { now } = useTeamClock(team);
  const running = team.clocks.clocks.filter((clock) => clock.state !== 'not_started');
  return (
    <section aria-label={text.desk.clocks} className="mt-4 border-t border-line pt-3">
      <h3 className="m-0 mb-1 text-12 font-normal text-ink-3">{text.desk.clocks}</h3>
      {running.length === 0 && <p className="m-0 text-13 text-ink-3">{text.desk.clocksNone}</p>}
      <ul className="m-0 flex list-none flex-col gap-1 p-0 text-13">
        {running.map((clock, at) => (
          <li key={`${clock.rule} ${at}`} className="flex items-baseline gap-3">
            <span className="min-w-0 truncate" title={clock.source}>
              {pickText(language, clock.title)}
            </span>
            <span className="ml-auto">
              <Badge severity={SEVERITY[clock.state] ?? 'info'}>
                {clock.state === 'open' && clock.dueAt !== null
                  ? text.common.left(formatCountdown(language, clock.dueAt - now))
                  : text.frame.legalStates[clock.state as 'met' | 'late' | 'missed']}
              </Badge>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Earlier({ team }: { team: DeskTeam }) {
  const { text, language } = useReading();
  return (
    <p className="mt-3 mb-0 flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-3 text-12">
      <Link href={`/runs/${team.team.runId}`} className="text-accent">
        {text.desk.watchRun}
      </Link>
      {team.earlierRuns.map((run) => (
        <Link key={run.runId} href={`/runs/${run.runId}`} className="text-accent">
          {text.desk.earlier}{' '}
          {text.desk.earlierUntil(formatMoment(language, team.run.calendar, run.until))}
        </Link>
      ))}
    </p>
  );
}

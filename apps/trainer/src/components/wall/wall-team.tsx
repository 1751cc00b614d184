'use client';

import type { DeskTeam } from '@dwell/simulator/router';
import type { ReactNode } from 'react';
import { formatCompact } from '@/i18n/format-number.ts';
import { formatCountdown, formatSimTime } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { knownOf } from '../desk/known-of.ts';
import { Sparkline } from '../desk/sparkline.tsx';
import { useTeamClock } from '../desk/use-desk-clock.ts';
import { Badge } from '../ui/badge.tsx';
import { Latest } from './latest.tsx';

/** One team in big letters: what it says is lost, what waits, what it has decided, what is due. */
export function WallTeam({ team, withTruth }: { team: DeskTeam; withTruth: boolean }) {
  const { text, language } = useReading();
  const { desk } = useDesk();
  const { now } = useTeamClock(team);
  const { estimate } = knownOf(team);
  const help = desk.people.filter((person) => person.team === team.team.id && person.help).length;
  const open = team.injects.filter((inject) => inject.state === 'sent' && inject.wanted !== null);
  const taken = team.decisions.cards.filter((card) => card.taken !== null).length;
  return (
    <section
      aria-label={team.team.name}
      className="flex flex-col gap-6 rounded-md border border-line bg-surface-2 p-6"
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="m-0 text-28 font-semibold tracking-tight">{team.team.name}</h2>
        {help > 0 && <Badge severity="severe">{text.wall.help(help)}</Badge>}
        <span className="figures ml-auto font-mono text-16 text-ink-2">
          {formatSimTime(language, team.run.calendar, now)}
        </span>
      </header>
      <div>
        <p className="m-0 text-16 text-ink-3">{text.wall.lost}</p>
        <p className="figures m-0 text-[56px] leading-[64px] font-semibold tracking-tight">
          {estimate ? (
            `${formatCompact(language, estimate.low)} – ${formatCompact(language, estimate.high)}`
          ) : (
            <span className="text-28 font-normal text-ink-3">{text.wall.estimateNone}</span>
          )}
        </p>
        {withTruth && (
          <p className="figures m-0 mt-1 flex items-center gap-3 text-20">
            <span className="text-ink-3">{text.wall.truth}</span>
            <Sparkline values={team.lossByDay} />
          </p>
        )}
      </div>
      <dl className="m-0 grid grid-cols-3 gap-4">
        <Count n={open.length}>{text.wall.openInjects}</Count>
        <Count n={taken}>{text.wall.decisions}</Count>
        <Count n={team.documents.length}>{text.wall.documents}</Count>
      </dl>
      <Latest team={team} />
      <NextDeadline team={team} now={now} />
    </section>
  );
}

function Count({ n, children }: { n: number; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-14 text-ink-3">{children}</dt>
      <dd className="m-0 text-[44px] leading-[52px] font-semibold">{n}</dd>
    </div>
  );
}

function NextDeadline({ team, now }: { team: DeskTeam; now: number }) {
  const { text, language } = useReading();
  const running = team.clocks.clocks.filter((clock) => clock.dueAt !== null);
  const open = running
    .filter((clock) => clock.metAt === null)
    .toSorted((a, b) => a.dueAt! - b.dueAt!)[0];
  return (
    <div className="mt-auto border-t border-line pt-4">
      <p className="m-0 text-14 text-ink-3">{text.wall.clock}</p>
      {open ? (
        <p className="m-0 flex items-baseline gap-4 text-20">
          <span className="min-w-0 truncate">{pickText(language, open.title)}</span>
          <span
            className={`figures ml-auto font-mono whitespace-nowrap ${open.dueAt! <= now ? 'text-critical' : ''}`}
          >
            {open.dueAt! <= now && '⬣ '}
            {formatCountdown(language, open.dueAt! - now)}
          </span>
        </p>
      ) : (
        <p className="m-0 text-20 text-ink-2">
          {running.length > 0 ? text.wall.clockDone : text.wall.clockNone}
        </p>
      )}
    </div>
  );
}

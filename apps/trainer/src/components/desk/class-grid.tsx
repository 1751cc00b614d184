'use client';

import { useEffect, useState } from 'react';
import type { DeskTeam, PersonCard } from '@dwell/simulator/router';
import { formatSpan } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Badge, SeverityMark } from '../ui/badge.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import { Panel } from '../ui/panel.tsx';
import { Sparkline } from './sparkline.tsx';

/** The class: a line a team, then a line a person; whoever asks for help stands out by shape and word. */
export function ClassGrid() {
  const { text } = useReading();
  const { desk } = useDesk();
  const words = text.desk;
  const others = desk.people.filter((person) => person.team === null);
  return (
    <Panel flush>
      <div
        className="max-h-[340px] overflow-auto"
        role="region"
        aria-label={words.class}
        tabIndex={0}
      >
        <Table
          label={words.class}
          head={[words.person, words.roles, words.lastAct, words.help, words.open, words.loss]}
        >
          {desk.teams.map((team) => (
            <TeamRows key={team.team.id} team={team} people={desk.people} />
          ))}
          {others.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </Table>
      </div>
    </Panel>
  );
}

function TeamRows({ team, people }: { team: DeskTeam; people: readonly PersonCard[] }) {
  const { text } = useReading();
  const open = team.injects.filter((inject) => inject.state === 'sent' && inject.wanted !== null);
  const bots = team.team.seats.filter((seat) => seat.people.length === 0 && seat.bot !== null);
  return (
    <>
      <Row className="bg-surface-3">
        <Cell className="font-medium">{team.team.name}</Cell>
        <Cell className="text-12 text-ink-3">
          {bots.length > 0 &&
            `${text.lobby.bot}: ${bots.map((seat) => text.world.roles[seat.role] ?? seat.role).join(', ')}`}
        </Cell>
        <Cell />
        <Cell />
        <Cell className="text-ink-2">{open.length}</Cell>
        <Cell>
          <Sparkline values={team.lossByDay} />
        </Cell>
      </Row>
      {people
        .filter((person) => person.team === team.team.id)
        .toSorted((a, b) => Number(b.help) - Number(a.help))
        .map((person) => (
          <PersonRow key={person.id} person={person} team={team} />
        ))}
    </>
  );
}

function PersonRow({ person, team }: { person: PersonCard; team?: DeskTeam }) {
  const { text } = useReading();
  const unread = team?.injects.filter(
    (inject) =>
      inject.state === 'sent' &&
      inject.matters &&
      inject.read.length === 0 &&
      inject.to.some((role) => person.roles.includes(role)),
  );
  return (
    <Row className="hover:bg-surface-3">
      <Cell className="max-w-[260px] truncate pl-8!">
        {person.kind === 'trainee' ? (
          <button
            type="button"
            aria-label={text.desk.look(person.name)}
            onClick={() => setSearchParams({ person: person.id, inject: null }, true)}
            className="text-ink-1 underline decoration-line-strong underline-offset-4 hover:text-accent"
          >
            {person.name}
          </button>
        ) : (
          person.name
        )}
        {!person.connected && <span className="ml-2 text-12 text-ink-3">{text.lobby.away}</span>}
      </Cell>
      <Cell className="max-w-[320px] truncate text-ink-2">
        {person.kind === 'trainee'
          ? person.roles.map((role) => text.world.roles[role] ?? role).join(', ') ||
            text.lobby.nobody
          : text.lobby.kinds[person.kind]}
      </Cell>
      <Cell className="text-ink-2">
        <Ago wallMs={person.lastActWallMs} />
      </Cell>
      <Cell>{person.help && <Badge severity="severe">{text.desk.helpAsked}</Badge>}</Cell>
      <Cell className="text-12 text-ink-2">
        {unread && unread.length > 0 && (
          <>
            <SeverityMark severity="attention" /> {text.desk.unreadCount(unread.length)}
          </>
        )}
      </Cell>
      <Cell />
    </Row>
  );
}

/** How long ago by the reader's own watch, told anew every five seconds. */
function Ago({ wallMs }: { wallMs: number | null }) {
  const { text, language } = useReading();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  if (wallMs === null) return <span className="text-ink-3">{text.desk.neverActed}</span>;
  const past = Math.floor((now - wallMs) / 10_000) * 10_000;
  return past < 10_000 ? text.desk.justNow : text.desk.ago(formatSpan(language, past));
}

'use client';

import type { DeskTeam, PersonCard, RoleSeat } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { SittingPerson } from './sitting-person.tsx';
import { Panel } from '../ui/panel.tsx';

/** Every team's roles as seats: who sits there, whether they answer, and the bot that fills in. */
export function Seats() {
  const { desk } = useDesk();
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {desk.teams.map((team) => (
        <TeamSeats key={team.team.id} team={team} people={desk.people} />
      ))}
    </div>
  );
}

function TeamSeats({ team, people }: { team: DeskTeam; people: readonly PersonCard[] }) {
  const { text } = useReading();
  const members = people.filter(
    (person) => person.team === team.team.id && person.kind === 'trainee',
  );
  return (
    <Panel
      title={team.team.name}
      aside={text.lobby.ready(members.filter((person) => person.ready).length, members.length)}
    >
      <ul
        aria-label={text.lobby.seatsOf(team.team.name)}
        className="m-0 grid list-none grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-2 p-0 pt-1"
      >
        {team.team.seats.map((seat) => (
          <Seat key={seat.role} team={team.team.id} seat={seat} people={people} />
        ))}
      </ul>
    </Panel>
  );
}

function Seat({
  team,
  seat,
  people,
}: {
  team: string;
  seat: RoleSeat;
  people: readonly PersonCard[];
}) {
  const { text } = useReading();
  const { mayControl } = useDesk();
  const { act, busy } = useDeskActs();
  const role = text.world.roles[seat.role] ?? seat.role;
  const sitting = people.filter((person) => seat.people.includes(person.id));
  return (
    <li
      className={`flex min-h-18 flex-col gap-1 rounded-md border px-3 py-2 ${sitting.length > 0 ? 'border-line-strong bg-surface-3' : 'border-dashed border-line'}`}
    >
      <span className="text-12 text-ink-3">{role}</span>
      {sitting.map((person) => (
        <SittingPerson key={person.id} person={person} />
      ))}
      {sitting.length === 0 && (
        <select
          aria-label={text.lobby.botFor(role)}
          value={seat.bot ?? ''}
          disabled={busy || !mayControl}
          onChange={(event) =>
            void act({
              do: 'bot',
              team,
              role: seat.role,
              style: (event.target.value || null) as RoleSeat['bot'],
            })
          }
          className="-ml-1 h-6 rounded-sm border border-transparent bg-transparent text-13 text-ink-2 hover:border-line-strong"
        >
          <option value="">{text.lobby.noBot}</option>
          {(['none', 'written', 'expert'] as const).map((style) => (
            <option key={style} value={style}>
              {text.lobby.botShort(text.lobby.botStyles[style])}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}

'use client';

import type { ConsoleSections } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { SittingPerson } from '../lobby/sitting-person.tsx';
import { Panel } from '../ui/panel.tsx';

/** Who sits where in the viewer's team, with the comms check's ticks. */
export function TeamList({ room }: { room: ConsoleSections['room'] }) {
  const { text } = useReading();
  return (
    <Panel title={`${text.waiting.team}: ${room.team.name}`}>
      <ul className="m-0 list-none p-0">
        {room.team.seats.map((seat) => {
          const sitting = room.people.filter((person) => seat.people.includes(person.id));
          return (
            <li
              key={seat.role}
              className="flex min-h-7 items-baseline gap-3 border-t border-line py-1 text-13 first:border-t-0"
            >
              <span className="w-32 shrink-0 text-12 text-ink-3">
                {text.world.roles[seat.role] ?? seat.role}
              </span>
              {sitting.length === 0 ? (
                <span className="text-ink-3">
                  {seat.bot ? text.lobby.bot : text.lobby.emptySeat}
                </span>
              ) : (
                <span className="flex min-w-0 flex-1 flex-col">
                  {sitting.map((person) => (
                    <SittingPerson key={person.id} person={person} />
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

'use client';

import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { usePeople } from '@/exercise/use-people.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { classNames } from '../ui/class-names.ts';
import { Panel } from '../ui/panel.tsx';

/** Who holds which role, who is here, and who asked for help. */
export function People() {
  const { text } = useReading();
  const room = useRoom();
  const { roleName } = usePeople();
  const proposals = useSection('decisions')?.proposals ?? [];
  const asking = new Set(
    proposals.filter((each) => each.asksYou && each.effectiveAt === null).map((each) => each.by),
  );
  if (!room) return null;
  const members = room.people.filter(
    (person) => person.kind === 'trainee' && person.team === room.team.id,
  );
  return (
    <Panel flush title={text.team.people} aside={room.team.name}>
      <ul className="m-0 list-none p-0 pb-2">
        {room.team.seats.map((seat) => {
          const here = members.filter((person) => seat.people.includes(person.id));
          const mine = room.me.roles.includes(seat.role);
          return (
            <li
              key={seat.role}
              className="row flex items-center gap-3 border-t border-line px-4 text-13 first:border-t-0"
            >
              <span
                className={classNames(
                  'w-36 shrink-0 truncate',
                  mine ? 'text-accent' : 'text-ink-2',
                )}
              >
                {roleName(seat.role)}
              </span>
              <span className="min-w-0 flex-1 truncate">
                {here.length === 0 && <span className="text-ink-3">{text.team.seatEmpty}</span>}
                {here.map((person, at) => (
                  <span key={person.id} className={person.connected ? undefined : 'text-ink-3'}>
                    {at > 0 && ', '}
                    {person.id === room.me.id ? text.console.you : person.name}
                    {!person.connected && ` (${text.team.away})`}
                  </span>
                ))}
              </span>
              {here.some((person) => asking.has(person.id)) && (
                <span className="text-12 whitespace-nowrap text-attention">
                  {text.team.asksYou}
                </span>
              )}
              {here.some((person) => person.help) && (
                <Badge severity="attention">{text.team.needsHelp}</Badge>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

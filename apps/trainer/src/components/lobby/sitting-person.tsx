import type { PersonCard } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { Badge } from '../ui/badge.tsx';

/** Somebody in a seat, with the comms check's tick. */
export function SittingPerson({ person }: { person: PersonCard }) {
  const { text } = useReading();
  return (
    <span className="flex items-baseline gap-2 text-13">
      <span className="min-w-0 truncate">{person.name}</span>
      <span className="ml-auto">
        <Badge severity={person.ready ? 'good' : 'attention'}>
          <span className="sr-only">
            {person.ready ? text.lobby.commsDone : text.lobby.commsOpen}
          </span>
        </Badge>
      </span>
    </span>
  );
}

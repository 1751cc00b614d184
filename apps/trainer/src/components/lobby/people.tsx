'use client';

import type { PersonCard } from '@dwell/simulator/router';
import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { PersonDialog } from './person-dialog.tsx';

/** Who has come in. */
export function People() {
  const { text } = useReading();
  const { desk } = useDesk();
  const [changed, setChanged] = useState<string | null>(null);
  const person = desk.people.find((each) => each.id === changed);
  return (
    <Panel title={`${text.lobby.people}: ${desk.people.length}`} flush>
      {desk.people.length === 0 ? (
        <Empty title={text.lobby.peopleEmpty}>{text.lobby.peopleEmptyNow}</Empty>
      ) : (
        <ul className="m-0 list-none p-0 pb-1">
          {desk.people.map((each) => (
            <PersonLine key={each.id} person={each} onChange={() => setChanged(each.id)} />
          ))}
        </ul>
      )}
      {person && <PersonDialog key={person.id} person={person} onClose={() => setChanged(null)} />}
    </Panel>
  );
}

function PersonLine({ person, onChange }: { person: PersonCard; onChange: () => void }) {
  const { text } = useReading();
  const { desk, mayControl } = useDesk();
  const team = desk.teams.find((each) => each.team.id === person.team);
  const what =
    person.kind === 'trainee'
      ? person.roles.map((role) => text.world.roles[role] ?? role).join(', ') || text.lobby.nobody
      : text.lobby.kinds[person.kind];
  return (
    <li className="flex min-h-10 items-center gap-3 border-t border-line px-4 py-1 first:border-t-0">
      <span className="min-w-0">
        <span className="block truncate text-13">
          {person.name}
          {!person.connected && <span className="ml-2 text-12 text-ink-3">{text.lobby.away}</span>}
        </span>
        <span className="block truncate text-12 text-ink-3">
          {desk.teams.length > 1 && team ? `${team.team.name} · ` : ''}
          {what}
        </span>
      </span>
      <span className="ml-auto flex items-center gap-3 whitespace-nowrap">
        {person.kind === 'trainee' && (
          <Badge severity={person.ready ? 'good' : 'attention'}>
            {person.ready ? text.lobby.commsDone : text.lobby.commsOpen}
          </Badge>
        )}
        {mayControl && (
          <Button small kind="quiet" aria-label={text.lobby.change(person.name)} onClick={onChange}>
            ⋯
          </Button>
        )}
      </span>
    </li>
  );
}

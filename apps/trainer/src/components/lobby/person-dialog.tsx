'use client';

import { useMutation } from '@tanstack/react-query';
import type { PersonCard, Role } from '@dwell/simulator/router';
import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { LinkShown } from './link-shown.tsx';

/** One person: name, seat, the way back in, and the way out. */
export function PersonDialog({ person, onClose }: { person: PersonCard; onClose: () => void }) {
  const { text } = useReading();
  const { desk } = useDesk();
  const { act, busy } = useDeskActs();
  const [name, setName] = useState(person.name);
  const [team, setTeam] = useState(person.team ?? desk.teams[0]?.team.id ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const [doomed, setDoomed] = useState(false);
  const seats = desk.teams.find((each) => each.team.id === team)?.team.seats ?? [];
  const trainee = person.kind === 'trainee';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const renamed = name.trim();
    if (renamed && renamed !== person.name)
      if (!(await act({ do: 'rename', person: person.id, name: renamed }))) return;
    const moved = team !== person.team || roles.join() !== person.roles.join();
    if (trainee && moved) if (!(await act({ do: 'seat', person: person.id, team, roles }))) return;
    onClose();
  };
  return (
    <Dialog label={text.lobby.change(person.name)} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4 p-6">
        <h2 className="m-0 text-20 font-semibold">{person.name}</h2>
        <Field
          label={text.lobby.rename}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        {trainee && desk.teams.length > 1 && (
          <Select
            label={text.lobby.seatIn}
            value={team}
            options={desk.teams.map((each) => ({ value: each.team.id, text: each.team.name }))}
            onPick={setTeam}
          />
        )}
        {trainee && (
          <CheckList
            columns={2}
            label={text.lobby.rolesOf}
            options={seats.map(({ role }) => ({ id: role, text: text.world.roles[role] ?? role }))}
            picked={roles}
            onChange={setRoles}
          />
        )}
        <WayBackIn person={person} />
        <div className="flex items-center gap-2">
          {doomed ? (
            <Button
              kind="danger"
              disabled={busy}
              onClick={() => void act({ do: 'remove', person: person.id }).then(onClose)}
            >
              {text.lobby.removeTitle(person.name)}
            </Button>
          ) : (
            <Button kind="quiet" onClick={() => setDoomed(true)}>
              {text.lobby.remove}
            </Button>
          )}
          <span className="ml-auto flex gap-2">
            <Button kind="quiet" onClick={onClose}>
              {text.common.cancel}
            </Button>
            <Button type="submit" kind="primary" disabled={busy}>
              {text.lobby.save}
            </Button>
          </span>
        </div>
        {doomed && <p className="m-0 text-12 text-ink-3">{text.lobby.removeText}</p>}
      </form>
    </Dialog>
  );
}

function WayBackIn({ person }: { person: PersonCard }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const { exerciseId } = useDesk();
  const link = useMutation(trpc.exercise.seatLink.mutationOptions());
  return (
    <section aria-label={text.lobby.link} className="flex flex-col gap-2 border-y border-line py-4">
      {link.data ? (
        <LinkShown name={person.name} url={link.data.url} />
      ) : (
        <div className="flex items-center gap-3">
          <Button
            disabled={link.isPending}
            onClick={() => link.mutate({ exerciseId, person: person.id })}
          >
            {text.lobby.makeLink}
          </Button>
          <span className="text-12 text-ink-3">{text.lobby.linkHint}</span>
        </div>
      )}
      {link.isError && <ErrorState error={link.error} />}
    </section>
  );
}

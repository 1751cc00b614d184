'use client';

import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { LinkShown } from './link-shown.tsx';

/** Links for those who do not play: evaluators and co-facilitators see truth, so the code does not let them in. */
export function Invite() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { exerciseId, desk } = useDesk();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'evaluator' | 'facilitator'>('evaluator');
  const [team, setTeam] = useState('');
  const [made, setMade] = useState<{ name: string; url: string } | null>(null);
  const invite = useMutation(trpc.exercise.invite.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const who = name.trim();
    if (!who) return;
    invite.mutate(
      { exerciseId, name: who, kind, team: team || null },
      {
        onSuccess: ({ url }) => {
          setMade({ name: who, url });
          setName('');
        },
      },
    );
  };
  return (
    <Panel title={text.lobby.invite}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <p className="m-0 text-12 text-ink-3">{text.lobby.inviteNote}</p>
        <div className="grid grid-cols-2 gap-3">
          <Field
            label={text.lobby.rename}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            label={text.lobby.inviteKind}
            value={kind}
            options={(['evaluator', 'facilitator'] as const).map((each) => ({
              value: each,
              text: text.lobby.kinds[each],
            }))}
            onPick={(each) => setKind(each as typeof kind)}
          />
        </div>
        {desk.teams.length > 1 && kind === 'evaluator' && (
          <Select
            label={text.lobby.seatIn}
            value={team}
            options={[
              { value: '', text: text.lobby.anyTeam },
              ...desk.teams.map((each) => ({ value: each.team.id, text: each.team.name })),
            ]}
            onPick={setTeam}
          />
        )}
        <Button
          type="submit"
          className="self-start"
          disabled={invite.isPending || name.trim() === ''}
        >
          {text.lobby.inviteAct}
        </Button>
        {invite.isError && <ErrorState error={invite.error} />}
        {made && <LinkShown name={made.name} url={made.url} />}
      </form>
    </Panel>
  );
}

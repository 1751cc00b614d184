'use client';

import type { Door, Role } from '@dwell/simulator/router';
import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import type { Refusal } from '@/live/auth.ts';
import { joinExercise } from '@/live/join-exercise.ts';
import { SeverityMark } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { freeSeat } from './free-seat.ts';
import { SeatList } from './seat-list.tsx';

type Draft = {
  name: string;
  kind: 'trainee' | 'observer';
  team: string;
  how: 'assign' | 'choose';
  roles: readonly Role[];
};

/** The seat that a draft asks for; null while it asks for none. */
function seatOf(door: Door, { kind, team, how, roles }: Draft) {
  if (kind === 'observer') return { team: team || door.teams[0]?.id, roles: undefined };
  if (how === 'choose') return roles.length > 0 ? { team, roles } : null;
  const free = freeSeat(door, team || undefined);
  return free && { team: free.team, roles: [free.role] };
}

/** Name, team, seat; then straight into the exercise. */
export function JoinForm({ code, door }: { code: string; door: Door }) {
  const { text } = useReading();
  const words = text.join;
  const [draft, setDraft] = useState<Draft>({
    name: '',
    kind: 'trainee',
    team: door.teams.length === 1 ? door.teams[0]!.id : '',
    how: 'assign',
    roles: [],
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = (next: Partial<Draft>) => setDraft((old) => ({ ...old, ...next }));
  const chosen = door.teams.find((each) => each.id === draft.team) ?? door.teams[0];
  const seat = seatOf(door, draft);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const name = draft.name.trim();
    if (!name || !seat) return;
    setBusy(true);
    const answer = await joinExercise({ code, name, kind: draft.kind, ...seat });
    if ('exerciseId' in answer) return window.location.assign(`/seat/${answer.exerciseId}`);
    setBusy(false);
    setRefusal(answer.refusal);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <h1 className="m-0 text-28 font-semibold tracking-tight text-balance">
        {words.welcome(door.name)}
      </h1>
      {refusal && <Refused refusal={refusal} />}
      <Field
        label={words.name}
        hint={words.nameHint}
        autoComplete="name"
        maxLength={60}
        value={draft.name}
        error={tried && !draft.name.trim() ? words.needName : undefined}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Choice
        label={words.kind}
        at={draft.kind}
        options={(['trainee', 'observer'] as const).map((id) => ({ id, text: words.kinds[id] }))}
        onPick={(kind) => change({ kind })}
      />
      {door.teams.length > 1 && (
        <Select
          label={words.team}
          value={draft.how === 'choose' ? (chosen?.id ?? '') : draft.team}
          options={[
            ...(draft.how === 'assign' ? [{ value: '', text: words.assign }] : []),
            ...door.teams.map((each) => ({ value: each.id, text: each.name })),
          ]}
          onPick={(team) => change({ team, roles: [] })}
        />
      )}
      {draft.kind === 'trainee' && (
        <>
          <Choice
            label={words.seat}
            at={draft.how}
            options={[
              { id: 'assign', text: words.assign },
              { id: 'choose', text: words.choose },
            ]}
            onPick={(how) => change({ how, ...(chosen ? { team: chosen.id } : {}) })}
          />
          {draft.how === 'choose' && chosen && (
            <SeatList
              seats={chosen.seats}
              picked={draft.roles}
              onChange={(roles) => change({ roles, team: chosen.id })}
              error={tried && draft.roles.length === 0 ? words.needRole : undefined}
            />
          )}
        </>
      )}
      <Button
        type="submit"
        kind="primary"
        className="h-10! self-start px-6! text-14!"
        disabled={busy}
      >
        {busy ? words.busy : words.act}
      </Button>
    </form>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  const { text } = useReading();
  const said =
    refusal.code === 'OFFLINE'
      ? `${text.common.offline}. ${text.common.offlineNow}`
      : refusal.status === 429
        ? text.join.tooMany
        : refusal.message || text.common.failed;
  return (
    <p role="alert" className="m-0 flex items-start text-13">
      <SeverityMark severity="severe" />
      <span className="ml-2">{said}</span>
    </p>
  );
}

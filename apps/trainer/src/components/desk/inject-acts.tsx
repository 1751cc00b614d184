'use client';

import { HOUR_MS } from '@dwell/core/time';
import type { ControlAct, DeskInject, DeskTeam } from '@dwell/simulator/router';
import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { fromInputTime, toInputTime } from '../frame/local-input-time.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useMoveInject } from './use-move-inject.ts';

type Props = { team: DeskTeam; inject: DeskInject; onEdit: () => void };

/** Send, hold, withdraw, reword, move: for this team, or for all at once. */
export function InjectActs({ team, inject, onEdit }: Props) {
  const { text } = useReading();
  const { desk, mayControl } = useDesk();
  const { control, busy } = useDeskActs();
  const [forAll, setForAll] = useState(false);
  const words = text.injects;
  const ended = desk.row.state === 'ended';
  const act = async (what: ControlAct['act']) => {
    const teams = forAll ? desk.teams : [team];
    for (const each of teams)
      await control(each.team.id, { do: 'inject', inject: inject.id, act: what });
  };
  const waits = inject.state === 'planned' || inject.state === 'held';
  const sent = inject.sentAt !== null && inject.state !== 'withdrawn';
  if (!mayControl) return null;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {waits && (
          <Button kind="primary" disabled={busy || ended} onClick={() => void act('send')}>
            {words.send}
          </Button>
        )}
        {waits && (
          <Button
            disabled={busy || ended}
            onClick={() => void act(inject.state === 'held' ? 'release' : 'hold')}
          >
            {inject.state === 'held' ? words.release : words.hold}
          </Button>
        )}
        {(waits || (sent && inject.read.length === 0)) && (
          <Button disabled={busy || ended} onClick={onEdit}>
            {words.edit}
          </Button>
        )}
        {inject.state !== 'withdrawn' && (
          <Button
            disabled={busy || ended || inject.read.length > 0}
            title={inject.read.length > 0 ? words.withdrawRead : undefined}
            onClick={() => void act('withdraw')}
          >
            {words.withdraw}
          </Button>
        )}
      </div>
      {desk.teams.length > 1 && (
        <label className="inline-flex cursor-pointer items-center gap-2 text-12 text-ink-2">
          <input
            type="checkbox"
            className="accent-accent"
            checked={forAll}
            onChange={() => setForAll(!forAll)}
          />
          {words.forAll}
        </label>
      )}
      {waits && !ended && <MoveFields team={team} inject={inject} />}
    </div>
  );
}

function MoveFields({ team, inject }: Omit<Props, 'onEdit'>) {
  const { text } = useReading();
  const move = useMoveInject(team);
  const { calendar, clock, endAt } = team.run;
  const [value, setValue] = useState(() =>
    toInputTime(calendar, inject.plannedAt ?? Math.min(endAt, clock.now + HOUR_MS)),
  );
  const at = fromInputTime(calendar, value);
  return (
    <div className="flex items-end gap-2">
      <Field
        className="flex-1"
        label={text.injects.moveTo}
        type="datetime-local"
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button disabled={at === null} onClick={() => at !== null && void move(inject, at)}>
        {text.injects.move}
      </Button>
    </div>
  );
}

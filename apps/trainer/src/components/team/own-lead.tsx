'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useRoom } from '@/exercise/exercise-provider.tsx';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDrives } from '@/live/viewer.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Select } from '../ui/select.tsx';

/** Whoever plays alone also leads: the phase of the programme, and the end. Nothing for anybody else. */
export function OwnLead() {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const room = useRoom();
  const drives = useDrives();
  const act = useMutation(trpc.exercise.act.mutationOptions());
  const [ending, setEnding] = useState(false);
  if (!room || !drives || room.state === 'lobby' || room.state === 'ended') return null;
  const { exerciseId } = room;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <Select
          className="w-56"
          label={text.desk.phase}
          value={room.phase ?? ''}
          options={room.phases.map(({ id, title }) => ({
            value: id,
            text: pickText(language, title),
          }))}
          onPick={(phase) => act.mutate({ exerciseId, act: { do: 'phase', phase } })}
        />
        <Button onClick={() => setEnding(true)}>{text.team.end}</Button>
      </div>
      {act.isError && <ErrorState error={act.error} />}
      {ending && (
        <Confirm
          danger
          title={text.team.endTitle}
          act={text.team.end}
          cancel={text.common.cancel}
          busy={act.isPending}
          onAct={() =>
            act.mutate({ exerciseId, act: { do: 'end' } }, { onSettled: () => setEnding(false) })
          }
          onCancel={() => setEnding(false)}
        >
          {text.team.endText}
        </Confirm>
      )}
    </div>
  );
}

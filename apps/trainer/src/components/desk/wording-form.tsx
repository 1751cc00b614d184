'use client';

import type { DeskInject, DeskTeam } from '@dwell/simulator/router';
import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDeskActs } from '@/live/desk-provider.tsx';
import { Button } from '../ui/button.tsx';
import { wholeWording, type Wording, WordingFields } from './wording-fields.tsx';

type Props = { team: DeskTeam; inject: DeskInject; onDone: () => void };

/** Other words for an inject of one team, before anybody has read it. */
export function WordingForm({ team, inject, onDone }: Props) {
  const { text } = useReading();
  const { control, busy } = useDeskActs();
  const [value, setValue] = useState<Wording>({
    from: inject.from,
    subject: inject.subject,
    body: inject.body,
  });
  const whole = wholeWording(value);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!whole) return;
    const act = { do: 'inject', inject: inject.id, act: 'edit', wording: whole } as const;
    if (await control(team.team.id, act)) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <WordingFields value={value} onChange={setValue} />
      {!whole && <p className="m-0 text-12 text-critical">{text.injects.needText}</p>}
      <div className="flex gap-2">
        <Button type="submit" kind="primary" disabled={!whole || busy}>
          {text.injects.save}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {text.common.cancel}
        </Button>
      </div>
    </form>
  );
}

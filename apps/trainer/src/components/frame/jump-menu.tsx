'use client';

import { useState, type FormEvent } from 'react';
import { DAY_MS } from '@dwell/core/time';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { simAt } from '@/live/sim-now.ts';
import { useClockAct } from '@/live/use-clock-act.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { fromInputTime, toInputTime } from './local-input-time.ts';

/** Ways forward: to the next event, an hour, a day, a moment. */
export function JumpMenu({ disabled }: { disabled: boolean }) {
  const { text } = useReading();
  return (
    <Popover
      label={text.clock.jumpTo}
      opener={(attributes) => (
        <IconButton icon="jump" label={text.clock.jump} disabled={disabled} {...attributes} />
      )}
    >
      {(close) => <JumpForm close={close} />}
    </Popover>
  );
}

function JumpForm({ close }: { close: () => void }) {
  const { text } = useReading();
  const { run, clock } = useRun();
  const act = useClockAct();
  const now = simAt(clock, performance.now());
  const [value, setValue] = useState(() =>
    toInputTime(run.calendar, Math.min(run.endAt, now + DAY_MS)),
  );
  const [late, setLate] = useState(false);
  const steps = [
    ['event', text.clock.jumpEvent],
    ['hour', text.clock.jumpHour],
    ['day', text.clock.jumpDay],
  ] as const;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = fromInputTime(run.calendar, value);
    if (to === null || to <= now) return setLate(true);
    act.jump(Math.min(to, run.endAt));
    close();
  };
  return (
    <div className="flex w-[240px] flex-col">
      {steps.map(([by, title]) => (
        <Button
          key={by}
          kind="quiet"
          className="justify-start!"
          onClick={() => {
            act.step(by);
            close();
          }}
        >
          {title}
        </Button>
      ))}
      <form onSubmit={submit} className="mt-2 flex flex-col gap-2 border-t border-line p-2">
        <Field
          label={text.clock.jumpTime}
          type="datetime-local"
          value={value}
          min={toInputTime(run.calendar, now)}
          max={toInputTime(run.calendar, run.endAt)}
          onChange={(event) => {
            setLate(false);
            setValue(event.target.value);
          }}
          error={late ? text.clock.jumpPast : undefined}
        />
        <Button type="submit">{text.clock.jumpAct}</Button>
      </form>
    </div>
  );
}

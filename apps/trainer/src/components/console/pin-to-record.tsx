'use client';

import type { SimTime } from '@dwell/core/time';
import { useExercise } from '@/exercise/exercise-provider.tsx';
import { usePlay } from '@/exercise/use-play.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { useToast } from '../ui/toast.tsx';
import { TextArea } from './text-area.tsx';

/** Where evidence was found: a question to the logs with its window, or an alert. */
type Found = {
  /** Tells it from what else is being pinned, so that what is typed about it stays its own. */
  name: string;
  title: string;
  query?: string;
  table?: string;
  from?: SimTime;
  to?: SimTime;
  alert?: string;
};

/** Puts a finding into the team's record, with what finds it again; nothing outside exercises. */
export function PinToRecord({
  found,
  align = 'left',
  plain,
}: {
  found: Found;
  align?: 'left' | 'right';
  /** As tall as the buttons of a form. */
  plain?: boolean;
}) {
  const { text } = useReading();
  const exercise = useExercise();
  if (exercise === null) return null;
  return (
    <Popover
      align={align}
      label={text.record.pin}
      opener={(attributes) => (
        <Button small={!plain} {...attributes}>
          <Icon name="record" /> {text.record.pin}
        </Button>
      )}
    >
      {(close) => <PinForm key={found.name} found={found} close={close} />}
    </Popover>
  );
}

function PinForm({ found, close }: { found: Found; close: () => void }) {
  const { text } = useReading();
  const toast = useToast();
  const play = usePlay();
  const { name, title, ...where } = found;
  const [typed, setTyped] = useTyped(`pin.${name}.title`);
  const [note, setNote] = useTyped(`pin.${name}.note`);
  const submit = () => {
    const whole = typed.trim() || title;
    const from = where.from === undefined ? {} : { from: Math.max(0, Math.round(where.from)) };
    const to = where.to === undefined ? {} : { to: Math.max(0, Math.round(where.to)) };
    play.run(
      {
        do: 'record',
        entry: {
          kind: 'evidence',
          title: whole,
          ...where,
          ...from,
          ...to,
          ...(note.trim() ? { note: note.trim() } : {}),
        },
      },
      {
        title: whole,
        onDone: (answer) => {
          setTyped('');
          setNote('');
          close();
          if (answer) toast({ severity: 'good', text: text.record.pinned });
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex w-[300px] flex-col gap-3 p-2"
    >
      <Field
        label={text.record.evidenceTitle}
        placeholder={title}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <TextArea
        label={text.record.evidenceNote}
        rows={3}
        value={note}
        onChange={setNote}
        onSubmit={submit}
      />
      <p className="m-0 text-12 text-ink-3">{text.record.pinNote}</p>
      <Button type="submit" kind="primary" disabled={play.busy}>
        {text.record.pin}
      </Button>
    </form>
  );
}

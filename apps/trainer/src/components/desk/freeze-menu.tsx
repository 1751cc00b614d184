'use client';

import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Popover } from '../ui/popover.tsx';

/** Stops all clocks and asks everybody the same question, to be answered alone. */
export function FreezeMenu() {
  const { text } = useReading();
  const { desk } = useDesk();
  return (
    <Popover
      label={text.desk.freeze}
      align="right"
      opener={(attributes) => (
        <Button
          small
          id="desk-freeze"
          disabled={desk.row.state !== 'running' || desk.freeze !== null}
          {...attributes}
        >
          {text.desk.freeze}
        </Button>
      )}
    >
      {(close) => <FreezeForm close={close} />}
    </Popover>
  );
}

function FreezeForm({ close }: { close: () => void }) {
  const { text } = useReading();
  const { act, busy } = useDeskActs();
  const [question, setQuestion] = useState(text.desk.freezeDefault);
  const [seconds, setSeconds] = useState('90');
  const fine = question.trim() !== '' && /^\d{1,4}$/.test(seconds) && Number(seconds) >= 10;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!fine) return;
    if (await act({ do: 'freeze', question: question.trim(), seconds: Number(seconds) })) close();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex w-[360px] flex-col gap-3 p-2">
      <Field
        label={text.desk.freezeAsk}
        value={question}
        maxLength={300}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <Field
        className="w-40"
        label={text.desk.freezeSeconds}
        unit={text.desk.seconds}
        inputMode="numeric"
        value={seconds}
        onChange={(event) => setSeconds(event.target.value.trim())}
      />
      <Button type="submit" kind="primary" disabled={busy || !fine}>
        {text.desk.freezeAct}
      </Button>
    </form>
  );
}

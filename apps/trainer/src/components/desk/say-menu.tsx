'use client';

import { useState, type FormEvent } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Popover } from '../ui/popover.tsx';
import { useToast } from '../ui/toast.tsx';

/** A sentence that every screen shows at once. */
export function SayMenu() {
  const { text } = useReading();
  const { desk } = useDesk();
  return (
    <Popover
      label={text.desk.say}
      align="right"
      opener={(attributes) => (
        <Button small id="desk-say" disabled={desk.row.state === 'ended'} {...attributes}>
          {text.desk.say}
        </Button>
      )}
    >
      {(close) => <SayForm close={close} />}
    </Popover>
  );
}

function SayForm({ close }: { close: () => void }) {
  const { text } = useReading();
  const toast = useToast();
  const { act, busy } = useDeskActs();
  const [words, setWords] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!words.trim()) return;
    if (!(await act({ do: 'say', text: words.trim() }))) return;
    toast({ severity: 'good', text: text.desk.saySaid });
    close();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex w-[360px] flex-col gap-3 p-2">
      <Field
        label={text.desk.sayField}
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit" kind="primary" disabled={busy || !words.trim()}>
        {text.desk.sayAct}
      </Button>
    </form>
  );
}

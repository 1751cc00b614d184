'use client';

import { useState, type FormEvent } from 'react';
import type { InboxItem } from '@dwell/simulator/router';
import { usePlay } from '@/exercise/use-play.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { TextArea } from '../console/text-area.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { useToast } from '../ui/toast.tsx';

type Props = { item: InboxItem; inbox: readonly InboxItem[] };

/** What becomes of an item besides an answer: evidence in the record, and links to others. */
export function ItemActions(props: Props) {
  const { text } = useReading();
  return (
    <div className="flex flex-wrap gap-2">
      <Popover
        label={text.inbox.toEvidence}
        opener={(attributes) => (
          <Button small {...attributes}>
            <Icon name="pin" /> {text.inbox.toEvidence}
          </Button>
        )}
      >
        {(close) => <EvidenceForm {...props} close={close} />}
      </Popover>
      <Popover
        label={text.inbox.link}
        opener={(attributes) => (
          <Button small {...attributes}>
            <Icon name="fork" /> {text.inbox.link}
          </Button>
        )}
      >
        {(close) => <LinkForm {...props} close={close} />}
      </Popover>
    </div>
  );
}

function EvidenceForm({ item, close }: Props & { close: () => void }) {
  const { text, language } = useReading();
  const play = usePlay();
  const toast = useToast();
  const [note, setNote] = useTyped(`evidence.${item.id}`);
  const subject = pickText(language, item.subject);
  const submit = () =>
    play.run(
      {
        do: 'record',
        entry: {
          kind: 'evidence',
          title: subject,
          inject: item.id,
          ...(note.trim() ? { note: note.trim() } : {}),
        },
      },
      {
        title: subject,
        onDone: (answer) => {
          setNote('');
          close();
          if (answer) toast({ severity: 'good', text: text.record.pinned });
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex w-[340px] flex-col gap-3 p-2"
    >
      <p className="m-0 text-13">{subject}</p>
      <TextArea
        label={text.record.evidenceNote}
        rows={3}
        value={note}
        onChange={setNote}
        onSubmit={submit}
      />
      <Button type="submit" kind="primary" disabled={play.busy}>
        {text.inbox.toEvidence}
      </Button>
    </form>
  );
}

const FOUND_MAX = 40;

function LinkForm({ item, inbox, close }: Props & { close: () => void }) {
  const { text, language } = useReading();
  const play = usePlay();
  const toast = useToast();
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const subject = pickText(language, item.subject);
  const others = inbox.filter(
    (each) =>
      each.id !== item.id &&
      (chosen.includes(each.id) ||
        `${each.from} ${pickText(language, each.subject)} ${pickText(language, each.body)}`
          .toLowerCase()
          .includes(find.trim().toLowerCase())),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0) return;
    const titles = inbox
      .filter((each) => chosen.includes(each.id))
      .map((each) => pickText(language, each.subject));
    const title = text.inbox.together([subject, ...titles].join(' · ')).slice(0, 200);
    play.run(
      { do: 'record', entry: { kind: 'evidence', title, inject: item.id, links: chosen } },
      {
        title,
        onDone: (answer) => {
          close();
          if (answer) toast({ severity: 'good', text: text.record.pinned });
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex w-[380px] flex-col gap-3 p-2">
      <Field
        label={text.inbox.linkFind}
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      <ul
        tabIndex={-1}
        className="m-0 max-h-64 list-none overflow-y-auto rounded-md border border-line p-0"
      >
        {others.slice(0, FOUND_MAX).map((each) => (
          <li key={each.id}>
            <label className="flex cursor-pointer items-start gap-2 px-2 py-1 text-13 hover:bg-surface-3">
              <input
                type="checkbox"
                className="mt-1"
                aria-label={pickText(language, each.subject)}
                checked={chosen.includes(each.id)}
                onChange={(event) =>
                  setChosen(
                    event.target.checked
                      ? [...chosen, each.id]
                      : chosen.filter((id) => id !== each.id),
                  )
                }
              />
              <span className="min-w-0">
                <span className="block truncate">{pickText(language, each.subject)}</span>
                <span className="block truncate text-12 text-ink-3">{each.from}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Button type="submit" kind="primary" disabled={chosen.length === 0 || play.busy}>
        {text.inbox.linkAct}
      </Button>
    </form>
  );
}

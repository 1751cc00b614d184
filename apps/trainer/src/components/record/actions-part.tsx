'use client';

import { useMemo } from 'react';
import type { RecordCard } from '@dwell/simulator/router';
import { entriesOf, type EntryOf } from '@/exercise/types.ts';
import { useTyped } from '@/exercise/use-typed.ts';
import { useRoom } from '@/exercise/exercise-provider.tsx';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { simAt } from '@/live/sim-now.ts';
import { ForPlayers } from '../console/for-players.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { EntryHead } from './entry-head.tsx';
import { actionsOf } from './open-actions.ts';
import { useEntry } from './use-entry.ts';

/** Who does what, and what of it is done. */
export function ActionsPart({ record }: { record: readonly RecordCard[] }) {
  const { text } = useReading();
  const actions = useMemo(() => actionsOf(entriesOf(record, 'action')), [record]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-4 max-xl:grid-cols-1">
      <Panel flush title={text.record.parts.actions}>
        {actions.length === 0 && (
          <Empty title={text.record.actionsEmpty}>{text.record.actionsNow}</Empty>
        )}
        <ul className="m-0 list-none p-0 pb-2">
          {actions.map(({ card, doneAt }) => (
            <ActionRow key={card.sequence} card={card} doneAt={doneAt} />
          ))}
        </ul>
      </Panel>
      <ForPlayers>
        <ActionForm />
      </ForPlayers>
    </div>
  );
}

function ActionRow({ card, doneAt }: { card: EntryOf<'action'>; doneAt: number | null }) {
  const { text } = useReading();
  const { run, clock } = useRun();
  const entry = useEntry();
  const done = () =>
    entry.write({
      ...card.entry,
      done: Math.round(simAt(clock, performance.now())),
      refers: card.sequence,
    });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className={`m-0 max-w-[72ch] text-14 ${doneAt === null ? '' : 'text-ink-2'}`}>
          {card.entry.text}
        </p>
        <span className="flex flex-wrap gap-x-4">
          <span className="text-12 text-ink-2">{text.record.ownedBy(card.entry.owner)}</span>
          <EntryHead by={card.by} role={card.role} at={card.at} />
        </span>
      </div>
      {doneAt === null ? (
        <ForPlayers>
          <Button small disabled={entry.busy} onClick={done}>
            {text.record.markDone}
          </Button>
        </ForPlayers>
      ) : (
        <Badge severity="good">
          {text.record.done} <SimTimeText calendar={run.calendar} at={doneAt} />
        </Badge>
      )}
    </li>
  );
}

/** Something to do with somebody to do it. */
function ActionForm() {
  const { text } = useReading();
  const room = useRoom();
  const entry = useEntry();
  const [what, setWhat] = useTyped('record.action');
  const [owner, setOwner] = useTyped('record.action.owner');
  const whole = what.trim() !== '' && owner.trim() !== '';
  return (
    <Panel title={text.record.addAction}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (whole)
            entry.write({ kind: 'action', text: what.trim(), owner: owner.trim() }, () => {
              setWhat('');
              setOwner('');
            });
        }}
        className="flex flex-col gap-4"
      >
        <Field
          label={text.record.actionText}
          hint={text.record.actionHint}
          maxLength={400}
          value={what}
          onChange={(event) => setWhat(event.target.value)}
        />
        <Field
          label={text.record.owner}
          hint={text.record.ownerHint}
          maxLength={80}
          list="action-people"
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
        />
        <datalist id="action-people">
          {room?.people.map((person) => (
            <option key={person.id} value={person.name}>
              {person.name}
            </option>
          ))}
        </datalist>
        <Button type="submit" disabled={!whole || entry.busy} className="self-start">
          {text.record.addActionAct}
        </Button>
      </form>
    </Panel>
  );
}

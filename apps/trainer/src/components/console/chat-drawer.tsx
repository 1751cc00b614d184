'use client';

import { useEffect, useRef } from 'react';
import { ROLES, type Role } from '@dwell/simulator/roles';
import type { RecordCard } from '@dwell/simulator/router';
import { useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { usePeople } from '@/exercise/use-people.ts';
import { usePlay } from '@/exercise/use-play.ts';
import { useTyped, useTypedValue } from '@/exercise/use-typed.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { ForPlayers } from './for-players.tsx';
import { ContextDrawer } from '../frame/drawer-slot.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Select } from '../ui/select.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { TextArea } from './text-area.tsx';
import { isSequence } from './unread.ts';

const NONE: readonly RecordCard[] = [];

/** What the team says to each other, to all or from role to role; it stands in the record. */
export function ChatDrawer({ onClose }: { onClose: () => void }) {
  const { text } = useReading();
  const chat = useSection('chat') ?? NONE;
  const room = useRoom();
  const play = usePlay();
  const [typed, setTyped] = useTyped('chat.text');
  const [to, setTo] = useTyped('chat.to');
  const [, setSeen] = useTypedValue('chat.seen', isSequence);
  const field = useRef<HTMLTextAreaElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const last = chat.at(-1)?.sequence ?? 0;
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    setSeen((old) => Math.max(old ?? 0, last));
    end.current?.scrollIntoView({ block: 'end' });
  }, [last, setSeen]);
  const send = () => {
    const said = typed.trim();
    if (said === '') return;
    play.run(
      {
        do: 'record',
        entry: { kind: 'chat', text: said, ...(to === '' ? {} : { to: to as Role }) },
      },
      { title: said, onDone: () => setTyped('') },
    );
  };
  const others = ROLES.filter(
    (role) => !room?.me.roles.includes(role) && room?.team.seats.some((seat) => seat.role === role),
  );
  return (
    <ContextDrawer title={text.console.chat} label={text.console.chat} onClose={onClose}>
      <div className="flex min-h-full flex-col">
        <ol aria-label={text.console.chat} className="m-0 flex-1 list-none p-0">
          {chat.length === 0 && <li className="text-13 text-ink-2">{text.console.chatEmpty}</li>}
          {chat.map((card) => (
            <ChatLine key={card.sequence} card={card} mine={card.by === room?.me.id} />
          ))}
        </ol>
        <div ref={end} />
        <ForPlayers>
          <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-col gap-2 border-t border-line bg-surface-2 p-4">
            <Select
              label={text.console.chatTo}
              value={to}
              onPick={setTo}
              options={[
                { value: '', text: text.console.chatAll },
                ...others.map((role) => ({ value: role, text: text.world.roles[role] ?? role })),
              ]}
            />
            <TextArea
              ref={field}
              hideLabel
              label={text.console.chatText}
              placeholder={text.console.chatText}
              rows={2}
              maxLength={2000}
              value={typed}
              onChange={setTyped}
              onSubmit={send}
            />
            <div className="flex items-center justify-between">
              <span className="text-12 text-ink-3">{text.console.ctrlEnter}</span>
              <Button
                small
                kind="primary"
                disabled={play.busy || typed.trim() === ''}
                onClick={send}
              >
                {text.console.chatAct}
              </Button>
            </div>
          </div>
        </ForPlayers>
      </div>
    </ContextDrawer>
  );
}

function ChatLine({ card, mine }: { card: RecordCard; mine: boolean }) {
  const { text } = useReading();
  const { run } = useRun();
  const { nameOf, roleName } = usePeople();
  if (card.entry.kind !== 'chat') return null;
  const { to } = card.entry;
  return (
    <li className={classNames('mb-3 flex flex-col', mine ? 'items-end' : 'items-start')}>
      <span className="flex gap-2 text-12 text-ink-3">
        <span className="text-ink-2">{mine ? text.console.you : nameOf(card.by, card.role)}</span>
        <span>{roleName(card.role)}</span>
        <SimTimeText calendar={run.calendar} at={card.at} form="clock" />
      </span>
      <span
        className={classNames(
          'mt-1 max-w-[92%] rounded-md px-3 py-2 text-13 wrap-anywhere whitespace-pre-line',
          mine ? 'bg-accent-soft' : 'bg-surface-3',
        )}
      >
        {to && (
          <span className="mb-1 block text-12 text-ink-3">
            {text.console.chatOnly(roleName(to))}
          </span>
        )}
        {card.entry.text}
      </span>
    </li>
  );
}

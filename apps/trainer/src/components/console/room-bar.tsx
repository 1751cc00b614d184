'use client';

import { useEffect, useMemo, useState } from 'react';
import { useExercise, useRoom, useSection } from '@/exercise/exercise-provider.tsx';
import { useSit } from '@/exercise/use-play.ts';
import { useTypedValue } from '@/exercise/use-typed.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { AuthorityDrawer } from './authority-drawer.tsx';
import { ChatDrawer } from './chat-drawer.tsx';
import { Tutorial } from './tutorial.tsx';
import { isSequence, unreadOf } from './unread.ts';

/** Who one is in the room, and the ways to the others: chat, help, one's card, how this works. */
export function RoomBar() {
  const { text } = useReading();
  const room = useRoom();
  const exercise = useExercise();
  const [open, setOpen] = useState<'chat' | 'card' | null>(null);
  const [touring, setTouring] = useState(false);
  const sit = useSit();
  const chat = useSection('chat');
  const [seen, setSeen] = useTypedValue('chat.seen', isSequence);
  const last = chat?.at(-1)?.sequence ?? 0;
  useEffect(() => {
    // After a rewind what was read last may not have been said.
    if (chat !== null) setSeen((old) => (old !== null && old > last ? last : old));
  }, [chat, last, setSeen]);
  const unread = unreadOf(chat ?? [], seen ?? 0, room?.me.id ?? '');
  const help = room?.me.help ?? false;
  const words = text.console;
  const commands = useMemo<Command[]>(
    () =>
      exercise === null
        ? []
        : [
            {
              id: 'chat',
              title: words.chat,
              group: 'act',
              keys: 'c',
              run: () => setOpen((old) => (old === 'chat' ? null : 'chat')),
            },
            { id: 'card', title: words.card, group: 'view', run: () => setOpen('card') },
            { id: 'tutorial', title: words.tour, group: 'view', run: () => setTouring(true) },
          ],
    [exercise, words],
  );
  useCommands(commands);
  if (!room) return null;
  return (
    <>
      <div role="group" aria-label={words.room} className="flex items-center gap-1">
        <Button
          small
          kind="quiet"
          onClick={() => setOpen(open === 'card' ? null : 'card')}
          title={words.card}
          aria-expanded={open === 'card'}
          className="max-w-44"
        >
          <Icon name="card" className="size-4 shrink-0" />
          <span className="truncate">
            {room.me.roles.map((role) => text.world.roles[role] ?? role).join(', ') || room.me.name}
          </span>
        </Button>
        <Button
          small
          kind="quiet"
          onClick={() => setOpen(open === 'chat' ? null : 'chat')}
          title={`${words.chat} (c)`}
          aria-expanded={open === 'chat'}
        >
          <Icon name="chat" />
          <span className="max-xl:sr-only">{words.chatShort}</span>
          {unread > 0 && (
            <span className="figures min-w-4 rounded-full bg-accent px-1 text-12 leading-4 font-semibold text-on-accent">
              <span aria-hidden="true">{unread}</span>
              <span className="sr-only">{words.chatUnread(formatCount(unread))}</span>
            </span>
          )}
        </Button>
        <Button
          small
          kind={help ? 'plain' : 'quiet'}
          aria-pressed={help}
          disabled={sit.busy}
          onClick={() => sit.run({ do: 'help', on: !help })}
          title={help ? words.helpOff : words.helpOn}
        >
          <Icon name="hand" className={help ? 'size-4 text-attention' : 'size-4'} />
          <span className="max-xl:sr-only">{help ? words.helpAsked : words.help}</span>
        </Button>
        <IconButton icon="help" label={words.tour} onClick={() => setTouring(true)} />
      </div>
      {open === 'chat' && <ChatDrawer onClose={() => setOpen(null)} />}
      {open === 'card' && <AuthorityDrawer onClose={() => setOpen(null)} />}
      <Tutorial asked={touring} onClose={() => setTouring(false)} />
    </>
  );
}

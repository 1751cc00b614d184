'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { NEW_INJECT } from './new-inject.tsx';

const press = (id: string) => document.querySelector<HTMLButtonElement>(`#${id}`)?.click();

/** What the desk answers to from the keyboard and in the palette. */
export function DeskCommands() {
  const { text } = useReading();
  const router = useRouter();
  const { exerciseId, desk } = useDesk();
  const { clock, act } = useDeskActs();
  const playing = desk.teams[0]?.run.clock.state === 'playing';
  const frozen = desk.freeze !== null;
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'clock-toggle',
        title: playing ? text.clock.pause : text.clock.play,
        group: 'clock',
        keys: 'space',
        run: () => clock({ do: playing ? 'pause' : 'play' }),
      },
      {
        id: 'clock-step',
        title: text.clock.step,
        group: 'clock',
        keys: '.',
        run: () => clock({ do: 'step', by: 'hour' }),
      },
      {
        id: 'clock-inject',
        title: text.desk.toInject,
        group: 'clock',
        keys: 'n',
        run: () => clock({ do: 'step', by: 'inject' }),
      },
      {
        id: 'clock-alert',
        title: text.desk.toAlert,
        group: 'clock',
        keys: 'a',
        run: () => clock({ do: 'step', by: 'alert' }),
      },
      { id: 'say', title: text.desk.say, group: 'act', keys: 's', run: () => press('desk-say') },
      {
        id: 'freeze',
        title: frozen ? text.desk.freezeEnd : text.desk.freeze,
        group: 'act',
        keys: 'f',
        run: () => (frozen ? void act({ do: 'unfreeze' }) : press('desk-freeze')),
      },
      {
        id: 'note',
        title: text.desk.note,
        group: 'act',
        keys: 'o',
        run: () => document.querySelector<HTMLElement>('[data-note]')?.focus(),
      },
      {
        id: 'new-inject',
        title: text.injects.new,
        group: 'act',
        keys: 'c',
        run: () => setSearchParams({ inject: NEW_INJECT, person: null }, true),
      },
      {
        id: 'go-wall',
        title: text.wall.title,
        group: 'go',
        keys: 'g w',
        run: () => router.push(`/exercises/${exerciseId}/wall`),
      },
      {
        id: 'go-debrief',
        title: text.debrief.open,
        group: 'go',
        keys: 'g b',
        run: () => router.push(`/exercises/${exerciseId}/debrief`),
      },
      {
        id: 'go-pack',
        title: text.lobby.pack,
        group: 'go',
        keys: 'g p',
        run: () => router.push(`/exercises/${exerciseId}/pack`),
      },
      {
        id: 'go-exercises',
        title: text.exercises.title,
        group: 'go',
        keys: 'g x',
        run: () => router.push('/exercises'),
      },
    ],
    [text, clock, act, playing, frozen, router, exerciseId],
  );
  useCommands(commands);
  return null;
}

'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { HOUR_MS } from '@dwell/core/time';
import { useReading } from '@/i18n/provider.tsx';
import { useExercise, useRoom } from '@/exercise/exercise-provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useDrives } from '@/live/viewer.tsx';
import { simAt } from '@/live/sim-now.ts';
import { useClockAct } from '@/live/use-clock-act.ts';
import { useCommands } from '../command/command-context.ts';
import { DECLARE } from '../respond/catalogue.tsx';
import type { Command } from '../command/registry.ts';
import { RewindConfirm } from './rewind-confirm.tsx';
import { screensOf } from '../console/screens-of.ts';
import { screenPath } from './screens.ts';
import { SPEEDS } from './speeds.ts';

/** The commands every screen of a run has: going, the clock, responding. */
export function RunCommands() {
  const { text } = useReading();
  const router = useRouter();
  const { runId, run, clock } = useRun();
  const act = useClockAct();
  const drives = useDrives();
  const exercise = useExercise();
  const tools = useRoom()?.tools;
  const [back, setBack] = useState<number | null>(null);
  const commands = useMemo<Command[]>(() => {
    const faster = (by: 1 | -1) => {
      const at = SPEEDS.findIndex((speed) => speed >= clock.speed);
      const next = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + by))]!;
      act.speed(next);
    };
    const screens = screensOf(exercise === null ? null : (tools ?? []));
    const responds = screens.some((screen) => screen.id === 'respond');
    const going: Command[] = [
      ...screens.map((screen) => ({
        id: `go-${screen.id}`,
        title: text.frame[screen.id],
        group: 'go' as const,
        keys: `g ${screen.key}`,
        run: () => router.push(screenPath(screen.id, runId)),
      })),
    ];
    const responding: Command[] = [
      {
        id: 'respond',
        title: text.command.respond,
        group: 'act',
        keys: 'r',
        run: () => router.push(screenPath('respond', runId)),
      },
      {
        id: 'declare',
        title: text.respond.declare.title,
        group: 'act',
        run: () => router.push(`${screenPath('respond', runId)}?response=${DECLARE}`),
      },
    ];
    const driving: Command[] = [
      {
        id: 'clock-toggle',
        title: act.playing ? text.clock.pause : text.clock.play,
        group: 'clock',
        keys: 'space',
        run: act.toggle,
      },
      {
        id: 'clock-step',
        title: text.clock.step,
        group: 'clock',
        keys: '.',
        run: () => act.step('hour'),
      },
      {
        id: 'clock-back',
        title: text.clock.back,
        group: 'clock',
        keys: ',',
        run: () => setBack(simAt(clock, performance.now()) - HOUR_MS),
      },
      {
        id: 'clock-event',
        title: text.clock.jumpEvent,
        group: 'clock',
        keys: 'n',
        run: () => act.step('event'),
      },
      {
        id: 'clock-faster',
        title: `${text.clock.speed} +`,
        group: 'clock',
        keys: '+',
        run: () => faster(1),
      },
      {
        id: 'clock-slower',
        title: `${text.clock.speed} −`,
        group: 'clock',
        keys: '-',
        run: () => faster(-1),
      },
    ];
    return [...going, ...(responds ? responding : []), ...(drives ? driving : [])];
  }, [text, router, runId, act, clock, drives, exercise, tools]);
  useCommands(commands);
  if (back === null) return null;
  return <RewindConfirm at={Math.max(run.startAt, back)} onClose={() => setBack(null)} />;
}

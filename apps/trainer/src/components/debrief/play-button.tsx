'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useLatest } from '@/live/use-latest.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { revealIn } from './axis-view.ts';
import { useBoard } from './board.tsx';
import { weightOf } from './moment-weight.ts';
import { usePlaceLine, useScrub } from './scrub.tsx';
import { useStillness } from './use-stillness.ts';
import type { TimelineView } from './use-timeline-view.ts';

/** Real seconds that the line takes across what is drawn. */
const ACROSS_SECONDS = 45;
/** Moments of less weight are not stopped at. */
const COUNTS = 5;

/** Lets the line run through what is drawn; where motion is not wanted, steps it from moment to moment. */
export function PlayButton({ tools }: { tools: TimelineView }) {
  const { text } = useReading();
  const still = useStillness();
  const [playing, setPlaying] = useState(false);
  const step = useStep(tools);
  const words = text.debrief.timeline;
  const stop = useCallback(() => setPlaying(false), []);
  useRunning(playing && !still, tools, stop);
  const commands = useMemo<Command[]>(
    () => [
      {
        ...{ id: 'play-through', group: 'clock', keys: 'space' },
        title: still ? words.step : words.play,
        run: () => (still ? step() : setPlaying((old) => !old)),
      },
      { id: 'step-moment', title: words.step, group: 'clock', keys: '.', run: step },
    ],
    [words, still, step],
  );
  useCommands(commands);
  return (
    <span className="inline-flex items-center gap-1">
      {!still && (
        <Button onClick={() => setPlaying(!playing)}>
          <Icon name={playing ? 'pause' : 'play'} />
          {playing ? words.pause : words.play}
        </Button>
      )}
      <Button kind={still ? 'plain' : 'quiet'} onClick={step}>
        <Icon name="step" />
        {words.step}
      </Button>
    </span>
  );
}

/** Moves the line to the next moment that counts. */
function useStep(tools: TimelineView): () => void {
  const { debrief, axis, falseAlerts } = useBoard();
  const latest = useLatest(useScrub().at);
  const place = usePlaceLine();
  const { moments } = debrief.history;
  return useCallback(() => {
    const at = latest();
    const next = moments.find(
      (each) => each.at > at + 30_000 && weightOf(each, falseAlerts) >= COUNTS,
    );
    if (!next) return;
    place(Math.ceil(next.at / 60_000) * 60_000);
    tools.show(revealIn(tools.view, axis.place(next.at)));
  }, [latest, moments, place, tools, axis, falseAlerts]);
}

/** While it runs, the line moves evenly across what is drawn; at the end it stops. */
function useRunning(running: boolean, tools: TimelineView, onEnd: () => void): void {
  const { axis } = useBoard();
  const place = usePlaceLine();
  const latest = useLatest({ at: useScrub().at, axis, view: tools.view });
  useEffect(() => {
    if (!running) return;
    const first = latest();
    const start = first.axis.place(first.at);
    let share = start >= first.view.to - 1e-6 || start < first.view.from ? first.view.from : start;
    let last: number | null = null;
    let frame = requestAnimationFrame(function next(now) {
      const { axis: line, view } = latest();
      share += (((now - (last ?? now)) / 1000) * (view.to - view.from)) / ACROSS_SECONDS;
      last = now;
      place(line.timeAt(Math.min(share, view.to)));
      if (share >= view.to) return onEnd();
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [running, latest, place, onEnd]);
}

'use client';

import { useMemo, type ReactNode } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useBoard } from './board.tsx';
import { CURVE_SCALES } from './curve-lines.ts';
import { MarksLegend } from './marks-legend.tsx';
import { PlayButton } from './play-button.tsx';
import { useCurveScale } from './use-curves.ts';
import type { TimelineView } from './use-timeline-view.ts';

/** How the lanes are looked at: play, zoom, by which time, on which scale. */
export function TimelineTools({ tools }: { tools: TimelineView }) {
  const { text } = useReading();
  const { address, lit } = useBoard();
  const { kind, late } = useCurveScale();
  const words = text.debrief.timeline;
  const toLit = useToLit(tools);
  useViewCommands(tools, toLit);
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      <PlayButton tools={tools} />
      <span className="inline-flex items-center">
        <IconButton icon="minus" label={words.out} onClick={() => tools.zoom(2)} />
        <IconButton icon="plus" label={words.in} onClick={() => tools.zoom(0.5)} />
        <Button kind="quiet" small disabled={address.span === null} onClick={tools.whole}>
          {words.whole}
        </Button>
        {lit.size > 0 && (
          <Button kind="quiet" small onClick={toLit}>
            {words.toLit}
          </Button>
        )}
      </span>
      <span className="ml-auto flex items-center gap-4">
        <MarksLegend />
        <Named name={words.axis}>
          <Choice
            hideLabel
            label={words.axis}
            options={(['programme', 'calendar'] as const).map((id) => ({
              id,
              text: words.axes[id],
            }))}
            at={address.axis}
            onPick={(axis) => setSearchParams({ axis: axis === 'programme' ? null : axis })}
          />
        </Named>
        <Named name={words.scale}>
          <Choice
            hideLabel
            label={words.scale}
            options={CURVE_SCALES.filter((id) => id !== 'since' || late).map((id) => ({
              id,
              text: words.scales[id],
            }))}
            at={kind}
            onPick={(id) => setSearchParams({ scale: id })}
          />
        </Named>
      </span>
    </div>
  );
}

function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 text-12 text-ink-3">
      <span aria-hidden="true" className="max-xl:hidden">
        {name}
      </span>
      {children}
    </span>
  );
}

function useToLit(tools: TimelineView): () => void {
  const { axis, lit, momentOf } = useBoard();
  return () =>
    tools.around(
      [...lit].flatMap((id) => {
        const moment = momentOf.get(id);
        return moment ? [axis.place(moment.at)] : [];
      }),
    );
}

function useViewCommands(tools: TimelineView, toLit: () => void): void {
  const { text } = useReading();
  const words = text.debrief.timeline;
  const commands = useMemo<Command[]>(
    () => [
      { id: 'zoom-in', title: words.in, group: 'view', keys: '+', run: () => tools.zoom(0.5) },
      {
        ...{ id: 'zoom-in-too', title: words.in, group: 'view', keys: '=' },
        ...{ keyboardOnly: true, run: () => tools.zoom(0.5) },
      },
      { id: 'zoom-out', title: words.out, group: 'view', keys: '-', run: () => tools.zoom(2) },
      { id: 'zoom-whole', title: words.whole, group: 'view', keys: '0', run: tools.whole },
      { id: 'zoom-lit', title: words.toLit, group: 'view', keys: 'l', run: toLit },
      {
        id: 'pan-left',
        title: words.earlier,
        group: 'view',
        keys: '[',
        run: () => tools.pan(-0.25),
      },
      { id: 'pan-right', title: words.later, group: 'view', keys: ']', run: () => tools.pan(0.25) },
    ],
    [words, tools, toLit],
  );
  useCommands(commands);
}

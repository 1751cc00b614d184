'use client';

import { useMemo, useState } from 'react';
import type { LossPoint } from '@dwell/scoring';
import type { ChartSeries } from '@dwell/scoring/report';
import { useReading } from '@/i18n/provider.tsx';
import { Choice } from '../ui/choice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useSize } from '../ui/use-size.ts';
import type { ToldTeam } from './class-team.ts';
import { ReportChart } from './report-chart.tsx';

/** What each team lost in its own time, with what nobody, the book and an expert would have lost. */
export function ClassCurves({ teams }: { teams: readonly ToldTeam[] }) {
  const { text, language } = useReading();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const words = text.classReport;
  const { series, from, to } = useMemo(() => curvesOf(teams, words.bounds), [teams, words.bounds]);
  const calendar = teams[0]!.debrief.history.calendar;
  return (
    <Panel
      title={words.curves}
      aside={
        <Choice
          hideLabel
          label={words.scale}
          at={scale}
          options={[
            { id: 'linear', text: words.scales.linear },
            { id: 'log', text: words.scales.log },
          ]}
          onPick={setScale}
        />
      }
    >
      <div ref={ref} className="min-w-0">
        {width > 0 && (
          <ReportChart
            language={language}
            width={width}
            height={300}
            titled
            chart={{
              ...{ is: 'chart', caption: words.curves, calendar, from, to, series },
              log: scale === 'log',
            }}
          />
        )}
      </div>
    </Panel>
  );
}

function curvesOf(
  teams: readonly ToldTeam[],
  names: Readonly<Record<'nothing' | 'written' | 'expert', string>>,
) {
  const from = Math.min(...teams.map(({ debrief }) => debrief.history.from));
  const to = Math.max(...teams.map(({ debrief }) => debrief.history.to));
  const within = (loss: readonly LossPoint[]): readonly (readonly [number, number])[] => {
    const inside = loss.filter(({ at }) => at > from && at <= to);
    const before = loss.findLast(({ at }) => at <= from)?.accounts ?? 0;
    const last = inside.at(-1)?.accounts ?? before;
    return [
      [from, 0],
      ...inside.map(({ at, accounts }) => [at, accounts - before] as const),
      [to, last - before],
    ];
  };
  const bounds = teams.find(({ debrief }) => debrief.bounds.length > 0)?.debrief.bounds ?? [];
  const series: ChartSeries[] = [
    ...teams.map(({ team, debrief }) => ({
      ...{ name: team.name, points: within(debrief.history.loss), look: 'main' as const },
    })),
    ...bounds.map((bound) => ({
      ...{ name: names[bound.name], points: within(bound.loss), look: 'bound' as const },
    })),
  ];
  return { series, from, to };
}

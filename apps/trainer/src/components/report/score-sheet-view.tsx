'use client';

import type { ScoreLine, ScoreSheet } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { Meter } from '../ui/meter.tsx';
import { formatPoints } from './format-points.ts';

/** A sheet as it adds up: groups with their bars, the terms of each, the sum below. */
export function ScoreSheetView({ sheet }: { sheet: ScoreSheet }) {
  const { text } = useReading();
  const words = text.sheet;
  return (
    <div className="flex flex-col gap-3">
      {sheet.groups.map((group) => (
        <details key={group.id} className="group">
          <summary className="flex list-none flex-col gap-1">
            <span className="flex items-baseline gap-2 text-13">
              <span aria-hidden="true" className="inline-block text-ink-3 group-open:rotate-90">
                ›
              </span>
              <span className="font-medium">{words.groups[group.id] ?? group.id}</span>
              <Points line={group} />
            </span>
            <Meter
              label={words.groups[group.id] ?? group.id}
              share={group.points === null || group.of === 0 ? 0 : group.points / group.of}
            />
          </summary>
          <ul className="m-0 mt-2 flex list-none flex-col gap-1 p-0 pl-4">
            {group.lines.map((line) => (
              <li key={line.id} className="flex items-baseline gap-2 text-12 text-ink-2">
                <LineName line={line} />
                <Points line={line} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      <Equation sheet={sheet} />
    </div>
  );
}

function Points({ line }: { line: ScoreLine }) {
  const { text } = useReading();
  return (
    <span className="figures ml-auto text-right whitespace-nowrap text-ink-2">
      {line.points === null
        ? text.sheet.untold
        : text.sheet.of(formatPoints(line.points), formatPoints(line.of))}
    </span>
  );
}

function LineName({ line }: { line: ScoreLine }) {
  const { text, language } = useReading();
  const { view } = useDebrief();
  const objective = view.debrief?.history.objectives.find(({ id }) => id === line.id);
  const measures = text.debrief.measures as Readonly<Record<string, string>>;
  return (
    <span className="min-w-0">
      {objective
        ? `${objective.id} ${pickText(language, objective.title)}`
        : (measures[line.id] ?? line.id)}
    </span>
  );
}

/** The sum as it would stand on a blackboard. */
function Equation({ sheet }: { sheet: ScoreSheet }) {
  const { text } = useReading();
  const told = sheet.groups.filter((group) => group.points !== null);
  if (sheet.points === null || told.length === 0) return null;
  const of = told.reduce((total, group) => total + group.of, 0);
  return (
    <p className="figures m-0 border-t border-line pt-2 text-12 text-ink-3">
      <span className="mr-2">{text.sheet.equation}:</span>
      <span className="text-ink-2">
        {told.length > 1 ? '(' : ''}
        {told.map((group) => formatPoints(group.points ?? 0)).join(' + ')}
        {told.length > 1 ? ')' : ''} ÷ {formatPoints(of)} × 100
        {sheet.hintsOff > 0 && ` − ${formatPoints(sheet.hintsOff)} (${text.sheet.hints})`} ={' '}
        {formatPoints(sheet.points)}
      </span>
    </p>
  );
}

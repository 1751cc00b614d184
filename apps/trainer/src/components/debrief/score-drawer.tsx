'use client';

import type { MeasureId, ScoreLine } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useBoard } from './board.tsx';
import { unitText } from './measure-text.ts';

/** How the points came about, line by line; a line leads to the figure it was made from. */
export function ScoreDrawer() {
  const { text, language } = useReading();
  const { debrief } = useBoard();
  const { team, official } = debrief.score;
  const words = text.debrief;
  const points = (value: number | null) =>
    value === null ? '–' : unitText('points', value, text, language);
  return (
    <div className="flex flex-col gap-4">
      <dl className="m-0 grid grid-cols-2 gap-4">
        {(
          [
            [words.team, points(team.points)],
            [words.official, official.final ? points(official.points) : words.officialOpen],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt className="text-12 text-ink-3">{name}</dt>
            <dd className="m-0 text-20 font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {team.groups.map((group) => (
        <section key={group.id} aria-label={words.groups[group.id] ?? group.id}>
          <h3 className="m-0 flex items-baseline border-b border-line-strong pb-1 text-14 font-semibold">
            {words.groups[group.id] ?? group.id}
            <Points line={group} />
          </h3>
          <ul className="m-0 list-none p-0">
            {group.lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Points({ line }: { line: ScoreLine }) {
  const { text } = useReading();
  const short = (value: number) => String(Number(value.toFixed(1)));
  return (
    <span className="figures ml-auto pl-3 text-13 font-normal whitespace-nowrap text-ink-2">
      {line.points === null
        ? text.debrief.leftOut
        : text.debrief.of(short(line.points), short(line.of))}
    </span>
  );
}

function Line({ line }: { line: ScoreLine }) {
  const { text, language } = useReading();
  const { debrief } = useBoard();
  const objective = debrief.history.objectives.find((each) => each.id === line.id);
  const figure = line.from.find((id) => Object.hasOwn(text.debrief.measures, id));
  const name =
    text.debrief.measures[line.id as MeasureId] ??
    (objective ? pickText(language, objective.title) : line.id);
  return (
    <li className="flex items-baseline border-t border-line py-1 text-13 first:border-t-0">
      {figure ? (
        <button
          type="button"
          className="min-w-0 text-left text-accent hover:underline"
          onClick={() => setSearchParams({ figure }, true)}
        >
          {name}
        </button>
      ) : (
        <span className="min-w-0">{name}</span>
      )}
      <Points line={line} />
    </li>
  );
}

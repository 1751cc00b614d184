import type { Measure, Score, ScoreSheet } from '@dwell/scoring';
import { formatRows } from './format-rows.ts';
import { oneLine } from './one-line.ts';
import { wholeNumber } from './whole-number.ts';

/** A score for people; everything is in the JSON document too. */
export function formatScore(
  { team, official, objectives, measures }: Score,
  about: { title: string; team: string; checksum: string },
): string {
  const head = [
    oneLine(`${about.title} · ${about.team}`),
    `team score      ${points(team.points)} of 100 (${groupsOf(team)})`,
    `official score  ${points(official.points)} of 100, ${official.final ? 'final' : 'not every objective is rated yet'}`,
    `checksum        ${about.checksum}`,
  ];
  const ratings = table(
    ['objective', 'suggested', 'given'],
    objectives.map(({ objective, suggested, given }) => [
      objective,
      suggested ?? '–',
      given?.letter ?? '–',
    ]),
  );
  const figures = table(
    ['measure', 'value', 'evidence'],
    measures.map((measure) => [
      measure.id,
      valueOf(measure),
      measure.evidence.slice(0, 4).join(' '),
    ]),
  );
  return `${head.join('\n')}\n\n${ratings}\n${figures}`;
}

const table = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  formatRows({ columns, rows }, 'table');

function groupsOf({ groups }: ScoreSheet): string {
  return groups.map(({ id, points: own, of }) => `${id} ${points(own)}/${of}`).join(', ');
}

const points = (value: number | null) => (value === null ? '–' : value.toFixed(1));

function valueOf({ value, unit, why }: Measure): string {
  if (value === null) return `– (${why ?? 'unknown'})`;
  if (unit === 'ms') return `${(value / 3_600_000).toFixed(1)} h`;
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  if (unit === 'minute') return `minute ${value.toFixed(0)}`;
  const number = Number.isInteger(value) ? wholeNumber(value) : value.toFixed(2);
  return unit === 'count' || unit === 'accounts' ? number : `${number} ${unit}`;
}

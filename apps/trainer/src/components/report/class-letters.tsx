'use client';

import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Panel } from '../ui/panel.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import type { ToldTeam } from './class-team.ts';
import { formatPoints } from './format-points.ts';

type Props = { teams: readonly ToldTeam[]; ranks: boolean };

/** Letters of every team by objective; totals only where the template compares them. */
export function ClassLetters({ teams, ranks }: Props) {
  const { text, language } = useReading();
  const words = text.classReport;
  const objectives = teams[0]!.debrief.history.objectives;
  return (
    <Panel flush title={words.letters}>
      <p className="m-0 px-4 pb-2 text-12 text-ink-3">{words.lettersNote}</p>
      <div className="overflow-x-auto pb-2" role="group" aria-label={words.letters} tabIndex={0}>
        <Table
          label={words.letters}
          head={[text.rating.objectives, ...teams.map(({ team }) => team.name)]}
        >
          {objectives.map((objective) => (
            <Row key={objective.id}>
              <Cell className="max-w-[320px] truncate">
                <span className="mr-2 text-ink-3">{objective.id}</span>
                {pickText(language, objective.title)}
              </Cell>
              {teams.map(({ team, debrief }) => {
                const rating = debrief.score.objectives.find(
                  (each) => each.objective === objective.id,
                );
                return (
                  <Cell key={team.id}>
                    {rating?.given ? (
                      <span className="text-16 font-semibold">{rating.given.letter}</span>
                    ) : (
                      <span className="text-ink-3">
                        {rating?.suggested ? `(${rating.suggested})` : '–'}
                      </span>
                    )}
                  </Cell>
                );
              })}
            </Row>
          ))}
          {ranks && (
            <Row className="bg-surface-3">
              <Cell className="font-medium">{words.score}</Cell>
              {teams.map(({ team, debrief: { score } }) => (
                <Cell key={team.id}>
                  {score.official.points === null ? '–' : formatPoints(score.official.points)}
                  {!score.official.final && (
                    <span className="ml-2 text-12 text-ink-3">{text.sheet.notFinal}</span>
                  )}
                </Cell>
              ))}
            </Row>
          )}
        </Table>
      </div>
    </Panel>
  );
}

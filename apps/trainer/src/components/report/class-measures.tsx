'use client';

import type { MeasureId } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { measureText } from '../debrief/measure-text.ts';
import { Panel } from '../ui/panel.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import { bestOf, type ToldTeam } from './class-team.ts';

type Props = { teams: readonly ToldTeam[]; ranks: boolean };

/** Every measure of every team; the better one is named only where teams are compared. */
export function ClassMeasures({ teams, ranks }: Props) {
  const { text, language } = useReading();
  const words = text.classReport;
  const ids: readonly MeasureId[] = teams[0]!.debrief.score.measures.map(({ id }) => id);
  return (
    <Panel flush title={words.measures}>
      <div className="overflow-x-auto pb-2" role="group" aria-label={words.measures} tabIndex={0}>
        <Table
          label={words.measures}
          head={[words.measures, ...teams.map(({ team }) => team.name)]}
        >
          {ids.map((id) => {
            const row = teams.map(({ debrief }) =>
              debrief.score.measures.find((each) => each.id === id),
            );
            const best = ranks ? bestOf(row) : row.map(() => false);
            return (
              <Row key={id}>
                <Cell className="text-ink-2">{text.debrief.measures[id]}</Cell>
                {row.map((measure, at) => (
                  <Cell
                    key={teams[at]!.team.id}
                    className={measure?.value === null ? 'text-12 text-ink-3' : undefined}
                  >
                    {measure ? measureText(measure, text, language) : '–'}
                    {best[at] && <span className="ml-2 text-12 text-good">● {words.best}</span>}
                  </Cell>
                ))}
              </Row>
            );
          })}
        </Table>
      </div>
    </Panel>
  );
}

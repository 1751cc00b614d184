'use client';

import type { Credit } from '@dwell/scoring';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief, useDebriefActs } from '@/live/debrief-provider.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import { AgreementChart } from './agreement-chart.tsx';
import { formatPoints } from './format-points.ts';
import { Toggle } from './toggle.tsx';
import { useNames } from './use-names.ts';

const COLUMNS = [
  'queried',
  'proposed',
  'approved',
  'objected',
  'recorded',
  'answered',
  'verdicts',
] as const;

/** Who did what, by the log alone; no order but that of the exercise. */
export function PeoplePanel({ people }: { people: readonly Credit[] }) {
  const { text } = useReading();
  const { exerciseId, view } = useDebrief();
  const { act } = useDebriefActs(exerciseId);
  const words = text.people;
  const asked = people.filter((each) => each.alignment !== null || each.calibration !== null);
  return (
    <Panel flush title={words.title}>
      <p className="m-0 max-w-[80ch] px-4 pb-2 text-12 text-ink-3">{words.note}</p>
      {view.leads && (
        <div className="px-4 pb-3">
          <Toggle
            label={words.pseudonyms}
            hint={words.pseudonymsHint}
            disabled={view.anonymised}
            checked={view.pseudonymous}
            onChange={(on) => act({ do: 'pseudonyms', on })}
          />
        </div>
      )}
      {people.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <div
          className="overflow-x-auto pb-2"
          role="group"
          aria-label={words.title}
          // It scrolls sideways on small screens.
          tabIndex={0}
        >
          <Table
            label={words.title}
            head={[words.person, ...COLUMNS.map((each) => words.columns[each]), words.points]}
          >
            {people.map((each) => (
              <PersonRow key={`${each.by} ${each.roles.join(' ')}`} credit={each} />
            ))}
          </Table>
        </div>
      )}
      {asked.length > 0 && <AgreementChart people={asked} />}
    </Panel>
  );
}

function PersonRow({ credit }: { credit: Credit }) {
  const { text } = useReading();
  const { view } = useDebrief();
  const nameOf = useNames();
  const bot = view.debrief?.history.actors.find(({ id }) => id === credit.by)?.bot ?? false;
  const roles = credit.roles.map((role) => text.world.roles[role] ?? role).join(', ');
  return (
    <Row>
      <Cell className="max-w-[280px] truncate">
        {nameOf(credit.by)}
        {roles && <span className="ml-2 text-12 text-ink-3">{roles}</span>}
      </Cell>
      {COLUMNS.map((each) => (
        <Cell key={each} number className={credit[each] === 0 ? 'text-ink-3' : undefined}>
          {formatCount(credit[each])}
        </Cell>
      ))}
      <Cell number className="font-medium">
        {credit.points === null ? (
          <span className="text-12 text-ink-3">{bot ? text.people.bot : '–'}</span>
        ) : (
          formatPoints(credit.points)
        )}
      </Cell>
    </Row>
  );
}

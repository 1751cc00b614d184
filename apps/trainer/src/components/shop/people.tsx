'use client';

import { useMemo } from 'react';
import { DAY_MS } from '@dwell/core/time';
import type { StaffCard } from '@dwell/simulator/router';
import { formatDate } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { classNames } from '../ui/class-names.ts';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { staffTree } from './staff-tree.ts';

/** The organisation as an indented chart; who has left is struck through and says since when. */
export function People({ staff }: { staff: readonly StaffCard[] }) {
  const { text, language } = useReading();
  const { run, clock } = useRun();
  const now = useSimNow(clock, DAY_MS, run.endAt);
  const nodes = useMemo(() => staffTree(staff), [staff]);
  const left = (person: StaffCard) => person.leftAt !== null && person.leftAt <= now;
  const leavers = staff.filter(left).length;
  return (
    <Panel title={text.shop.people} aside={leavers > 0 && text.shop.leavers(leavers)} flush>
      {staff.length === 0 && <Empty title={text.shop.peopleEmpty} />}
      <ul
        className="m-0 max-h-[420px] list-none overflow-y-auto p-0 pb-2"
        tabIndex={0}
        aria-label={text.shop.people}
      >
        {nodes.map(({ person, depth }) => (
          <li
            key={person.id}
            className="row flex items-center gap-2 px-4 text-13"
            style={{ paddingLeft: 16 + depth * 16 }}
          >
            {depth > 0 && (
              <span
                aria-hidden="true"
                className="h-3 w-2 shrink-0 -translate-y-1 border-b border-l border-line-strong"
              />
            )}
            <span
              className={classNames('whitespace-nowrap', left(person) && 'text-ink-3 line-through')}
            >
              {language === 'ko' ? person.nameKo : person.name}
            </span>
            <span className="truncate text-12 text-ink-3">
              {person.role} · {person.department}
            </span>
            {left(person) && (
              <span className="ml-auto text-12 whitespace-nowrap text-severe">
                ◇ {text.shop.left(formatDate(language, run.calendar, person.leftAt!))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

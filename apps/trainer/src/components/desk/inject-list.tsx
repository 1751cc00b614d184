'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeskInject, DeskTeam } from '@dwell/simulator/router';
import { useSearchParams } from 'next/navigation';
import { formatCount } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk } from '@/live/desk-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useListKeys } from '../command/use-list-keys.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import { timeOfInject } from './inject-lanes.tsx';
import { InjectStateMark } from './inject-state.tsx';
import { NEW_INJECT } from './new-inject.tsx';
import { useTeamClock } from './use-desk-clock.ts';

/** In the order in which people meet them; those that wait for a condition come last. */
const inOrder = (injects: readonly DeskInject[]) =>
  injects.toSorted(
    (a, b) =>
      (timeOfInject(a) ?? Number.MAX_SAFE_INTEGER) - (timeOfInject(b) ?? Number.MAX_SAFE_INTEGER),
  );

/** Height of a line, px, and how many of the past stay in sight. */
const LINE = 29;
const LINES_BEFORE = 7;

/** A team's injects as a list: `j`, `k` and Enter do what the lanes do by pointer. */
export function InjectList({ team }: { team: DeskTeam }) {
  const { text, language } = useReading();
  const { mayControl } = useDesk();
  const [all, setAll] = useState(false);
  const open = useSearchParams().get('inject');
  const { now } = useTeamClock(team);
  const everyday = team.injects.filter((inject) => !inject.matters).length;
  const shown = useMemo(
    () => inOrder(team.injects.filter((inject) => all || inject.matters)),
    [team.injects, all],
  );
  const show = (id: string) => setSearchParams({ inject: id, person: null }, true);
  // Opens where the class is: a few lines of what was, then what comes.
  const ahead = shown.findIndex((inject) => (timeOfInject(inject) ?? Infinity) > now);
  const scroller = useRef<HTMLDivElement>(null);
  const first = useRef(ahead);
  useEffect(() => {
    const back = (first.current < 0 ? 0 : first.current) - LINES_BEFORE;
    scroller.current?.scrollTo({ top: Math.max(0, back) * LINE });
  }, []);
  const { at, itemProps } = useListKeys(shown.length, (index) => show(shown[index]!.id));
  const words = text.injects;
  return (
    <Panel
      flush
      title={`${words.title}: ${team.team.name}`}
      aside={
        <>
          {everyday > 0 && (
            <label className="inline-flex cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="accent-accent"
                checked={all}
                onChange={() => setAll(!all)}
              />
              {words.showAll} ({formatCount(everyday)})
            </label>
          )}
          {mayControl && (
            <Button small onClick={() => show(NEW_INJECT)}>
              {words.new}
            </Button>
          )}
        </>
      }
    >
      {shown.length === 0 ? (
        <Empty title={words.empty}>{words.emptyNow}</Empty>
      ) : (
        <div
          ref={scroller}
          className="max-h-[560px] overflow-auto"
          role="region"
          aria-label={words.title}
          tabIndex={0}
        >
          <Table
            label={words.title}
            head={[words.state, words.time, words.subject, words.to, words.read, words.due]}
          >
            {shown.map((inject, index) => (
              <Row
                key={inject.id}
                className={classNames(
                  'hover:bg-surface-3',
                  (index === at || inject.id === open) && 'bg-surface-3',
                  index === ahead && 'border-accent!',
                )}
              >
                <Cell>
                  <InjectStateMark state={inject.state} word={words.states[inject.state]} />
                </Cell>
                <Cell className="font-mono text-12 text-ink-2">
                  {timeOfInject(inject) === null ? (
                    <span className="font-sans text-ink-3">{words.condition}</span>
                  ) : (
                    <SimTimeText calendar={team.run.calendar} at={timeOfInject(inject)!} />
                  )}
                </Cell>
                <Cell className="max-w-[300px]">
                  <button
                    type="button"
                    onClick={() => show(inject.id)}
                    className="block w-full truncate text-left text-ink-1 hover:text-accent"
                    {...itemProps(index)}
                  >
                    {pickText(language, inject.subject)}
                  </button>
                </Cell>
                <Cell className="max-w-[150px] truncate text-12 text-ink-2">
                  {inject.to.map((role) => text.world.roles[role] ?? role).join(', ')}
                </Cell>
                <Cell className="text-12 text-ink-2">
                  {inject.sentAt !== null &&
                    (inject.read.length > 0 ? words.readBy(inject.read.length) : words.readNone)}
                </Cell>
                <Cell className="text-12 text-ink-2">
                  {inject.state === 'sent' &&
                    inject.dueAt !== null &&
                    (inject.dueAt > now
                      ? words.dueIn(formatSpan(language, inject.dueAt - now))
                      : words.dueOver(formatSpan(language, now - inject.dueAt)))}
                </Cell>
              </Row>
            ))}
          </Table>
        </div>
      )}
    </Panel>
  );
}

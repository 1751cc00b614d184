'use client';

import { useEffect, useState } from 'react';
import { formatCompact } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDesk, useDeskActs } from '@/live/desk-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { IntervalRows } from './interval-rows.tsx';

/** Whole seconds until a real moment; nought once it has passed. */
export function useSecondsLeft(untilWallMs: number): number {
  const read = () => Math.max(0, Math.ceil((untilWallMs - Date.now()) / 1000));
  const [left, setLeft] = useState(read);
  useEffect(() => {
    const timer = setInterval(
      () => setLeft(Math.max(0, Math.ceil((untilWallMs - Date.now()) / 1000))),
      500,
    );
    return () => clearInterval(timer);
  }, [untilWallMs]);
  return left;
}

/** While all stands still: the question, who has answered, and the answers as intervals. */
export function FreezePanel() {
  const { desk } = useDesk();
  return desk.freeze ? <Freeze key={desk.freeze.id} freeze={desk.freeze} /> : null;
}

function Freeze({ freeze }: { freeze: NonNullable<ReturnType<typeof useDesk>['desk']['freeze']> }) {
  const { text, language } = useReading();
  const { desk, mayControl } = useDesk();
  const { act, busy } = useDeskActs();
  const left = useSecondsLeft(freeze.endsWallMs);
  const [withTruth, setWithTruth] = useState(false);
  const asked = desk.people.filter((person) => person.kind === 'trainee').length;
  const nameOf = (id: string) => desk.people.find((person) => person.id === id)?.name ?? id;
  const truth = Math.max(0, ...desk.teams.map((each) => each.truth.accountsLost));
  return (
    <Panel
      title={`${text.desk.freeze}: ${freeze.question}`}
      className="border-attention!"
      aside={
        <>
          <span role="status">
            {text.desk.freezeOn(String(freeze.answers.length), String(asked))}
            {' · '}
            {left > 0 ? text.desk.freezeLeft(String(left)) : text.desk.freezeOver}
          </span>
          <Button small onClick={() => setWithTruth(!withTruth)} aria-pressed={withTruth}>
            {withTruth ? text.desk.hideTruth : text.wall.showTruth}
          </Button>
          <Button
            small
            kind="primary"
            disabled={busy || !mayControl}
            onClick={() => void act({ do: 'unfreeze' })}
          >
            {text.desk.freezeEnd}
          </Button>
        </>
      }
    >
      {freeze.answers.length === 0 ? (
        <Empty title={text.desk.freezeEmpty} />
      ) : (
        <div className="flex flex-col gap-2 pt-2">
          {withTruth && (
            <p className="m-0 text-12 text-ink-2">
              {text.desk.truthAt(formatCompact(language, truth))}
            </p>
          )}
          <IntervalRows
            rows={freeze.answers.map((answer) => ({
              id: answer.by,
              name: nameOf(answer.by),
              low: answer.low,
              high: answer.high,
              confidence: answer.confidence,
            }))}
            truth={withTruth ? truth : null}
          />
        </div>
      )}
    </Panel>
  );
}
